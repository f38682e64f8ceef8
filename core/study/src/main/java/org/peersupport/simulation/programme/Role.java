package org.peersupport.simulation.programme;

/** What a published figure is to a scenario. */
public enum Role {
  /** It went in, or something was chosen so that it comes out. */
  INPUT("input"),
  /** It came out without having been put in. */
  OUTCOME("outcome");

  private final String wire;

  Role(String wire) {
    this.wire = wire;
  }

  /** The name in documents. */
  public String wireName() {
    return wire;
  }
}
