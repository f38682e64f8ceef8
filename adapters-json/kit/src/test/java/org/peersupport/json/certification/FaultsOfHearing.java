package org.peersupport.json.certification;

import static org.peersupport.json.certification.Faulty.hearing;
import static org.peersupport.json.certification.Faulty.instead;
import static org.peersupport.json.certification.Faulty.isOne;
import static org.peersupport.json.certification.Faulty.refused;
import static org.peersupport.json.certification.Faulty.waved;
import static org.peersupport.json.certification.Faulty.waving;
import static org.peersupport.json.certification.TestProtocol.SIX;
import static org.peersupport.json.certification.TestProtocol.WARD;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Commands that are taken or refused wrongly. */
final class FaultsOfHearing {
  private static final Set<String> KNOWN =
      Set.of(
          "session",
          "at",
          "recordedAt",
          "by",
          "commandId",
          "do",
          "override",
          "ifSeq",
          "protocol",
          "supporter",
          "peer",
          "followUpOf",
          "element",
          "level",
          "referral",
          "resource",
          "facets",
          "reason",
          "seq",
          "code");

  private FaultsOfHearing() {}

  static List<Fault> all() {
    List<Fault> faults = new ArrayList<>();
    addActors(faults);
    addOverrides(faults);
    addReferrals(faults);
    addLife(faults);
    addReading(faults);
    return faults;
  }

  /** A kind of command that is refused with a code when the notes say so. */
  private interface When {
    boolean is(ObjectNode command, Notes notes);
  }

  private static Faulty.Reply refusing(String code, When when) {
    return (command, engine, notes) ->
        when.is(command, notes) ? refused(command, code) : engine.answer(command);
  }

  private static void addActors(List<Fault> faults) {
    faults.add(
        Fault.of(
            "a stranger may act",
            SIX,
            hearing(
                (command, notes) -> {
                  String by = command.path("by").asText();
                  boolean known = by.equals(notes.supporter) || by.equals(notes.peer);
                  if (!known && !notes.supporter.isEmpty() && !isOne(command, "transfer")) {
                    command.put("by", notes.supporter);
                  }
                })));
    faults.add(
        Fault.of(
            "the peer may do anything",
            SIX,
            hearing(
                (command, notes) -> {
                  if (command.path("by").asText().equals(notes.peer)) {
                    command.put("by", notes.supporter);
                  }
                })));
    faults.add(
        Fault.of(
            "the peer may not answer",
            SIX,
            refusing(
                "actor.not-allowed",
                (command, notes) ->
                    isOne(command, "accept", "decline")
                        && command.path("by").asText().equals(notes.peer))));
    faults.add(
        Fault.of(
            "the peer may not pause",
            SIX,
            refusing(
                "actor.not-allowed",
                (command, notes) ->
                    isOne(command, "pause", "resume")
                        && command.path("by").asText().equals(notes.peer))));
    faults.add(
        Fault.of(
            "the peer may not end",
            SIX,
            refusing(
                "actor.not-allowed",
                (command, notes) ->
                    isOne(command, "end") && command.path("by").asText().equals(notes.peer))));
    faults.add(
        Fault.of(
            "only those in the session may tell what became of a referral",
            SIX,
            refusing(
                "actor.not-in-session",
                (command, notes) ->
                    isOne(command, "complete", "lapse")
                        && !List.of(notes.supporter, notes.peer)
                            .contains(command.path("by").asText()))));
    faults.add(
        Fault.of(
            "only the supporter may transfer",
            SIX,
            refusing(
                "actor.not-allowed",
                (command, notes) ->
                    isOne(command, "transfer")
                        && !notes.supporter.equals(command.path("by").asText()))));
    faults.add(
        Fault.of(
            "a new supporter is not installed",
            SIX,
            hearing(
                (command, notes) -> {
                  if (isOne(command, "transfer") && !notes.supporter.isEmpty()) {
                    command.putObject("supporter").put("id", notes.supporter);
                  }
                })));
    faults.add(
        Fault.of(
            "the old supporter is still accepted",
            SIX,
            hearing(
                (command, notes) -> {
                  if (command.path("by").asText().equals(notes.formerSupporter)) {
                    command.put("by", notes.supporter);
                  }
                })));
    faults.add(
        Fault.of(
            "supporter and peer may be the same",
            SIX,
            hearing(
                (command, notes) -> {
                  if (isOne(command, "open")
                      && command.at("/supporter/id").equals(command.at("/peer/id"))) {
                    command.putObject("peer").put("id", "somebody-else");
                  }
                })));
    faults.add(
        Fault.of(
            "an unknown department fits",
            WARD,
            hearing(
                (command, notes) -> {
                  if (isOne(command, "open", "transfer") && command.has("supporter")) {
                    ObjectNode supporter = (ObjectNode) command.path("supporter");
                    if (!supporter.has("department")) {
                      supporter.put("department", "anywhere-else");
                    }
                  }
                })));
    faults.add(
        Fault.of(
            "pairing is not looked at again on a transfer",
            WARD,
            hearing(
                (command, notes) -> {
                  if (isOne(command, "transfer")) {
                    ((ObjectNode) command.path("supporter")).put("department", "anywhere-else");
                  }
                })));
  }

  private static void addOverrides(List<Fault> faults) {
    faults.add(
        Fault.of(
            "an override without a reason is taken",
            SIX,
            hearing(
                (command, notes) -> {
                  if (command.has("override")
                      && command.at("/override/reason").asText().isBlank()) {
                    command.putObject("override").put("reason", "none");
                  }
                })));
    faults.add(
        Fault.of(
            "overrides are not heard",
            SIX,
            hearing((command, notes) -> command.remove("override"))));
    faults.add(
        Fault.of(
            "an override that nothing needs is refused",
            SIX,
            (command, engine, notes) -> {
              ObjectNode plain = command.deepCopy();
              plain.remove("override");
              boolean needed = notes.memory.containsKey("needed");
              ObjectNode answer = engine.answer(command);
              boolean departs = answer.at("/events/0/deviations/0/reason").isTextual();
              return command.has("override")
                      && !departs
                      && !needed
                      && answer.path("outcome").asText().equals("accepted")
                  ? refused(command, "override.not-allowed")
                  : answer;
            }));
    faults.add(
        Fault.of("ifSeq ignored", SIX, hearing((command, notes) -> command.remove("ifSeq"))));
    faults.add(
        Fault.of(
            "ifSeq is that of the next event",
            SIX,
            hearing(
                (command, notes) -> {
                  if (command.path("ifSeq").isInt() && command.path("ifSeq").asInt() > 1) {
                    command.put("ifSeq", command.path("ifSeq").asInt() - 1);
                  }
                })));
  }

  private static void addReferrals(List<Fault> faults) {
    faults.add(
        Fault.of(
            "a referral's id may be used twice",
            SIX,
            (command, engine, notes) -> {
              if (isOne(command, "offer")
                  && notes.resources.containsKey(command.path("referral").asText())) {
                command.put("referral", command.path("referral").asText() + "-again");
              }
              return engine.answer(command);
            }));
    faults.add(
        Fault.of(
            "a second referral may be pending",
            SIX,
            (command, engine, notes) -> {
              ObjectNode answer = engine.answer(command);
              if (!Faulty.code(answer).equals("referral.pending")) {
                return answer;
              }
              String resource = command.path("resource").asText();
              notes.resources.forEach(
                  (referral, of) -> {
                    if (of.equals(resource)) {
                      engine.answer(instead(command, "lapse").put("referral", referral));
                    }
                  });
              return engine.answer(command);
            }));
    faults.add(
        Fault.of(
            "a lapse after the last word is accepted",
            SIX,
            waving("referral.wrong-state", "referral-lapsed", "lapse")));
    faults.add(
        Fault.of(
            "completed without having been connected",
            SIX,
            waving("referral.wrong-state", "referral-completed", "complete")));
    faults.add(
        Fault.of(
            "accepted a second time",
            SIX,
            waving("referral.wrong-state", "referral-accepted", "accept")));
    faults.add(
        Fault.of(
            "declined after it was accepted",
            SIX,
            waving("referral.wrong-state", "referral-declined", "decline")));
    faults.add(
        Fault.of(
            "connected after it was declined",
            SIX,
            waving("referral.wrong-state", "referral-connected", "connect")));
    faults.add(
        Fault.of(
            "an offered referral cannot lapse",
            SIX,
            refusing(
                "referral.wrong-state",
                (command, notes) ->
                    isOne(command, "lapse")
                        && "offer".equals(notes.states.get(command.path("referral").asText())))));
    faults.add(
        Fault.of(
            "a connected referral cannot lapse",
            SIX,
            refusing(
                "referral.wrong-state",
                (command, notes) ->
                    isOne(command, "lapse")
                        && "connect".equals(notes.states.get(command.path("referral").asText())))));
    faults.add(
        Fault.of(
            "a resource is offered once for all",
            SIX,
            refusing(
                "referral.pending",
                (command, notes) ->
                    isOne(command, "offer")
                        && notes.resources.containsValue(command.path("resource").asText()))));
    faults.add(
        Fault.of(
            "referrals are frozen after the end",
            SIX,
            refusing(
                "session.finished",
                (command, notes) ->
                    command.has("referral") && List.of("closed", "ended").contains(notes.status))));
  }

  private static void addLife(List<Fault> faults) {
    faults.add(
        Fault.of(
            "a paused session goes on",
            SIX,
            (command, engine, notes) -> {
              if (notes.status.equals("paused") && isOne(command, "begin")) {
                engine.answer(instead(command, "resume"));
              }
              return engine.answer(command);
            }));
    faults.add(
        Fault.of(
            "a pause stops the peer",
            SIX,
            refusing(
                "session.paused",
                (command, notes) ->
                    notes.status.equals("paused")
                        && isOne(command, "accept", "decline", "concern"))));
    faults.add(
        Fault.of(
            "a paused session cannot end",
            SIX,
            refusing(
                "session.paused",
                (command, notes) -> notes.status.equals("paused") && isOne(command, "end"))));
    faults.add(
        Fault.of(
            "a paused session cannot be transferred",
            SIX,
            refusing(
                "session.paused",
                (command, notes) -> notes.status.equals("paused") && isOne(command, "transfer"))));
    faults.add(
        Fault.of(
            "resumed without a pause",
            SIX,
            waving("session.not-paused", "session-resumed", "resume")));
    faults.add(
        Fault.of("closed twice", SIX, waving("session.finished", "session-closed", "close")));
    faults.add(
        Fault.of(
            "goes on after the end", SIX, waving("session.finished", "element-begun", "begin")));
    faults.add(
        Fault.of(
            "a concern is refused after the end",
            SIX,
            refusing(
                "session.finished",
                (command, notes) ->
                    isOne(command, "concern")
                        && List.of("closed", "ended").contains(notes.status))));
    faults.add(
        Fault.of(
            "what is owed cannot be done after the end",
            SIX,
            refusing(
                "session.finished",
                (command, notes) ->
                    isOne(command, "offer") && List.of("closed", "ended").contains(notes.status))));
    faults.add(
        Fault.of(
            "no transfer after the end",
            SIX,
            refusing(
                "session.finished",
                (command, notes) ->
                    isOne(command, "transfer")
                        && List.of("closed", "ended").contains(notes.status))));
    faults.add(
        Fault.of(
            "a settled session can be transferred",
            SIX,
            waving("session.finished", "supporter-changed", "transfer")));
    faults.add(
        Fault.of(
            "the end is refused while something is owed",
            SIX,
            refusing(
                "rule.violated",
                (command, notes) ->
                    isOne(command, "end")
                        && !notes.accepted.isEmpty()
                        && !notes.accepted.path("outstanding").isEmpty())));
    faults.add(
        Fault.of(
            "a concern is refused once the closing has begun",
            SIX,
            (command, engine, notes) -> {
              if (command.path("element").asText().equals("close-with-thank-you")) {
                notes.memory.put("closing", true);
              }
              return isOne(command, "concern") && notes.memory.containsKey("closing")
                  ? refused(command, "rule.violated")
                  : engine.answer(command);
            }));
    faults.add(
        Fault.of(
            "thanks are partly applied",
            SIX,
            (command, engine, notes) -> {
              ObjectNode answer = engine.answer(command);
              if (isOne(command, "thank") && answer.path("outcome").asText().equals("refused")) {
                for (var facet : command.path("facets")) {
                  ObjectNode one = instead(command, "thank");
                  one.putArray("facets").add(facet.asText());
                  engine.answer(one);
                }
              }
              return answer;
            }));
    faults.add(
        Fault.of(
            "only the first of several thanks counts",
            SIX,
            hearing(
                (command, notes) -> {
                  if (command.path("facets").size() > 1) {
                    String first = command.at("/facets/0").asText();
                    command.putArray("facets").add(first);
                  }
                })));
  }

  private static void addReading(List<Fault> faults) {
    faults.add(
        Fault.of(
            "unknown members are refused",
            SIX,
            (command, engine, notes) -> {
              Set<String> members = new TreeSet<>();
              command.fieldNames().forEachRemaining(members::add);
              members.removeAll(KNOWN);
              return members.isEmpty()
                  ? engine.answer(command)
                  : Faulty.malformed("json.unknown-member");
            }));
    faults.add(
        Fault.of(
            "a missing member is guessed",
            SIX,
            hearing(
                (command, notes) -> {
                  if (!command.has("by") && !isOne(command, "options", "due")) {
                    command.put("by", notes.supporter.isEmpty() ? "somebody" : notes.supporter);
                  }
                })));
    faults.add(
        Fault.of(
            "an ill-typed member is taken",
            SIX,
            (command, engine, notes) -> {
              ObjectNode answer = engine.answer(command);
              return answer.path("outcome").asText().equals("malformed")
                      && !notes.accepted.isEmpty()
                  ? waved(notes, "element-begun")
                  : answer;
            }));
    faults.add(
        Fault.of(
            "an unknown act is refused and not malformed",
            SIX,
            (command, engine, notes) -> {
              ObjectNode answer = engine.answer(command);
              return answer.path("outcome").asText().equals("malformed")
                  ? refused(command, "session.unknown")
                  : answer;
            }));
    faults.add(
        Fault.of(
            "thanks for nothing are taken",
            SIX,
            hearing(
                (command, notes) -> {
                  if (command.path("facets").isArray() && command.path("facets").isEmpty()) {
                    command.withArray("facets").add("work");
                  }
                })));
  }
}
