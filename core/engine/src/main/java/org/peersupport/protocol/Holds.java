package org.peersupport.protocol;

/** How long a rule binds. */
public enum Holds {
  /** Judged at the close, and frozen afterwards. */
  CONVERSATION("conversation"),
  /** Judged at the close too, and after any end it still follows what happens. */
  ALWAYS("always");

  private final String wire;

  Holds(String wire) {
    this.wire = wire;
  }

  /** The name in documents. */
  public String wireName() {
    return wire;
  }
}
