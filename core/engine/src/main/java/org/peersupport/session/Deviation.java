package org.peersupport.session;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.peersupport.protocol.RefusalCode;

/**
 * A departure from a rule, a deadline or the clock, as the event that departs from it records it.
 * Immutable.
 *
 * @param rule the id of the expanded rule, or of the deadline; {@code time.in-future} for the clock
 * @param code one of the protocol's reasons, where someone broke the glass and gave one
 * @param reason why in words, where someone broke the glass; confidential
 * @param lateBy how late, where a deadline was missed
 * @param aheadBy how far ahead of the telling, where it was said to lie in the future
 */
public record Deviation(
    String rule,
    Optional<String> code,
    Optional<ConfidentialText> reason,
    Optional<Duration> lateBy,
    Optional<Duration> aheadBy) {
  /** What stands for the clock where a rule stands otherwise. */
  public static final String IN_FUTURE = RefusalCode.TIME_IN_FUTURE.wireName();

  /** Checks that nothing is null. */
  public Deviation {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(lateBy, "lateBy");
    Objects.requireNonNull(aheadBy, "aheadBy");
  }

  /** A departure without a reason: from an advisory rule, or one that a fact has broken. */
  public static Deviation from(String rule) {
    return new Deviation(
        rule, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A departure that someone gave a reason for. */
  public static Deviation overriding(String rule, OverrideReason why) {
    return new Deviation(
        rule, why.code(), Optional.of(why.text()), Optional.empty(), Optional.empty());
  }

  /** A deadline that was missed by so much. */
  public static Deviation late(String deadline, Duration by) {
    return new Deviation(
        deadline, Optional.empty(), Optional.empty(), Optional.of(by), Optional.empty());
  }

  /** An act that was said to lie so far in the future, and was recorded with the host's time. */
  public static Deviation inFuture(Duration by) {
    return new Deviation(
        IN_FUTURE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(by));
  }

  /** Whether it is about the clock and so no departure from the protocol. */
  public boolean isOfClock() {
    return aheadBy.isPresent();
  }

  /** The same without the confidential reason. */
  public Deviation withoutReason() {
    return reason.isEmpty() ? this : new Deviation(rule, code, Optional.empty(), lateBy, aheadBy);
  }
}
