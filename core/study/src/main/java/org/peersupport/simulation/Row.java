package org.peersupport.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.peersupport.internal.study.Choices;

/**
 * What can be drawn in one place, with the probabilities. Immutable.
 *
 * @param choices by place in the row: the number of the choice, ascending by text
 * @param weights by place in the row: more than zero
 */
record Row(List<Integer> choices, List<Double> weights) {
  Row {
    choices = List.copyOf(choices);
    weights = List.copyOf(weights);
  }

  /** The choices that have any weight. */
  static Row of(Choices all, SortedMap<String, Double> weighed) {
    List<Integer> choices = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (Map.Entry<String, Double> each : weighed.entrySet()) {
      if (each.getValue() > 0) {
        choices.add(all.number(each.getKey()));
        weights.add(each.getValue());
      }
    }
    return new Row(choices, weights);
  }

  /** All of them with the same weight. */
  static Row uniform(List<Integer> choices) {
    return new Row(choices, choices.stream().map(each -> 1.0).toList());
  }

  int size() {
    return choices.size();
  }

  /** The probability of the choice at this place of the row. */
  double probability(int place) {
    return weights.get(place) / sum();
  }

  private double sum() {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }

  /** The same with only some of its choices. */
  Row only(List<Integer> places) {
    return new Row(
        places.stream().map(choices::get).toList(), places.stream().map(weights::get).toList());
  }
}
