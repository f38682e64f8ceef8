package org.peersupport.json.certification.walker;

import static org.peersupport.json.certification.walker.Talk.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is told of a session. */
final class Teller {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("open", "session-opened"),
          Map.entry("begin", "element-begun"),
          Map.entry("concern", "concern-raised"),
          Map.entry("offer", "referral-offered"),
          Map.entry("accept", "referral-accepted"),
          Map.entry("decline", "referral-declined"),
          Map.entry("withdraw", "referral-withdrawn"),
          Map.entry("connect", "referral-connected"),
          Map.entry("complete", "referral-completed"),
          Map.entry("lapse", "referral-lapsed"),
          Map.entry("thank", "appreciation-expressed"),
          Map.entry("pause", "session-paused"),
          Map.entry("resume", "session-resumed"),
          Map.entry("transfer", "supporter-changed"),
          Map.entry("close", "session-closed"),
          Map.entry("end", "session-ended"),
          Map.entry("void", "session-voided"));

  private static final List<String> MEMBERS =
      List.of(
          "supporter",
          "peer",
          "followUpOf",
          "element",
          "level",
          "referral",
          "resource",
          "facets",
          "reason");

  private static final List<String> WORDS = List.of("close", "end", "pause", "resume", "transfer");

  /** All that what is permitted depends on. */
  record Standing(
      String status, List<Integer> states, Set<Integer> departed, List<Talk.Referral> referrals) {}

  private Teller() {}

  /** The event that a command becomes. */
  static ObjectNode event(Talk talk, String act, JsonNode command, List<ObjectNode> deviations) {
    ObjectNode event = JSON.objectNode().put("session", talk.id).put("seq", talk.seq);
    event.put("at", talk.at.toString());
    if (command.has("recordedAt")) {
      event.put("recordedAt", Times.read(command.path("recordedAt")).toString());
    }
    event.set("by", command.path("by"));
    if (command.has("commandId")) {
      event.set("commandId", command.path("commandId"));
    }
    event.put("type", TYPES.get(act));
    if (act.equals("open")) {
      event.put("protocol", talk.paper.reference).put("fingerprint", talk.paper.fingerprint);
    }
    for (String member : MEMBERS) {
      if (command.has(member)) {
        event.set(member, command.path(member));
      }
    }
    if (!deviations.isEmpty()) {
      deviations.forEach(event.putArray("deviations")::add);
    }
    return event;
  }

  // --- answers

  private static ObjectNode head(Talk talk, String outcome, boolean repeated) {
    ObjectNode answer = JSON.objectNode().put("session", talk.id).put("outcome", outcome);
    if (repeated) {
      answer.put("repeated", true);
    }
    answer.put("seq", talk.seq);
    List<Integer> urgent = talk.urgent();
    if (!urgent.isEmpty()) {
      ObjectNode told = answer.putObject("urgent");
      urgent.forEach(i -> told.withArray("rules").add(talk.paper.laws.get(i).id()));
      ArrayNode remedy = told.putArray("remedy");
      talk.toSatisfy(urgent).orElseThrow().forEach(remedy::add);
      told.put("explanation", "Someone may be in danger.");
    }
    return answer;
  }

  static ObjectNode accepted(Talk talk, ObjectNode event, boolean repeated) {
    ObjectNode answer = head(talk, "accepted", repeated);
    answer.putArray("events").add(event);
    answer.put("status", talk.status).put("settled", talk.isSettled());
    next(talk, answer);
    return answer;
  }

  private static void next(Talk talk, ObjectNode answer) {
    permitted(talk).forEach(answer.putArray("permitted")::add);
    ArrayNode outstanding = answer.putArray("outstanding");
    outstanding(talk).forEach(outstanding::add);
    due(talk, Optional.empty()).forEach(answer.putArray("due")::add);
  }

  static List<String> outstanding(Talk talk) {
    return talk.unsatisfied().stream().map(i -> talk.paper.laws.get(i).id()).sorted().toList();
  }

  static ObjectNode refused(Talk talk, JsonNode command, String code, List<Integer> bad) {
    ObjectNode answer = head(talk, "refused", false);
    reasons(talk, command, code, bad, answer);
    return answer.put("explanation", "This cannot be.");
  }

  /** What stands against a command, and the way out. */
  private static void reasons(
      Talk talk, JsonNode command, String code, List<Integer> bad, ObjectNode answer) {
    ArrayNode violations = answer.putArray("violations");
    if (!code.isEmpty()) {
      violations.addObject().put("code", code).put("explanation", "Not now.");
      return;
    }
    for (int i : bad) {
      ObjectNode violation = violations.addObject();
      if (i == Talk.CONFLICT) {
        violation.put("code", "rule.conflict");
        ArrayNode rules = violation.putArray("rules");
        talk.clash(talk.activities(command), false)
            .forEach(each -> rules.add(talk.paper.laws.get(each).id()));
        violation.put("explanation", "Nothing leads on from there.");
      } else {
        violation.put("code", "rule.violated").put("rule", talk.paper.laws.get(i).id());
        violation.put("explanation", "This rule stands against it.");
        ArrayNode witness = violation.putArray("witness");
        talk.witness(i, talk.activities(command)).forEach(witness::add);
      }
    }
    if (command.has("override")) {
      boolean blank = command.at("/override/reason").asText().isBlank();
      violations
          .addObject()
          .put("code", blank ? "override.no-reason" : "override.not-allowed")
          .put("explanation", "It cannot be overridden so.");
      return;
    }
    talk.remedy(command)
        .ifPresent(
            way -> {
              ArrayNode remedy = answer.putArray("remedy");
              way.forEach(remedy::add);
            });
  }

  /** It follows from where the session stands, so it is worked out once for each such place. */
  private static Set<String> permitted(Talk talk) {
    Standing here =
        new Standing(
            talk.status,
            Arrays.stream(talk.states).boxed().toList(),
            Set.copyOf(talk.departed),
            List.copyOf(talk.referrals.values()));
    return talk.memory.permitted.computeIfAbsent(here, key -> workPermitted(talk));
  }

  private static Set<String> workPermitted(Talk talk) {
    Set<String> permitted = new TreeSet<>();
    for (String each : entries(talk)) {
      String by = talk.supporter.path("id").asText();
      if (commands(talk, each, by).stream().anyMatch(talk::isAccepted)) {
        permitted.add(each);
      }
    }
    return permitted;
  }

  /** The alphabet and the words, sorted. */
  private static Set<String> entries(Talk talk) {
    Set<String> entries = new TreeSet<>(talk.paper.alphabet);
    entries.addAll(WORDS);
    return entries;
  }

  /** The commands that an activity or a word stands for. */
  private static List<ObjectNode> commands(Talk talk, String entry, String by) {
    String act = entry.replaceFirst(":.*", "");
    String what = entry.substring(entry.indexOf(':') + 1);
    ObjectNode command =
        JSON.objectNode().put("do", act).put("at", talk.at.toString()).put("by", by);
    switch (act) {
      case "begin" -> command.put("element", what);
      case "concern" -> command.put("level", what);
      case "offer" -> command.put("resource", what).put("referral", "");
      case "thank" -> command.putArray("facets").add(what);
      default -> {
        if (Talk.OF_REFERRAL.contains(act)) {
          return referrals(talk, act, what).stream()
              .map(each -> command.deepCopy().put("referral", each))
              .toList();
        }
      }
    }
    return List.of(command);
  }

  /** Those that the act fits, or else the latest of the resource, or else none. */
  private static List<String> referrals(Talk talk, String act, String resource) {
    String latest = "";
    List<String> fitting = new ArrayList<>();
    for (Map.Entry<String, Talk.Referral> each : talk.referrals.entrySet()) {
      if (each.getValue().resource().equals(resource)) {
        latest = each.getKey();
        if (talk.misstep(act, each.getValue()).isEmpty()) {
          fitting.add(latest);
        }
      }
    }
    return fitting.isEmpty() ? List.of(latest) : fitting;
  }

  /** The open obligations; with an instant, whether they are overdue. */
  static List<ObjectNode> due(Talk talk, Optional<Instant> now) {
    List<Talk.Owed> sorted = new ArrayList<>(talk.isSettled() ? List.of() : talk.owed);
    sorted.sort(
        Comparator.comparing(Talk.Owed::due)
            .thenComparing(Talk.Owed::deadline)
            .thenComparing(Talk.Owed::referral));
    List<ObjectNode> due = new ArrayList<>();
    for (Talk.Owed each : sorted) {
      ObjectNode item = JSON.objectNode().put("deadline", each.deadline());
      if (!each.referral().isEmpty()) {
        item.put("referral", each.referral());
      }
      item.put("since", each.since().toString()).put("dueAt", each.due().toString());
      now.ifPresent(moment -> item.put("overdue", moment.isAfter(each.due())));
      due.add(item);
    }
    return due;
  }

  // --- queries

  static ObjectNode options(Talk talk, JsonNode query) {
    ObjectNode answer = head(talk, "options", false).put("status", talk.status);
    ArrayNode options = answer.putArray("options");
    String by = query.path("by").asText(talk.supporter.path("id").asText());
    for (String entry : entries(talk)) {
      for (ObjectNode command : commands(talk, entry, by)) {
        ObjectNode option = options.addObject().put("activity", entry);
        option.set("do", command.path("do"));
        if (!command.path("referral").asText().isEmpty()) {
          option.set("referral", command.path("referral"));
        }
        String code = Guard.code(talk, command);
        List<Integer> bad = code.isEmpty() ? talk.against(command) : List.of();
        option.put("permitted", code.isEmpty() && bad.isEmpty());
        if (!code.isEmpty() || !bad.isEmpty()) {
          reasons(talk, command, code, bad, option);
        }
      }
    }
    ArrayNode rules = answer.putArray("rules");
    for (int i = 0; i < talk.states.length; i++) {
      Law law = talk.paper.laws.get(i);
      rules.addObject().put("id", law.id()).put("verdict", law.table().verdict(talk.states[i]));
    }
    Instant now = Times.read(query.path("at"));
    due(talk, Optional.of(now)).forEach(answer.putArray("due")::add);
    return answer;
  }

  static ObjectNode state(Talk talk) {
    ObjectNode answer = head(talk, "state", false).put("at", talk.at.toString());
    answer.put("protocol", talk.paper.reference).put("status", talk.status);
    answer.put("settled", talk.isSettled());
    answer.set("supporter", talk.supporter);
    answer.set("peer", talk.peer);
    if (!talk.element.isEmpty()) {
      answer.put("element", talk.element);
    }
    ArrayNode referrals = answer.putArray("referrals");
    talk.referrals.forEach(
        (id, each) ->
            referrals
                .addObject()
                .put("referral", id)
                .put("resource", each.resource())
                .put("state", each.state()));
    next(talk, answer);
    return answer;
  }
}
