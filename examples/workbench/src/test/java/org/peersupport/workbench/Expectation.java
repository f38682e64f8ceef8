package org.peersupport.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares an answer with the members that are expected of it; what is not named may be anything.
 */
final class Expectation {
  private final JsonNode answer;
  private final List<String> differences = new ArrayList<>();

  private Expectation(JsonNode answer) {
    this.answer = answer;
  }

  /** What the answer lacks, a line each. */
  static List<String> differences(JsonNode expected, JsonNode answer) {
    Expectation comparison = new Expectation(answer);
    for (Map.Entry<String, JsonNode> member : expected.properties()) {
      comparison.compare(member.getKey(), member.getValue());
    }
    return comparison.differences;
  }

  private void compare(String member, JsonNode wanted) {
    switch (member) {
      case "violations" -> compareViolations(wanted);
      case "witnesses" -> same(member, witnesses(wanted), "" + answer.findValues("witness"));
      case "remedyLength" -> same(member, wanted.toString(), "" + answer.path("remedy").size());
      case "events" -> compareEvents(wanted);
      default -> {
        JsonNode came = answer.get(member);
        same(member, wanted.toString(), came == null ? "null" : came.toString());
      }
    }
  }

  private void compareViolations(JsonNode wanted) {
    JsonNode came = answer.path("violations");
    same("violations", names(wanted), names(came));
    for (JsonNode violation : came) {
      if (violation.path("explanation").asText().isBlank()) {
        differences.add("a violation without an explanation");
      }
    }
  }

  private static String witnesses(JsonNode wanted) {
    List<JsonNode> witnesses = new ArrayList<>();
    wanted.forEach(witnesses::add);
    return witnesses.toString();
  }

  private static String names(JsonNode violations) {
    List<String> names = new ArrayList<>();
    for (JsonNode violation : violations) {
      names.add(violation.path("code").asText() + " " + violation.path("rule").asText());
    }
    return names.toString();
  }

  private void compareEvents(JsonNode wanted) {
    JsonNode came = answer.path("events");
    same("number of events", "" + wanted.size(), "" + came.size());
    for (int i = 0; i < wanted.size(); i++) {
      for (Map.Entry<String, JsonNode> member : wanted.get(i).properties()) {
        String value = came.path(i).path(member.getKey()).toString();
        same("event " + member.getKey(), member.getValue().toString(), value);
      }
    }
  }

  private void same(String what, String wanted, String came) {
    if (!wanted.equals(came)) {
      differences.add(what + ": expected " + wanted + " but came " + came);
    }
  }
}
