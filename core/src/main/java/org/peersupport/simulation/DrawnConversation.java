package org.peersupport.simulation;

import java.util.List;

/**
 * One conversation that was drawn. Immutable.
 *
 * @param activities what happened, in order
 * @param ending {@code close} or {@code end:<reason>}; empty when it was cut off after a million
 *     activities
 * @param millis how long it took
 * @param refused how many attempts the protocol refused
 */
public record DrawnConversation(List<String> activities, String ending, long millis, long refused) {
  /** Copies the list. */
  public DrawnConversation {
    activities = List.copyOf(activities);
  }
}
