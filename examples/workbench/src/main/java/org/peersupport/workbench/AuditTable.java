package org.peersupport.workbench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.peersupport.analysis.RuleTitles;
import org.peersupport.audit.DeadlineCount;
import org.peersupport.audit.DepartureKind;
import org.peersupport.audit.ProtocolSummary;
import org.peersupport.audit.RuleCount;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.ReasonLists;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.TitledKey;
import org.peersupport.workbench.text.PageLines;

/** What the sessions of one protocol came to, for people: shares are those of closed ones. */
final class AuditTable {
  /** Of fewer, a share says more than anybody knows. */
  private static final int FEW = 10;

  private final ProtocolSummary summary;
  private final Map<String, String> titles;
  private final Locale locale;
  private final PageLines lines;

  private AuditTable(ProtocolSummary summary, Locale locale, PageLines lines) {
    this.summary = summary;
    this.locale = locale;
    this.titles = RuleTitles.of(summary.protocol(), locale);
    this.lines = lines;
  }

  static void write(ProtocolSummary summary, Locale locale, PageLines lines) {
    new AuditTable(summary, locale, lines).write();
  }

  private void write() {
    lines.heading(summary.protocol().title() + " (" + summary.protocol().reference() + ")");
    lines.wrap(
        "",
        count(summary.sessions(), "session")
            + " judged, "
            + count(summary.violations(), "violation")
            + ".");
    departures();
    lines.empty();
    long closed = summary.sessions(Status.CLOSED);
    if (closed > 0) {
      lines.wrap("", "Of " + count(closed, "closed conversation") + ":");
      lines.add("     asked       kept  departed    broken  kept of asked  rule");
      rules();
      lines.wrap(
          "",
          "Departed: not kept, and no violation, because somebody overrode the rule with a reason, it"
              + " is advice, or something happened that no rule can refuse. Broken: not kept, and it would"
              + " have been refused. Of fewer than "
              + FEW
              + " no share is told.");
      lines.empty();
    } else {
      lines.wrap("", "No conversation was closed, so there are no shares to tell.");
    }
    deadlines();
    referrals();
    reasons();
  }

  private void departures() {
    lines.wrap(
        "",
        String.format(
            Locale.ROOT,
            "Departures, which are no violations: %,d by override with a reason, %,d from advice,"
                + " %,d from a deadline, %,d because something happened that no rule can refuse, %,d by a clock"
                + " that was ahead.",
            summary.departures(DepartureKind.OVERRIDE),
            summary.departures(DepartureKind.ADVISORY),
            summary.departures(DepartureKind.LATE),
            summary.departures(DepartureKind.FACT),
            summary.departures(DepartureKind.CLOCK)));
    if (summary.stepsBack() > 0) {
      lines.wrap(
          "",
          count(summary.stepsBack(), "step")
              + " went back in time; how long they took is not known.");
    }
  }

  private void rules() {
    List<ExpandedRule> rules = summary.protocol().expandedRules();
    List<RuleCount> counts = summary.rulesOfClosed();
    for (int r = 0; r < rules.size(); r++) {
      ExpandedRule rule = rules.get(r);
      RuleCount count = counts.get(r);
      OptionalDouble confidence = count.confidence();
      lines.add(
          "%,10d %,10d %,9d %,9d %14s  %s%s",
          count.activated(),
          count.fulfilled(),
          count.departed(),
          count.violated() - count.departed(),
          confidence.isEmpty() || count.activated() < FEW
              ? "-"
              : String.format(Locale.ROOT, "%.1f %%", 100 * confidence.getAsDouble()),
          name(titles, rule.id()),
          rule.isMandatory() ? "" : ", advice");
    }
  }

  /** What people call the rule, its id small behind it. */
  static String name(Map<String, String> titles, String id) {
    String title = titles.get(id);
    return title == null ? id : title + " [" + id + "]";
  }

  private void deadlines() {
    List<DeadlineCount> deadlines = summary.deadlines();
    for (int d = 0; d < deadlines.size(); d++) {
      DeadlineCount count = deadlines.get(d);
      lines.wrap(
          "",
          "Deadline "
              + summary.protocol().deadlines().get(d).id()
              + ": "
              + String.format(
                  Locale.ROOT,
                  "%,d met in time, %,d late, %,d not met in these logs.",
                  count.met(),
                  count.late(),
                  count.open()));
    }
  }

  private void referrals() {
    if (!summary.referrals().isEmpty()) {
      lines.wrap(
          "",
          String.format(
              Locale.ROOT,
              "Referrals: %,d offered, %,d accepted, %,d declined, %,d handed over, %,d completed,"
                  + " %,d taken back by the peer, %,d lapsed.",
              acts("offer"),
              acts("accept"),
              acts("decline"),
              acts("connect"),
              acts("complete"),
              acts("withdraw"),
              acts("lapse")));
    }
  }

  private long acts(String act) {
    String prefix = act + ":";
    return summary.referrals().entrySet().stream()
        .filter(each -> each.getKey().startsWith(prefix))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private void reasons() {
    SortedMap<String, Long> reasons = summary.reasons();
    if (!reasons.isEmpty()) {
      StringBuilder told = new StringBuilder("Reasons given:");
      reasons.forEach(
          (reason, count) ->
              told.append(told.charAt(told.length() - 1) == ':' ? " " : "; ")
                  .append(reason(reason))
                  .append(String.format(Locale.ROOT, " (%,d)", count)));
      lines.wrap("", told.append('.').toString());
    }
  }

  /** What was done, and what people call the reason that was given for it. */
  private String reason(String given) {
    ReasonLists own = summary.protocol().in(locale).reasons();
    String key = given.substring(given.indexOf(':') + 1);
    return switch (given.substring(0, given.indexOf(':'))) {
      case "end" -> "early end, " + name(own.end(), key);
      case "decline" -> "a no, " + name(own.decline(), key);
      case "lapse" -> "no result, " + name(own.lapse(), key);
      default -> "a departure, " + name(own.override(), key);
    };
  }

  private static String name(List<TitledKey> reasons, String key) {
    return reasons.stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElse(TitledKey.of(key))
        .name();
  }

  static String count(long number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }
}
