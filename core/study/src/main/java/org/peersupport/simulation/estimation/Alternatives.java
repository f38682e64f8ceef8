package org.peersupport.simulation.estimation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/**
 * What was chosen in a row, and out of what. Sets that differ in nothing but choices that nobody
 * ever made are one, and their order does not depend on that of conversations.
 */
final class Alternatives {
  /** What is less than this part of all that was added up is rounding. */
  private static final double ROUNDING = 1e-14;

  private final long[] chosen;

  /** The places of what was permitted, ascending, and how often just that was. */
  private final SortedMap<int[], Long> sets = new TreeMap<>(Arrays::compare);

  /**
   * What was observed in some rows, taken together.
   *
   * @param made by place: the number of the choice
   */
  Alternatives(Observations observed, Permissions permissions, List<Integer> made, int... rows) {
    chosen = new long[made.size()];
    for (int row : rows) {
      for (int index = 0; index < chosen.length; index++) {
        chosen[index] += observed.count(row, made.get(index));
      }
    }
    for (int set = 0; set < permissions.size(); set++) {
      long times = 0;
      for (int row : rows) {
        times += observed.permitted(row, set);
      }
      if (times > 0) {
        sets.merge(places(permissions.set(set), made), times, Long::sum);
      }
    }
  }

  private static int[] places(BitSet set, List<Integer> made) {
    int[] indices = new int[made.size()];
    int size = 0;
    for (int index = 0; index < indices.length; index++) {
      if (set.get(made.get(index))) {
        indices[size++] = index;
      }
    }
    return Arrays.copyOf(indices, size);
  }

  /** How many choices there are places for. */
  int choices() {
    return chosen.length;
  }

  /** How often the choice in a place was made. */
  long chosen(int index) {
    return chosen[index];
  }

  /** By the places of what was permitted, ascending: how often just that was; not to be changed. */
  SortedMap<int[], Long> sets() {
    return sets;
  }

  /** How often something was chosen that has no weight. */
  long impossible(IntToDoubleFunction weight) {
    long impossible = 0;
    for (int index = 0; index < chosen.length; index++) {
      impossible += weight.applyAsDouble(index) > 0 ? 0 : chosen[index];
    }
    return impossible;
  }

  /**
   * The logarithm of the probability of what was chosen, given what was permitted.
   *
   * @param weight by place; more than 0 for what was chosen
   */
  double logLikelihood(IntToDoubleFunction weight) {
    double sum = 0;
    double size = 0;
    for (int index = 0; index < chosen.length; index++) {
      if (chosen[index] > 0) {
        double part = chosen[index] * StrictMath.log(weight.applyAsDouble(index));
        sum += part;
        size += Math.abs(part);
      }
    }
    for (Map.Entry<int[], Long> set : sets.entrySet()) {
      double whole = Arrays.stream(set.getKey()).mapToDouble(weight).sum();
      double part = set.getValue() * StrictMath.log(whole);
      sum -= part;
      size += Math.abs(part);
    }
    // What had to come is certain.
    return sum < -ROUNDING * size ? sum : 0;
  }
}
