package org.peersupport.audit;

/** How a session kept to its protocol, as far as its log goes. */
public enum SessionVerdict {
  /** No violation, and no mandatory rule is pending. */
  CONFORMANT("conformant"),
  /** Something happened that would have been refused, and that is not recorded as a departure. */
  DEVIATING("deviating"),
  /** No violation, but a mandatory rule that nobody departed from is still unsatisfied. */
  INCOMPLETE("incomplete"),
  /** The whole session was entered in error; it counts nowhere. */
  VOIDED("voided"),
  /** A line is broken, missing or repeated, or says what the protocol has no word for. */
  UNREADABLE("unreadable");

  private final String wire;

  SessionVerdict(String wire) {
    this.wire = wire;
  }

  /** The word for it on the wire. */
  public String wireName() {
    return wire;
  }
}
