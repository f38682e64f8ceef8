package org.peersupport.simulation.programme;

import java.util.List;

/**
 * How long people wait for the first contact, where some still wait at the end: that these will
 * have waited for longer than so far is all that is known of them. Without them, a programme that
 * cannot keep up would look as if nobody waited long. The estimate is that of E. L. Kaplan, P.
 * Meier, Nonparametric estimation from incomplete observations, Journal of the American Statistical
 * Association 53, 1958; when the longest wait is not over, it counts as over (B. Efron, The two
 * sample problem with censored data, 5th Berkeley Symposium 4, 1967). Immutable.
 */
final class Waits {
  /** More than rounding makes of a product, and less than any one person's share. */
  private static final double ROUNDING = 1e-9;

  /** Twice the milliseconds, and one more where the wait is not over; ascending. */
  private final long[] waits;

  Waits(List<ReferredPerson> people, long end) {
    waits =
        people.stream()
            .mapToLong(
                each ->
                    each.contacted >= 0
                        ? 2 * (each.contacted - each.referred)
                        : 2 * (end - each.referred) + 1)
            .sorted()
            .toArray();
  }

  private boolean isOver(int index) {
    return waits[index] % 2 == 0 || index == waits.length - 1;
  }

  /** In milliseconds; NaN without anybody. */
  double mean() {
    double mean = 0;
    double left = 1;
    for (int index = 0; index < waits.length; index++) {
      if (isOver(index)) {
        double share = left / (waits.length - index);
        mean += share * millis(index);
        left -= share;
      }
    }
    return waits.length == 0 ? Double.NaN : mean;
  }

  /** The shortest that at least this share of people does not exceed; NaN without anybody. */
  double quantile(double share) {
    double left = 1;
    for (int index = 0; index < waits.length; index++) {
      if (isOver(index)) {
        left -= left / (waits.length - index);
        if (left <= 1 - share + ROUNDING) {
          return millis(index);
        }
      }
    }
    return Double.NaN;
  }

  /** The longest, over or not; NaN without anybody. */
  double longest() {
    return waits.length == 0 ? Double.NaN : millis(waits.length - 1);
  }

  private double millis(int index) {
    return Math.floorDiv(waits[index], 2L);
  }
}
