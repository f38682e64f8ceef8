package org.peersupport.workbench;

import static org.peersupport.workbench.AuditTable.count;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peersupport.analysis.RuleTitles;
import org.peersupport.audit.AuditSummary;
import org.peersupport.audit.AuditViolation;
import org.peersupport.audit.Flaw;
import org.peersupport.audit.LogFindings;
import org.peersupport.audit.SessionCourse;
import org.peersupport.audit.SessionReport;
import org.peersupport.audit.SessionVerdict;
import org.peersupport.audit.UrgentSession;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Status;
import org.peersupport.workbench.text.PageLines;

/**
 * Prints an audit for people: who still waits, alone and first; then the sessions that somebody
 * should look at, then all of them. An early end is counted apart, and is nobody's failure.
 */
final class AuditPage implements AuditPrinter {
  /** As many sessions are told of as people read. */
  private static final int TOLD = 1_000;

  private final Console console;
  private final Locale locale;
  private final List<SessionReport> flagged = new ArrayList<>();
  private final PageLines page = new PageLines();
  private final NamedSessions toFollow = new NamedSessions();
  private final NamedSessions corrected = new NamedSessions();
  private final Set<Protocol> protocols = new LinkedHashSet<>();
  private long flags;

  AuditPage(Console console, Locale locale) {
    this.console = console;
    this.locale = locale;
  }

  @Override
  public void print(SessionReport report) {
    report.protocol().ifPresent(protocols::add);
    Status status = report.course().map(SessionCourse::status).orElse(Status.OPEN);
    boolean isOver = status == Status.CLOSED || status == Status.ENDED;
    if (isOver && !report.settled()) {
      toFollow.add(report.session());
    }
    if (!report.corrections().isEmpty()) {
      corrected.add(report.session());
    }
    if (!report.violations().isEmpty() || !report.flaws().isEmpty()) {
      flags++;
      if (flags <= TOLD) {
        flagged.add(report);
      }
    }
  }

  private void flag(SessionReport report) {
    page.empty();
    page.wrap("", "Session " + report.session() + ": " + report.verdict().wireName());
    for (AuditViolation violation : report.violations()) {
      String rule = violation.rule().map(id -> " [" + id + "]").orElse("");
      page.wrap("  ", "Event " + violation.seq() + ": " + violation.explanation() + rule);
    }
    report.flaws().forEach(this::tell);
  }

  private void tell(Flaw flaw) {
    page.wrap("  ", flaw.log() + ":" + flaw.line() + ": " + flaw.explanation());
  }

  @Override
  public void finish(AuditSummary summary, LogFindings findings) {
    urgent(summary);
    page.wrap(
        "",
        "For those who run the programme, not for line managers: it tells how conversations went, not"
            + " how good anybody is.");
    if (flags > 0) {
      page.heading("What would have been refused, or cannot be judged");
      flagged.forEach(this::flag);
    }
    if (flags > TOLD) {
      page.empty();
      page.wrap("", count(flags - TOLD, "more session") + "; without --text each has a line.");
    }
    sessions(summary, findings);
    summary.protocols().forEach(each -> AuditTable.write(each, locale, page));
    unread(findings);
    page.lines().forEach(console::printLine);
  }

  /** Who still waits, with what they wait for. */
  private void urgent(AuditSummary summary) {
    if (summary.urgent() == 0) {
      return;
    }
    Map<String, String> titles = new HashMap<>();
    for (Protocol each : protocols) {
      RuleTitles.of(each, locale).forEach(titles::putIfAbsent);
    }
    page.title("Someone may be in danger, and nobody has taken over yet");
    page.wrap("", "Ask the supporter of each session now who has taken over.");
    for (UrgentSession each : summary.urgentSessions()) {
      List<String> rules = each.rules().stream().map(id -> AuditTable.name(titles, id)).toList();
      page.wrap(
          "  ",
          "Session "
              + each.session()
              + ", "
              + standing(each.status())
              + ": "
              + String.join("; ", rules));
    }
    long more = summary.urgent() - summary.urgentSessions().size();
    if (more > 0) {
      page.wrap("  ", "and " + count(more, "more session") + "; without --text each has a line.");
    }
    page.empty();
  }

  private static String standing(Status status) {
    return switch (status) {
      case OPEN -> "which still goes on";
      case PAUSED -> "which is paused";
      case CLOSED -> "which is closed";
      case ENDED -> "which ended early";
      case VOIDED -> "which was entered in error";
    };
  }

  private void sessions(AuditSummary summary, LogFindings findings) {
    page.heading(count(summary.sessions(), "session") + ", " + count(findings.events(), "event"));
    long kept = summary.sessions(Status.CLOSED, SessionVerdict.CONFORMANT);
    long open = summary.sessions(Status.CLOSED, SessionVerdict.INCOMPLETE);
    stand(
        summary,
        String.format(Locale.ROOT, "closed; %,d kept to their protocol", kept)
            + (open == 0 ? "" : String.format(Locale.ROOT, "; in %,d a rule is open again", open)),
        Status.CLOSED);
    stand(summary, "ended early, which is no failure", Status.ENDED);
    stand(summary, "still going on", Status.OPEN, Status.PAUSED);
    line(summary.sessions(SessionVerdict.VOIDED), "entered in error; they count nowhere");
    line(summary.sessions(SessionVerdict.UNREADABLE), "cannot be judged from these logs");
    told(toFollow.sentence("Over, with something left to follow"));
    NamedSessions voided = new NamedSessions();
    summary.voidedSessions().forEach(voided::add);
    told(voided.sentence("Entered in error"));
    boolean one = summary.corrections() == 1;
    told(
        corrected.sentence(
            count(summary.corrections(), "event")
                + (one ? " was corrected and counts" : " were corrected and count")
                + " for nothing any more"));
  }

  private void stand(AuditSummary summary, String what, Status... statuses) {
    long all = 0;
    long refused = 0;
    for (Status status : statuses) {
      all += summary.sessions(status);
      refused += summary.sessions(status, SessionVerdict.DEVIATING);
    }
    line(
        all,
        what
            + (refused == 0
                ? ""
                : String.format(Locale.ROOT, "; %,d did what would have been refused", refused)));
  }

  private void line(long count, String says) {
    page.add("%,10d %s", count, says);
  }

  private void told(Optional<String> sentence) {
    sentence.ifPresent(
        text -> {
          page.empty();
          page.wrap("", text);
        });
  }

  private void unread(LogFindings findings) {
    if (!findings.unknown().isEmpty()) {
      page.empty();
      page.wrap("", "The protocol has no word for: " + String.join(", ", findings.unknown()) + ".");
    }
    if (findings.lostLines() > 0) {
      page.empty();
      page.wrap(
          "", count(findings.lostLines(), "line") + " could not be read and named no session:");
      findings.lost().forEach(this::tell);
      if (findings.lost().size() < findings.lostLines()) {
        page.wrap("  ", "and more");
      }
    }
  }
}
