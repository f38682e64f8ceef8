package org.peersupport.json.certification;

import static org.peersupport.json.certification.Faulty.accepting;
import static org.peersupport.json.certification.Faulty.hearing;
import static org.peersupport.json.certification.Faulty.isOne;
import static org.peersupport.json.certification.Faulty.refused;
import static org.peersupport.json.certification.TestProtocol.SIX;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Clocks that are trusted too much or too little. */
final class FaultsOfClocks {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String[] SUPPORTERS_ACTS = {
    "open", "begin", "offer", "thank", "connect", "close"
  };

  private FaultsOfClocks() {}

  static List<Fault> all() {
    List<Fault> faults = new ArrayList<>();
    addBackwards(faults);
    addFuture(faults);
    return faults;
  }

  private static void addBackwards(List<Fault> faults) {
    faults.add(
        Fault.of(
            "an earlier time is recorded as the latest",
            SIX,
            hearing(
                (command, notes) -> {
                  if (!notes.at.isEmpty() && isLater(notes.at, command.path("at").asText())) {
                    command.put("at", notes.at);
                  }
                })));
    faults.add(
        Fault.of(
            "an earlier time is refused",
            SIX,
            (command, engine, notes) ->
                isAct(command) && isLater(notes.at, command.path("at").asText())
                    ? refused(command, "time.in-future")
                    : engine.answer(command)));
    faults.add(
        Fault.of(
            "equal time refused",
            SIX,
            (command, engine, notes) ->
                isAct(command) && notes.at.equals(command.path("at").asText())
                    ? refused(command, "time.in-future")
                    : engine.answer(command)));
    faults.add(
        Fault.of(
            "a time with an offset is malformed",
            SIX,
            (command, engine, notes) ->
                command.path("at").asText().matches(".*[+-]\\d\\d:\\d\\d")
                    ? Faulty.malformed("json.bad-instant")
                    : engine.answer(command)));
  }

  private static void addFuture(List<Fault> faults) {
    faults.add(
        Fault.of(
            "the host's clock is not recorded",
            SIX,
            accepting(
                (answer, notes) ->
                    answer
                        .path("events")
                        .forEach(event -> ((ObjectNode) event).remove("recordedAt")))));
    faults.add(
        Fault.of(
            "the host's clock is not heard",
            SIX,
            hearing((command, notes) -> command.remove("recordedAt"))));
    faults.add(
        Fault.of(
            "an act in the future is taken",
            SIX,
            hearing(
                (command, notes) -> {
                  if (isOne(command, SUPPORTERS_ACTS) && isAhead(command, PATIENCE)) {
                    command.set("at", command.path("recordedAt"));
                  }
                })));
    faults.add(
        Fault.of(
            "a fact in the future is refused",
            SIX,
            (command, engine, notes) ->
                !isOne(command, SUPPORTERS_ACTS) && isAhead(command, PATIENCE)
                    ? refused(command, "time.in-future")
                    : engine.answer(command)));
    faults.add(
        Fault.of(
            "a clock that is a little ahead is refused",
            SIX,
            (command, engine, notes) ->
                isOne(command, SUPPORTERS_ACTS)
                        && isAhead(command, Duration.ZERO)
                        && !isAhead(command, PATIENCE)
                    ? refused(command, "time.in-future")
                    : engine.answer(command)));
    faults.add(
        Fault.of(
            "a fact in the future keeps its time",
            SIX,
            (command, engine, notes) -> {
              JsonNode at = command.path("at").deepCopy();
              ObjectNode answer = engine.answer(command);
              if (hasDeparture(answer, "aheadBy")) {
                ((ObjectNode) answer.at("/events/0")).set("at", at);
              }
              return answer;
            }));
    faults.add(
        Fault.of(
            "how far ahead it is is not told",
            SIX,
            accepting(
                (answer, notes) ->
                    answer
                        .at("/events/0/deviations")
                        .forEach(each -> ((ObjectNode) each).remove("aheadBy")))));
    faults.add(
        Fault.of(
            "a fact in the future departs from nothing",
            SIX,
            accepting(
                (answer, notes) -> {
                  if (hasDeparture(answer, "aheadBy")) {
                    ((ObjectNode) answer.at("/events/0")).remove("deviations");
                  }
                })));
  }

  private static boolean hasDeparture(ObjectNode answer, String member) {
    for (JsonNode each : answer.at("/events/0/deviations")) {
      if (each.has(member)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAct(ObjectNode command) {
    return !isOne(command, "open", "options", "state", "due");
  }

  private static boolean isAhead(ObjectNode command, Duration patience) {
    try {
      return OffsetDateTime.parse(command.path("at").asText())
          .isAfter(OffsetDateTime.parse(command.path("recordedAt").asText()).plus(patience));
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isLater(String one, String other) {
    try {
      return OffsetDateTime.parse(one).isAfter(OffsetDateTime.parse(other));
    } catch (DateTimeException e) {
      return false;
    }
  }
}
