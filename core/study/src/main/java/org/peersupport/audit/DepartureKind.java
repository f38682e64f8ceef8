package org.peersupport.audit;

/** What a departure is. */
public enum DepartureKind {
  /** Somebody broke the glass and said why. */
  OVERRIDE("override"),
  /** Advice was not followed. */
  ADVISORY("advisory"),
  /** What the peer or the outside did broke a mandatory rule after an override. */
  FACT("fact"),
  /** A deadline was met too late. */
  LATE("late");

  private final String wire;

  DepartureKind(String wire) {
    this.wire = wire;
  }

  /** The word for it on the wire. */
  public String wireName() {
    return wire;
  }
}
