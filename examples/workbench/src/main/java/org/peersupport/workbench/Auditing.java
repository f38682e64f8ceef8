package org.peersupport.workbench;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.peersupport.audit.Corrections;
import org.peersupport.audit.Flaw;
import org.peersupport.audit.LogAudit;
import org.peersupport.audit.LogFindings;
import org.peersupport.json.LogEntry;
import org.peersupport.json.LogReader;
import org.peersupport.json.data.Issue;

/**
 * Audits logs side by side, as many as there are processors. They are joined in their order, and a
 * log is begun only when it will be joined soon, so that what waits stays small.
 */
final class Auditing {
  private final List<LogSource> sources;
  private final int threads;
  private final ExecutorService workers;
  private final Map<LogSource, LogEntry.Torn> torn = new ConcurrentHashMap<>();

  private Auditing(List<LogSource> sources) {
    this.sources = sources;
    this.threads = Math.min(sources.size(), Runtime.getRuntime().availableProcessors());
    this.workers = Executors.newFixedThreadPool(threads);
  }

  /**
   * Audits logs.
   *
   * @param audit begins the audit of the first log, the corrections in all of them being known
   * @throws BadInputException if a log cannot be opened
   */
  static LogFindings run(
      List<String> logs, Function<Corrections, LogAudit> audit, Console console) {
    try (LogSources sources = LogSources.of(logs, console)) {
      Auditing auditing = new Auditing(sources.all());
      try {
        LogFindings findings = auditing.audit(audit.apply(auditing.corrections()));
        auditing.tellTorn(console);
        return findings;
      } finally {
        auditing.workers.shutdownNow();
      }
    }
  }

  private void tellTorn(Console console) {
    for (LogSource source : sources) {
      LogEntry.Torn last = torn.get(source);
      if (last != null) {
        console.tell(Documents.problem(source.name(), last.issue()));
      }
    }
  }

  private Corrections corrections() {
    List<Future<Corrections>> found = new ArrayList<>();
    for (LogSource source : sources) {
      found.add(workers.submit(source::corrections));
    }
    Corrections all = new Corrections();
    found.forEach(each -> all.addAll(Futures.result(each)));
    return all;
  }

  private LogFindings audit(LogAudit whole) {
    Deque<Future<LogAudit>> running = new ArrayDeque<>();
    for (int i = 0; i < sources.size(); i++) {
      LogSource source = sources.get(i);
      LogAudit audit = i == 0 ? whole : whole.following();
      running.add(workers.submit(() -> read(source, audit)));
      if (running.size() > threads) {
        join(whole, running.remove());
      }
    }
    running.forEach(each -> join(whole, each));
    return whole.finish();
  }

  private static void join(LogAudit whole, Future<LogAudit> future) {
    LogAudit audit = Futures.result(future);
    if (audit != whole) {
      whole.append(audit);
    }
  }

  private LogAudit read(LogSource source, LogAudit audit) {
    int line = 0;
    try (LogReader reader = source.open()) {
      for (Optional<LogEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
        line = entry.get().line();
        add(audit, source, entry.get());
      }
    } catch (IOException e) {
      audit.addBroken(Optional.empty(), cutOff(source, line, e));
    }
    return audit;
  }

  private void add(LogAudit audit, LogSource source, LogEntry entry) {
    String log = source.name();
    if (entry instanceof LogEntry.Recorded recorded) {
      audit.add(recorded.event(), log, recorded.line());
    } else if (entry instanceof LogEntry.Torn last) {
      torn.put(source, last);
    } else if (entry instanceof LogEntry.Broken broken) {
      Issue issue = broken.issues().get(0);
      String where = issue.pointer().isEmpty() ? "" : issue.pointer() + ": ";
      audit.addBroken(
          broken.session(),
          new Flaw(
              log, broken.line(), OptionalInt.empty(), issue.code(), where + issue.explanation()));
    }
  }

  /** What was read before counts. */
  private static Flaw cutOff(LogSource source, int line, IOException e) {
    String why = BadInputException.of(source.name(), e).lines().get(0);
    return new Flaw(
        source.name(),
        line + 1,
        OptionalInt.empty(),
        "log.cut-off",
        "From here on the log cannot be read: " + why);
  }
}
