package org.peersupport.audit;

import java.util.ArrayList;
import java.util.List;
import org.peersupport.protocol.ExpandedRule;

/** The counts of how each rule came out of sessions. Not safe to share between threads. */
final class RuleTally {
  private final List<ExpandedRule> rules;
  private final long[] activated;
  private final long[] satisfied;
  private final long[] violated;
  private final long[] departed;
  private final long[] pending;
  private final long[] fulfilled;
  private long sessions;

  RuleTally(List<ExpandedRule> rules) {
    this.rules = rules;
    this.activated = new long[rules.size()];
    this.satisfied = new long[rules.size()];
    this.violated = new long[rules.size()];
    this.departed = new long[rules.size()];
    this.pending = new long[rules.size()];
    this.fulfilled = new long[rules.size()];
  }

  void add(SessionReport report) {
    sessions++;
    for (int r = 0; r < activated.length; r++) {
      add(r, report.standings().get(r), report.activated().get(r));
      departed[r] += isDeparted(r, report) ? 1 : 0;
    }
  }

  private void add(int rule, RuleStanding standing, boolean isActivated) {
    activated[rule] += isActivated ? 1 : 0;
    switch (standing) {
      case SATISFIED -> satisfied[rule]++;
      case VIOLATED -> violated[rule]++;
      case PENDING -> pending[rule]++;
    }
    fulfilled[rule] += isActivated && standing == RuleStanding.SATISFIED ? 1 : 0;
  }

  /** Whether the rule is violated, and the session did nothing that would have been refused. */
  private boolean isDeparted(int rule, SessionReport report) {
    if (report.standings().get(rule) != RuleStanding.VIOLATED) {
      return false;
    }
    ExpandedRule broken = rules.get(rule);
    if (!broken.isMandatory() || report.violations().isEmpty()) {
      return true;
    }
    return report.departures().stream().anyMatch(each -> each.rule().equals(broken.id()))
        && report.violations().stream().noneMatch(each -> each.names(broken.id()));
  }

  /** The counts, in the order of the rules. */
  List<RuleCount> counts() {
    List<RuleCount> counts = new ArrayList<>();
    for (int r = 0; r < activated.length; r++) {
      counts.add(
          new RuleCount(
              sessions,
              activated[r],
              satisfied[r],
              violated[r],
              departed[r],
              pending[r],
              fulfilled[r]));
    }
    return List.copyOf(counts);
  }
}
