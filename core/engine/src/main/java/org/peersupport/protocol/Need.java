package org.peersupport.protocol;

/** Whether a conversation must contain an element. */
public enum Need {
  /** Every conversation that closes contains it. */
  REQUIRED("required"),
  /** It may be left out. */
  OPTIONAL("optional");

  private final String wire;

  Need(String wire) {
    this.wire = wire;
  }

  /** The name in documents. */
  public String wireName() {
    return wire;
  }
}
