package org.peersupport.simulation.programme;

import java.util.List;
import org.peersupport.protocol.Protocol;

/** A scenario worked out for running it. Immutable; safe to share between threads. */
final class Plan {
  final Scenario scenario;
  final Arrivals arrivals;
  final List<Supporter> supporters;

  /** By department: the weights of this one and all before it; empty when nothing is said. */
  final double[] departments;

  /** By department and supporter: whether they may be paired. */
  private final boolean[][] fits;

  Plan(Scenario scenario, Protocol protocol) {
    this.scenario = scenario;
    this.arrivals = new Arrivals(scenario);
    this.supporters = Supporter.all(scenario);
    List<String> names =
        scenario.departments().isEmpty()
            ? List.of("")
            : scenario.departments().stream().map(Department::name).toList();
    this.departments = cumulative(scenario.departments().stream().map(Department::weight).toList());
    this.fits = new boolean[names.size()][supporters.size()];
    for (int d = 0; d < fits.length; d++) {
      for (int s = 0; s < supporters.size(); s++) {
        fits[d][s] = Supporter.fits(protocol, names.get(d), supporters.get(s).group());
      }
    }
  }

  static double[] cumulative(List<Double> weights) {
    double[] sums = new double[weights.size()];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += weights.get(i);
      sums[i] = sum;
    }
    return sums;
  }

  /** The place that a number from 0 to 1 falls on; 0 where nothing is weighed. */
  static int index(double[] cumulative, double uniform) {
    int last = cumulative.length - 1;
    for (int i = 0; i < last; i++) {
      if (uniform * cumulative[last] < cumulative[i]) {
        return i;
      }
    }
    // What has no weight is never chosen, not even by rounding.
    while (last > 0 && cumulative[last] == cumulative[last - 1]) {
      last--;
    }
    return Math.max(0, last);
  }

  boolean fits(int department, int supporter) {
    return fits[department][supporter];
  }
}
