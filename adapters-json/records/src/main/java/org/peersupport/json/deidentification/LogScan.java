package org.peersupport.json.deidentification;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.LogEntry;
import org.peersupport.json.LogReader;
import org.peersupport.json.data.Issue;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Event;

/**
 * The first reading of all logs: which sessions are in order and can be written, and what has to be
 * known of all of them before the first is.
 */
final class LogScan {
  private final Function<String, Optional<Protocol>> protocols;
  private final Consumer<LogProblem> problems;
  private final Map<String, Optional<Words>> words = new HashMap<>();
  private final Map<String, SessionScan> sessionScans = new HashMap<>();
  private final Shared shared = new Shared();
  private long problemCount;

  LogScan(Function<String, Optional<Protocol>> protocols, Consumer<LogProblem> problems) {
    this.protocols = protocols;
    this.problems = problems;
  }

  /** Each session's trail by its id. */
  Map<String, SessionScan> sessionScans() {
    return Collections.unmodifiableMap(sessionScans);
  }

  long problemCount() {
    return problemCount;
  }

  /** Reads one log to its end. For a last line that breaks off no session is left out. */
  void read(RepeatableLog source) throws IOException {
    try (LogReader log = source.open()) {
      for (Optional<LogEntry> entry = log.next(); entry.isPresent(); entry = log.next()) {
        if (entry.get() instanceof LogEntry.Broken broken) {
          tear(source.name(), broken);
        } else if (entry.get() instanceof LogEntry.Torn torn) {
          problems.accept(new LogProblem(source.name(), torn.line(), torn.issue().explanation()));
        } else {
          add(source.name(), (LogEntry.Recorded) entry.get());
        }
      }
    }
  }

  private void tear(String log, LogEntry.Broken broken) {
    broken.session().ifPresent(id -> sessionScan(id).tear());
    for (Issue issue : broken.issues()) {
      String pointer = issue.pointer().isEmpty() ? "" : issue.pointer() + ": ";
      tell(log, broken.line(), pointer + issue.explanation());
    }
  }

  private SessionScan sessionScan(String session) {
    return sessionScans.computeIfAbsent(session, id -> new SessionScan());
  }

  private void tell(String log, int line, String explanation) {
    problemCount++;
    problems.accept(new LogProblem(log, line, explanation));
  }

  private void add(String log, LogEntry.Recorded recorded) {
    Event event = recorded.event();
    SessionScan sessionScan = sessionScan(event.session());
    Consumer<String> wrong =
        explanation -> {
          sessionScan.spoil();
          tell(log, recorded.line(), explanation);
        };
    misplaced(sessionScan, event).ifPresent(wrong);
    if (event instanceof Event.SessionOpened opened) {
      Optional<Words> known = words.computeIfAbsent(opened.protocol(), this::words);
      if (known.isEmpty()) {
        wrong.accept(
            "/protocol: The session follows a protocol or a release of one that is neither shipped"
                + " nor given; give its document.");
      }
      sessionScan.open(opened, known.orElse(null), shared);
    }
    misfit(sessionScan.words(), sessionScan, event).ifPresent(wrong);
    sessionScan.add(event, shared);
  }

  private Optional<Words> words(String protocol) {
    return protocols.apply(protocol).map(each -> new Words(each, protocol));
  }

  /** Why the event cannot come where it stands in its session. */
  private static Optional<String> misplaced(SessionScan sessionScan, Event event) {
    boolean opens = event instanceof Event.SessionOpened;
    if (opens && sessionScan.seq() > 0) {
      return Optional.of("The event opens a session that was opened before.");
    }
    if (!opens && !sessionScan.isOpen()) {
      return Optional.of("The event belongs to a session that was not opened before.");
    }
    return sessionScan
        .expected()
        .filter(expected -> event.seq() != expected)
        .map(
            expected ->
                "/seq: The event has seq " + event.seq() + " where " + expected + " comes next.");
  }

  /** Why the event cannot be written, wherever it stands. */
  static Optional<String> misfit(@Nullable Words words, SessionScan sessionScan, Event event) {
    if (event.at().isBefore(CoarseTime.EARLIEST)) {
      return Optional.of("/at: The event is too far back to be moved; the year is 3 at least.");
    }
    if (event instanceof Event.EventCorrected e && e.corrects() >= e.seq()) {
      return Optional.of("/corrects: The event corrects one that does not come before it.");
    }
    if (words == null) {
      return Optional.empty();
    }
    Optional<String> foreign = words.foreign(event);
    if (foreign.isPresent()) {
      return foreign;
    } else if (isFartherAheadThanPossible(event)) {
      return Optional.of(
          "/deviations: The event is said to lie ahead of all years that there are.");
    }
    return sessionScan.isLaterThanPossible(event)
        ? Optional.of("/deviations: The event is said to be late by more than the session is old.")
        : Optional.empty();
  }

  private static boolean isFartherAheadThanPossible(Event event) {
    Duration most = Duration.between(event.at(), CoarseTime.LATEST);
    return event.deviations().stream()
        .flatMap(deviation -> deviation.aheadBy().stream())
        .anyMatch(aheadBy -> aheadBy.compareTo(most) > 0);
  }
}
