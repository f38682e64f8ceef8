package org.peersupport.simulation;

/**
 * How probable it is that a standard normal number is larger than another, to twelve digits however
 * small it is; made with {@link StrictMath}, so it is the same everywhere.
 *
 * <p>Sources: near the middle the series of G. Marsaglia, Evaluating the normal distribution,
 * Journal of Statistical Software 11(4), 2004; in the tail, where that cancels out, Laplace's
 * continued fraction (M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 1964,
 * 26.2.14). No state of its own.
 */
final class NormalTail {
  private static final double MIDDLE = 3;

  /** More than enough from {@link #MIDDLE} on: each one makes the error smaller. */
  private static final int LEVELS = 200;

  private NormalTail() {}

  static double above(double x) {
    if (x < 0) {
      return 1 - above(-x);
    }
    return x < MIDDLE ? 0.5 - density(x) * series(x) : density(x) / fraction(x);
  }

  private static double density(double x) {
    return StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * Math.PI);
  }

  private static double series(double x) {
    double sum = x;
    double term = x;
    for (int odd = 3; term > sum * Math.ulp(1.0); odd += 2) {
      term *= x * x / odd;
      sum += term;
    }
    return sum;
  }

  private static double fraction(double x) {
    double fraction = x;
    for (int level = LEVELS; level > 0; level--) {
      fraction = x + level / fraction;
    }
    return fraction;
  }
}
