package org.peersupport.json.certification;

import static org.peersupport.json.certification.Faulty.accepting;
import static org.peersupport.json.certification.Faulty.hearing;
import static org.peersupport.json.certification.Faulty.isOne;
import static org.peersupport.json.certification.Faulty.refused;
import static org.peersupport.json.certification.Faulty.telling;
import static org.peersupport.json.certification.TestProtocol.SIX;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commands that are sent again and taken wrongly. */
final class FaultsOfRetries {
  private FaultsOfRetries() {}

  static List<Fault> all() {
    List<Fault> faults = new ArrayList<>();
    addIds(faults);
    addRepeats(faults);
    return faults;
  }

  private static void addIds(List<Fault> faults) {
    faults.add(
        Fault.of(
            "the id of a command is not recorded",
            SIX,
            accepting(
                (answer, notes) ->
                    answer
                        .path("events")
                        .forEach(event -> ((ObjectNode) event).remove("commandId")))));
    faults.add(
        Fault.of(
            "a command that is sent again happens again",
            SIX,
            hearing((command, notes) -> command.remove("commandId"))));
    faults.add(
        Fault.of(
            "the id of a command may be used for another one",
            SIX,
            (command, engine, notes) -> {
              ObjectNode answer = engine.answer(command);
              if (!Faulty.code(answer).equals("command.id-reused")) {
                return answer;
              }
              command.remove("commandId");
              return engine.answer(command);
            }));
    faults.add(
        Fault.of(
            "another one under the same id is a repeat",
            SIX,
            (command, engine, notes) -> {
              ObjectNode answer = engine.answer(command);
              ObjectNode first = first(notes, command);
              return Faulty.code(answer).equals("command.id-reused") && first != null
                  ? engine.answer(first)
                  : answer;
            }));
    faults.add(
        Fault.of(
            "a repeat by somebody else is a repeat",
            SIX,
            hearing(
                (command, notes) -> {
                  ObjectNode first = first(notes, command);
                  if (first != null && first.path("do").equals(command.path("do"))) {
                    command.set("by", first.path("by"));
                  }
                })));
    faults.add(
        Fault.of(
            "a repeat at another time is another command",
            SIX,
            (command, engine, notes) -> {
              ObjectNode first = first(notes, command);
              return first != null && !first.path("at").equals(command.path("at"))
                  ? refused(command, "command.id-reused")
                  : engine.answer(command);
            }));
    faults.add(
        Fault.of(
            "the ids of commands are shared by all sessions",
            SIX,
            () -> {
              Map<String, String> sessions = new HashMap<>();
              return (command, engine, notes) -> {
                String id = command.path("commandId").asText();
                String session = command.path("session").asText();
                String owner = id.isEmpty() ? session : sessions.putIfAbsent(id, session);
                return owner == null || owner.equals(session)
                    ? engine.answer(command)
                    : refused(command, "command.id-reused");
              };
            }));
  }

  private static void addRepeats(List<Fault> faults) {
    faults.add(
        Fault.of(
            "a repeat is not marked", SIX, telling((answer, notes) -> answer.remove("repeated"))));
    faults.add(
        Fault.of(
            "a repeat tells no events",
            SIX,
            telling(
                (answer, notes) -> {
                  if (answer.has("repeated")) {
                    answer.putArray("events");
                  }
                })));
    faults.add(
        Fault.of(
            "a repeat tells its time and not the first one",
            SIX,
            (command, engine, notes) -> {
              ObjectNode answer = engine.answer(command);
              if (answer.has("repeated")) {
                ((ObjectNode) answer.at("/events/0")).set("at", command.path("at"));
              }
              return answer;
            }));
    faults.add(
        Fault.of(
            "the guard comes before the repeat",
            SIX,
            (command, engine, notes) -> {
              boolean stale =
                  command.path("ifSeq").isInt() && command.path("ifSeq").asInt() != notes.seq;
              return first(notes, command) != null && stale && !isOne(command, "open")
                  ? refused(command, "session.changed")
                  : engine.answer(command);
            }));
    faults.add(
        Fault.of(
            "what was refused is refused again",
            SIX,
            (command, engine, notes) -> {
              String key = "refused " + command.path("commandId").asText();
              if (command.has("commandId") && notes.memory.containsKey(key)) {
                return (ObjectNode) notes.memory.get(key);
              }
              ObjectNode answer = engine.answer(command);
              if (answer.path("outcome").asText().equals("refused")) {
                notes.memory.put(key, answer.deepCopy());
              }
              return answer;
            }));
    faults.add(
        Fault.of(
            "nothing is repeated after the end",
            SIX,
            (command, engine, notes) ->
                first(notes, command) != null
                        && List.of("closed", "ended", "voided").contains(notes.status)
                    ? refused(command, "session.finished")
                    : engine.answer(command)));
  }

  /** The first command of the session that had this id and was accepted; null when it is new. */
  private static @Nullable ObjectNode first(Notes notes, ObjectNode command) {
    return notes.commands.get(command.path("commandId").asText());
  }
}
