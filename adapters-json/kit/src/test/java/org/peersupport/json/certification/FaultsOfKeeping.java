package org.peersupport.json.certification;

import static org.peersupport.json.certification.Faulty.instead;
import static org.peersupport.json.certification.Faulty.isOne;
import static org.peersupport.json.certification.Faulty.refused;
import static org.peersupport.json.certification.TestProtocol.SIX;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sessions that are kept wrongly. */
final class FaultsOfKeeping {
  private FaultsOfKeeping() {}

  static List<Fault> all() {
    List<Fault> faults = new ArrayList<>();
    addBetweenSessions(faults);
    addHiddenChanges(faults);
    return faults;
  }

  private static void addBetweenSessions(List<Fault> faults) {
    faults.add(
        Fault.of(
            "only the latest session is kept",
            SIX,
            () -> {
              String[] latest = {""};
              return (command, engine, notes) -> {
                String session = command.path("session").asText();
                if (isOne(command, "open")) {
                  latest[0] = session;
                }
                return session.isEmpty() || session.equals(latest[0])
                    ? engine.answer(command)
                    : refused(command, "session.unknown");
              };
            }));
    faults.add(
        Fault.of(
            "ids of referrals are shared by all sessions",
            SIX,
            () -> {
              Set<String> used = new HashSet<>();
              return (command, engine, notes) ->
                  isOne(command, "offer") && !used.add(command.path("referral").asText())
                      ? refused(command, "referral.duplicate")
                      : engine.answer(command);
            }));
    faults.add(
        Fault.of(
            "time is shared by all sessions",
            SIX,
            () -> {
              Instant[] last = {Instant.MIN};
              return (command, engine, notes) -> {
                Instant at = at(command);
                if (!isOne(command, "open", "options", "due") && at.isBefore(last[0])) {
                  return refused(command, "time.in-future");
                }
                last[0] = at;
                return engine.answer(command);
              };
            }));
    faults.add(
        Fault.of(
            "a pause stops all sessions",
            SIX,
            () -> {
              String[] paused = {""};
              return (command, engine, notes) -> {
                String session = command.path("session").asText();
                if (isOne(command, "pause")) {
                  paused[0] = session;
                } else if (isOne(command, "resume", "end")) {
                  paused[0] = "";
                }
                boolean stopped = !paused[0].isEmpty() && !paused[0].equals(session);
                return stopped && isOne(command, "begin")
                    ? refused(command, "session.paused")
                    : engine.answer(command);
              };
            }));
    faults.add(
        Fault.of(
            "a session can be opened again",
            SIX,
            (command, engine, notes) -> {
              ObjectNode answer = engine.answer(command);
              return Faulty.code(answer).equals("session.already-open")
                  ? Faulty.waved(notes, "session-opened")
                  : answer;
            }));
    faults.add(
        Fault.of(
            "an unknown session is opened on the way",
            SIX,
            (command, engine, notes) -> {
              ObjectNode answer = engine.answer(command);
              if (!Faulty.code(answer).equals("session.unknown")) {
                return answer;
              }
              ObjectNode open = instead(command, "open").put("protocol", SIX.id());
              open.putObject("supporter").set("id", command.path("by"));
              open.putObject("peer").put("id", "somebody");
              engine.answer(open);
              return engine.answer(command);
            }));
    faults.add(
        Fault.of(
            "any protocol is the default one",
            SIX,
            (command, engine, notes) -> {
              if (isOne(command, "open")) {
                command.put("protocol", SIX.id());
              }
              return engine.answer(command);
            }));
    faults.add(
        Fault.of(
            "a session is forgotten when it has ended",
            SIX,
            (command, engine, notes) ->
                List.of("closed", "ended").contains(notes.status)
                    ? refused(command, "session.unknown")
                    : engine.answer(command)));
  }

  private static Instant at(ObjectNode command) {
    try {
      return Instant.parse(command.path("at").asText());
    } catch (RuntimeException e) {
      return Instant.MAX;
    }
  }

  private static void addHiddenChanges(List<Fault> faults) {
    faults.add(
        Fault.of(
            "a refusal changes the session",
            SIX,
            (command, engine, notes) -> {
              ObjectNode answer = engine.answer(command);
              if (Faulty.code(answer).equals("rule.violated")) {
                engine.answer(instead(command, "pause"));
              }
              return answer;
            }));
    faults.add(
        Fault.of(
            "a refused offer uses up the id of its referral",
            SIX,
            (command, engine, notes) -> {
              String referral = command.path("referral").asText();
              if (isOne(command, "offer") && notes.memory.containsKey(referral)) {
                return refused(command, "referral.duplicate");
              }
              ObjectNode answer = engine.answer(command);
              if (isOne(command, "offer") && answer.path("outcome").asText().equals("refused")) {
                notes.memory.put(referral, true);
              }
              return answer;
            }));
    faults.add(
        Fault.of(
            "a query changes the session",
            SIX,
            (command, engine, notes) -> {
              ObjectNode answer = engine.answer(command);
              if (isOne(command, "options")) {
                engine.answer(instead(command, "pause").put("by", notes.supporter));
              }
              return answer;
            }));
    faults.add(
        Fault.of(
            "a malformed line ends the session",
            SIX,
            (command, engine, notes) -> {
              ObjectNode answer = engine.answer(command);
              if (answer.path("outcome").asText().equals("malformed")) {
                ObjectNode end = instead(command, "end").put("by", notes.supporter);
                engine.answer(end.put("at", notes.at).put("reason", "stopped"));
              }
              return answer;
            }));
    faults.add(
        Fault.of(
            "says nothing after the first answer",
            SIX,
            (command, engine, notes) ->
                notes.accepted.isEmpty()
                    ? engine.answer(command)
                    : JsonNodeFactory.instance.objectNode()));
  }
}
