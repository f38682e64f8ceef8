package org.peersupport.simulation;

/**
 * A quantity of a conversation, worked out. Immutable.
 *
 * @param mean what is to be expected
 * @param variance the variance between conversations
 */
public record ExactMean(double mean, double variance) {
  /** The standard deviation between conversations. */
  public double standardDeviation() {
    return StrictMath.sqrt(Math.max(0, variance));
  }
}
