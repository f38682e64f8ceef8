package org.peersupport.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.peersupport.internal.study.EndReasons;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;

/**
 * What came of the same sessions under several variants. Safe to share between threads once it is
 * there.
 */
public final class ComparisonSummary {
  private final List<SimulationSummary> variants;
  private final List<PairedCounts> pairs;

  ComparisonSummary(List<SimulationSummary> variants, List<PairedCounts> pairs) {
    this.variants = List.copyOf(variants);
    this.pairs = List.copyOf(pairs);
  }

  /** What came of each variant. */
  public List<SimulationSummary> variants() {
    return variants;
  }

  /** How many sessions were drawn under each variant. */
  public long sessions() {
    return variants.get(0).sessions();
  }

  /** Whether it was stopped before all sessions were drawn; it is of the first ones then. */
  public boolean isPartial() {
    return variants.get(0).isPartial();
  }

  /** The figures of all variants, without exact ones. */
  public List<ComparedFigure> figures() {
    return figures(List.of());
  }

  /**
   * The figures of all variants beside exact ones. Those of times are there when all behaviours
   * name durations; those of rules are of mandatory ones.
   *
   * @param exact by variant; or none
   * @throws IllegalArgumentException for another number of exact figures
   */
  public List<ComparedFigure> figures(List<ExactFigures> exact) {
    if (!exact.isEmpty() && exact.size() != variants.size()) {
      throw new IllegalArgumentException("exact figures of each variant or none");
    }
    boolean timed = variants.stream().allMatch(each -> each.duration().isPresent());
    return Arrays.stream(Quantity.values())
        .filter(each -> timed || each.unit() != Quantity.Unit.MILLIS)
        .flatMap(quantity -> of(quantity).map(of -> figure(quantity, of, exact)))
        .toList();
  }

  /** Of what there is a figure, in the order of the first variant that has it. */
  private Stream<String> of(Quantity quantity) {
    return switch (quantity) {
      case CLOSED, ENDED, ACTIVITIES, DURATION, REFUSED, WITH_REFUSAL, WITH_EVEN_DRAW ->
          Stream.of("");
      case ENDED_FOR -> all(each -> EndReasons.of(each).stream());
      case ENDED_IN, TIME_IN_ELEMENT -> all(each -> each.elements().stream().map(Element::key));
      case REFUSED_BY_RULE ->
          all(
              each ->
                  each.expandedRules().stream()
                      .filter(ExpandedRule::isMandatory)
                      .map(ExpandedRule::id));
      case HAPPENED, SESSIONS_WITH -> all(each -> new CountedActs(each).texts().stream());
    };
  }

  private Stream<String> all(Function<Protocol, Stream<String>> names) {
    Set<String> all = new LinkedHashSet<>();
    variants.forEach(each -> names.apply(each.chain().protocol()).forEach(all::add));
    return all.stream();
  }

  private ComparedFigure figure(Quantity quantity, String of, List<ExactFigures> exact) {
    List<ComparedFigure.Value> values = new ArrayList<>();
    List<ComparedFigure.PairedDifference> differences = new ArrayList<>();
    for (int v = 0; v < variants.size(); v++) {
      double worked = exact.isEmpty() ? Double.NaN : exact.get(v).value(quantity, of);
      values.add(value(variants.get(v), quantity, of, worked));
      if (v > 0) {
        differences.add(difference(v, quantity, of, worked - values.get(0).exact()));
      }
    }
    return new ComparedFigure(quantity, of, values, differences);
  }

  private static ComparedFigure.Value value(
      SimulationSummary variant, Quantity quantity, String of, double exact) {
    if (quantity.unit() == Quantity.Unit.SHARE) {
      SampleShare share = variant.share(quantity, of);
      return new ComparedFigure.Value(share.share(), share.low(), share.high(), exact);
    }
    SampleMean mean = variant.mean(quantity, of);
    return new ComparedFigure.Value(mean.mean(), mean.low(), mean.high(), exact);
  }

  private ComparedFigure.PairedDifference difference(
      int v, Quantity quantity, String of, double exact) {
    SimulationSummary first = variants.get(0);
    SimulationSummary other = variants.get(v);
    PairedCounts pair = pairs.get(v - 1);
    if (quantity.unit() == Quantity.Unit.SHARE) {
      return new PairedShare(
              first.share(quantity, of), other.share(quantity, of), pair.both(quantity, of))
          .difference(exact);
    }
    return new PairedMean(
            first.mean(quantity, of), other.mean(quantity, of), pair.products(quantity, of))
        .difference(exact);
  }
}
