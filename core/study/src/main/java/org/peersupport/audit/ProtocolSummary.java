package org.peersupport.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Status;

/**
 * What was found out about the sessions that were judged by one protocol. Those that ended early
 * are counted apart: an early end is no lack.
 */
public final class ProtocolSummary {
  private final Protocol protocol;
  private final Map<Status, Map<SessionVerdict, Long>> verdicts = new EnumMap<>(Status.class);
  private final Map<DepartureKind, Long> departures = new EnumMap<>(DepartureKind.class);
  private final RuleTally rules;
  private final RuleTally rulesOfClosed;
  private final SortedMap<String, Long> referrals = new TreeMap<>();
  private final SortedMap<String, Long> reasons = new TreeMap<>();
  private final long[] met;
  private final long[] late;
  private final long[] open;
  private long sessions;
  private long urgent;
  private long violations;
  private long stepsBack;

  ProtocolSummary(Protocol protocol) {
    this.protocol = protocol;
    this.rules = new RuleTally(protocol.expandedRules());
    this.rulesOfClosed = new RuleTally(protocol.expandedRules());
    int deadlines = protocol.deadlines().size();
    this.met = new long[deadlines];
    this.late = new long[deadlines];
    this.open = new long[deadlines];
  }

  void add(SessionReport report) {
    sessions++;
    SessionCourse course = report.course().orElseThrow();
    verdicts
        .computeIfAbsent(course.status(), status -> new EnumMap<>(SessionVerdict.class))
        .merge(report.verdict(), 1L, Long::sum);
    urgent += course.urgent().isEmpty() ? 0 : 1;
    violations += report.violations().size();
    stepsBack += course.stepsBack();
    report.departures().forEach(each -> departures.merge(each.kind(), 1L, Long::sum));
    rules.add(report);
    if (course.status() == Status.CLOSED) {
      rulesOfClosed.add(report);
    }
    add(referrals, course.referrals());
    add(reasons, course.reasons());
    for (int d = 0; d < met.length; d++) {
      met[d] += report.deadlines().get(d).met();
      late[d] += report.deadlines().get(d).late();
      open[d] += report.deadlines().get(d).open();
    }
  }

  private static void add(Map<String, Long> counts, Map<String, Integer> more) {
    more.forEach((what, count) -> counts.merge(what, (long) count, Long::sum));
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
    return Arrays.stream(Status.values()).mapToLong(status -> sessions(status, verdict)).sum();
  }

  /** How many of them stand so: closed, ended early, or neither yet. */
  public long sessions(Status status) {
    return verdicts.getOrDefault(status, Map.of()).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** How many of them stand so and came out so. */
  public long sessions(Status status, SessionVerdict verdict) {
    return Objects.requireNonNull(
        verdicts.getOrDefault(status, Map.of()).getOrDefault(verdict, 0L));
  }

  /** In how many of them someone in need still waits: see {@link SessionCourse#urgent}. */
  public long urgent() {
    return urgent;
  }

  /** How many violations there are, in all sessions together. */
  public long violations() {
    return violations;
  }

  /** How many departures of the kind there are, in all sessions together. */
  public long departures(DepartureKind kind) {
    return Objects.requireNonNull(departures.getOrDefault(kind, 0L));
  }

  /** How each rule came out, in the order of {@link Protocol#expandedRules()}. */
  public List<RuleCount> rules() {
    return rules.counts();
  }

  /** How each rule came out in the conversations that were closed, in the same order. */
  public List<RuleCount> rulesOfClosed() {
    return rulesOfClosed.counts();
  }

  /** What became of the obligations of each deadline, in the order of the document. */
  public List<DeadlineCount> deadlines() {
    List<DeadlineCount> counts = new ArrayList<>();
    for (int d = 0; d < met.length; d++) {
      counts.add(new DeadlineCount(met[d], late[d], open[d]));
    }
    return List.copyOf(counts);
  }

  /**
   * How often each act of referrals happened, such as {@code withdraw:chaplaincy}; what did not
   * happen is left out.
   */
  public SortedMap<String, Long> referrals() {
    return Collections.unmodifiableSortedMap(referrals);
  }

  /**
   * How often each reason was given: {@code end:<reason>}, {@code decline:<reason>}, {@code
   * lapse:<reason>} and {@code override:<code>}.
   */
  public SortedMap<String, Long> reasons() {
    return Collections.unmodifiableSortedMap(reasons);
  }

  /** How many events happened, as they say, before what is recorded before them. */
  public long stepsBack() {
    return stepsBack;
  }
}
