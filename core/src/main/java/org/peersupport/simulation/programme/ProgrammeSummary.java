package org.peersupport.simulation.programme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.peersupport.simulation.ConversationChain;

/** What came of all runs of a programme. Immutable and safe to share between threads. */
public final class ProgrammeSummary {
  private final Scenario scenario;
  private final ConversationChain chain;
  private final long seed;
  private final int runs;
  private final Map<Figure, Estimate> figures = new EnumMap<>(Figure.class);
  private final List<SupporterLoad> supporters = new ArrayList<>();

  ProgrammeSummary(Plan plan, ConversationChain chain, long seed, List<RunFigures> runs) {
    this.scenario = plan.scenario;
    this.chain = chain;
    this.seed = seed;
    this.runs = runs.size();
    for (Figure figure : Figure.values()) {
      figures.put(
          figure,
          estimate(runs, run -> run.figure(figure)).cut(figure.least(), figure.unit().most()));
    }
    for (int s = 0; s < plan.desks.size(); s++) {
      Desk desk = plan.desks.get(s);
      supporters.add(
          new SupporterLoad(
              desk.id(),
              desk.group().department(),
              load(runs, s, Unit.COUNT, RunFigures.Load::cases),
              load(runs, s, Unit.HOURS, RunFigures.Load::hours),
              load(runs, s, Unit.SHARE, RunFigures.Load::busyShare)));
    }
  }

  private static Estimate load(
      List<RunFigures> runs, int supporter, Unit unit, ToDoubleFunction<RunFigures.Load> part) {
    return estimate(runs, run -> part.applyAsDouble(run.loads().get(supporter)))
        .cut(0, unit.most());
  }

  private static Estimate estimate(List<RunFigures> runs, ToDoubleFunction<RunFigures> figure) {
    return Estimate.of(runs.stream().mapToDouble(figure).toArray());
  }

  /** The programme. */
  public Scenario scenario() {
    return scenario;
  }

  /** The protocol and the behaviour of its conversations. */
  public ConversationChain chain() {
    return chain;
  }

  /** The seed. */
  public long seed() {
    return seed;
  }

  /** How many runs there were. */
  public int runs() {
    return runs;
  }

  /** Every figure, in their order. */
  public Map<Figure, Estimate> figures() {
    return Collections.unmodifiableMap(figures);
  }

  /** A figure. */
  public Estimate figure(Figure figure) {
    Estimate estimate = figures.get(figure);
    if (estimate == null) {
      throw new IllegalStateException("every figure is there");
    }
    return estimate;
  }

  /** What each supporter had to do, in document order. */
  public List<SupporterLoad> supporters() {
    return Collections.unmodifiableList(supporters);
  }

  /** The published figures beside the simulated ones, as the scenario lists them. */
  public List<Comparison> published() {
    return scenario.published().stream()
        .map(each -> new Comparison(each, figure(each.figure())))
        .toList();
  }
}
