package org.peersupport.audit;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A departure that is no violation: somebody overrode a rule, did not follow advice or was late, a
 * fact broke a rule, or a clock was ahead. Carries no reason, because reasons are confidential.
 * Immutable.
 *
 * @param seq the place of the event in its session
 * @param rule the id of the rule, or of the deadline; {@code time.in-future} for a clock
 * @param kind which of these
 * @param recorded whether the log itself says so; what it does not say of advice and of deadlines
 *     is found out, and is no violation
 * @param lateBy how late, for {@link DepartureKind#LATE}
 */
public record Departure(
    int seq, String rule, DepartureKind kind, boolean recorded, Optional<Duration> lateBy) {
  /** Checks that nothing is null. */
  public Departure {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(lateBy, "lateBy");
  }
}
