package org.peersupport.workbench;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.peersupport.audit.AuditSummary;
import org.peersupport.audit.AuditViolation;
import org.peersupport.audit.DeadlineCount;
import org.peersupport.audit.DepartureKind;
import org.peersupport.audit.Flaw;
import org.peersupport.audit.LogFindings;
import org.peersupport.audit.ProtocolSummary;
import org.peersupport.audit.RuleCount;
import org.peersupport.audit.SessionReport;
import org.peersupport.audit.SessionVerdict;
import org.peersupport.protocol.ExpandedRule;

/** Prints an audit for people: the sessions that somebody should look at, then all of them. */
final class AuditPage implements AuditPrinter {
  private static final int WIDTH = 100;

  private final Console console;
  private final NamedSessions toDo = new NamedSessions();
  private final NamedSessions over = new NamedSessions();
  private final NamedSessions corrected = new NamedSessions();

  AuditPage(Console console) {
    this.console = console;
  }

  @Override
  public void print(SessionReport report) {
    if (report.verdict() == SessionVerdict.INCOMPLETE) {
      (report.settled() ? over : toDo).add(report.session());
    }
    if (!report.corrections().isEmpty()) {
      corrected.add(report.session());
    }
    if (report.violations().isEmpty() && report.flaws().isEmpty()) {
      return;
    }
    line("Session " + report.session() + ": " + report.verdict().wireName());
    for (AuditViolation violation : report.violations()) {
      String rule = violation.rule().map(id -> " (" + id + ")").orElse("");
      wrapped("  Event " + violation.seq() + rule + ": " + violation.explanation());
    }
    for (Flaw flaw : report.flaws()) {
      wrapped("  " + flaw.log() + ":" + flaw.line() + ": " + flaw.explanation());
    }
    line("");
  }

  @Override
  public void finish(AuditSummary summary, LogFindings findings) {
    line(count(summary.sessions(), "session") + ", " + count(findings.events(), "event"));
    verdict(summary, SessionVerdict.CONFORMANT, "kept to their protocol");
    verdict(
        summary,
        SessionVerdict.INCOMPLETE,
        "are not complete: a mandatory rule is still open; see below");
    verdict(summary, SessionVerdict.DEVIATING, "did what would have been refused; see above");
    verdict(summary, SessionVerdict.UNREADABLE, "cannot be judged from these logs; see above");
    named(summary);
    summary.protocols().forEach(this::print);
    if (!findings.unknown().isEmpty()) {
      line("");
      wrapped("The protocol has no word for: " + String.join(", ", findings.unknown()) + ".");
    }
    if (findings.lostLines() > 0) {
      line("");
      line(count(findings.lostLines(), "line") + " could not be read and named no session:");
      for (Flaw flaw : findings.lost()) {
        wrapped("  " + flaw.log() + ":" + flaw.line() + ": " + flaw.explanation());
      }
      if (findings.lost().size() < findings.lostLines()) {
        line("  and more");
      }
    }
  }

  private void verdict(AuditSummary summary, SessionVerdict verdict, String says) {
    line(String.format(Locale.ROOT, "%,10d %s", summary.sessions(verdict), says));
  }

  private void named(AuditSummary summary) {
    told(toDo, "Not complete, with something left to do");
    told(over, "Not complete, but over: ended early, and nothing is left to follow");
    boolean one = summary.corrections() == 1;
    told(
        corrected,
        count(summary.corrections(), "event")
            + (one ? " was corrected and counts" : " were corrected and count")
            + " for nothing any more");
  }

  private void told(NamedSessions sessions, String says) {
    sessions
        .sentence(says)
        .ifPresent(
            sentence -> {
              line("");
              wrapped(sentence);
            });
  }

  private void print(ProtocolSummary summary) {
    line("");
    String heading = summary.protocol().title() + " (" + summary.protocol().reference() + ")";
    line(heading);
    line("-".repeat(heading.codePointCount(0, heading.length())));
    line(
        count(summary.sessions(), "session")
            + " judged, "
            + count(summary.violations(), "violation")
            + ".");
    departures(summary);
    line("");
    line("     asked       kept  departed    broken      open  kept of asked  rule");
    List<ExpandedRule> rules = summary.protocol().expandedRules();
    List<RuleCount> counts = summary.rules();
    for (int r = 0; r < rules.size(); r++) {
      print(rules.get(r), counts.get(r));
    }
    wrapped(
        "Departed: not kept, and no violation, because somebody overrode the rule with a reason, it is"
            + " advice, or what the peer or others did broke it. Broken: not kept, and it would have"
            + " been refused.");
    List<DeadlineCount> deadlines = summary.deadlines();
    for (int d = 0; d < deadlines.size(); d++) {
      DeadlineCount count = deadlines.get(d);
      wrapped(
          "Deadline "
              + summary.protocol().deadlines().get(d).id()
              + ": "
              + String.format(
                  Locale.ROOT,
                  "%,d met in time, %,d late, %,d still open.",
                  count.met(),
                  count.late(),
                  count.open()));
    }
  }

  private void departures(ProtocolSummary summary) {
    wrapped(
        String.format(
            Locale.ROOT,
            "Departures, which are no violations: %,d by override with a reason, %,d from advice,"
                + " %,d from a deadline, %,d because of what the peer or others did.",
            summary.departures(DepartureKind.OVERRIDE),
            summary.departures(DepartureKind.ADVISORY),
            summary.departures(DepartureKind.LATE),
            summary.departures(DepartureKind.FACT)));
  }

  private void print(ExpandedRule rule, RuleCount count) {
    OptionalDouble confidence = count.confidence();
    line(
        String.format(
            Locale.ROOT,
            "%,10d %,10d %,9d %,9d %,9d %14s  %s%s",
            count.activated(),
            count.fulfilled(),
            count.departed(),
            count.violated() - count.departed(),
            count.pending(),
            confidence.isEmpty()
                ? "-"
                : String.format(Locale.ROOT, "%.1f %%", 100 * confidence.getAsDouble()),
            rule.id(),
            rule.isMandatory() ? "" : " (advice)"));
  }

  private static String count(long number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }

  /** A line, broken between words, its continuation set in by as much and a little more. */
  private void wrapped(String text) {
    String indent = " ".repeat(text.length() - text.stripLeading().length());
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.strip().split(" ", -1)) {
      boolean isEmpty = line.toString().isBlank();
      if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
        line(line.toString());
        line = new StringBuilder(indent + "  ");
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
    }
    line(line.toString());
  }

  private void line(String text) {
    console.printLine(text);
  }
}
