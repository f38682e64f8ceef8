package org.peersupport.simulation;

/** Why an estimate is to be taken with care. The wire names are stable; explanations are not. */
public enum EstimationWarningCode {
  /** Few observations stand behind a row or a duration. */
  FEW_OBSERVATIONS("estimate.few-observations"),
  /** No conversation has ended, so nothing says how they do. */
  NO_ENDING("estimate.no-ending");

  private final String wire;

  EstimationWarningCode(String wire) {
    this.wire = wire;
  }

  /** The stable name. */
  public String wire() {
    return wire;
  }
}
