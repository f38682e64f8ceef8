package org.peersupport.workbench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.peersupport.audit.Corrections;
import org.peersupport.json.LogEntry;
import org.peersupport.json.LogReader;
import org.peersupport.session.Event;
import org.peersupport.simulation.estimation.BehaviourEstimation;
import org.peersupport.simulation.estimation.ObservedSession;

/**
 * Lets an estimation observe the sessions of logs that run under its protocol. Memory grows with
 * the sessions that are open; of the others only that they were there is remembered.
 */
final class ObservedLogs {
  private static final Pattern REFERENCE =
      Pattern.compile("[a-z0-9][a-z0-9-]{0,62}@[0-9A-Za-z.-]{1,40}");

  /** A session that is open. */
  private static final class OpenSession {
    private final ObservedSession session;
    private int seq;

    OpenSession(ObservedSession session) {
      this.session = session;
    }
  }

  private final BehaviourEstimation estimation;
  private final Console console;
  private final Corrections corrections = new Corrections();
  private final Map<String, OpenSession> open = new HashMap<>();

  /** By session the events of those that may count for nothing; few. */
  private final Map<String, List<Event>> voided = new LinkedHashMap<>();

  private final EndedSessions ended = new EndedSessions();
  private final SortedMap<String, Long> others = new TreeMap<>();

  private ObservedLogs(BehaviourEstimation estimation, Console console) {
    this.estimation = estimation;
    this.console = console;
  }

  /**
   * Observes all sessions. That there are some under other protocols is told once for each of
   * these.
   *
   * @throws BadInputException if a log cannot be read, with its name and the line
   */
  static void observe(List<String> logs, BehaviourEstimation estimation, Console console) {
    ObservedLogs observed = new ObservedLogs(estimation, console);
    try (LogSources sources = LogSources.of(logs, console)) {
      sources.all().forEach(source -> observed.corrections.addAll(source.correctionsAndVoids()));
      sources.all().forEach(observed::read);
    }
    observed.judgeVoided();
    observed.others.forEach((other, count) -> console.tell(leftOut(other, count)));
  }

  private static String leftOut(String other, long count) {
    return (count == 1 ? "1 session" : count + " sessions")
        + " under "
        + other
        + (count == 1 ? " is" : " are")
        + " left out; name it as P to estimate from "
        + (count == 1 ? "it" : "them");
  }

  /** Whether a void voids only the whole history tells. */
  private void judgeVoided() {
    voided.forEach(
        (session, history) -> {
          try {
            estimation.add(history);
          } catch (IllegalArgumentException e) {
            throw new BadInputException(
                "session "
                    + session
                    + " speaks of what "
                    + estimation.protocol().reference()
                    + " does not have; give the document of the protocol that it ran under");
          }
        });
  }

  private void read(LogSource source) {
    int line = 0;
    try (LogReader reader = source.open()) {
      for (Optional<LogEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
        line = entry.get().line();
        add(source.name(), entry.get());
      }
    } catch (IOException e) {
      String why = BadInputException.of("the log cannot be read from here on", e).lines().get(0);
      throw bad(source.name(), line + 1, why);
    }
  }

  private void add(String log, LogEntry entry) {
    if (entry instanceof LogEntry.Broken broken) {
      throw new BadInputException(Documents.problems(log, "the log", broken.issues()));
    }
    if (entry instanceof LogEntry.Torn torn) {
      console.tell(Documents.problem(log, torn.issue()));
      return;
    }
    Event event = ((LogEntry.Recorded) entry).event();
    OpenSession session = open.get(event.session());
    if (session != null) {
      expect(event, session.seq + 1, log, entry.line());
      follow(session, event, log, entry.line());
    } else if (!ended.contains(event.session())) {
      expect(event, 1, log, entry.line());
      open((Event.SessionOpened) event);
    } else if (event instanceof Event.SessionOpened) {
      throw bad(
          log,
          entry.line(),
          "session "
              + event.session()
              + " was opened before in these logs, and would count twice; give each log once");
    }
  }

  /** The first event of a session, and no other, opens it. */
  private static void expect(Event event, int seq, String log, int line) {
    boolean opens = event instanceof Event.SessionOpened;
    if (event.seq() != seq || opens != (seq == 1)) {
      String what = opens ? "the opening" : "event " + event.seq();
      String expected = seq == 1 ? "its opening, event 1," : "event " + seq;
      throw bad(
          log,
          line,
          what
              + " of session "
              + event.session()
              + " comes where "
              + expected
              + " is expected; give the logs whole, in their order, and each once");
    }
  }

  private void open(Event.SessionOpened event) {
    if (event.protocol().equals(estimation.protocol().reference())) {
      OpenSession session =
          new OpenSession(new ObservedSession(estimation.conversation(event.session())));
      session.seq = 1;
      open.put(event.session(), session);
      if (corrections.isVoided(event.session())) {
        voided.put(event.session(), new ArrayList<>(List.of(event)));
      }
    } else {
      boolean isName = REFERENCE.matcher(event.protocol()).matches();
      others.merge(isName ? event.protocol() : "another protocol", 1L, Long::sum);
      ended.add(event.session());
    }
  }

  private void follow(OpenSession session, Event event, String log, int line) {
    session.seq++;
    if (voided.containsKey(event.session())) {
      voided.get(event.session()).add(event);
      return;
    }
    if (corrections.has(event.session(), event.seq())) {
      return;
    }
    try {
      session.session.add(event);
    } catch (IllegalArgumentException e) {
      throw bad(
          log,
          line,
          "event "
              + event.seq()
              + " of session "
              + event.session()
              + " speaks of what "
              + estimation.protocol().reference()
              + " does not have, or of a referral that was not offered before; give the document"
              + " of the protocol that the session ran under");
    }
    if (session.session.isOver()) {
      open.remove(event.session());
      ended.add(event.session());
    }
  }

  private static BadInputException bad(String log, int line, String what) {
    return new BadInputException(log + ":" + line + ": " + what);
  }
}
