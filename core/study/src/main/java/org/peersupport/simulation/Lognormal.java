package org.peersupport.simulation;

import java.time.Duration;
import java.util.Objects;

/**
 * How long something takes: the logarithm of the time is normally distributed.
 *
 * <p>Times are drawn in whole milliseconds, and none is longer than 2<sup>42</sup> of them, 139
 * years: what would take longer takes that long. Mean and variance are those of such times, but for
 * the rounding, which is at most half a millisecond.
 *
 * <p>Source of the formulas: N. L. Johnson, S. Kotz, N. Balakrishnan, Continuous Univariate
 * Distributions 1, 2nd ed., 1994, chapter 14. Immutable.
 *
 * @param median half of the times are shorter; from {@link #SHORTEST} to {@link #LONGEST} in a
 *     behaviour
 * @param sigma the standard deviation of the logarithm, from 0 (always the median) to {@value
 *     #WIDEST}
 */
public record Lognormal(Duration median, double sigma) {
  /** The shortest median of a behaviour: with less, the rounding to milliseconds would be felt. */
  public static final Duration SHORTEST = Duration.ofMillis(10);

  /** The longest median: ten years. What takes longer is no part of a conversation. */
  public static final Duration LONGEST = Duration.ofDays(3_653);

  /** The largest sigma; with it one time in six is more than 50 times the median. */
  public static final double WIDEST = 4;

  /** No time that is drawn is longer, so that a long still holds the sum of a million. */
  private static final double LONGEST_MILLIS = 1L << 42;

  /** So many standard deviations below the longest time, what is beyond it changes no digit. */
  private static final double FAR = 9;

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

  /**
   * The mean, in milliseconds: the median times exp(sigma²/2), less what is beyond the longest
   * time.
   */
  public double meanMillis() {
    if (sigma == 0) {
      return whole(medianMillis());
    }
    return isCut() ? moment(1) : medianMillis() * StrictMath.exp(sigma * sigma / 2);
  }

  /**
   * The variance, in square milliseconds: the mean squared times (exp(sigma²) - 1), less what is
   * beyond the longest time.
   */
  public double varianceMillis() {
    double mean = meanMillis();
    return isCut() ? moment(2) - mean * mean : mean * mean * StrictMath.expm1(sigma * sigma);
  }

  /** Whether it makes a difference that no time is longer than the longest. */
  private boolean isCut() {
    return sigma > 0 && longest() - 2 * sigma < FAR;
  }

  /** How many standard deviations of the logarithm the longest time is above the median. */
  private double longest() {
    return StrictMath.log(LONGEST_MILLIS / medianMillis()) / sigma;
  }

  /** The mean of a power of the times: of those up to the longest, and of it for all others. */
  private double moment(int power) {
    double uncut =
        StrictMath.pow(medianMillis(), power) * StrictMath.exp(power * power * sigma * sigma / 2);
    return uncut * NormalTail.above(power * sigma - longest())
        + StrictMath.pow(LONGEST_MILLIS, power) * NormalTail.above(longest());
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
