package org.peersupport.json.certification;

import static org.peersupport.json.certification.Faulty.accepting;
import static org.peersupport.json.certification.Faulty.hearing;
import static org.peersupport.json.certification.Faulty.isOne;
import static org.peersupport.json.certification.Faulty.refused;
import static org.peersupport.json.certification.Faulty.waved;
import static org.peersupport.json.certification.Faulty.waving;
import static org.peersupport.json.certification.TestProtocol.SIX;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was entered in error, taken back wrongly. */
final class FaultsOfCorrecting {
  private FaultsOfCorrecting() {}

  static List<Fault> all() {
    List<Fault> faults = new ArrayList<>();
    addCorrections(faults);
    addVoid(faults);
    return faults;
  }

  private static void addCorrections(List<Fault> faults) {
    faults.add(
        Fault.of(
            "a correction takes nothing back",
            SIX,
            (command, engine, notes) ->
                isOne(command, "correct") && !notes.accepted.isEmpty()
                    ? waved(notes, "event-corrected")
                    : engine.answer(command)));
    faults.add(
        Fault.of(
            "a correction cannot be corrected",
            SIX,
            () -> {
              Set<String> corrections = new HashSet<>();
              return (command, engine, notes) -> {
                String session = command.path("session").asText() + " ";
                if (isOne(command, "correct")
                    && corrections.contains(session + command.path("seq").asInt())) {
                  return refused(command, "correction.not-allowed");
                }
                ObjectNode answer = engine.answer(command);
                if (isOne(command, "correct") && isAccepted(answer)) {
                  corrections.add(session + answer.path("seq").asInt());
                }
                return answer;
              };
            }));
    faults.add(
        Fault.of(
            "the supporter corrects what the peer recorded",
            SIX,
            (command, engine, notes) -> {
              ObjectNode answer = engine.answer(command);
              boolean refused =
                  isOne(command, "correct") && Faulty.code(answer).equals("actor.not-allowed");
              return refused && command.path("by").asText().equals(notes.supporter)
                  ? engine.answer(command.put("by", notes.peer))
                  : answer;
            }));
    faults.add(
        Fault.of(
            "what was corrected may be corrected again",
            SIX,
            waving("correction.not-allowed", "event-corrected", "correct")));
    faults.add(
        Fault.of(
            "what does not exist is corrected",
            SIX,
            waving("correction.unknown-event", "event-corrected", "correct")));
    faults.add(
        Fault.of(
            "an impossible history is made by a correction",
            SIX,
            waving("correction.impossible", "event-corrected", "correct")));
    faults.add(
        Fault.of(
            "what a correction makes depart is not told",
            SIX,
            accepting(
                (answer, notes) -> {
                  ObjectNode event = (ObjectNode) answer.at("/events/0");
                  if (event.path("type").asText().equals("event-corrected")) {
                    event.remove("deviations");
                  }
                })));
    faults.add(
        Fault.of(
            "the reason of a correction is not recorded",
            SIX,
            accepting(
                (answer, notes) -> {
                  ObjectNode event = (ObjectNode) answer.at("/events/0");
                  if (event.path("type").asText().equals("event-corrected")) {
                    event.remove("reason");
                  }
                })));
  }

  private static boolean isAccepted(ObjectNode answer) {
    return answer.path("outcome").asText().equals("accepted");
  }

  private static void addVoid(List<Fault> faults) {
    faults.add(
        Fault.of(
            "anybody may void a session",
            SIX,
            hearing(
                (command, notes) -> {
                  if (isOne(command, "void") && !notes.supporter.isEmpty()) {
                    command.put("by", notes.supporter);
                  }
                })));
    faults.add(
        Fault.of(
            "only the current supporter may void a session",
            SIX,
            (command, engine, notes) ->
                isOne(command, "void") && !notes.supporter.equals(command.path("by").asText())
                    ? refused(command, "actor.not-allowed")
                    : engine.answer(command)));
    faults.add(
        Fault.of(
            "a session is voided while someone may be in danger",
            SIX,
            waving("correction.not-allowed", "session-voided", "void")));
    faults.add(
        Fault.of(
            "any reason voids a session",
            SIX,
            hearing(
                (command, notes) -> {
                  if (isOne(command, "void")
                      && !List.of("wrong-person", "duplicate", "test")
                          .contains(command.path("reason").asText())) {
                    command.put("reason", "other");
                  }
                })));
    faults.add(
        Fault.of(
            "a voided session goes on",
            SIX,
            waving("session.voided", "element-begun", "begin", "concern")));
    faults.add(
        Fault.of(
            "a voided session is never settled",
            SIX,
            accepting(
                (answer, notes) -> {
                  if (answer.path("status").asText().equals("voided")) {
                    answer.put("settled", false);
                  }
                })));
    faults.add(
        Fault.of(
            "a voided session is an ended one",
            SIX,
            accepting(
                (answer, notes) -> {
                  if (answer.path("status").asText().equals("voided")) {
                    answer.put("status", "ended");
                  }
                })));
    faults.add(
        Fault.of(
            "a void cannot be corrected",
            SIX,
            (command, engine, notes) ->
                isOne(command, "correct") && notes.status.equals("voided")
                    ? refused(command, "session.voided")
                    : engine.answer(command)));
  }
}
