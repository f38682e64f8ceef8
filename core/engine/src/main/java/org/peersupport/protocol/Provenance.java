package org.peersupport.protocol;

/** Where an entry of a protocol comes from. */
public enum Provenance {
  /** The source's own text says so. */
  STATED("stated"),
  /** A copy or another text says that the source says so. */
  SECONDARY("secondary"),
  /** Stands in for what the source does not tell. */
  PLACEHOLDER("placeholder"),
  /** Our reading or proposal; no source claims it. */
  OUR_READING("our-reading");

  private final String wire;

  Provenance(String wire) {
    this.wire = wire;
  }

  /** The name in documents. */
  public String wireName() {
    return wire;
  }
}
