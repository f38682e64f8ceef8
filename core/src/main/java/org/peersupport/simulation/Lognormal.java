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
}
