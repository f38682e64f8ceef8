package org.peersupport.workbench;

import org.peersupport.audit.AuditSummary;
import org.peersupport.audit.LogFindings;
import org.peersupport.audit.SessionReport;

/** Prints what an audit finds out, as it is found out. */
interface AuditPrinter {
  /** What was found out about a session. */
  void print(SessionReport report);

  /** What was found out about all of them. */
  void finish(AuditSummary summary, LogFindings findings);
}
