package org.peersupport.workbench;

import java.io.ByteArrayOutputStream;
import org.peersupport.audit.AuditSummary;
import org.peersupport.audit.LogFindings;
import org.peersupport.audit.SessionReport;
import org.peersupport.json.PeerSupportJson;

/** Prints an audit as JSON lines. */
final class AuditLines implements AuditPrinter {
  private static final int FULL = 1 << 16;

  private final Console console;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(FULL);

  AuditLines(Console console) {
    this.console = console;
  }

  @Override
  public void print(SessionReport report) {
    waiting.writeBytes(PeerSupportJson.writeReportBytes(report));
    waiting.write('\n');
    if (waiting.size() >= FULL) {
      flush();
    }
  }

  @Override
  public void finish(AuditSummary summary, LogFindings findings) {
    flush();
    console.printLine(PeerSupportJson.writeSummary(summary, findings));
  }

  private void flush() {
    console.print(waiting.toByteArray(), waiting.size());
    waiting.reset();
  }
}
