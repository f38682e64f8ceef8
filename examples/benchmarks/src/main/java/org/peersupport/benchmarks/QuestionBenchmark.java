package org.peersupport.benchmarks;

import java.util.ArrayList;
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
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Command;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/**
 * What it costs to reach what a session may do next, what it still owes, and how its rules stand.
 *
 * <p>A thousand sessions at places that differ are asked in turn, after each place has been asked
 * once: an answer belongs to the place and not to the session, so in an application almost every
 * question has been asked before. Reading through the answer is not part of it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 15, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class QuestionBenchmark {
  /** How many sessions are asked in turn. */
  static final int SESSIONS = 1024;

  private final Session[] sessions = sessions();

  private static Session[] sessions() {
    Protocol protocol = Catalogue.amaSixElements();
    List<Session> sessions = new ArrayList<>();
    for (Command[] commands : VariedConversations.of(4)) {
      Session session = Sessions.open(protocol, (Command.Open) commands[0]).orElseThrow().session();
      for (int i = 1; i < commands.length; i++) {
        sessions.add(session);
        session = Sessions.decide(session, commands[i]).orElseThrow().session();
      }
    }
    return sessions.subList(0, SESSIONS).toArray(new Session[0]);
  }

  /** What may be recorded now. */
  @Benchmark
  @OperationsPerInvocation(SESSIONS)
  public void permitted(Blackhole answers) {
    for (Session session : sessions) {
      answers.consume(session.permitted());
    }
  }

  /** What a close still waits for. */
  @Benchmark
  @OperationsPerInvocation(SESSIONS)
  public void outstanding(Blackhole answers) {
    for (Session session : sessions) {
      answers.consume(session.outstanding());
    }
  }

  /** How every rule stands. */
  @Benchmark
  @OperationsPerInvocation(SESSIONS)
  public void verdicts(Blackhole answers) {
    for (Session session : sessions) {
      answers.consume(session.verdicts());
    }
  }
}
