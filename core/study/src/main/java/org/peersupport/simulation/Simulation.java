package org.peersupport.simulation;

import java.util.List;
import java.util.concurrent.Executor;

/**
 * Draws sessions of a chain at random.
 *
 * <pre>{@code
 * SimulationSummary summary = Simulation.of(chain, 42).run(1_000_000);
 * }</pre>
 *
 * <p>What happens in a session follows from the seed and the session's number alone, and all that
 * is counted are whole numbers: one thread or sixteen give the same summary. Safe to share between
 * threads; {@link #stop()} is meant for another one.
 */
public final class Simulation {
  private final ConversationChain chain;
  private final Sampler sampler;
  private final long seed;
  private final Batches batches = new Batches();

  private Simulation(ConversationChain chain, long seed) {
    this.chain = chain;
    this.sampler = new Sampler(chain);
    this.seed = seed;
  }

  /**
   * A simulation of a chain.
   *
   * @param seed any number; the same one gives the same sessions
   */
  public static Simulation of(ConversationChain chain, long seed) {
    return new Simulation(chain, seed);
  }

  /** How many sessions were drawn so far, for those who watch. */
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
   * @param sessions how many, 0 or more
   * @throws IllegalArgumentException for less than 0 sessions
   */
  public SimulationSummary run(long sessions) {
    return run(sessions, 1, Runnable::run);
  }

  /**
   * Draws the sessions from number 0 on, side by side.
   *
   * @param sessions how many, 0 or more
   * @param workers how many draw, 1 or more; makes no difference to the result
   * @param threads runs the workers, each in a thread of its own if it can
   * @throws IllegalArgumentException for a number out of its range
   */
  public SimulationSummary run(long sessions, int workers, Executor threads) {
    List<Simulator> simulators =
        batches.run(sessions, workers, threads, () -> new Simulator(chain, sampler, seed));
    Counts counts = new Counts(chain);
    simulators.forEach(each -> counts.add(each.counts()));
    return new SimulationSummary(chain, counts, counts.sessions < sessions);
  }
}
