package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** What a faulty subject has noticed of one session, to make its mistakes with. */
final class Notes {
  String at = "";
  String supporter = "";
  String formerSupporter = "";
  String peer = "";
  String status = "";
  int seq;

  /** The resource of each referral by its id, and how far it is. */
  final Map<String, String> resources = new HashMap<>();

  final Map<String, String> states = new HashMap<>();

  /** The accepted commands by their ids. */
  final Map<String, ObjectNode> commands = new HashMap<>();

  /** Whatever a fault wants to remember. */
  final Map<String, Object> memory = new HashMap<>();

  /** The last answer that accepted something; empty before the first. */
  ObjectNode accepted = JsonNodeFactory.instance.objectNode();

  void take(ObjectNode command, ObjectNode answer) {
    if (!answer.path("outcome").asText().equals("accepted")) {
      return;
    }
    if (command.has("commandId")) {
      commands.putIfAbsent(command.path("commandId").asText(), command.deepCopy());
    }
    accepted = answer.deepCopy();
    at = command.path("at").asText();
    status = answer.path("status").asText();
    seq = answer.at("/events/0/seq").asInt();
    String act = command.path("do").asText();
    String referral = command.path("referral").asText();
    switch (act) {
      case "open" -> {
        supporter = command.at("/supporter/id").asText();
        peer = command.at("/peer/id").asText();
      }
      case "transfer" -> {
        formerSupporter = supporter;
        supporter = command.at("/supporter/id").asText();
      }
      case "offer" -> {
        resources.put(referral, command.path("resource").asText());
        states.put(referral, "offer");
      }
      default -> {
        if (!referral.isEmpty()) {
          states.put(referral, act);
        }
      }
    }
  }
}
