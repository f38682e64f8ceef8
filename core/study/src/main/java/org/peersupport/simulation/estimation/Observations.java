package org.peersupport.simulation.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.peersupport.internal.study.Choices;

/**
 * What was observed of conversations, as counts. Memory grows with rows times the different sets of
 * what was permitted. Not safe to share between threads.
 */
final class Observations {
  private final Choices choices;

  /** By row, 0 being the start and the others an activity's number and 1: how often what came. */
  private final long[][] counts;

  /** By row and number of a set: how often just that was permitted. */
  private final long[][] permitted;

  private final List<ObservedTimes> times = new ArrayList<>();

  long sessions;
  long over;

  Observations(Choices choices) {
    this.choices = choices;
    this.counts = new long[choices.activities() + 1][choices.size()];
    this.permitted = new long[choices.activities() + 1][0];
    for (int activity = 0; activity < choices.activities(); activity++) {
      times.add(new ObservedTimes());
    }
  }

  /** The row of what comes after an activity. */
  static int rowAfter(int activity) {
    return activity + 1;
  }

  /**
   * Takes a choice.
   *
   * @param set the number of the set of what was permitted
   */
  void chosen(int row, int set, int choice) {
    counts[row][choice]++;
    if (set >= permitted[row].length) {
      permitted[row] = Arrays.copyOf(permitted[row], Math.max(8, 2 * set));
    }
    permitted[row][set]++;
    over += choice < choices.activities() ? 0 : 1;
  }

  void lasted(int activity, long millis) {
    times.get(activity).add(millis);
  }

  /** It is not known how long the activity lasted, because an instant went back in it. */
  void wentBack(int activity) {
    times.get(activity).addUnknown();
  }

  long count(int row, int choice) {
    return counts[row][choice];
  }

  /** How often a set was what was permitted in a row. */
  long permitted(int row, int set) {
    return set < permitted[row].length ? permitted[row][set] : 0;
  }

  /** How many choices were made in a row. */
  long made(int row) {
    long sum = 0;
    for (long count : counts[row]) {
      sum += count;
    }
    return sum;
  }

  /** How often a choice was made in any row. */
  long everywhere(int choice) {
    long sum = 0;
    for (long[] row : counts) {
      sum += row[choice];
    }
    return sum;
  }

  /** How many choices were made. */
  long total() {
    long sum = 0;
    for (int row = 0; row < counts.length; row++) {
      sum += made(row);
    }
    return sum;
  }

  ObservedTimes times(int activity) {
    return times.get(activity);
  }
}
