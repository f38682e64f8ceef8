package org.peersupport.audit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.peersupport.protocol.Protocol;

/**
 * What an audit found out about one session. Immutable; prints nothing but its verdict.
 *
 * @param session its id
 * @param protocol the one that it was judged by; empty where the log does not say, or names one
 *     that is not known
 * @param verdict all in all; of one that was entered in error nothing is told but that, its
 *     corrections and its flaws
 * @param standings how each rule came out, in the order of {@link Protocol#expandedRules()}; empty
 *     without a protocol, and of a session that was entered in error
 * @param activated whether the session has activated each rule, in the same order
 * @param violations what happened and would have been refused, in order
 * @param departures what was departed from with leave, or from advice and deadlines, in order
 * @param corrections the events that were corrected; the session is judged without them
 * @param deadlines what became of the obligations of each deadline, in the order of {@link
 *     Protocol#deadlines()}
 * @param flaws the lines that could not be taken into account, in order
 * @param course how the session came out beside its rules; empty without a protocol
 * @param events how many events were taken into account
 * @param settled whether the session is over and nothing is left to follow
 */
public record SessionReport(
    String session,
    Optional<Protocol> protocol,
    SessionVerdict verdict,
    List<RuleStanding> standings,
    List<Boolean> activated,
    List<AuditViolation> violations,
    List<Departure> departures,
    List<CorrectedEvent> corrections,
    List<DeadlineCount> deadlines,
    List<Flaw> flaws,
    Optional<SessionCourse> course,
    int events,
    boolean settled) {
  /** Copies the lists and checks that nothing is null. */
  public SessionReport {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(protocol, "protocol");
    Objects.requireNonNull(verdict, "verdict");
    standings = List.copyOf(standings);
    activated = List.copyOf(activated);
    violations = List.copyOf(violations);
    departures = List.copyOf(departures);
    corrections = List.copyOf(corrections);
    deadlines = List.copyOf(deadlines);
    flaws = List.copyOf(flaws);
    Objects.requireNonNull(course, "course");
  }

  @Override
  public String toString() {
    return "session " + session + ": " + verdict.wireName();
  }
}
