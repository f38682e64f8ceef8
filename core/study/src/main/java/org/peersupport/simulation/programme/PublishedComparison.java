package org.peersupport.simulation.programme;

/**
 * A published figure beside the simulated one. Immutable.
 *
 * @param published what the source reports
 * @param simulated what came out
 */
public record PublishedComparison(Published published, Estimate simulated) {
  /** Whether the published figure lies where 95 % of the runs do. */
  public boolean isUsual() {
    return simulated.isUsual(published.value());
  }
}
