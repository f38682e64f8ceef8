package org.peersupport.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.peersupport.audit.AuditSummary;
import org.peersupport.audit.Corrections;
import org.peersupport.audit.LogAudit;
import org.peersupport.audit.SessionVerdict;
import org.peersupport.json.LogEntry;
import org.peersupport.json.LogReader;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;

/**
 * Audits a large log that is made as it is read, to see what memory it takes:
 *
 * <pre>{@code
 * java -Xmx1g -cp examples/benchmarks/target/benchmarks.jar \
 *     org.peersupport.benchmarks.AuditMeasure [EVENTS [OPEN]]
 * }</pre>
 *
 * <p>50 million events with 100,000 sessions open at any time, if nothing else is asked for. The
 * time is that of making the log too.
 */
public final class AuditMeasure {
  private AuditMeasure() {}

  /** Audits and prints. */
  public static void main(String[] args) throws IOException {
    long events = args.length > 0 ? Long.parseLong(args[0]) : 50_000_000;
    int open = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
    System.out.println(of(events, open));
  }

  /** How long it takes in a JVM of its own with a gigabyte of heap, from its start to its end. */
  static double seconds(int events, int open) throws IOException, InterruptedException {
    return Jvm.wholeProcess(
            List.of(
                "-Xmx1g",
                "-cp",
                ClassPaths.same(),
                AuditMeasure.class.getName(),
                Integer.toString(events),
                Integer.toString(open)))
        / 1000;
  }

  static String of(long events, int open) throws IOException {
    Protocol protocol = Catalogue.amaSixElements();
    AuditSummary summary = new AuditSummary();
    LogAudit audit =
        LogAudit.start(reference -> Optional.of(protocol), new Corrections(), summary::add);
    long start = System.nanoTime();
    try (LogReader reader = LogReader.of(new AuditLog(events, open, 3))) {
      for (Optional<LogEntry> entry = reader.next(); entry.isPresent(); entry = reader.next()) {
        LogEntry.Recorded recorded = (LogEntry.Recorded) entry.get();
        audit.add(recorded.event(), "log", recorded.line());
      }
    }
    long read = audit.finish().events();
    double seconds = (System.nanoTime() - start) / 1e9;
    return String.format(
        Locale.ROOT,
        "%,d events of %,d sessions, %,d open at any time: %.1f s, %,.0f events a second;"
            + " %,d conformant, %,d incomplete, %,d deviating, %,d unreadable; at most %,d MB",
        read,
        summary.sessions(),
        open,
        seconds,
        read / seconds,
        summary.sessions(SessionVerdict.CONFORMANT),
        summary.sessions(SessionVerdict.INCOMPLETE),
        summary.sessions(SessionVerdict.DEVIATING),
        summary.sessions(SessionVerdict.UNREADABLE),
        Runtime.getRuntime().maxMemory() >> 20);
  }
}
