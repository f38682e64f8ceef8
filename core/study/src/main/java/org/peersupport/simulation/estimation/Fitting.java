package org.peersupport.simulation.estimation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.peersupport.internal.study.Choices;
import org.peersupport.protocol.Protocol;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.Lognormal;

/** Makes a behaviour of observations. */
final class Fitting {
  private final Protocol protocol;
  private final Choices choices;
  private final Permissions permissions;
  private final Observations kept;
  private final Observations heldOut;
  private final double smoothing;

  /** The choices that were made anywhere. */
  private final List<Integer> made = new ArrayList<>();

  /** By row: its weights; of one that nothing was observed in, those of all rows together. */
  private final List<ChoiceWeights> fitted = new ArrayList<>();

  /** Pointers to the rows of which no best weights were found. */
  private final Set<String> unsettled = new HashSet<>();

  Fitting(
      Protocol protocol,
      Choices choices,
      Permissions permissions,
      Observations kept,
      Observations heldOut,
      double smoothing) {
    this.protocol = protocol;
    this.choices = choices;
    this.permissions = permissions;
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
    ChoiceWeights everywhere = fit(IntStream.rangeClosed(0, choices.activities()).toArray());
    for (int row = 0; row <= choices.activities(); row++) {
      fitted.add(kept.made(row) > 0 ? fit(row) : everywhere);
    }
    Behaviour behaviour =
        Behaviour.of(id, weights("/start", fitted.get(0), choice -> kept.count(0, choice) > 0));
    for (int activity = 0; activity < choices.activities(); activity++) {
      String text = choices.text(activity);
      int row = Observations.rowAfter(activity);
      if (kept.made(row) > 0) {
        after.put(text, row(row));
        behaviour =
            behaviour.after(
                text,
                weights("/after/" + text, fitted.get(row), choice -> kept.count(row, choice) > 0));
      }
      kept.times(activity).estimated().ifPresent(each -> durations.put(text, each));
    }
    behaviour =
        behaviour.otherwise(
            weights("/otherwise", everywhere, choice -> kept.everywhere(choice) > 0));
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
        EstimationWarnings.of(kept, start, after, durations, unsettled),
        share > 0 ? Optional.of(judged(share)) : Optional.empty());
  }

  private ChoiceWeights fit(int... rows) {
    return ChoiceWeights.of(observed(kept, rows), smoothing);
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

  private SortedMap<String, Double> weights(String pointer, ChoiceWeights row, IntPredicate came) {
    SortedMap<String, Double> weights = new TreeMap<>();
    double sum = 0;
    for (int index = 0; index < made.size(); index++) {
      sum += row.weight(index);
    }
    // No behaviour can have less; what came has to be possible.
    double least = 1.01 * Behaviour.LEAST_SHARE * sum;
    for (int index = 0; index < made.size(); index++) {
      double weight = row.weight(index);
      if (weight >= least) {
        weights.put(choices.text(made.get(index)), weight);
      } else if (came.test(made.get(index))) {
        weights.put(choices.text(made.get(index)), least);
      }
    }
    if (!row.isSettled()) {
      unsettled.add(pointer);
    }
    return weights;
  }

  private Alternatives observed(Observations observations, int... rows) {
    return new Alternatives(observations, permissions, made, rows);
  }

  private HeldOut judged(double share) {
    long impossible = 0;
    double logLikelihood = 0;
    double evenly = 0;
    for (int row = 0; row < fitted.size(); row++) {
      Alternatives held = observed(heldOut, row);
      IntToDoubleFunction weight = fitted.get(row)::weight;
      long unforeseen = held.impossible(weight);
      impossible += unforeseen;
      logLikelihood += unforeseen > 0 ? Double.NEGATIVE_INFINITY : held.logLikelihood(weight);
      evenly += held.logLikelihood(index -> 1);
    }
    return new HeldOut(
        share, heldOut.sessions, heldOut.total(), impossible, logLikelihood, made.size(), evenly);
  }
}
