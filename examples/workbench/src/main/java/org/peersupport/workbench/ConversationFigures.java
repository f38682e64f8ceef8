package org.peersupport.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
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
 * @param minutesIn by element; empty when the behaviour names no durations
 * @param withRefusal the share of conversations with a refused attempt
 * @param withEvenDraw the share of conversations in which an even draw decided
 * @param with by activity: the share of conversations in which it happens
 * @param endedIn by element: the share of conversations that end early in it
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
    Value withRefusal,
    Value withEvenDraw,
    SortedMap<String, Value> with,
    SortedMap<String, Value> endedIn,
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
    SortedMap<String, Value> endedIn = new TreeMap<>();
    drawn.endedIn().forEach((element, share) -> endedIn.put(element, Value.of(share)));
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
        Value.of(drawn.withRefusal()),
        Value.of(drawn.withEvenDraw()),
        with,
        endedIn,
        minutesIn,
        drawn.refusedByRule().stream().map(Value::of).toList());
  }

  private static List<String> quantiles(SimulationSummary drawn) {
    List<String> sentences = new ArrayList<>();
    if (drawn.cutOff() > 0) {
      sentences.add(CutOff.sentence("", drawn));
    }
    if (drawn.sessions() > 0) {
      sentences.add(spread("Activities", "%.0f", drawn::activitiesQuantile));
      if (drawn.duration().isPresent()) {
        sentences.add(spread("Minutes", "%.1f", share -> drawn.durationQuantile(share) / MINUTE));
      }
    }
    return sentences;
  }

  private static String spread(String what, String format, DoubleUnaryOperator quantile) {
    Function<Double, String> most =
        share -> String.format(Locale.ROOT, format, quantile.applyAsDouble(share));
    return String.format(
        "%s: 25 %% of the conversations have at most %s, 50 %% %s, 75 %% %s, 95 %% %s.",
        what, most.apply(0.25), most.apply(0.5), most.apply(0.75), most.apply(0.95));
  }

  static ConversationFigures of(ExactAnalysis exact) {
    SortedMap<String, Value> with = new TreeMap<>();
    exact.probabilities().forEach((activity, share) -> with.put(activity, Value.exact(share)));
    SortedMap<String, Value> endedIn = new TreeMap<>();
    exact.endedIn().forEach((element, share) -> endedIn.put(element, Value.exact(share)));
    SortedMap<String, Value> minutesIn = new TreeMap<>();
    exact
        .timeInElements()
        .forEach((element, mean) -> minutesIn.put(element, Value.exact(mean / MINUTE)));
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
        Value.exact(exact.withRefusal()),
        Value.exact(exact.withEvenDraw()),
        with,
        endedIn,
        minutesIn,
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
