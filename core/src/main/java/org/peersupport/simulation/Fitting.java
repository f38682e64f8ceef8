package org.peersupport.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.peersupport.protocol.Protocol;

/** Makes a behaviour of observations. */
final class Fitting {
  private final Protocol protocol;
  private final Choices choices;
  private final Observations kept;
  private final Observations heldOut;
  private final double smoothing;

  /** The choices that were made anywhere. */
  private final List<Integer> made = new ArrayList<>();

  Fitting(
      Protocol protocol,
      Choices choices,
      Observations kept,
      Observations heldOut,
      double smoothing) {
    this.protocol = protocol;
    this.choices = choices;
    this.kept = kept;
    this.heldOut = heldOut;
    this.smoothing = smoothing;
    for (int choice = 0; choice < choices.size(); choice++) {
      if (kept.everywhere(choice) + heldOut.everywhere(choice) > 0) {
        made.add(choice);
      }
    }
  }

  /**
   * What was learnt.
   *
   * @param share the share that was held out; 0 for none
   */
  EstimatedBehaviour estimated(String id, double share) {
    SortedMap<String, EstimatedRow> after = new TreeMap<>();
    SortedMap<String, EstimatedDuration> durations = new TreeMap<>();
    Behaviour behaviour = Behaviour.of(id, weights(0)).otherwise(everywhere());
    for (int activity = 0; activity < choices.activities(); activity++) {
      String text = choices.text(activity);
      int row = Observations.rowAfter(activity);
      if (kept.made(row) > 0) {
        after.put(text, row(row));
        behaviour = behaviour.after(text, weights(row));
      }
      kept.times(activity).estimated().ifPresent(each -> durations.put(text, each));
    }
    for (Map.Entry<String, EstimatedDuration> each : durations.entrySet()) {
      Optional<Lognormal> time = each.getValue().distribution();
      behaviour = time.isPresent() ? behaviour.lasting(each.getKey(), time.get()) : behaviour;
    }
    EstimatedRow start = row(0);
    return new EstimatedBehaviour(
        protocol,
        behaviour,
        smoothing,
        kept.sessions,
        kept.sessions - kept.over,
        start,
        after,
        durations,
        EstimationWarnings.of(kept, start, after, durations),
        share > 0 ? Optional.of(judged(share)) : Optional.empty());
  }

  private EstimatedRow row(int row) {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (int choice : made) {
      if (kept.count(row, choice) > 0) {
        counts.put(choices.text(choice), kept.count(row, choice));
      }
    }
    return new EstimatedRow(kept.made(row), counts);
  }

  private SortedMap<String, Double> weights(int row) {
    SortedMap<String, Double> weights = new TreeMap<>();
    made.forEach(choice -> put(weights, choice, kept.count(row, choice)));
    return weights;
  }

  /** The choices of all rows together. */
  private SortedMap<String, Double> everywhere() {
    SortedMap<String, Double> weights = new TreeMap<>();
    made.forEach(choice -> put(weights, choice, kept.everywhere(choice)));
    return weights;
  }

  private void put(SortedMap<String, Double> weights, int choice, long count) {
    if (count + smoothing > 0) {
      weights.put(choices.text(choice), count + smoothing);
    }
  }

  private HeldOut judged(double share) {
    long impossible = 0;
    double logLikelihood = 0;
    for (int row = 0; row <= choices.activities(); row++) {
      for (int choice : made) {
        long count = heldOut.count(row, choice);
        if (count > 0) {
          double probability = probability(row, choice);
          impossible += probability > 0 ? 0 : count;
          logLikelihood += count * StrictMath.log(probability);
        }
      }
    }
    return new HeldOut(
        share, heldOut.sessions, heldOut.total(), impossible, logLikelihood, made.size());
  }

  /** Where nothing was observed, the choices of all rows together stand for the row. */
  private double probability(int row, int choice) {
    long whole = kept.made(row);
    long part = whole > 0 ? kept.count(row, choice) : kept.everywhere(choice);
    double sum = (whole > 0 ? whole : kept.total()) + smoothing * made.size();
    return (part + smoothing) / sum;
  }
}
