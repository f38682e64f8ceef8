package org.peersupport.simulation.programme;

/**
 * The 0.975 quantile of Student's t distribution: exact for 1, 2 and 4 degrees of freedom, else by
 * the expansion of M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 1964, 26.7.5;
 * for 3 and from 5 on it is off by less than 0.5 %, from 10 on by less than 0.01 %.
 */
final class StudentT {
  private static final double SHARE = 0.975;
  private static final double Z = 1.959963984540054;

  private StudentT() {}

  static double quantile(int freedom) {
    double alpha = 4 * SHARE * (1 - SHARE);
    return switch (freedom) {
      case 1 -> StrictMath.tan(StrictMath.PI * (SHARE - 0.5));
      case 2 -> 2 * (SHARE - 0.5) * StrictMath.sqrt(2 / alpha);
      case 4 -> {
        double root = StrictMath.sqrt(alpha);
        yield 2 * StrictMath.sqrt(StrictMath.cos(StrictMath.acos(root) / 3) / root - 1);
      }
      default -> expanded(freedom);
    };
  }

  private static double expanded(double v) {
    double z2 = Z * Z;
    double z3 = Z * z2;
    double z5 = z3 * z2;
    double z7 = z5 * z2;
    double z9 = z7 * z2;
    return Z
        + (z3 + Z) / (4 * v)
        + (5 * z5 + 16 * z3 + 3 * Z) / (96 * v * v)
        + (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * v * v * v)
        + (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * Z) / (92160 * v * v * v * v);
  }
}
