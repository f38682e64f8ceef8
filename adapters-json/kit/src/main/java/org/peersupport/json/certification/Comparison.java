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
    for (JsonNode violation : violations) {
      JsonNode explanation = violation.path("explanation");
      if (!explanation.isTextual() || explanation.asText().isBlank()) {
        expected.put("explanation", "a sentence");
        came.putNull("explanation");
      }
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
      ObjectNode some = named.addObject();
      for (String member : asksForRules ? NAMING_CONFLICTS : NAMING) {
        if (violation.has(member)) {
          some.set(member, violation.get(member));
        }
      }
    }
    return named;
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
      ObjectNode some = events.addObject();
      for (Map.Entry<String, JsonNode> member : wanted.path(events.size() - 1).properties()) {
        some.set(member.getKey(), orNull(event.get(member.getKey())));
      }
    }
    return events;
  }
}
