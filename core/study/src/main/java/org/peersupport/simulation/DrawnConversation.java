package org.peersupport.simulation;

import java.util.List;

/**
 * One conversation that was drawn. Immutable.
 *
 * @param activities what happened, in order
 * @param ending {@code close} or {@code end:<reason>}; empty when it was cut off after a million
 *     activities
 * @param times how long each of them took, in milliseconds
 * @param refusals the attempts that the protocol refused, in order
 */
public record DrawnConversation(
    List<String> activities, List<Long> times, String ending, List<RefusedAttempt> refusals) {
  /** Copies the lists. */
  public DrawnConversation {
    activities = List.copyOf(activities);
    times = List.copyOf(times);
    refusals = List.copyOf(refusals);
  }

  /** How many attempts the protocol refused. */
  public long refused() {
    return refusals.size();
  }

  /** How long it took, in milliseconds. */
  public long millis() {
    long sum = 0;
    for (long time : times) {
      sum += time;
    }
    return sum;
  }
}
