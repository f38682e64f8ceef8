package org.peersupport.simulation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.peersupport.internal.study.EndReasons;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.ExpandedRule;

/**
 * What was worked out, by quantity and by what it is of: the exact figures that stand beside drawn
 * ones. Immutable and safe to share between threads.
 */
public final class ExactFigures {
  private final Map<Quantity, Map<String, Double>> figures = new EnumMap<>(Quantity.class);

  private ExactFigures(ExactAnalysis exact) {
    figures.put(Quantity.CLOSED, Map.of("", exact.closed()));
    figures.put(Quantity.ENDED, Map.of("", exact.ended()));
    figures.put(
        Quantity.ENDED_FOR,
        map(
            EndReasons.of(exact.chain().protocol()),
            Function.identity(),
            reason -> exact.ended(new EndReason(reason))));
    figures.put(Quantity.ENDED_IN, exact.endedIn());
    figures.put(Quantity.ACTIVITIES, Map.of("", exact.activities().mean()));
    figures.put(Quantity.REFUSED, Map.of("", exact.refused()));
    figures.put(Quantity.WITH_REFUSAL, Map.of("", exact.withRefusal()));
    figures.put(Quantity.WITH_EVEN_DRAW, Map.of("", exact.withEvenDraw()));
    figures.put(Quantity.TIME_IN_ELEMENT, exact.timeInElements());
    exact.duration().ifPresent(mean -> figures.put(Quantity.DURATION, Map.of("", mean.mean())));
    figures.put(Quantity.HAPPENED, exact.meansOfHappened());
    figures.put(Quantity.SESSIONS_WITH, exact.probabilities());
    List<ExpandedRule> rules = exact.chain().protocol().expandedRules();
    List<Double> refused = exact.refusedByRule();
    figures.put(
        Quantity.REFUSED_BY_RULE,
        map(rules, ExpandedRule::id, rule -> refused.get(rules.indexOf(rule))));
  }

  /**
   * Works out all of them, which for a large chain takes some time.
   *
   * @throws IllegalStateException when conversations go on for so long that the equations cannot be
   *     solved
   */
  public static ExactFigures of(ExactAnalysis exact) {
    return new ExactFigures(exact);
  }

  private static <T> Map<String, Double> map(
      List<T> all, Function<T, String> name, Function<T, Double> figure) {
    Map<String, Double> map = new TreeMap<>();
    all.forEach(each -> map.put(name.apply(each), figure.apply(each)));
    return map;
  }

  /**
   * A figure.
   *
   * @param of of what: a reason, an element, a rule or an activity as it is written; empty where
   *     the quantity is of whole conversations. What a protocol does not have happens 0 times
   */
  public double value(Quantity quantity, String of) {
    return figures.getOrDefault(quantity, Map.of()).getOrDefault(of, 0.0);
  }
}
