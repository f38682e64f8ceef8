package org.peersupport.internal.engine;

import java.util.List;

/**
 * An action that is taken: the state that follows, and the ids of the rules that it departs from.
 * Immutable.
 */
public final class Transition implements Answer {
  private final EngineState next;
  private final List<String> overridden;
  private final List<String> departures;

  /** Asked at every step, so that two lists need not be. */
  private final boolean plain;

  Transition(EngineState next, List<String> overridden, List<String> departures) {
    this.next = next;
    this.overridden = List.copyOf(overridden);
    this.departures = List.copyOf(departures);
    this.plain = overridden.isEmpty() && departures.isEmpty();
  }

  /** A transition without a departure. */
  public static Transition to(EngineState next) {
    return new Transition(next, List.of(), List.of());
  }

  /** The state that follows. */
  public EngineState next() {
    return next;
  }

  /** The rules that the supporter departs from for a reason, in expanded order. */
  public List<String> overridden() {
    return overridden;
  }

  /** The rules departed from without a reason: advice, and what a fact breaks. */
  public List<String> departures() {
    return departures;
  }

  /** Whether nothing is departed from. */
  public boolean isPlain() {
    return plain;
  }
}
