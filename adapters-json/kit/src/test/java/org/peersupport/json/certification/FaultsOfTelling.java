package org.peersupport.json.certification;

import static org.peersupport.json.certification.Faulty.accepting;
import static org.peersupport.json.certification.Faulty.refusing;
import static org.peersupport.json.certification.Faulty.telling;
import static org.peersupport.json.certification.TestProtocol.CHOICES;
import static org.peersupport.json.certification.TestProtocol.SIX;
import static org.peersupport.json.certification.TestProtocol.WARD;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Answers that tell something else than what happened. */
final class FaultsOfTelling {
  private FaultsOfTelling() {}

  static List<Fault> all() {
    List<Fault> faults = new ArrayList<>();
    addPermitted(faults);
    addState(faults);
    addEvents(faults);
    addRefusals(faults);
    addQueries(faults);
    return faults;
  }

  private static void reverse(ObjectNode answer, String member) {
    List<JsonNode> entries = new ArrayList<>();
    answer.path(member).forEach(entries::add);
    Collections.reverse(entries);
    if (answer.has(member)) {
      answer.putArray(member).addAll(entries);
    }
  }

  private static void drop(ArrayNode texts, String text) {
    for (int i = texts.size() - 1; i >= 0; i--) {
      if (texts.get(i).asText().equals(text)) {
        texts.remove(i);
      }
    }
  }

  private static ArrayNode permitted(ObjectNode answer) {
    return (ArrayNode) answer.path("permitted");
  }

  private static void stale(ObjectNode answer, Notes notes, String member) {
    JsonNode truth = answer.path(member).deepCopy();
    if (notes.memory.put(member, truth) instanceof JsonNode former) {
      answer.set(member, former);
    }
  }

  /** Shortens the list of the rules that clash. */
  private static void clash(ObjectNode answer, int length) {
    if (answer.at("/violations/0/rules") instanceof ArrayNode rules) {
      while (rules.size() > length) {
        rules.remove(rules.size() - 1);
      }
    }
  }

  private static void addPermitted(List<Fault> faults) {
    faults.add(
        Fault.of(
            "permitted unsorted", SIX, accepting((answer, n) -> reverse(answer, "permitted"))));
    faults.add(
        Fault.of(
            "permitted misses one",
            SIX,
            accepting(
                (answer, notes) -> {
                  if (!permitted(answer).isEmpty()) {
                    permitted(answer).remove(0);
                  }
                })));
    for (String missing : List.of("end", "pause", "transfer", "resume", "close")) {
      faults.add(
          Fault.of(
              "permitted never has " + missing,
              SIX,
              accepting((answer, notes) -> drop(permitted(answer), missing))));
    }
    faults.add(
        Fault.of(
            "permitted always has close",
            SIX,
            accepting(
                (answer, notes) -> {
                  ArrayNode permitted = permitted(answer);
                  drop(permitted, "close");
                  int at = 0;
                  while (at < permitted.size()
                      && permitted.get(at).asText().compareTo("close") < 0) {
                    at++;
                  }
                  permitted.insert(at, "close");
                })));
    faults.add(
        Fault.of(
            "permitted is that of before",
            SIX,
            accepting((answer, notes) -> stale(answer, notes, "permitted"))));
  }

  private static void addState(List<Fault> faults) {
    faults.add(
        Fault.of(
            "outstanding unsorted",
            SIX,
            accepting((answer, notes) -> reverse(answer, "outstanding"))));
    faults.add(
        Fault.of(
            "outstanding is that of before",
            SIX,
            accepting((answer, notes) -> stale(answer, notes, "outstanding"))));
    faults.add(
        Fault.of(
            "outstanding is empty after the end",
            SIX,
            accepting(
                (answer, notes) -> {
                  if (answer.path("status").asText().equals("ended")) {
                    answer.putArray("outstanding");
                  }
                })));
    faults.add(
        Fault.of(
            "status closed after an early end",
            SIX,
            accepting(
                (answer, notes) -> {
                  if (answer.path("status").asText().equals("ended")) {
                    answer.put("status", "closed");
                  }
                })));
    faults.add(
        Fault.of(
            "status open while paused",
            SIX,
            accepting(
                (answer, notes) -> {
                  if (answer.path("status").asText().equals("paused")) {
                    answer.put("status", "open");
                  }
                })));
    faults.add(
        Fault.of(
            "settled too early",
            SIX,
            accepting(
                (answer, notes) -> {
                  if (List.of("closed", "ended").contains(answer.path("status").asText())) {
                    answer.put("settled", true);
                  }
                })));
    faults.add(
        Fault.of("never settled", SIX, accepting((answer, notes) -> answer.put("settled", false))));
    faults.add(
        Fault.of("due unsorted", WARD, accepting((answer, notes) -> reverse(answer, "due"))));
    faults.add(
        Fault.of("nothing is ever due", SIX, accepting((answer, notes) -> answer.putArray("due"))));
    faults.add(
        Fault.of(
            "what nothing can meet any more stays due",
            WARD,
            (command, engine, notes) -> {
              JsonNode before = notes.accepted.path("due");
              ObjectNode answer = engine.answer(command);
              if (List.of("closed", "ended").contains(answer.path("status").asText())
                  && before.size() > answer.path("due").size()) {
                answer.set("due", before);
              }
              return answer;
            }));
    faults.add(
        Fault.of(
            "due forgotten after the end",
            SIX,
            accepting(
                (answer, notes) -> {
                  if (List.of("closed", "ended").contains(answer.path("status").asText())) {
                    answer.putArray("due");
                  }
                })));
  }

  private static ObjectNode event(ObjectNode answer) {
    return (ObjectNode) answer.at("/events/0");
  }

  private static void addEvents(List<Fault> faults) {
    faults.add(
        Fault.of(
            "seq starts at 0",
            SIX,
            accepting(
                (answer, n) -> event(answer).put("seq", event(answer).path("seq").asInt() - 1))));
    faults.add(
        Fault.of(
            "seq skips one after a pause",
            SIX,
            accepting(
                (answer, notes) -> {
                  if (answer.path("status").asText().equals("paused")) {
                    event(answer).put("seq", event(answer).path("seq").asInt() + 1);
                  }
                })));
    faults.add(
        Fault.of(
            "an early end is recorded as a close",
            SIX,
            accepting(
                (answer, notes) -> {
                  if (event(answer).path("type").asText().equals("session-ended")) {
                    event(answer).put("type", "session-closed");
                  }
                })));
    faults.add(
        Fault.of(
            "every event twice",
            SIX,
            accepting(
                (answer, n) -> ((ArrayNode) answer.path("events")).add(event(answer).deepCopy()))));
    faults.add(
        Fault.of("no event is told", SIX, accepting((answer, notes) -> answer.putArray("events"))));
    faults.add(
        Fault.of(
            "departures are not recorded",
            SIX,
            accepting((answer, notes) -> event(answer).remove("deviations"))));
    faults.add(
        Fault.of(
            "the reason of an override is lost",
            SIX,
            accepting(
                (answer, notes) ->
                    event(answer)
                        .path("deviations")
                        .forEach(each -> ((ObjectNode) each).remove("reason")))));
    faults.add(
        Fault.of(
            "how late it is is not told",
            SIX,
            accepting(
                (answer, notes) ->
                    event(answer)
                        .path("deviations")
                        .forEach(each -> ((ObjectNode) each).remove("lateBy")))));
    faults.add(
        Fault.of(
            "an advisory is recorded twice",
            WARD,
            accepting(
                (answer, notes) -> {
                  JsonNode now = event(answer).path("deviations");
                  Object before = notes.memory.get("deviations");
                  if (now.isEmpty() && before != null) {
                    event(answer).set("deviations", (JsonNode) before);
                  } else if (!now.isEmpty()) {
                    notes.memory.put("deviations", now.deepCopy());
                  }
                })));
    faults.add(
        Fault.of(
            "an advisory is recorded at an early end",
            SIX,
            accepting(
                (answer, notes) -> {
                  if (event(answer).path("type").asText().equals("session-ended")) {
                    event(answer)
                        .putArray("deviations")
                        .addObject()
                        .put("rule", "thanks-come-last");
                  }
                })));
    faults.add(
        Fault.of(
            "deviations in reverse",
            WARD,
            accepting(
                (answer, notes) -> {
                  if (event(answer).path("deviations").size() > 1) {
                    reverse(event(answer), "deviations");
                  }
                })));
  }

  private static void addRefusals(List<Fault> faults) {
    faults.add(
        Fault.of(
            "only the first violation is told",
            SIX,
            refusing(
                (answer, notes) -> {
                  ArrayNode violations = (ArrayNode) answer.path("violations");
                  while (violations.size() > 1) {
                    violations.remove(1);
                  }
                })));
    faults.add(
        Fault.of("a conflict names no rules", CHOICES, refusing((answer, n) -> clash(answer, 0))));
    faults.add(
        Fault.of(
            "a conflict names one rule too few",
            CHOICES,
            refusing((answer, n) -> clash(answer, answer.at("/violations/0/rules").size() - 1))));
    faults.add(
        Fault.of(
            "violations in reverse",
            SIX,
            refusing((answer, notes) -> reverse(answer, "violations"))));
    faults.add(
        Fault.of(
            "violations without the rule",
            SIX,
            refusing(
                (answer, notes) ->
                    answer
                        .path("violations")
                        .forEach(each -> ((ObjectNode) each).remove("rule")))));
    faults.add(
        Fault.of(
            "violations without a word of explanation",
            SIX,
            refusing(
                (answer, notes) ->
                    answer
                        .path("violations")
                        .forEach(each -> ((ObjectNode) each).put("explanation", " ")))));
    faults.add(
        Fault.of(
            "every refusal has the same code",
            SIX,
            refusing(
                (answer, notes) ->
                    answer
                        .path("violations")
                        .forEach(each -> ((ObjectNode) each).put("code", "rule.violated")))));
    for (String code :
        List.of(
            "session.paused",
            "session.finished",
            "actor.not-in-session",
            "referral.no-consent",
            "referral.pending",
            "override.not-allowed",
            "command.id-reused",
            "time.in-future",
            "reason.unknown",
            "session.voided",
            "correction.not-allowed",
            "correction.unknown-event",
            "correction.impossible")) {
      faults.add(
          Fault.of(
              "another code for " + code,
              SIX,
              refusing(
                  (answer, notes) ->
                      answer
                          .path("violations")
                          .forEach(
                              each -> {
                                if (each.path("code").asText().equals(code)) {
                                  ((ObjectNode) each).put("code", "session.unknown");
                                }
                              }))));
    }
    faults.add(Fault.of("no remedy", SIX, refusing((answer, notes) -> answer.remove("remedy"))));
    faults.add(
        Fault.of(
            "a remedy that is not the shortest",
            SIX,
            refusing(
                (answer, notes) -> {
                  if (answer.path("remedy").size() > 0) {
                    ((ArrayNode) answer.path("remedy")).insert(0, "begin:reach-out");
                  }
                })));
    faults.add(
        Fault.of(
            "a remedy in the wrong order",
            SIX,
            refusing((answer, notes) -> reverse(answer, "remedy"))));
    faults.add(
        Fault.of(
            "an empty remedy where there is none",
            SIX,
            refusing(
                (answer, notes) -> {
                  if (!answer.has("remedy")) {
                    answer.putArray("remedy");
                  }
                })));
    faults.add(
        Fault.of(
            "no witness",
            SIX,
            refusing(
                (answer, notes) ->
                    answer
                        .path("violations")
                        .forEach(
                            each -> {
                              if (each.has("witness")) {
                                ((ObjectNode) each).putArray("witness");
                              }
                            }))));
    faults.add(
        Fault.of(
            "the earliest witness",
            SIX,
            refusing(
                (answer, notes) ->
                    answer
                        .path("violations")
                        .forEach(
                            each -> {
                              if (each.path("witness").size() > 0) {
                                ((ArrayNode) each.path("witness")).remove(0);
                                ((ArrayNode) each.path("witness")).insert(0, 2);
                              }
                            }))));
  }

  private static void addQueries(List<Fault> faults) {
    faults.add(
        Fault.of(
            "verdicts are never final",
            SIX,
            telling(
                (answer, notes) ->
                    answer
                        .path("rules")
                        .forEach(
                            each -> {
                              String verdict = each.path("verdict").asText();
                              if (!verdict.startsWith("possibly-")) {
                                ((ObjectNode) each).put("verdict", "possibly-" + verdict);
                              }
                            }))));
    faults.add(
        Fault.of(
            "verdicts are always final",
            SIX,
            telling(
                (answer, notes) ->
                    answer
                        .path("rules")
                        .forEach(
                            each ->
                                ((ObjectNode) each)
                                    .put(
                                        "verdict",
                                        each.path("verdict").asText().replace("possibly-", ""))))));
    faults.add(
        Fault.of(
            "advisory rules are left out of the verdicts",
            SIX,
            telling(
                (answer, notes) -> {
                  if (answer.path("rules").size() > 0) {
                    ArrayNode rules = (ArrayNode) answer.path("rules");
                    for (int i = rules.size() - 1; i >= 0; i--) {
                      if (rules.get(i).path("id").asText().endsWith("-last")) {
                        rules.remove(i);
                      }
                    }
                  }
                })));
    faults.add(
        Fault.of(
            "what is overdue is not marked",
            SIX,
            telling(
                (answer, notes) ->
                    answer
                        .path("due")
                        .forEach(
                            each -> {
                              if (each.has("overdue")) {
                                ((ObjectNode) each).put("overdue", false);
                              }
                            }))));
    faults.add(
        Fault.of(
            "everything due is overdue",
            SIX,
            telling(
                (answer, notes) ->
                    answer
                        .path("due")
                        .forEach(
                            each -> {
                              if (each.has("overdue")) {
                                ((ObjectNode) each).put("overdue", true);
                              }
                            }))));
    faults.add(
        Fault.of(
            "answers name no outcome", SIX, telling((answer, notes) -> answer.remove("outcome"))));
    faults.add(Fault.of("answers tell no seq", SIX, telling((answer, n) -> answer.remove("seq"))));
    faults.add(
        Fault.of(
            "a state forgets the referrals",
            SIX,
            telling(
                (answer, notes) -> {
                  if (answer.path("outcome").asText().equals("state")) {
                    answer.putArray("referrals");
                  }
                })));
    faults.add(
        Fault.of(
            "a state names no element",
            SIX,
            telling(
                (answer, notes) -> {
                  if (answer.path("outcome").asText().equals("state")) {
                    answer.remove("element");
                  }
                })));
    faults.add(
        Fault.of(
            "options name no command",
            SIX,
            telling(
                (answer, notes) ->
                    answer.path("options").forEach(each -> ((ObjectNode) each).remove("do")))));
    faults.add(
        Fault.of(
            "options name no referral",
            SIX,
            telling(
                (answer, notes) ->
                    answer
                        .path("options")
                        .forEach(each -> ((ObjectNode) each).remove("referral")))));
    faults.add(
        Fault.of(
            "an opening has no fingerprint",
            SIX,
            accepting((answer, notes) -> event(answer).remove("fingerprint"))));
    faults.add(
        Fault.of(
            "answers name another session",
            SIX,
            telling(
                (answer, notes) -> {
                  if (answer.has("session")) {
                    answer.put("session", "another");
                  }
                })));
  }
}
