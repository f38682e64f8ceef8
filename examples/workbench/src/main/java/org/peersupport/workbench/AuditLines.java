package org.peersupport.workbench;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.peersupport.audit.AuditSummary;
import org.peersupport.audit.LogFindings;
import org.peersupport.audit.SessionReport;
import org.peersupport.json.studies.StudyJson;

/**
 * Prints an audit as JSON lines. One thread of its own writes them, so that judging need not wait
 * for it.
 */
final class AuditLines implements AuditPrinter {
  private static final int REPORTS = 256;
  private static final int BATCHES = 8;

  private final Console console;
  private final ExecutorService writer = Executors.newSingleThreadExecutor(AuditLines::thread);
  private final Deque<Future<Boolean>> writing = new ArrayDeque<>();
  private List<SessionReport> waiting = new ArrayList<>(REPORTS);

  AuditLines(Console console) {
    this.console = console;
  }

  /** A thread that keeps nobody from ending. */
  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "audit-lines");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void print(SessionReport report) {
    waiting.add(report);
    if (waiting.size() == REPORTS) {
      pass();
    }
  }

  /** Passes on what waits; waits itself when the writer is too far behind. */
  private void pass() {
    List<SessionReport> batch = waiting;
    waiting = new ArrayList<>(REPORTS);
    writing.add(writer.submit(() -> write(batch)));
    if (writing.size() > BATCHES) {
      Futures.result(writing.remove());
    }
  }

  private boolean write(List<SessionReport> batch) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream(REPORTS << 10);
    for (SessionReport report : batch) {
      lines.writeBytes(StudyJson.writeReportBytes(report));
      lines.write('\n');
    }
    console.print(lines);
    return true;
  }

  @Override
  public void finish(AuditSummary summary, LogFindings findings) {
    pass();
    writing.forEach(Futures::result);
    writer.shutdown();
    console.printLine(StudyJson.writeSummary(summary, findings));
  }
}
