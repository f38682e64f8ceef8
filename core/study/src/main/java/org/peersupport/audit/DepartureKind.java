package org.peersupport.audit;

/** What a departure is. */
public enum DepartureKind {
  /** Somebody broke the glass and said why. */
  OVERRIDE("override"),
  /** Advice was not followed. */
  ADVISORY("advisory"),
  /**
   * What the peer or the outside did broke a mandatory rule, after an override or after the end.
   */
  FACT("fact"),
  /** A deadline was met too late. */
  LATE("late"),
  /** It was said to lie in the future, and recorded with the time of the program. */
  CLOCK("clock");

  private final String wire;

  DepartureKind(String wire) {
    this.wire = wire;
  }

  /** The word for it on the wire. */
  public String wireName() {
    return wire;
  }
}
