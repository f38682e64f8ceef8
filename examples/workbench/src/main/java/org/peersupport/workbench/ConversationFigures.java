package org.peersupport.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.peersupport.protocol.EndReason;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.ExactAnalysis;
import org.peersupport.simulation.ExactMean;
import org.peersupport.simulation.SampleMean;
import org.peersupport.simulation.SampleShare;
import org.peersupport.simulation.SimulationSummary;
import org.peersupport.workbench.text.CutOff;

/**
 * What conversations come to, whether it was drawn or worked out.
 *
 * @param by how it was found out, a sentence
 * @param more what else there is to say of activities and minutes, sentences
 * @param minutes empty when the behaviour names no durations
 * @param minutesIn by element; empty where nobody knows
 * @param with by activity: the share of conversations in which it happens
 * @param refusedBy in expanded order
 */
record ConversationFigures(
    ConversationChain chain,
    String by,
    List<String> more,
    Value closed,
    Function<EndReason, Value> ended,
    Value activities,
    Optional<Value> minutes,
    Value refused,
    SortedMap<String, Value> with,
    SortedMap<String, Value> minutesIn,
    List<Value> refusedBy) {
  private static final double MINUTE = 60_000;

  /**
   * A share or a mean.
   *
   * @param low the lower end of its 95 % interval; NaN for an exact one
   */
  record Value(double value, double low, double high) {
    static Value exact(double value) {
      return new Value(value, Double.NaN, Double.NaN);
    }

    static Value of(SampleShare share) {
      return new Value(share.share(), share.low(), share.high());
    }

    static Value of(SampleMean mean) {
      return new Value(mean.mean(), mean.low(), mean.high());
    }

    Value times(double factor) {
      return new Value(factor * value, factor * low, factor * high);
    }
  }

  static ConversationFigures of(SimulationSummary drawn, long seed) {
    SortedMap<String, Value> with = new TreeMap<>();
    drawn.sessionsWith().forEach((activity, share) -> with.put(activity, Value.of(share)));
    SortedMap<String, Value> minutesIn = new TreeMap<>();
    drawn
        .timeInElements()
        .forEach((element, mean) -> minutesIn.put(element, Value.of(mean).times(1 / MINUTE)));
    return new ConversationFigures(
        drawn.chain(),
        String.format(
            Locale.ROOT,
            "%,d %s drawn, seed %d%s. Intervals are 95 %% intervals; ± is half of one.",
            drawn.sessions(),
            drawn.sessions() == 1 ? "conversation was" : "conversations were",
            seed,
            drawn.isPartial() ? "; it was stopped before the last one" : ""),
        quantiles(drawn),
        Value.of(drawn.closed()),
        reason -> Value.of(drawn.ended(reason)),
        Value.of(drawn.activities()),
        drawn.duration().map(mean -> Value.of(mean).times(1 / MINUTE)),
        Value.of(drawn.refused()),
        with,
        minutesIn,
        drawn.refusedByRule().stream().map(Value::of).toList());
  }

  private static List<String> quantiles(SimulationSummary drawn) {
    List<String> sentences = new ArrayList<>();
    if (drawn.cutOff() > 0) {
      sentences.add(CutOff.sentence("", drawn));
    }
    if (drawn.sessions() > 0) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "Half of the conversations have at most %.0f activities, 95 %% at most %.0f.",
              drawn.activitiesQuantile(0.5),
              drawn.activitiesQuantile(0.95)));
      if (drawn.duration().isPresent()) {
        sentences.add(
            String.format(
                Locale.ROOT,
                "Half of them take at most %.1f minutes, 95 %% at most %.1f.",
                drawn.durationQuantile(0.5) / MINUTE,
                drawn.durationQuantile(0.95) / MINUTE));
      }
    }
    return sentences;
  }

  static ConversationFigures of(ExactAnalysis exact) {
    SortedMap<String, Value> with = new TreeMap<>();
    exact.probabilities().forEach((activity, share) -> with.put(activity, Value.exact(share)));
    List<String> more = new ArrayList<>();
    more.add(deviation("activities", exact.activities(), 1));
    exact.duration().ifPresent(mean -> more.add(deviation("minutes", mean, 1 / MINUTE)));
    return new ConversationFigures(
        exact.chain(),
        "Worked out exactly, without drawing any.",
        more,
        Value.exact(exact.closed()),
        reason -> Value.exact(exact.ended(reason)),
        Value.exact(exact.activities().mean()),
        exact.duration().map(mean -> Value.exact(mean.mean() / MINUTE)),
        Value.exact(exact.refused()),
        with,
        new TreeMap<>(),
        exact.refusedByRule().stream().map(Value::exact).toList());
  }

  private static String deviation(String what, ExactMean mean, double unit) {
    return String.format(
        Locale.ROOT,
        "The standard deviation of the %s is %.1f.",
        what,
        unit * mean.standardDeviation());
  }
}
