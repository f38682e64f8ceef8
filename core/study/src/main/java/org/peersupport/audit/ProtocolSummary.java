package org.peersupport.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;

/** What was found out about the sessions that were judged by one protocol. */
public final class ProtocolSummary {
  private final Protocol protocol;
  private final Map<SessionVerdict, Long> verdicts = new EnumMap<>(SessionVerdict.class);
  private final Map<DepartureKind, Long> departures = new EnumMap<>(DepartureKind.class);
  private final long[] activated;
  private final long[] satisfied;
  private final long[] violated;
  private final long[] departed;
  private final long[] pending;
  private final long[] fulfilled;
  private final long[] met;
  private final long[] late;
  private final long[] open;
  private long sessions;
  private long violations;

  ProtocolSummary(Protocol protocol) {
    this.protocol = protocol;
    int rules = protocol.expandedRules().size();
    this.activated = new long[rules];
    this.satisfied = new long[rules];
    this.violated = new long[rules];
    this.departed = new long[rules];
    this.pending = new long[rules];
    this.fulfilled = new long[rules];
    int deadlines = protocol.deadlines().size();
    this.met = new long[deadlines];
    this.late = new long[deadlines];
    this.open = new long[deadlines];
  }

  void add(SessionReport report) {
    sessions++;
    verdicts.merge(report.verdict(), 1L, Long::sum);
    violations += report.violations().size();
    report.departures().forEach(each -> departures.merge(each.kind(), 1L, Long::sum));
    for (int r = 0; r < activated.length; r++) {
      add(r, report.standings().get(r), report.activated().get(r));
      departed[r] += isDeparted(r, report) ? 1 : 0;
    }
    for (int d = 0; d < met.length; d++) {
      met[d] += report.deadlines().get(d).met();
      late[d] += report.deadlines().get(d).late();
      open[d] += report.deadlines().get(d).open();
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
    ExpandedRule broken = protocol.expandedRules().get(rule);
    if (!broken.isMandatory() || report.violations().isEmpty()) {
      // After the end nothing is refused by a rule, and nothing recorded as a departure.
      return true;
    }
    return report.departures().stream().anyMatch(each -> each.rule().equals(broken.id()))
        && report.violations().stream().noneMatch(each -> each.names(broken.id()));
  }

  /** The protocol. */
  public Protocol protocol() {
    return protocol;
  }

  /** How many sessions were judged by it. */
  public long sessions() {
    return sessions;
  }

  /** How many of them came out so. */
  public long sessions(SessionVerdict verdict) {
    return Objects.requireNonNull(verdicts.getOrDefault(verdict, 0L));
  }

  /** How many violations nobody owned up to, in all sessions together. */
  public long violations() {
    return violations;
  }

  /** How many departures of the kind there are, in all sessions together. */
  public long departures(DepartureKind kind) {
    return Objects.requireNonNull(departures.getOrDefault(kind, 0L));
  }

  /** How each rule came out, in the order of {@link Protocol#expandedRules()}. */
  public List<RuleCount> rules() {
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

  /** What became of the obligations of each deadline, in the order of the document. */
  public List<DeadlineCount> deadlines() {
    List<DeadlineCount> counts = new ArrayList<>();
    for (int d = 0; d < met.length; d++) {
      counts.add(new DeadlineCount(met[d], late[d], open[d]));
    }
    return List.copyOf(counts);
  }
}
