package org.peersupport.benchmarks;

import java.util.List;
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
import org.peersupport.session.Command;
import org.peersupport.session.Decision;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/**
 * What a refused command costs when nobody asks why.
 *
 * <p>{@code session} refuses the resources to a supporter who has only just listened and a close
 * without thanks: one command, again and again, as COLA gets its event. {@code sessionVaried} goes
 * through refusals that differ, in sessions that differ. COLA gives the old place back and makes a
 * text for its log on the way; a session says no by {@code ama-six-elements} and knows why.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 15, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class RefusalBenchmark {
  /** How many refused commands are walked in turn. */
  static final int VARIED = 1024;

  private final Session[] sessions = new Session[VARIED];
  private final Command[] commands = new Command[VARIED];
  private final Session listening;
  private final Command close;
  private final ByCola cola = new ByCola();

  /** Looks for refusals along conversations that differ. */
  public RefusalBenchmark() {
    List<Refused> refused = Refused.along(VariedConversations.of(2));
    for (int i = 0; i < VARIED; i++) {
      // A stride that has no factor in common with the number visits them in no order of time.
      Refused one = refused.get((int) (i * 7919L % refused.size()));
      sessions[i] = one.session();
      commands[i] = one.command();
    }
    Refused one = closeWithoutThanks(refused);
    listening = one.session();
    close = one.command();
  }

  private static Refused closeWithoutThanks(List<Refused> refused) {
    for (Refused one : refused) {
      if (one.command() instanceof Command.Close && one.history().size() > 5) {
        return one;
      }
    }
    throw new IllegalStateException("no close is refused");
  }

  /** One refused command. */
  @Benchmark
  public Decision session() {
    return Sessions.decide(listening, close);
  }

  /** Refused commands that differ. */
  @Benchmark
  @OperationsPerInvocation(VARIED)
  public void sessionVaried(Blackhole answers) {
    for (int i = 0; i < VARIED; i++) {
      answers.consume(Sessions.decide(sessions[i], commands[i]));
    }
  }

  /** COLA. */
  @Benchmark
  public OrderState cola() {
    return cola.fire(OrderState.REACHING_OUT, Act.CLOSE);
  }
}
