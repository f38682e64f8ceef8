package org.peersupport.json.certification;

import static org.peersupport.json.certification.Faulty.accepting;
import static org.peersupport.json.certification.Faulty.hearing;
import static org.peersupport.json.certification.Faulty.isOne;
import static org.peersupport.json.certification.Faulty.refused;
import static org.peersupport.json.certification.Faulty.telling;
import static org.peersupport.json.certification.Faulty.waving;
import static org.peersupport.json.certification.TestProtocol.SIX;
import static org.peersupport.json.certification.TestProtocol.WARD;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Facts that are refused or lost: concerns, a yes that is taken back, reasons. */
final class FaultsOfFacts {
  private FaultsOfFacts() {}

  static List<Fault> all() {
    List<Fault> faults = new ArrayList<>();
    addWithdrawals(faults);
    addConcerns(faults);
    addReasons(faults);
    return faults;
  }

  private static boolean isIn(ObjectNode command, Notes notes, String act) {
    return act.equals(notes.states.get(command.path("referral").asText()));
  }

  private static void addWithdrawals(List<Fault> faults) {
    faults.add(
        Fault.of(
            "a yes cannot be taken back",
            SIX,
            (command, engine, notes) ->
                isOne(command, "withdraw") && isIn(command, notes, "accept")
                    ? refused(command, "referral.wrong-state")
                    : engine.answer(command)));
    faults.add(
        Fault.of(
            "a yes cannot be taken back after the hand-off",
            SIX,
            (command, engine, notes) ->
                isOne(command, "withdraw") && isIn(command, notes, "connect")
                    ? refused(command, "referral.wrong-state")
                    : engine.answer(command)));
    faults.add(
        Fault.of(
            "handed over although the yes was taken back",
            SIX,
            (command, engine, notes) -> {
              ObjectNode answer = engine.answer(command);
              return isOne(command, "connect") && isIn(command, notes, "withdraw")
                  ? Faulty.waved(notes, "referral-connected")
                  : answer;
            }));
    faults.add(
        Fault.of(
            "a yes is taken back that was never given",
            SIX,
            waving("referral.wrong-state", "referral-withdrawn", "withdraw")));
    faults.add(
        Fault.of(
            "only the peer may take a yes back",
            SIX,
            (command, engine, notes) ->
                isOne(command, "withdraw") && !notes.peer.equals(command.path("by").asText())
                    ? refused(command, "actor.not-allowed")
                    : engine.answer(command)));
    faults.add(
        Fault.of(
            "a withdrawal is recorded as a lapse",
            SIX,
            accepting(
                (answer, notes) -> {
                  ObjectNode event = (ObjectNode) answer.at("/events/0");
                  if (event.path("type").asText().equals("referral-withdrawn")) {
                    event.put("type", "referral-lapsed");
                  }
                })));
    faults.add(
        Fault.of(
            "nothing is complete that was not connected",
            SIX,
            (command, engine, notes) ->
                isOne(command, "complete") && isIn(command, notes, "accept")
                    ? refused(command, "referral.wrong-state")
                    : engine.answer(command)));
  }

  private static void addConcerns(List<Fault> faults) {
    faults.add(
        Fault.of(
            "only the supporter may raise a concern",
            SIX,
            (command, engine, notes) ->
                isOne(command, "concern") && !notes.supporter.equals(command.path("by").asText())
                    ? refused(command, "actor.not-allowed")
                    : engine.answer(command)));
    faults.add(
        Fault.of(
            "a settled session stays settled",
            SIX,
            (command, engine, notes) -> {
              boolean settled = notes.accepted.path("settled").asBoolean();
              ObjectNode answer = engine.answer(command);
              if (settled && answer.has("settled")) {
                answer.put("settled", true);
              }
              return answer;
            }));
    faults.add(
        Fault.of(
            "that it is urgent is not told", SIX, telling((answer, n) -> answer.remove("urgent"))));
    faults.add(
        Fault.of(
            "what is urgent has no remedy",
            SIX,
            telling(
                (answer, notes) -> {
                  if (answer.path("urgent") instanceof ObjectNode urgent) {
                    urgent.remove("remedy");
                  }
                })));
    faults.add(
        Fault.of(
            "everything outstanding is urgent",
            SIX,
            accepting(
                (answer, notes) -> {
                  if (answer.path("urgent") instanceof ObjectNode urgent) {
                    urgent.set("rules", answer.path("outstanding"));
                  }
                })));
    faults.add(
        Fault.of(
            "nothing is urgent after the end",
            SIX,
            telling(
                (answer, notes) -> {
                  if (List.of("closed", "ended").contains(answer.path("status").asText())) {
                    answer.remove("urgent");
                  }
                })));
    faults.add(
        Fault.of(
            "a pause stops what someone in danger needs",
            SIX,
            (command, engine, notes) ->
                notes.status.equals("paused") && isOne(command, "offer")
                    ? refused(command, "session.paused")
                    : engine.answer(command)));
    faults.add(
        Fault.of(
            "a pause stops the hand-off",
            SIX,
            (command, engine, notes) ->
                notes.status.equals("paused") && isOne(command, "connect")
                    ? refused(command, "session.paused")
                    : engine.answer(command)));
  }

  private static void addReasons(List<Fault> faults) {
    faults.add(
        Fault.of(
            "any reason ends a session",
            SIX,
            (command, engine, notes) -> {
              ObjectNode answer = engine.answer(command);
              return isOne(command, "end") && Faulty.code(answer).equals("reason.unknown")
                  ? engine.answer(command.put("reason", "stopped"))
                  : answer;
            }));
    faults.add(
        Fault.of(
            "the reason of a no is not heard",
            SIX,
            hearing(
                (command, notes) -> {
                  if (isOne(command, "decline", "lapse")) {
                    command.remove("reason");
                  }
                })));
    faults.add(
        Fault.of(
            "a protocol has no reasons of its own",
            WARD,
            (command, engine, notes) ->
                isOne(command, "decline", "lapse") && command.has("reason")
                    ? refused(command, "reason.unknown")
                    : engine.answer(command)));
    faults.add(
        Fault.of(
            "the code of an override is lost",
            WARD,
            accepting(
                (answer, notes) ->
                    answer
                        .at("/events/0/deviations")
                        .forEach(each -> ((ObjectNode) each).remove("code")))));
    faults.add(
        Fault.of(
            "the code of an override may be anything",
            WARD,
            (command, engine, notes) -> {
              ObjectNode answer = engine.answer(command);
              if (!Faulty.code(answer).equals("reason.unknown") || !command.has("override")) {
                return answer;
              }
              ((ObjectNode) command.path("override")).remove("code");
              return engine.answer(command);
            }));
  }
}
