package org.peersupport.simulation.programme;

/** The unit of a metric. */
public enum MetricUnit {
  /** People, or conversations. */
  COUNT("count"),
  /** From 0 to 1. */
  SHARE("share"),
  /** Hours. */
  HOURS("hours");

  private final String wire;

  MetricUnit(String wire) {
    this.wire = wire;
  }

  /** The largest number of it that is possible; the smallest is 0. */
  double most() {
    return this == SHARE ? 1 : Double.POSITIVE_INFINITY;
  }

  /** The name in results. */
  public String wireName() {
    return wire;
  }
}
