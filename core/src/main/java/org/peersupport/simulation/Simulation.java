package org.peersupport.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

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
  private static final long BATCH = 10_000;

  private final ConversationChain chain;
  private final Sampler sampler;
  private final long seed;
  private final AtomicLong done = new AtomicLong();
  private final AtomicBoolean stopped = new AtomicBoolean();

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
    return done.get();
  }

  /** Lets it end soon; the summary is that of the first sessions then, as many as were drawn. */
  public void stop() {
    stopped.set(true);
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
    if (sessions < 0 || workers < 1) {
      throw new IllegalArgumentException("at least 0 sessions and 1 worker");
    }
    AtomicLong next = new AtomicLong();
    List<Simulator> simulators = new ArrayList<>();
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (int w = 0; w < workers; w++) {
      Simulator simulator = new Simulator(chain, sampler);
      simulators.add(simulator);
      running.add(CompletableFuture.runAsync(() -> draw(simulator, next, sessions), threads));
    }
    running.forEach(CompletableFuture::join);
    Counts counts = new Counts(chain);
    simulators.forEach(each -> counts.add(each.counts()));
    return new SimulationSummary(chain, counts, counts.sessions < sessions);
  }

  /** Takes one batch after the other; a batch that was begun is finished. */
  private void draw(Simulator simulator, AtomicLong next, long sessions) {
    while (!stopped.get()) {
      long from = next.getAndAdd(BATCH);
      if (from >= sessions) {
        return;
      }
      long to = Math.min(sessions, from + BATCH);
      simulator.run(seed, from, to);
      done.addAndGet(to - from);
    }
  }
}
