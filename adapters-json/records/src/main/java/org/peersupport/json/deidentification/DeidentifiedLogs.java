package org.peersupport.json.deidentification;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.LogEntry;
import org.peersupport.json.LogReader;
import org.peersupport.json.LogWriter;
import org.peersupport.session.Event;

/**
 * Logs that were read once, ready to be written without what leads to a person. Not safe to share
 * between threads.
 */
public final class DeidentifiedLogs {
  private final List<RepeatableLog> logs;
  private final Map<String, SessionScan> sessionScans;
  private final PseudonymKey key;
  private final CoarseTime time;
  private final Departments.DepartmentNames departments;
  private final FollowUps followUps = new FollowUps();
  private final DeidentificationReport report;
  private final int kept;

  DeidentifiedLogs(
      List<RepeatableLog> logs,
      LogScan logScan,
      PseudonymKey key,
      CoarseTime time,
      Duration unit,
      int k) {
    this(logs, logScan, key, time, unit, k, SessionSort.KEPT);
  }

  /**
   * @param kept how many events are sorted in memory
   */
  DeidentifiedLogs(
      List<RepeatableLog> logs,
      LogScan logScan,
      PseudonymKey key,
      CoarseTime time,
      Duration unit,
      int k,
      int kept) {
    this.logs = logs;
    this.sessionScans = logScan.sessionScans();
    this.key = key;
    this.time = time;
    this.kept = kept;
    Departments counted = new Departments(k);
    sessionScans.forEach(
        (id, sessionScan) -> {
          if (sessionScan.isWritten()) {
            sessionScan.people().forEach(counted::add);
          }
          if (sessionScan.isInOrder()) {
            sessionScan.followUpOf().ifPresent(followed -> followUps.add(id, followed));
          }
        });
    this.departments = counted.names();
    this.report =
        new Reporting(time, departments, unit, k).report(sessionScans, logScan.problemCount());
  }

  /** What is changed, and what risk is left. It holds nothing that the logs say. */
  public DeidentificationReport report() {
    return report;
  }

  /**
   * Reads the logs a second time and writes them, session by session in the order of the
   * pseudonyms, so that not even the order tells which was first. Nothing is written before
   * everything was read. Beyond {@value SessionSort#KEPT} events the rest goes through temporary
   * files, which hold only what is written in the end.
   *
   * @param out left open
   * @throws IOException if a log cannot be read, is no longer as it was the first time, or the
   *     writer does not take what is written
   */
  public void writeTo(LogWriter out) throws IOException {
    try (SessionSort sort = new SessionSort(kept)) {
      Pseudonyms pseudonyms = new Pseudonyms(key);
      Map<String, Rewriter> rewriters = new HashMap<>();
      long written = 0;
      for (RepeatableLog log : logs) {
        try (LogReader reader = log.open()) {
          for (Optional<LogEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
            Event event = surveyed(log, next.get());
            if (event != null) {
              sort.add(rewriter(rewriters, pseudonyms, event).rewrite(event));
              written++;
            }
          }
        }
      }
      if (written != report.changes().events()) {
        throw new IOException("a log was changed while it was read; nothing is written");
      }
      sort.writeTo(out);
    }
  }

  /** The event if it is to be written; null if it is left out, or came only after the survey. */
  private @Nullable Event surveyed(RepeatableLog log, LogEntry entry) throws IOException {
    if (!(entry instanceof LogEntry.Recorded recorded)) {
      return null;
    }
    Event event = recorded.event();
    SessionScan sessionScan = sessionScans.get(event.session());
    if (sessionScan == null || !sessionScan.isWritten() || event.seq() > sessionScan.seq()) {
      return null;
    }
    boolean sameProtocol =
        !(event instanceof Event.SessionOpened opened)
            || opened.protocol().equals(sessionScan.known().reference());
    if (!sameProtocol || LogScan.misfit(sessionScan.words(), sessionScan, event).isPresent()) {
      throw new IOException(log.name() + " was changed while it was read; nothing is written");
    }
    return event;
  }

  /** What rewrites the event's session; forgotten with its last event. */
  private Rewriter rewriter(Map<String, Rewriter> rewriters, Pseudonyms pseudonyms, Event event) {
    String id = event.session();
    SessionScan sessionScan = Objects.requireNonNull(sessionScans.get(id));
    Rewriter rewriter =
        rewriters.computeIfAbsent(
            id,
            session ->
                new Rewriter(pseudonyms, time, departments, sessionScan, id, followUps.root(id)));
    if (event.seq() == sessionScan.seq()) {
      rewriters.remove(id);
    }
    return rewriter;
  }

  /** Prints nothing of what was read. */
  @Override
  public String toString() {
    return "DeidentifiedLogs of " + report.changes().sessions() + " sessions";
  }
}
