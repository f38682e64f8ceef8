package org.peersupport.protocol;

/** What the peer's consent to a hand-off takes. */
public enum Consent {
  /** Connect only after the peer has accepted. */
  REQUIRED("required"),
  /** Connect once offered: for emergencies, where the peer is told. */
  NOTICE("notice");

  private final String wire;

  Consent(String wire) {
    this.wire = wire;
  }

  /** The name in documents. */
  public String wireName() {
    return wire;
  }
}
