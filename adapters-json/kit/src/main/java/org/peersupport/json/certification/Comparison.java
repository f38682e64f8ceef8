package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Compares an answer with what is expected of it. After it, {@link #expected} and {@link #came}
 * have the members in which the two differ; both are empty when the answer is as it must be.
 */
final class Comparison {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> NAMING = List.of("code", "rule");
  private static final List<String> NAMING_CONFLICTS = List.of("code", "rule", "rules");
  private static final List<String> NAMING_OPTIONS = List.of("activity", "referral");
  private static final List<String> NAMING_ISSUES = List.of("code", "pointer");

  /** Equal but for numbers, which are equal when they mean the same. */
  private static final Comparator<JsonNode> SAME =
      (one, other) -> {
        if (one.isNumber() && other.isNumber()) {
          return Double.compare(one.doubleValue(), other.doubleValue());
        }
        return one.equals(other) ? 0 : 1;
      };

  final ObjectNode expected = JSON.objectNode();
  final ObjectNode came = JSON.objectNode();
  private final ObjectNode answer;

  private Comparison(ObjectNode answer) {
    this.answer = answer;
  }

  static Comparison of(ObjectNode expected, ObjectNode answer) {
    Comparison comparison = new Comparison(answer);
    for (Map.Entry<String, JsonNode> member : expected.properties()) {
      comparison.compare(member.getKey(), member.getValue());
    }
    // Why a command is refused is told whole too, beside what stands against it.
    if (expected.has("violations") && expected.path("outcome").asText().equals("refused")) {
      comparison.explained(answer);
    }
    return comparison;
  }

  boolean isEqual() {
    return expected.isEmpty();
  }

  private void compare(String member, JsonNode wanted) {
    switch (member) {
      case "remedyLength" -> same(member, wanted, JSON.numberNode(answer.path("remedy").size()));
      case "violations" -> compareViolations(wanted);
      case "witnesses" -> same(member, wanted, witnesses());
      case "events" -> same(member, wanted, events(wanted));
      case "urgent" -> compareUrgent(wanted);
      case "options" -> compareOptions(wanted);
      case "issues" -> same(member, wanted, named(answer.path("issues"), NAMING_ISSUES));
      default -> same(member, wanted, orNull(answer.get(member)));
    }
  }

  private static JsonNode orNull(JsonNode value) {
    return value == null ? JSON.nullNode() : value;
  }

  private void same(String member, JsonNode wanted, JsonNode value) {
    if (!wanted.equals(SAME, value)) {
      expected.set(member, wanted);
      came.set(member, value);
    }
  }

  private void compareViolations(JsonNode wanted) {
    JsonNode violations = answer.path("violations");
    same("violations", named(wanted, wanted), named(violations, wanted));
    violations.forEach(this::explained);
  }

  private void explained(JsonNode told) {
    JsonNode explanation = told.path("explanation");
    if (!explanation.isTextual() || explanation.asText().isBlank()) {
      expected.put("explanation", "a sentence");
      came.putNull("explanation");
    }
  }

  /**
   * The violations by what names them: their words are the subject's own. The rules of a conflict
   * only where they are asked for.
   */
  private static ArrayNode named(JsonNode violations, JsonNode wanted) {
    ArrayNode named = JSON.arrayNode();
    for (JsonNode violation : violations) {
      boolean asksForRules = wanted.path(named.size()).has("rules");
      named.add(some(violation, asksForRules ? NAMING_CONFLICTS : NAMING));
    }
    return named;
  }

  private static ArrayNode named(JsonNode entries, List<String> members) {
    ArrayNode named = JSON.arrayNode();
    entries.forEach(each -> named.add(some(each, members)));
    return named;
  }

  private static ObjectNode some(JsonNode entry, List<String> members) {
    ObjectNode some = JSON.objectNode();
    for (String member : members) {
      if (entry.has(member)) {
        some.set(member, entry.get(member));
      }
    }
    return some;
  }

  private ArrayNode witnesses() {
    ArrayNode witnesses = JSON.arrayNode();
    for (JsonNode violation : answer.path("violations")) {
      witnesses.add(orNull(violation.get("witness")));
    }
    return witnesses;
  }

  /** The events with the members that are asked for; one that nobody asked for is empty. */
  private ArrayNode events(JsonNode wanted) {
    ArrayNode events = JSON.arrayNode();
    for (JsonNode event : answer.path("events")) {
      events.add(asked(event, wanted.path(events.size())));
    }
    return events;
  }

  private static ObjectNode asked(JsonNode value, JsonNode wanted) {
    ObjectNode asked = JSON.objectNode();
    for (Map.Entry<String, JsonNode> member : wanted.properties()) {
      asked.set(member.getKey(), orNull(value.get(member.getKey())));
    }
    return asked;
  }

  private void compareUrgent(JsonNode wanted) {
    JsonNode urgent = answer.path("urgent");
    if (wanted.isObject() && urgent.isObject()) {
      same("urgent", wanted, asked(urgent, wanted));
      explained(urgent);
    } else {
      same("urgent", wanted, orNull(answer.get("urgent")));
    }
  }

  /** Where the entries are others, their names; where they are the same, those that differ. */
  private void compareOptions(JsonNode wanted) {
    JsonNode options = answer.path("options");
    same("options", named(wanted, NAMING_OPTIONS), named(options, NAMING_OPTIONS));
    for (int i = 0; i < wanted.size() && !expected.has("options"); i++) {
      if (wanted.get(i) instanceof ObjectNode each && options.get(i) instanceof ObjectNode option) {
        Comparison comparison = of(each, option);
        if (!comparison.isEqual()) {
          expected.putArray("options").add(some(each, NAMING_OPTIONS).setAll(comparison.expected));
          came.putArray("options").add(some(option, NAMING_OPTIONS).setAll(comparison.came));
        }
      }
    }
  }
}
