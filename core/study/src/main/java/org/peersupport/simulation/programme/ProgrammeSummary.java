package org.peersupport.simulation.programme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.peersupport.simulation.ConversationChain;

/** What came of all runs of a programme. Immutable and safe to share between threads. */
public final class ProgrammeSummary {
  private final Scenario scenario;
  private final ConversationChain chain;
  private final long seed;
  private final int runs;
  private final Map<Figure, Estimate> figures = new EnumMap<>(Figure.class);
  private final Map<Figure, double[]> byRun = new EnumMap<>(Figure.class);
  private final List<GroupLoad> groups = new ArrayList<>();
  private final List<SupporterLoad> supporters = new ArrayList<>();

  ProgrammeSummary(Plan plan, ConversationChain chain, long seed, List<RunFigures> runs) {
    this.scenario = plan.scenario;
    this.chain = chain;
    this.seed = seed;
    this.runs = runs.size();
    for (Figure figure : Figure.values()) {
      double[] values = runs.stream().mapToDouble(run -> run.figure(figure)).toArray();
      byRun.put(figure, values);
      figures.put(figure, Estimate.of(values).cut(figure.least(), figure.unit().most()));
    }
    for (int s = 0; s < plan.desks.size(); s++) {
      Desk desk = plan.desks.get(s);
      supporters.add(
          new SupporterLoad(
              desk.id(),
              desk.group().department(),
              load(runs, s, s + 1, Unit.COUNT, RunFigures.Load::cases),
              load(runs, s, s + 1, Unit.HOURS, RunFigures.Load::hours),
              load(runs, s, s + 1, Unit.SHARE, RunFigures.Load::busyShare)));
    }
    int from = 0;
    for (SupporterGroup group : scenario.supporters()) {
      int to = from + group.count();
      groups.add(
          new GroupLoad(
              group,
              load(runs, from, to, Unit.COUNT, RunFigures.Load::cases),
              load(runs, from, to, Unit.SHARE, RunFigures.Load::placesShare),
              load(runs, from, to, Unit.SHARE, RunFigures.Load::busyShare)));
      from = to;
    }
  }

  /** What the supporters of these numbers had to do together. */
  private static Estimate load(
      List<RunFigures> runs, int from, int to, Unit unit, ToDoubleFunction<RunFigures.Load> part) {
    return Estimate.of(
            runs.stream()
                .map(run -> run.loads().subList(from, to).stream())
                .map(loads -> loads.reduce(RunFigures.Load.NONE, RunFigures.Load::plus))
                .mapToDouble(part)
                .toArray())
        .cut(0, unit.most());
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

  /**
   * How much larger a figure is here than in another programme, from run to run: runs of the same
   * number have their chance in common, so this is less uncertain than the two figures are. A
   * figure that is missing in one of the two runs has no difference. The interval is not cut.
   *
   * @throws IllegalArgumentException if the other one has another seed or number of runs
   */
  public Estimate difference(Figure figure, ProgrammeSummary other) {
    if (other.seed != seed || other.runs != runs) {
      throw new IllegalArgumentException("the same seed and number of runs are needed");
    }
    double[] here = byRun(figure);
    double[] there = other.byRun(figure);
    return Estimate.of(IntStream.range(0, runs).mapToDouble(r -> here[r] - there[r]).toArray());
  }

  private double[] byRun(Figure figure) {
    double[] values = byRun.get(figure);
    if (values == null) {
      throw new IllegalStateException("every figure is there");
    }
    return values;
  }

  /** What the supporters of each group had to do together, in document order. */
  public List<GroupLoad> groups() {
    return Collections.unmodifiableList(groups);
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
