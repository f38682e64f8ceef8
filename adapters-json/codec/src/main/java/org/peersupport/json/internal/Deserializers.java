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
  public static final class OfEvents<T extends Event> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final Class<T> type;

    /** Events of this class. */
    public OfEvents(Class<T> type) {
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
  public static final class OfCommands<T extends Command> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final Class<T> type;

    /** Commands of this class. */
    public OfCommands(Class<T> type) {
      super(type);
      this.type = type;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      return Embedded.read(parser, type, "/do", RequestReader.COMMAND);
    }
  }

  /** Reads who supports or is supported. */
  public static final class OfPeers extends StdDeserializer<Peer> {
    private static final long serialVersionUID = 1L;

    /** The one there is. */
    public OfPeers() {
      super(Peer.class);
    }

    @Override
    public Peer deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      return Embedded.read(parser, Peer.class, "", Parts.PEER);
    }
  }

  /** Reads protocols. */
  public static final class OfProtocols extends StdDeserializer<Protocol> {
    private static final long serialVersionUID = 1L;

    /** The one there is. */
    public OfProtocols() {
      super(Protocol.class);
    }

    @Override
    public Protocol deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return Embedded.protocol(parser);
    }
  }
}
