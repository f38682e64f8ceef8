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
  private final Map<Metric, Estimate> estimates = new EnumMap<>(Metric.class);
  private final Map<Metric, double[]> byRun = new EnumMap<>(Metric.class);
  private final List<GroupLoad> groups = new ArrayList<>();
  private final List<SupporterLoad> supporters = new ArrayList<>();

  ProgrammeSummary(Plan plan, ConversationChain chain, long seed, List<RunResult> runs) {
    this.scenario = plan.scenario;
    this.chain = chain;
    this.seed = seed;
    this.runs = runs.size();
    for (Metric metric : Metric.values()) {
      double[] values = runs.stream().mapToDouble(run -> run.value(metric)).toArray();
      byRun.put(metric, values);
      estimates.put(metric, Estimate.of(values).cut(metric.least(), metric.unit().most()));
    }
    for (int s = 0; s < plan.supporters.size(); s++) {
      Supporter supporter = plan.supporters.get(s);
      supporters.add(
          new SupporterLoad(
              supporter.id(),
              supporter.group().department(),
              load(runs, s, s + 1, MetricUnit.COUNT, RunResult.Load::cases),
              load(runs, s, s + 1, MetricUnit.HOURS, RunResult.Load::hours),
              load(runs, s, s + 1, MetricUnit.SHARE, RunResult.Load::busyShare)));
    }
    int from = 0;
    for (SupporterGroup group : scenario.supporters()) {
      int to = from + group.count();
      groups.add(
          new GroupLoad(
              group,
              load(runs, from, to, MetricUnit.COUNT, RunResult.Load::cases),
              load(runs, from, to, MetricUnit.SHARE, RunResult.Load::placesShare),
              load(runs, from, to, MetricUnit.SHARE, RunResult.Load::busyShare)));
      from = to;
    }
  }

  /** What the supporters of these numbers had to do together. */
  private static Estimate load(
      List<RunResult> runs,
      int from,
      int to,
      MetricUnit unit,
      ToDoubleFunction<RunResult.Load> part) {
    return Estimate.of(
            runs.stream()
                .map(run -> run.loads().subList(from, to).stream())
                .map(loads -> loads.reduce(RunResult.Load.NONE, RunResult.Load::plus))
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
  public Map<Metric, Estimate> estimates() {
    return Collections.unmodifiableMap(estimates);
  }

  /** A figure. */
  public Estimate estimate(Metric metric) {
    Estimate estimate = estimates.get(metric);
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
  public Estimate difference(Metric metric, ProgrammeSummary other) {
    if (other.seed != seed || other.runs != runs) {
      throw new IllegalArgumentException("the same seed and number of runs are needed");
    }
    double[] here = byRun(metric);
    double[] there = other.byRun(metric);
    return Estimate.of(IntStream.range(0, runs).mapToDouble(r -> here[r] - there[r]).toArray());
  }

  private double[] byRun(Metric metric) {
    double[] values = byRun.get(metric);
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
  public List<PublishedComparison> published() {
    return scenario.published().stream()
        .map(each -> new PublishedComparison(each, estimate(each.metric())))
        .toList();
  }
}
