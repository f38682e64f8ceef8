package org.peersupport.session;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A departure from a rule or a deadline, as the event that departs from it records it. Immutable.
 *
 * @param rule the id of the expanded rule, or of the deadline
 * @param reason why, where someone broke the glass; confidential
 * @param lateBy how late, where a deadline was missed
 */
public record Deviation(String rule, Optional<ConfidentialText> reason, Optional<Duration> lateBy) {
  /** Checks that nothing is null. */
  public Deviation {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(lateBy, "lateBy");
  }

  /** A departure without a reason: from an advisory rule, or one that a fact has broken. */
  public static Deviation from(String rule) {
    return new Deviation(rule, Optional.empty(), Optional.empty());
  }

  /** A departure that someone owned up to. */
  public static Deviation overriding(String rule, ConfidentialText reason) {
    return new Deviation(rule, Optional.of(reason), Optional.empty());
  }

  /** A deadline that was missed by so much. */
  public static Deviation late(String deadline, Duration by) {
    return new Deviation(deadline, Optional.empty(), Optional.of(by));
  }
}
