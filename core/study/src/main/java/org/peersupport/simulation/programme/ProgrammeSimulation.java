package org.peersupport.simulation.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.Draws;

/**
 * Runs a programme many times, each time under other chance.
 *
 * <pre>{@code
 * ProgrammeSummary summary = ProgrammeSimulation.of(scenario, chain, 42).run(1000);
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
   * Runs it, in the thread that asks.
   *
   * @param runs how often, 1 or more
   * @throws IllegalArgumentException for less than 1 run
   */
  public ProgrammeSummary run(int runs) {
    return run(runs, 1, Runnable::run);
  }

  /**
   * Runs it, side by side.
   *
   * @param runs how often, 1 or more
   * @param workers how many work, 1 or more; makes no difference to the result
   * @param threads runs the workers, each in a thread of its own if it can
   * @throws IllegalArgumentException for a number out of its range
   */
  public ProgrammeSummary run(int runs, int workers, Executor threads) {
    if (runs < 1 || workers < 1) {
      throw new IllegalArgumentException("at least 1 run and 1 worker");
    }
    AtomicInteger next = new AtomicInteger();
    RunResult[] all = new RunResult[runs];
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (int w = 0; w < Math.min(runs, workers); w++) {
      running.add(CompletableFuture.runAsync(() -> work(next, all), threads));
    }
    running.forEach(CompletableFuture::join);
    return new ProgrammeSummary(plan, chain, seed, List.of(all));
  }

  /** Takes one run after the other. */
  private void work(AtomicInteger next, RunResult[] all) {
    int number = next.getAndIncrement();
    while (number < all.length) {
      long runSeed = Draws.of(seed, number, RUN).bits();
      all[number] = new ProgrammeRun(plan, talks, runSeed).run();
      done.incrementAndGet();
      number = next.getAndIncrement();
    }
  }
}
