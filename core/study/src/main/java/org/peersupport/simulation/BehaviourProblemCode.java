package org.peersupport.simulation;

/** What can be wrong with a behaviour. The wire names are stable; explanations are not. */
public enum BehaviourProblemCode {
  /** The id is not written as ids are. */
  ILL_FORMED("behaviour.ill-formed"),
  /** It speaks of what the protocol does not have. */
  UNKNOWN("behaviour.unknown"),
  /** A weight or a duration is outside its range. */
  OUT_OF_RANGE("behaviour.out-of-range"),
  /** Nothing can be drawn, because no weight is more than zero. */
  NOTHING_TO_DRAW("behaviour.nothing-to-draw"),
  /** Some conversation comes to where nothing leads to a close or an end any more. */
  NEVER_ENDS("behaviour.never-ends"),
  /** The protocol and the behaviour have more states together than are worked through. */
  TOO_LARGE("behaviour.too-large");

  private final String wire;

  BehaviourProblemCode(String wire) {
    this.wire = wire;
  }

  /** The stable name. */
  public String wireName() {
    return wire;
  }
}
