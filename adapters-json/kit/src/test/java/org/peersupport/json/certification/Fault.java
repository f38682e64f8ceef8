package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.peersupport.json.PeerSupportJson;

/**
 * A mistake that an implementation may make.
 *
 * @param name what it is, in a few words
 * @param about the protocol of which suite must find it, by id
 * @param subject makes a subject that makes it
 */
record Fault(String name, String about, Supplier<Subject> subject) {

  /** The same protocol read wrongly; its fingerprint is right, so that it betrays nothing. */
  static Fault ofDocument(String name, TestProtocol protocol, Consumer<ObjectNode> mistake) {
    ObjectNode document = Engine.tree(protocol.document());
    document.remove("examples");
    mistake.accept(document);
    List<String> documents = List.of(document.toString());
    String fingerprint =
        PeerSupportJson.readProtocol(protocol.document()).orElseThrow().fingerprint();
    Faulty.Reply rightlyNamed =
        Faulty.telling(
            (answer, notes) -> {
              for (JsonNode event : answer.path("events")) {
                if (event.has("fingerprint")) {
                  ((ObjectNode) event).put("fingerprint", fingerprint);
                }
              }
            });
    return new Fault(name, protocol.id(), () -> new Faulty(documents, rightlyNamed));
  }

  /** The right protocol, and something else wrong. */
  static Fault of(String name, TestProtocol protocol, Faulty.Reply reply) {
    return of(name, protocol, () -> reply);
  }

  /** The same where the mistake remembers something beyond one session. */
  static Fault of(String name, TestProtocol protocol, Supplier<Faulty.Reply> reply) {
    List<String> documents = List.of(protocol.document());
    return new Fault(name, protocol.id(), () -> new Faulty(documents, reply.get()));
  }

  /** An entry of a list in a document. */
  static ObjectNode entry(ObjectNode document, String list, String member, String value) {
    for (var each : document.withArray(list)) {
      if (each.path(member).asText().equals(value)) {
        return (ObjectNode) each;
      }
    }
    throw new IllegalArgumentException(list + " has no " + value);
  }

  static ObjectNode rule(ObjectNode document, String id) {
    return entry(document, "rules", "id", id);
  }

  static void remove(ObjectNode document, String list, String member, String value) {
    ArrayNode entries = document.withArray(list);
    ObjectNode entry = entry(document, list, member, value);
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).equals(entry)) {
        entries.remove(i);
      }
    }
  }

  /** Members of a rule that are read otherwise. */
  static Consumer<ObjectNode> ruleWith(String id, Map<String, Object> members) {
    return document -> members.forEach((name, value) -> rule(document, id).putPOJO(name, value));
  }
}
