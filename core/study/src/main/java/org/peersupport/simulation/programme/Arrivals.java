package org.peersupport.simulation.programme;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The months of a scenario and how many people are expected in each. A Poisson process whose rate
 * changes from month to month is one of rate 1 whose time is stretched (E. Çınlar, Introduction to
 * Stochastic Processes, 1975, chapter 4, section 7). Immutable.
 */
final class Arrivals {
  private static final long DAY_MILLIS = 86_400_000;

  /** By month: its first instant; last, the end. */
  private final long[] starts;

  /** By month: how many are expected before it; last, how many in all. */
  private final double[] before;

  Arrivals(Scenario scenario) {
    int months = scenario.months();
    starts = new long[months + 1];
    before = new double[months + 1];
    LocalDate first = scenario.start();
    for (int m = 1; m <= months; m++) {
      starts[m] = ChronoUnit.DAYS.between(first, first.plusMonths(m)) * DAY_MILLIS;
      before[m] = before[m - 1] + scenario.referrals().expected(m - 1);
    }
  }

  /** The instant at which the programme is over. */
  long end() {
    return starts[starts.length - 1];
  }

  int months() {
    return starts.length - 1;
  }

  /** The month of an instant before the end. */
  int month(long instant) {
    int month = 0;
    while (month < months() - 1 && instant >= starts[month + 1]) {
      month++;
    }
    return month;
  }

  /**
   * The instant before which so many people are expected; the end or later where there are never so
   * many.
   */
  long instant(double people) {
    for (int m = 0; m < months(); m++) {
      if (people < before[m + 1]) {
        double share = (people - before[m]) / (before[m + 1] - before[m]);
        return starts[m] + (long) (share * (starts[m + 1] - starts[m]));
      }
    }
    return end();
  }
}
