package org.peersupport.json.certification.walker;

import java.util.Arrays;
import java.util.Map;

/** Where a conversation stands as far as its future goes. Its hash is worked out once. */
final class Place {
  private final int[] states;
  private final Map<String, String> pending;
  private final int hash;

  /**
   * @param states of the laws that are looked at; becomes the place's
   * @param pending the resources whose referral is offered or accepted
   */
  Place(int[] states, Map<String, String> pending) {
    this.states = states;
    this.pending = pending;
    this.hash = 31 * Arrays.hashCode(states) + pending.hashCode();
  }

  /** The state of one of the laws. */
  int state(int law) {
    return states[law];
  }

  Map<String, String> pending() {
    return pending;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Place place
        && hash == place.hash
        && Arrays.equals(states, place.states)
        && pending.equals(place.pending);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
