package org.peersupport.simulation;

import java.time.Duration;
import java.util.Objects;

/**
 * How long something takes: the logarithm of the time is normally distributed.
 *
 * <p>Source of the formulas: N. L. Johnson, S. Kotz, N. Balakrishnan, Continuous Univariate
 * Distributions 1, 2nd ed., 1994, chapter 14. Immutable.
 *
 * @param median half of the times are shorter; more than zero and at most {@link #LONGEST}
 * @param sigma the standard deviation of the logarithm, from 0 (always the median) to {@value
 *     #WIDEST}
 */
public record Lognormal(Duration median, double sigma) {
  /** The longest median: ten years. What takes longer is no part of a conversation. */
  public static final Duration LONGEST = Duration.ofDays(3_653);

  /** The largest sigma; with it one time in six is more than 50 times the median. */
  public static final double WIDEST = 4;

  /** No time that is drawn is longer, so that a long still holds the sum of a million. */
  private static final double LONGEST_MILLIS = 1L << 42;

  /**
   * A bound on how far two exponentials can be apart, as a share of them: 16 units of the last
   * place.
   */
  private static final double DOUBT = 0x1.0p-48;

  /** Checks that nothing is null; the ranges are checked with the behaviour as a whole. */
  public Lognormal {
    Objects.requireNonNull(median, "median");
  }

  /** A distribution by its median and the standard deviation of the logarithm. */
  public static Lognormal of(Duration median, double sigma) {
    return new Lognormal(median, sigma);
  }

  /** The mean, in milliseconds: the median times exp(sigma²/2). */
  public double meanMillis() {
    return medianMillis() * StrictMath.exp(sigma * sigma / 2);
  }

  /** The variance, in square milliseconds: the mean squared times (exp(sigma²) - 1). */
  public double varianceMillis() {
    double mean = meanMillis();
    return mean * mean * StrictMath.expm1(sigma * sigma);
  }

  /** The median in milliseconds. */
  double medianMillis() {
    return median.toMillis() + median.toNanosPart() % 1_000_000 / 1e6;
  }

  /** The time that these bits draw, in whole milliseconds. */
  static long millis(double median, double sigma, long bits) {
    if (sigma == 0) {
      return whole(median);
    }
    double exponent = sigma * Normal.of(bits);
    double quick = median * Math.exp(exponent);
    // Math.exp may differ between machines, but by no more than the last place from StrictMath.exp
    // or so; where that could change the rounding, and only there, the slow one decides.
    double fraction = quick - Math.floor(quick);
    return Math.abs(fraction - 0.5) > quick * DOUBT
        ? whole(quick)
        : whole(median * StrictMath.exp(exponent));
  }

  private static long whole(double millis) {
    return (long) Math.rint(Math.min(millis, LONGEST_MILLIS));
  }
}
