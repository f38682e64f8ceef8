package org.peersupport.simulation.estimation;

import java.util.Objects;
import java.util.Optional;
import org.peersupport.simulation.Lognormal;

/**
 * How long an activity took in conversations that were observed. Immutable.
 *
 * @param observations how many times that are more than zero stand behind the distribution
 * @param withoutTime how often it took no time; such times have no logarithm and are left out
 * @param unknown how often it is not known how long it took, because an instant went back
 * @param distribution the distribution that makes them most likely, within what a behaviour may
 *     say; empty when there are none
 */
public record EstimatedDuration(
    long observations, long withoutTime, long unknown, Optional<Lognormal> distribution) {
  /** Checks that nothing is null. */
  public EstimatedDuration {
    Objects.requireNonNull(distribution, "distribution");
  }
}
