package org.peersupport.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Draws the same sessions under several variants of a protocol, or of a behaviour.
 *
 * <pre>{@code
 * ComparisonSummary summary = Comparison.of(List.of(asItIs, asItCouldBe), 42).run(1_000_000);
 * }</pre>
 *
 * <p>Sessions go in sets: the one of a number draws the same random numbers under each variant,
 * step by step, so two sessions are the same for as long as the variants let them. Differences
 * within a set vary less than those of sessions that have nothing in common (common random numbers:
 * A. M. Law, Simulation Modeling and Analysis, 5th ed. 2015, section 11.2). Each variant's own
 * figures are those that {@link Simulation} has for the seed.
 *
 * <p>Safe to share between threads; {@link #stop()} is meant for another one.
 */
public final class Comparison {
  private final List<ConversationChain> chains;
  private final List<Sampler> samplers;
  private final long seed;
  private final Batches batches = new Batches();

  private Comparison(List<ConversationChain> chains, long seed) {
    this.chains = List.copyOf(chains);
    this.samplers = this.chains.stream().map(Sampler::new).toList();
    this.seed = seed;
  }

  /**
   * A comparison of the first variant with each of the others.
   *
   * @param chains by variant, two or more
   * @param seed any number; the same one gives the same sessions
   * @throws IllegalArgumentException for less than two variants
   */
  public static Comparison of(List<ConversationChain> chains, long seed) {
    if (chains.size() < 2) {
      throw new IllegalArgumentException("at least two variants");
    }
    return new Comparison(chains, seed);
  }

  /** How many sessions each variant has drawn so far, for those who watch. */
  public long done() {
    return batches.done();
  }

  /** Lets it end soon; the summary is that of the first sessions then, as many as were drawn. */
  public void stop() {
    batches.stop();
  }

  /**
   * Draws the sessions from number 0 on, in the thread that asks.
   *
   * @param sessions how many under each variant, 0 or more
   * @throws IllegalArgumentException for less than 0 sessions
   */
  public ComparisonSummary run(long sessions) {
    return run(sessions, 1, Runnable::run);
  }

  /**
   * Draws the sessions from number 0 on, side by side.
   *
   * @param sessions how many under each variant, 0 or more
   * @param workers how many draw, 1 or more; makes no difference to the result
   * @param threads runs the workers, each in a thread of its own if it can
   * @throws IllegalArgumentException for a number out of its range
   */
  public ComparisonSummary run(long sessions, int workers, Executor threads) {
    List<Together> done = batches.run(sessions, workers, threads, Together::new);
    Together all = new Together();
    done.forEach(all::add);
    List<SimulationSummary> variants = new ArrayList<>();
    for (int v = 0; v < chains.size(); v++) {
      Counts counts = all.simulators.get(v).counts();
      variants.add(new SimulationSummary(chains.get(v), counts, counts.sessions < sessions));
    }
    return new ComparisonSummary(variants, all.pairs);
  }

  /** Draws a session under each variant, and then counts the pairs. */
  private final class Together implements Batches.Worker {
    private final List<Simulator> simulators = new ArrayList<>();
    private final List<PairedCounts> pairs = new ArrayList<>();

    Together() {
      for (int v = 0; v < chains.size(); v++) {
        simulators.add(new Simulator(chains.get(v), samplers.get(v), seed));
        if (v > 0) {
          pairs.add(new PairedCounts(simulators.get(0).counts(), simulators.get(v).counts()));
        }
      }
    }

    @Override
    public long draw(long session) {
      long activities = 0;
      for (Simulator simulator : simulators) {
        activities += simulator.draw(session);
      }
      for (int v = 1; v < simulators.size(); v++) {
        pairs.get(v - 1).add(simulators.get(0).counts(), simulators.get(v).counts());
      }
      return activities;
    }

    void add(Together more) {
      for (int v = 0; v < simulators.size(); v++) {
        simulators.get(v).counts().add(more.simulators.get(v).counts());
      }
      for (int p = 0; p < pairs.size(); p++) {
        pairs.get(p).add(more.pairs.get(p));
      }
    }
  }
}
