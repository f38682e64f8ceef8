package org.peersupport.protocol;

/** How binding a rule is. */
public enum Strength {
  /** Enforced: an act against it is refused. */
  MANDATORY("mandatory"),
  /** Not enforced: a departure is recorded. */
  ADVISORY("advisory");

  private final String wire;

  Strength(String wire) {
    this.wire = wire;
  }

  /** The name in documents. */
  public String wireName() {
    return wire;
  }
}
