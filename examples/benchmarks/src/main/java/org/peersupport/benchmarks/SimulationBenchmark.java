package org.peersupport.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.peersupport.protocol.Catalogue;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.Simulation;
import org.peersupport.simulation.SimulationSummary;

/**
 * A session drawn at random, with everything that is counted of it; beside it the bare limit, and
 * SSJ. {@code timed} is with durations. One operation is a session of about thirteen activities.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class SimulationBenchmark {
  /** So many that what a run begins with does not show. */
  static final int SESSIONS = 1_000_000;

  static final int SSJ_SESSIONS = 20_000;

  private static final long SEED = 42;

  private final Simulation simulation = simulation(MeasuredTalk.counted());
  private final Simulation simulationTimed = simulation(MeasuredTalk.timed());
  private final BareSimulation bare = new BareSimulation(MeasuredTalk.timed());
  private final BySsj bySsj = new BySsj(MeasuredTalk.timed());
  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  private static Simulation simulation(Behaviour behaviour) {
    return Simulation.of(ConversationChain.of(Catalogue.amaSixElements(), behaviour), SEED);
  }

  /** Lets the process end. */
  @TearDown
  public void end() {
    threads.shutdown();
  }

  /** This library. */
  @Benchmark
  @OperationsPerInvocation(SESSIONS)
  public SimulationSummary counted() {
    return simulation.run(SESSIONS);
  }

  /** This library on two threads. */
  @Benchmark
  @OperationsPerInvocation(SESSIONS)
  public SimulationSummary countedByTwo() {
    return simulation.run(SESSIONS, 2, threads);
  }

  /** This library with durations. */
  @Benchmark
  @OperationsPerInvocation(SESSIONS)
  public SimulationSummary timed() {
    return simulationTimed.run(SESSIONS);
  }

  /** This library with durations on two threads. */
  @Benchmark
  @OperationsPerInvocation(SESSIONS)
  public SimulationSummary timedByTwo() {
    return simulationTimed.run(SESSIONS, 2, threads);
  }

  /** A generator and a table. */
  @Benchmark
  @OperationsPerInvocation(SESSIONS)
  public long bare() {
    return bare.closed(0, SESSIONS);
  }

  /** The same on two threads: what the machine has to give. */
  @Benchmark
  @OperationsPerInvocation(SESSIONS)
  public long bareByTwo() {
    CompletableFuture<Long> other =
        CompletableFuture.supplyAsync(() -> bare.closed(0, SESSIONS / 2), threads);
    return bare.closed(SESSIONS / 2, SESSIONS) + other.join();
  }

  /** The same with eight sessions at a time. */
  @Benchmark
  @OperationsPerInvocation(SESSIONS)
  public long bareInFlight() {
    return bare.closedInFlight(0, SESSIONS);
  }

  /** A generator and a table, with durations. */
  @Benchmark
  @OperationsPerInvocation(SESSIONS)
  public double bareTimed() {
    return bare.millis(0, SESSIONS);
  }

  /** SSJ, with durations. */
  @Benchmark
  @OperationsPerInvocation(SSJ_SESSIONS)
  public long ssj() {
    return bySsj.closed(SSJ_SESSIONS);
  }
}
