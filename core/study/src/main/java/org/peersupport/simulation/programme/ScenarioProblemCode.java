package org.peersupport.simulation.programme;

/** What can be wrong with a scenario. The wire names are stable; explanations are not. */
public enum ScenarioProblemCode {
  /** Something that is needed was left empty. */
  MISSING("scenario.missing"),
  /** An id is not written as it must be. */
  ILL_FORMED("scenario.ill-formed"),
  /** Two entries have the same id or name. */
  DUPLICATE("scenario.duplicate"),
  /** It speaks of what the protocol does not have. */
  UNKNOWN("scenario.unknown"),
  /** A number or a time is outside its range. */
  OUT_OF_RANGE("scenario.out-of-range"),
  /** Two statements cannot both be meant. */
  CONTRADICTION("scenario.contradiction"),
  /** No supporter may support the people of a department. */
  NOBODY_FITS("scenario.nobody-fits");

  private final String wire;

  ScenarioProblemCode(String wire) {
    this.wire = wire;
  }

  /** The stable name. */
  public String wireName() {
    return wire;
  }
}
