package org.peersupport.simulation.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The weights of a row under which what was chosen is most likely, given what was permitted.
 *
 * <p>Choices that were never permitted together, not even by way of others, are weighed against
 * each other by nothing. Each group of those that were is fitted for itself, and the sum of its
 * weights is how often it was chosen, with the smoothing. Of a group of which always all was
 * permitted, the weights are the counts.
 */
final class ChoiceWeights {
  private final double smoothing;
  private final double[] weights;
  private boolean settled = true;

  private ChoiceWeights(Alternatives row, double smoothing) {
    this.smoothing = smoothing;
    this.weights = new double[row.choices()];
    for (int index = 0; index < weights.length; index++) {
      weights[index] = row.chosen(index) + smoothing;
    }
    List<MmAlgorithm.ChoiceSet> sets = new ArrayList<>();
    row.sets().forEach((set, times) -> sets.add(new MmAlgorithm.ChoiceSet(weighed(set), times)));
    groups(sets).forEach(group -> fit(group, sets));
  }

  /**
   * The weights.
   *
   * @param smoothing how often more each choice of a group counts as made, where all of the group
   *     were permitted
   */
  static ChoiceWeights of(Alternatives row, double smoothing) {
    return new ChoiceWeights(row, smoothing);
  }

  /** The weight of the choice in a place. */
  double weight(int index) {
    return weights[index];
  }

  /** Whether the most likely weights were found; without smoothing there may be none. */
  boolean isSettled() {
    return settled;
  }

  /** Without smoothing, what was never chosen has no weight. */
  private int[] weighed(int[] set) {
    return Arrays.stream(set).filter(index -> weights[index] > 0).toArray();
  }

  private List<int[]> groups(List<MmAlgorithm.ChoiceSet> sets) {
    int[] group = new int[weights.length];
    Arrays.setAll(group, index -> index);
    for (MmAlgorithm.ChoiceSet set : sets) {
      for (int index : set.places()) {
        join(group, group[index], group[set.places()[0]]);
      }
    }
    List<int[]> groups = new ArrayList<>();
    for (int first = 0; first < group.length; first++) {
      int number = first;
      int[] places =
          IntStream.range(0, group.length)
              .filter(index -> group[index] == number && weights[index] > 0)
              .toArray();
      if (places.length > 1) {
        groups.add(places);
      }
    }
    return groups;
  }

  private static void join(int[] group, int one, int other) {
    for (int i = 0; one != other && i < group.length; i++) {
      group[i] = group[i] == one ? other : group[i];
    }
  }

  private void fit(int[] group, List<MmAlgorithm.ChoiceSet> sets) {
    List<MmAlgorithm.ChoiceSet> own = new ArrayList<>();
    for (MmAlgorithm.ChoiceSet set : sets) {
      if (set.places().length > 0 && Arrays.binarySearch(group, set.places()[0]) >= 0) {
        own.add(within(group, set));
      }
    }
    if (own.stream().allMatch(set -> set.places().length == group.length)) {
      return;
    }
    if (smoothing > 0) {
      int[] all = IntStream.range(0, group.length).toArray();
      own.add(new MmAlgorithm.ChoiceSet(all, smoothing * group.length));
    }
    double[] made = Arrays.stream(group).mapToDouble(index -> weights[index]).toArray();
    MmAlgorithm found = MmAlgorithm.of(made, own);
    settled &= found.isSettled();
    for (int i = 0; i < group.length; i++) {
      weights[group[i]] = found.weight(i);
    }
  }

  private static MmAlgorithm.ChoiceSet within(int[] group, MmAlgorithm.ChoiceSet set) {
    int[] places =
        Arrays.stream(set.places()).map(index -> Arrays.binarySearch(group, index)).toArray();
    return new MmAlgorithm.ChoiceSet(places, set.times());
  }
}
