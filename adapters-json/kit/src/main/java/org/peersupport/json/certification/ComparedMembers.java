package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The members of an answer that vectors compare. A null says that a member must be absent. */
final class ComparedMembers {
  private static final List<String> NOW = List.of("status", "settled", "permitted", "outstanding");
  private static final List<String> STATE =
      List.of("at", "protocol", "supporter", "peer", "referrals", "due");

  private ComparedMembers() {}

  /** What the enforced machine puts out. */
  static void ofMachine(ObjectNode answer, ObjectNode expect) {
    copy(answer, expect, NOW);
    violations(answer, expect);
  }

  /** Everything but remedies and witnesses. */
  static void ofAnswer(ObjectNode answer, ObjectNode expect) {
    String outcome = answer.path("outcome").asText();
    switch (outcome) {
      case "malformed" -> {
        return;
      }
      case "due" -> {
        copy(answer, expect, List.of("due"));
        return;
      }
      case "accepted" -> copyOrNull(answer, expect, "repeated");
      case "state" -> copyOrNull(answer, expect, "element");
      default -> {
        // nothing that may be absent
      }
    }
    copyOrNull(answer, expect, "seq");
    urgent(answer, expect);
    copy(answer, expect, NOW);
    copy(answer, expect, outcome.equals("state") ? STATE : List.of("due", "rules"));
    violations(answer, expect);
    if (answer.has("violations") && !answer.has("remedy")) {
      expect.putNull("remedy");
    }
    options(answer, expect);
    events(answer, expect);
  }

  private static void copy(JsonNode answer, ObjectNode expect, List<String> members) {
    for (String member : members) {
      if (answer.has(member)) {
        expect.set(member, answer.get(member));
      }
    }
  }

  private static void copyOrNull(ObjectNode answer, ObjectNode expect, String member) {
    expect.set(member, answer.has(member) ? answer.get(member) : expect.nullNode());
  }

  private static void urgent(ObjectNode answer, ObjectNode expect) {
    if (answer.has("urgent")) {
      copy(answer.get("urgent"), expect.putObject("urgent"), List.of("rules"));
    } else {
      expect.putNull("urgent");
    }
  }

  private static void violations(JsonNode answer, ObjectNode expect) {
    if (answer.has("violations")) {
      ArrayNode expected = expect.putArray("violations");
      for (JsonNode violation : answer.get("violations")) {
        copy(violation, expected.addObject(), List.of("code", "rule", "rules"));
      }
    }
  }

  private static void options(ObjectNode answer, ObjectNode expect) {
    if (answer.has("options")) {
      ArrayNode expected = expect.putArray("options");
      for (JsonNode option : answer.get("options")) {
        ObjectNode each = expected.addObject();
        copy(option, each, List.of("activity", "do", "referral", "permitted"));
        violations(option, each);
      }
    }
  }

  /** Every member of an event, and that there are no deviations where there are none. */
  private static void events(ObjectNode answer, ObjectNode expect) {
    if (answer.has("events")) {
      ArrayNode expected = expect.putArray("events");
      for (JsonNode event : answer.get("events")) {
        ObjectNode each = event.deepCopy();
        expected.add(each.has("deviations") ? each : each.putNull("deviations"));
      }
    }
  }

  /** Adds the remedies of a refusal, of what is urgent, and of options. */
  static void remedies(ObjectNode answer, ObjectNode expect) {
    copy(answer, expect, List.of("remedy"));
    if (expect.get("urgent") instanceof ObjectNode urgent) {
      copy(answer.path("urgent"), urgent, List.of("remedy"));
    }
    for (int i = 0; i < expect.path("options").size(); i++) {
      ObjectNode option = (ObjectNode) expect.get("options").get(i);
      if (option.has("violations")) {
        copyOrNull((ObjectNode) answer.get("options").get(i), option, "remedy");
      }
    }
  }

  /** Adds the witnesses of a refusal and of options. */
  static void witnesses(JsonNode answer, ObjectNode expect) {
    if (answer.has("violations")) {
      ArrayNode witnesses = expect.putArray("witnesses");
      for (JsonNode each : answer.get("violations")) {
        witnesses.add(each.has("witness") ? each.get("witness") : expect.nullNode());
      }
    }
    for (int i = 0; i < expect.path("options").size(); i++) {
      witnesses(answer.get("options").get(i), (ObjectNode) expect.get("options").get(i));
    }
  }

  static void issues(ObjectNode answer, ObjectNode expect) {
    ArrayNode issues = expect.putArray("issues");
    for (JsonNode issue : answer.path("issues")) {
      copy(issue, issues.addObject(), List.of("code", "pointer"));
    }
  }
}
