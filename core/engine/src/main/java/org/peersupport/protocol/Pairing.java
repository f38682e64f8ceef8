package org.peersupport.protocol;

/** Which departments the supporter and the peer of a session may come from. */
public enum Pairing {
  /** Any two, also unknown ones. */
  ANY("any"),
  /** The same one, known of both. */
  SAME("same"),
  /** Two different ones, known of both. */
  DIFFERENT("different");

  private final String wire;

  Pairing(String wire) {
    this.wire = wire;
  }

  /** The name in documents. */
  public String wireName() {
    return wire;
  }
}
