package org.peersupport.simulation.programme;

import java.util.Arrays;

/**
 * A figure over all runs. Runs in which it has no value, such as a wait when nobody was contacted,
 * are left out. Immutable.
 *
 * @param runs how many runs it has a value in
 * @param mean over the runs; NaN without any
 * @param low the lower end of the 95 % interval of the mean, by Student's t, cut at what is
 *     possible: 0, or 1 conversation per person; NaN with fewer than two runs
 * @param high its upper end, cut at 1 where the figure is a share
 * @param from in 2.5 % of the runs the figure is at most this
 * @param to in 97.5 % of the runs the figure is at most this
 */
public record Estimate(int runs, double mean, double low, double high, double from, double to) {
  private static final double TAIL = 0.025;

  static Estimate of(double[] values) {
    double[] sorted = Arrays.stream(values).filter(each -> !Double.isNaN(each)).sorted().toArray();
    int n = sorted.length;
    double sum = 0;
    for (double each : sorted) {
      sum += each;
    }
    double mean = sum / n;
    double squares = 0;
    for (double each : sorted) {
      squares += (each - mean) * (each - mean);
    }
    double margin =
        n < 2 ? Double.NaN : StudentT.quantile(n - 1) * StrictMath.sqrt(squares / (n - 1) / n);
    return new Estimate(
        n,
        mean,
        mean - margin,
        mean + margin,
        RunResult.quantile(sorted, TAIL),
        RunResult.quantile(sorted, 1 - TAIL));
  }

  /** The same with an interval that ends at what is possible; it covers the mean as often. */
  Estimate cut(double least, double most) {
    return new Estimate(runs, mean, Math.max(low, least), Math.min(high, most), from, to);
  }

  /** Whether a number lies where 95 % of the runs do. */
  public boolean isUsual(double number) {
    return number >= from && number <= to;
  }
}
