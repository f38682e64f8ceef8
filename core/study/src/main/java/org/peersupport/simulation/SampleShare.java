package org.peersupport.simulation;

/**
 * The share of sessions of which something is so, with its 95 % interval by Wilson's score.
 *
 * <p>Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
 * JASA 22, 1927. Immutable.
 *
 * @param part of how many it is so
 * @param whole of how many sessions
 */
public record SampleShare(long part, long whole) {
  private static final double Z2 = SampleMean.Z * SampleMean.Z;

  /** The share, from 0 to 1; NaN without sessions. */
  public double share() {
    return (double) part / whole;
  }

  /** The lower end of the 95 % interval; NaN without sessions. */
  public double low() {
    return part == 0 && whole > 0 ? 0 : centre() - spread();
  }

  /** The upper end of the 95 % interval; NaN without sessions. */
  public double high() {
    return part == whole && whole > 0 ? 1 : centre() + spread();
  }

  private double centre() {
    return (part + Z2 / 2) / (whole + Z2);
  }

  private double spread() {
    double variance = (double) part * (whole - part) / whole + Z2 / 4;
    return whole == 0 ? Double.NaN : SampleMean.Z * StrictMath.sqrt(variance) / (whole + Z2);
  }
}
