package org.peersupport.protocol;

/** How strictly the elements follow one another. */
public enum OrderMode {
  /** An act out of order is refused. */
  STRICT("strict"),
  /** The same rules as advice: a departure is recorded. */
  GUIDED("guided"),
  /** Any order. */
  MODULAR("modular");

  private final String wire;

  OrderMode(String wire) {
    this.wire = wire;
  }

  /** The name in documents. */
  public String wireName() {
    return wire;
  }
}
