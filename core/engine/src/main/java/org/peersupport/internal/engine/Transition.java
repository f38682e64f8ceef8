package org.peersupport.internal.engine;

import java.util.List;

/**
 * An action that is taken: the state that follows, and the ids of the rules that it departs from.
 * Immutable.
 *
 * @param next the state that follows
 * @param overridden the rules that the supporter departs from for a reason, in expanded order
 * @param departures the rules departed from without one: advice, and what a fact breaks
 */
public record Transition(EngineState next, List<String> overridden, List<String> departures)
    implements Answer {
  /** Copies the lists. */
  public Transition {
    overridden = List.copyOf(overridden);
    departures = List.copyOf(departures);
  }

  /** A transition without a departure. */
  public static Transition to(EngineState next) {
    return new Transition(next, List.of(), List.of());
  }

  /** Whether nothing is departed from. */
  public boolean isPlain() {
    return overridden.isEmpty() && departures.isEmpty();
  }
}
