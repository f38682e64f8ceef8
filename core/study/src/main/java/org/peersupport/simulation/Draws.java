package org.peersupport.simulation;

/**
 * Random numbers for what happens around conversations. They follow from a seed, a number and a
 * purpose alone: who asks for what else, or when, makes no difference. So two programmes that
 * differ in one thing can be compared under the same chance. Not safe to share between threads.
 */
public final class Draws {
  private static final double UNIT = 0x1.0p-53;

  /** Below it are the purposes of {@link Simulation}. */
  private static final int FIRST_PURPOSE = 16;

  private final SplitMix64 random = new SplitMix64();

  private Draws() {}

  /**
   * Numbers of their own for each purpose.
   *
   * @param seed any number
   * @param number of what is drawn for, such as a person
   * @param purpose from 0 on
   */
  public static Draws of(long seed, long number, int purpose) {
    Draws draws = new Draws();
    draws.random.begin(seed, number, FIRST_PURPOSE + purpose);
    return draws;
  }

  /** The next 64 bits; they make a seed, too. */
  public long bits() {
    return random.next();
  }

  /** A number from 0 on and below 1. */
  public double uniform() {
    return (random.next() >>> 11) * UNIT;
  }

  /** Exponentially distributed with the mean 1. */
  public double exponential() {
    return -StrictMath.log(1 - uniform());
  }

  /** A time in whole milliseconds; what takes longer than 139 years takes that long. */
  public long millis(Lognormal distribution) {
    double median = distribution.medianMillis();
    double sigma = distribution.sigma();
    // Without spread there is nothing to draw, and no number is taken.
    return Lognormal.millis(median, sigma, sigma == 0 ? 0 : random.next());
  }
}
