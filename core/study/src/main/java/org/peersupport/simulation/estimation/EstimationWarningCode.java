package org.peersupport.simulation.estimation;

/** Why an estimate is to be taken with care. The wire names are stable; explanations are not. */
public enum EstimationWarningCode {
  /** Few observations stand behind a row or a duration. */
  FEW_OBSERVATIONS("estimate.few-observations"),
  /** The most likely weights of a row were not found; without smoothing there may be none. */
  UNSETTLED_WEIGHTS("estimate.unsettled-weights"),
  /** Instants went back, so it is not known how long some activities took. */
  UNKNOWN_TIMES("estimate.unknown-times"),
  /** No conversation has ended, so nothing says how they do. */
  NO_ENDING("estimate.no-ending");

  private final String wire;

  EstimationWarningCode(String wire) {
    this.wire = wire;
  }

  /** The stable name. */
  public String wireName() {
    return wire;
  }
}
