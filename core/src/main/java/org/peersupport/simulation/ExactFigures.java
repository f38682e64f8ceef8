package org.peersupport.simulation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.ExpandedRule;

/** What was worked out, by quantity and by what it is of. Immutable. */
final class ExactFigures {
  private final Map<Quantity, Map<String, Double>> figures = new EnumMap<>(Quantity.class);

  ExactFigures(ExactAnalysis exact) {
    figures.put(Quantity.CLOSED, Map.of("", exact.closed()));
    figures.put(Quantity.ENDED, Map.of("", exact.ended()));
    figures.put(
        Quantity.ENDED_FOR, map(List.of(EndReason.values()), EndReason::wire, exact::ended));
    figures.put(Quantity.ENDED_IN, exact.endedIn());
    figures.put(Quantity.ACTIVITIES, Map.of("", exact.activities().mean()));
    figures.put(Quantity.REFUSED, Map.of("", exact.refused()));
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

  private static <T> Map<String, Double> map(
      List<T> all, Function<T, String> name, Function<T, Double> figure) {
    Map<String, Double> map = new TreeMap<>();
    all.forEach(each -> map.put(name.apply(each), figure.apply(each)));
    return map;
  }

  /** What a protocol does not have happens 0 times. */
  double of(Quantity quantity, String of) {
    return figures.getOrDefault(quantity, Map.of()).getOrDefault(of, 0.0);
  }
}
