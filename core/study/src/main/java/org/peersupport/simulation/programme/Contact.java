package org.peersupport.simulation.programme;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.peersupport.simulation.Lognormal;

/**
 * How a person is first contacted. Immutable.
 *
 * @param delay from the match on, before the supporter gets round to it; none when nothing is said
 * @param limit how long a person should wait at most, from the referral to the first contact
 * @param declines the probability that the person then declines
 * @param declining how long such a contact takes the supporter; no time when nothing is said
 */
public record Contact(
    Optional<Lognormal> delay, Duration limit, double declines, Optional<Lognormal> declining) {
  /** Checks that nothing is null. */
  public Contact {
    Objects.requireNonNull(delay, "delay");
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(declining, "declining");
  }

  /** Contact without delay that nobody declines. */
  public static Contact within(Duration limit) {
    return new Contact(Optional.empty(), limit, 0, Optional.empty());
  }

  /** The same with a delay. */
  public Contact after(Lognormal time) {
    return new Contact(Optional.of(time), limit, declines, declining);
  }

  /** The same with a probability to decline. */
  public Contact declined(double probability) {
    return new Contact(delay, limit, probability, declining);
  }
}
