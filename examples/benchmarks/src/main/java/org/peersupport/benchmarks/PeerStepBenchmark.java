package org.peersupport.benchmarks;

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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One step of the whole conversation in the state machines that one could use instead.
 *
 * <p>All enforce {@link ElementOrder}, which is less than a session does: no rules, no referrals,
 * no events, no immutability. All are spared what a session is not: one machine, built beforehand,
 * serves every conversation, and nothing is handed over but an enum. All figures are per step.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 15, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class PeerStepBenchmark {
  private final Act[] acts = Act.of(WholeConversation.commands());
  private final ByCola cola = new ByCola();
  private final ByStateless4j stateless4j = new ByStateless4j();
  private final BySquirrel squirrel = new BySquirrel();
  private final BySpring spring = new BySpring();

  /** COLA. */
  @Benchmark
  @OperationsPerInvocation(WholeConversation.STEPS)
  public OrderState cola() {
    OrderState state = OrderState.BEFORE;
    for (Act act : acts) {
      state = cola.fire(state, act);
    }
    return state;
  }

  /** Stateless4j. */
  @Benchmark
  @OperationsPerInvocation(WholeConversation.STEPS)
  public void stateless4j(Blackhole log) {
    for (Act act : acts) {
      log.consume(stateless4j.fire(act));
    }
  }

  /** Squirrel-foundation. */
  @Benchmark
  @OperationsPerInvocation(WholeConversation.STEPS)
  public void squirrel(Blackhole log) {
    for (Act act : acts) {
      log.consume(squirrel.fire(act));
    }
  }

  /** Spring Statemachine. */
  @Benchmark
  @OperationsPerInvocation(WholeConversation.STEPS)
  public void spring(Blackhole log) {
    for (Act act : acts) {
      log.consume(spring.fire(act));
    }
  }
}
