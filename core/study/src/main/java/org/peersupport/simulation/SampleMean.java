package org.peersupport.simulation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * The mean of a quantity over sessions, with its 95 % interval by the normal approximation: mean ±
 * 1.96 standard errors. Immutable.
 *
 * @param count of how many sessions
 * @param sum the sum, exact
 * @param squares the sum of the squares, exact
 */
public record SampleMean(long count, BigInteger sum, BigInteger squares) {
  /** The 0.975 quantile of the standard normal distribution. */
  static final double Z = 1.959963984540054;

  static SampleMean of(long count, long sum, long squares) {
    return new SampleMean(count, BigInteger.valueOf(sum), BigInteger.valueOf(squares));
  }

  /** The mean; NaN without sessions. */
  public double mean() {
    return count == 0 ? Double.NaN : divided(sum, BigInteger.valueOf(count));
  }

  /**
   * The standard deviation between sessions, with the divisor count - 1; NaN with fewer than two
   * sessions.
   */
  public double standardDeviation() {
    if (count < 2) {
      return Double.NaN;
    }
    // Exact until the division, so that nothing is lost where the mean is large.
    BigInteger n = BigInteger.valueOf(count);
    BigInteger spread = squares.multiply(n).subtract(sum.multiply(sum));
    return StrictMath.sqrt(divided(spread, n.multiply(n.subtract(BigInteger.ONE))));
  }

  private static double divided(BigInteger a, BigInteger b) {
    return new BigDecimal(a).divide(new BigDecimal(b), MathContext.DECIMAL64).doubleValue();
  }

  /** Half the width of the 95 % interval; NaN with fewer than two sessions. */
  public double margin() {
    return Z * standardDeviation() / StrictMath.sqrt((double) count);
  }

  /** The lower end of the 95 % interval; NaN with fewer than two sessions. */
  public double low() {
    return mean() - margin();
  }

  /** The upper end of the 95 % interval; NaN with fewer than two sessions. */
  public double high() {
    return mean() + margin();
  }
}
