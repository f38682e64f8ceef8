package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.peersupport.json.data.Reasons;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Command;
import org.peersupport.session.Event;
import org.peersupport.session.Peer;

/** The writers as a mapper wants them. */
public final class Serializers {
  private Serializers() {}

  /** Writes events. */
  public static final class EventSerializer extends StdSerializer<Event> {
    private static final long serialVersionUID = 1L;
    private final Reasons reasons;

    /** With or without the reasons of overrides. */
    public EventSerializer(Reasons reasons) {
      super(Event.class);
      this.reasons = reasons;
    }

    @Override
    public void serialize(Event event, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      EventWriter.write(json, event, reasons);
    }
  }

  /** Writes commands. */
  public static final class CommandSerializer extends StdSerializer<Command> {
    private static final long serialVersionUID = 1L;

    /** The one there is. */
    public CommandSerializer() {
      super(Command.class);
    }

    @Override
    public void serialize(Command command, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      CommandWriter.write(json, command);
    }
  }

  /** Writes who supports or is supported. */
  public static final class PeerSerializer extends StdSerializer<Peer> {
    private static final long serialVersionUID = 1L;

    /** The one there is. */
    public PeerSerializer() {
      super(Peer.class);
    }

    @Override
    public void serialize(Peer peer, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      EventWriter.peer(json, peer);
    }
  }

  /** Writes protocols. */
  public static final class ProtocolSerializer extends StdSerializer<Protocol> {
    private static final long serialVersionUID = 1L;

    /** The one there is. */
    public ProtocolSerializer() {
      super(Protocol.class);
    }

    @Override
    public void serialize(Protocol protocol, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      ProtocolWriter.document(json, protocol);
    }
  }

  /** Says how to write what has no wire form of its own; a mapper would make something up. */
  public static final class RefusingSerializer<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1L;
    private final String instead;

    /**
     * For a type.
     *
     * @param instead the method to call
     */
    public RefusingSerializer(Class<T> type, String instead) {
      super(type);
      this.instead = instead;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      throw JsonMappingException.from(
          json,
          handledType().getSimpleName()
              + " has no wire form of its own; write it with PeerSupportJson."
              + instead);
    }
  }
}
