package org.peersupport.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an answer has to say at least: each member of the expectation, compared in its own way. */
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
    if (answer.path("outcome").asText().equals("refused") && isBlank(answer)) {
      comparison.differences.add("a refusal without an explanation");
    }
    return comparison.differences;
  }

  private static boolean isBlank(JsonNode told) {
    return told.path("explanation").asText().isBlank();
  }

  private void compare(String member, JsonNode wanted) {
    switch (member) {
      case "violations" -> compareViolations("", wanted, answer.path("violations"));
      case "witnesses" -> compareWitnesses("", wanted, answer.path("violations"));
      case "remedyLength" -> same(member, wanted.toString(), "" + answer.path("remedy").size());
      case "events" -> compareEvents(wanted);
      case "issues" -> same(member, values(wanted, "code"), values(answer.path(member), "code"));
      case "activities" ->
          same(member, wanted.toString(), "[" + values(answer.path("options"), "activity") + "]");
      case "options" -> wanted.forEach(this::compareOption);
      default -> same(member, text(wanted), text(answer.path(member)));
    }
  }

  /** A member that is null in an expectation must not be there. */
  private static String text(JsonNode value) {
    return value.isMissingNode() || value.isNull() ? "null" : value.toString();
  }

  private static String values(JsonNode objects, String member) {
    List<String> values = new ArrayList<>();
    objects.forEach(each -> values.add(each.path(member).toString()));
    return String.join(",", values);
  }

  /** Only the members that are wanted are compared. */
  private void compareViolations(String where, JsonNode wanted, JsonNode came) {
    List<String> want = new ArrayList<>();
    List<String> have = new ArrayList<>();
    for (int i = 0; i < Math.max(wanted.size(), came.size()); i++) {
      JsonNode one = wanted.path(i);
      JsonNode other = came.path(i);
      want.add(one.toString());
      StringBuilder text = new StringBuilder();
      for (Map.Entry<String, JsonNode> member : one.properties()) {
        text.append(text.isEmpty() ? "{" : ",");
        text.append('"').append(member.getKey()).append("\":");
        text.append(text(other.path(member.getKey())));
      }
      have.add(text.isEmpty() ? other.toString() : text.append('}').toString());
    }
    same(where + "violations", want.toString(), have.toString());
    for (JsonNode violation : came) {
      if (isBlank(violation)) {
        differences.add(where + "a violation without an explanation");
      }
    }
  }

  private void compareWitnesses(String where, JsonNode wanted, JsonNode violations) {
    same(where + "witnesses", wanted.toString(), "[" + values(violations, "witness") + "]");
  }

  private void compareOption(JsonNode wanted) {
    String activity = wanted.path("activity").asText();
    JsonNode came = null;
    for (JsonNode option : answer.path("options")) {
      boolean fits = option.path("activity").asText().equals(activity);
      boolean named = text(option.path("referral")).equals(text(wanted.path("referral")));
      if (fits && (came == null || (named && wanted.has("referral")))) {
        came = option;
      }
    }
    if (came == null) {
      differences.add("no option " + activity);
      return;
    }
    String where = "option " + activity + " ";
    for (String member : List.of("do", "referral", "permitted", "remedy")) {
      if (wanted.has(member)) {
        same(where + member, text(wanted.path(member)), text(came.path(member)));
      }
    }
    if (wanted.has("violations")) {
      compareViolations(where, wanted.path("violations"), came.path("violations"));
    }
    if (wanted.has("witnesses")) {
      compareWitnesses(where, wanted.path("witnesses"), came.path("violations"));
    }
  }

  private void compareEvents(JsonNode wanted) {
    JsonNode came = answer.path("events");
    same("number of events", "" + wanted.size(), "" + came.size());
    for (int i = 0; i < wanted.size(); i++) {
      JsonNode event = came.path(i);
      for (Map.Entry<String, JsonNode> member : wanted.get(i).properties()) {
        switch (member.getKey()) {
          case "ahead" -> same("event ahead", member.getValue().toString(), ahead(event));
          case "deviations" ->
              same(
                  "event deviations",
                  member.getValue().toString(),
                  event.has("deviations") ? event.path("deviations").toString() : "[]");
          default ->
              same(
                  "event " + member.getKey(),
                  text(member.getValue()),
                  text(event.path(member.getKey())));
        }
      }
    }
    for (JsonNode event : came) {
      boolean opens = event.path("type").asText().equals("session-opened");
      if (opens && !event.path("fingerprint").asText().matches("sha-256:[0-9a-f]{64}")) {
        differences.add("an opening without a fingerprint");
      }
    }
  }

  /** What the deviations of an event say of the clock. */
  private static String ahead(JsonNode event) {
    List<String> clock = new ArrayList<>();
    for (JsonNode deviation : event.path("deviations")) {
      if (deviation.path("rule").asText().equals("time.in-future")) {
        clock.add(deviation.toString());
      }
    }
    return "[" + String.join(",", clock) + "]";
  }

  private void same(String what, String wanted, String came) {
    if (!wanted.equals(came)) {
      differences.add(what + ": expected " + wanted + " but came " + came);
    }
  }
}
