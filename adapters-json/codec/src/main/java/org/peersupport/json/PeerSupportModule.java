package org.peersupport.json;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.Objects;
import org.peersupport.json.data.Reasons;
import org.peersupport.json.internal.Deserializers;
import org.peersupport.json.internal.Serializers;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Command;
import org.peersupport.session.Event;
import org.peersupport.session.Options;
import org.peersupport.session.Peer;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;

/**
 * Teaches an application's own {@code ObjectMapper} to read and write commands, events, peers and
 * protocols as {@link PeerSupportJson} does:
 *
 * <pre>{@code
 * ObjectMapper mapper = JsonMapper.builder().addModule(new PeerSupportModule()).build();
 * String json = mapper.writeValueAsString(event);
 * Event same = mapper.readValue(json, Event.class);
 * }</pre>
 *
 * <p>Sessions, refusals and options have no wire form of their own, and writing one is refused with
 * the name of the method of {@link PeerSupportJson} that writes the whole outcome.
 *
 * <p>Events are written without the reasons of overrides, unless the module is told otherwise;
 * commands with theirs, for they are refused without. What is malformed is thrown as a {@code
 * MismatchedInputException} whose message has codes and JSON pointers, counted from the value at
 * hand, and nothing of the text; that the text is no JSON at all may be found by the mapper itself,
 * outside of what this module reads. How large a text may be is up to the mapper's factory.
 *
 * <p>Immutable once made; safe to register with any number of mappers.
 */
public final class PeerSupportModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  /** Leaves the reasons of overrides out of events. */
  public PeerSupportModule() {
    this(Reasons.LEFT_OUT);
  }

  /**
   * Says whether events are written with the reasons of overrides.
   *
   * @param reasons whether they are; never null
   */
  public PeerSupportModule(Reasons reasons) {
    super("org.peersupport.json", Version.unknownVersion());
    Objects.requireNonNull(reasons, "reasons");
    addSerializer(new Serializers.EventSerializer(reasons));
    addSerializer(new Serializers.CommandSerializer());
    addSerializer(new Serializers.PeerSerializer());
    addSerializer(new Serializers.ProtocolSerializer());
    addSerializer(new Serializers.RefusingSerializer<>(Session.class, "writeAccepted"));
    addSerializer(new Serializers.RefusingSerializer<>(Refusal.class, "writeRefused"));
    addSerializer(new Serializers.RefusingSerializer<>(Options.class, "writeOptions"));
    addEvents(Event.class);
    addCommands(Command.class);
    addDeserializer(Peer.class, new Deserializers.PeerDeserializer());
    addDeserializer(Protocol.class, new Deserializers.ProtocolDeserializer());
  }

  /** Reads a type and, where it is sealed, those below it. */
  private <T extends Event> void addEvents(Class<T> type) {
    addDeserializer(type, new Deserializers.EventDeserializer<>(type));
    for (Class<?> below : permitted(type)) {
      addEvents(below.asSubclass(Event.class));
    }
  }

  private <T extends Command> void addCommands(Class<T> type) {
    addDeserializer(type, new Deserializers.CommandDeserializer<>(type));
    for (Class<?> below : permitted(type)) {
      addCommands(below.asSubclass(Command.class));
    }
  }

  private static Class<?>[] permitted(Class<?> type) {
    return type.isSealed() ? type.getPermittedSubclasses() : new Class<?>[0];
  }
}
