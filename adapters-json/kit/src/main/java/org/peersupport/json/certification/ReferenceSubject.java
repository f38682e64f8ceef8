package org.peersupport.json.certification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.SessionDesk;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Session;

/**
 * The subject whose answers a vector expects: a desk of this library with the sessions of one
 * vector. Not safe to share between threads.
 */
final class ReferenceSubject {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SessionDesk desk;

  ReferenceSubject(Protocol protocol) {
    this.desk = new SessionDesk(reference -> Optional.of(protocol), event -> {});
  }

  /** An empty object. */
  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static ObjectNode parse(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what this library writes cannot be read", e);
    }
  }

  /** The session; null when it has not been opened. */
  @Nullable Session session(String id) {
    return desk.session(id).orElse(null);
  }

  /** What the line is answered, and what follows from it. */
  ObjectNode answer(ObjectNode line) {
    return parse(desk.answer(line.toString(), 1).line());
  }

  /** What the line would be answered; nothing follows. */
  ObjectNode preview(ObjectNode line) {
    return parse(desk.preview(line.toString(), 1).line());
  }
}
