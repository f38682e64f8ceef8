package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Command;
import org.peersupport.session.Event;
import org.peersupport.session.Peer;

/** The readers as a mapper wants them. */
public final class Deserializers {
  private Deserializers() {}

  /**
   * Reads events, all or those of one type.
   *
   * @param <T> the type
   */
  public static final class EventDeserializer<T extends Event> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final Class<T> type;

    /** Events of this class. */
    public EventDeserializer(Class<T> type) {
      super(type);
      this.type = type;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      return Embedded.read(parser, type, "/type", EventReader.EVENT);
    }
  }

  /**
   * Reads commands, all or those of one type.
   *
   * @param <T> the type
   */
  public static final class CommandDeserializer<T extends Command> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final Class<T> type;

    /** Commands of this class. */
    public CommandDeserializer(Class<T> type) {
      super(type);
      this.type = type;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      return Embedded.read(parser, type, "/do", RequestReader.COMMAND);
    }
  }

  /** Reads who supports or is supported. */
  public static final class PeerDeserializer extends StdDeserializer<Peer> {
    private static final long serialVersionUID = 1L;

    /** The one there is. */
    public PeerDeserializer() {
      super(Peer.class);
    }

    @Override
    public Peer deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      return Embedded.read(parser, Peer.class, "", Parts.PEER);
    }
  }

  /** Reads protocols. */
  public static final class ProtocolDeserializer extends StdDeserializer<Protocol> {
    private static final long serialVersionUID = 1L;

    /** The one there is. */
    public ProtocolDeserializer() {
      super(Protocol.class);
    }

    @Override
    public Protocol deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return Embedded.protocol(parser);
    }
  }
}
