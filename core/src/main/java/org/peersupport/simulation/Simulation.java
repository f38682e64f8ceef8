package org.peersupport.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Draws sessions of a chain at random.
 *
 * <pre>{@code
 * SimulationSummary summary = Simulation.of(chain, 42).run(1_000_000, 4);
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
   * Draws the sessions from number 0 on.
   *
   * @param sessions how many, 0 or more
   * @param threads how many draw, 1 or more; makes no difference to the result
   * @throws IllegalArgumentException for a number out of its range
   */
  public SimulationSummary run(long sessions, int threads) {
    if (sessions < 0 || threads < 1) {
      throw new IllegalArgumentException("at least 0 sessions and 1 thread");
    }
    AtomicLong next = new AtomicLong();
    List<Simulator> simulators = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      simulators.add(new Simulator(chain, sampler));
    }
    if (threads == 1) {
      draw(simulators.get(0), next, sessions);
    } else {
      drawTogether(simulators, next, sessions);
    }
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

  private void drawTogether(List<Simulator> simulators, AtomicLong next, long sessions) {
    ExecutorService workers = Executors.newFixedThreadPool(simulators.size(), Simulation::thread);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (Simulator simulator : simulators) {
        running.add(workers.submit(() -> draw(simulator, next, sessions)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a simulation failed", e.getCause());
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the simulation was interrupted", e);
    } finally {
      workers.shutdown();
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "simulation");
    thread.setDaemon(true);
    return thread;
  }
}
