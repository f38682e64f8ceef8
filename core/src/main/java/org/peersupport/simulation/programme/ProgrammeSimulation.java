package org.peersupport.simulation.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.Draws;

/**
 * Runs a programme many times, each time under other chance.
 *
 * <pre>{@code
 * ProgrammeSummary summary = ProgrammeSimulation.of(scenario, chain, 42).run(1000, 4);
 * }</pre>
 *
 * <p>What happens to a person follows from the seed and the numbers of the run and of the person
 * alone: one thread or sixteen give the same summary, and two scenarios that differ in one thing
 * have the rest of their chance in common. Safe to share between threads.
 */
public final class ProgrammeSimulation {
  private static final int RUN = 7;

  private final Plan plan;
  private final ConversationChain chain;
  private final TalkSource talks;
  private final long seed;
  private final AtomicInteger done = new AtomicInteger();

  ProgrammeSimulation(Plan plan, ConversationChain chain, TalkSource talks, long seed) {
    this.plan = plan;
    this.chain = chain;
    this.talks = talks;
    this.seed = seed;
  }

  /**
   * A programme whose conversations go under the chain's protocol and behaviour; those that the
   * scenario names are not looked at.
   *
   * @param seed any number; the same one gives the same summary
   * @throws InvalidScenarioException with every problem there is
   */
  public static ProgrammeSimulation of(Scenario scenario, ConversationChain chain, long seed) {
    Objects.requireNonNull(scenario, "scenario");
    List<ScenarioProblem> problems = ScenarioCheck.of(scenario, chain.protocol());
    if (!problems.isEmpty()) {
      throw new InvalidScenarioException(problems);
    }
    return new ProgrammeSimulation(
        new Plan(scenario, chain.protocol()),
        chain,
        new ChainTalks(chain, scenario.talks().referringOn()),
        seed);
  }

  /** How many runs are over so far, for those who watch. */
  public int done() {
    return done.get();
  }

  /**
   * Runs it.
   *
   * @param runs how often, 1 or more
   * @param threads how many work, 1 or more; makes no difference to the result
   * @throws IllegalArgumentException for a number out of its range
   */
  public ProgrammeSummary run(int runs, int threads) {
    if (runs < 1 || threads < 1) {
      throw new IllegalArgumentException("at least 1 run and 1 thread");
    }
    return new ProgrammeSummary(
        plan, chain, seed, threads == 1 ? alone(runs) : together(runs, threads));
  }

  private RunFigures run(int number) {
    long runSeed = Draws.of(seed, number, RUN).bits();
    RunFigures figures = new ProgrammeRun(plan, talks, runSeed).run();
    done.incrementAndGet();
    return figures;
  }

  private List<RunFigures> alone(int runs) {
    List<RunFigures> all = new ArrayList<>();
    for (int number = 0; number < runs; number++) {
      all.add(run(number));
    }
    return all;
  }

  private List<RunFigures> together(int runs, int threads) {
    ExecutorService workers = Executors.newFixedThreadPool(Math.min(runs, threads));
    try {
      List<CompletableFuture<RunFigures>> running = new ArrayList<>();
      for (int number = 0; number < runs; number++) {
        int mine = number;
        running.add(CompletableFuture.supplyAsync(() -> run(mine), workers));
      }
      return running.stream().map(CompletableFuture::join).toList();
    } finally {
      workers.shutdownNow();
    }
  }
}
