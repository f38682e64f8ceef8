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
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Command;
import org.peersupport.session.Decision;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/**
 * One accepted step of a conversation, from the command to the next session, the opening included.
 *
 * <p>A session decides with every rule of {@code ama-six-elements}, makes the event and the session
 * after it, and hands both to the caller. {@code switched} and {@code record} are limits written by
 * hand that go through the same conversation and keep to the order of its elements: what it costs
 * to know a place, and what it costs to make an event and a new immutable value. {@link
 * PeerStepBenchmark} has the libraries.
 *
 * <p>{@code …Varied} walks a few hundred different conversations in turn, so that neither the
 * branch predictor nor the caches know what comes; {@code …OwnStrings} gives every command strings
 * of its own, as they come from the wire. All figures are per step.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 15, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class StepBenchmark {
  private final Protocol protocol = Catalogue.amaSixElements();
  private final Command[] whole = WholeConversation.commands();
  private final Command[] wholeOwn = Strings.own(whole);
  private final Command[][] varied = VariedConversations.of(1);
  private final Command[][] variedOwn = Strings.own(varied);
  private final Act[] acts = Act.of(whole);
  private final Act[][] variedActs = new Act[varied.length][];
  private final ByRecord.Ask[] asks = ByRecord.Ask.of(whole);
  private final ByRecord.Ask[][] variedAsks = new ByRecord.Ask[varied.length][];

  /** Prepares the same conversations for everyone. */
  public StepBenchmark() {
    for (int i = 0; i < varied.length; i++) {
      variedActs[i] = Act.of(varied[i]);
      variedAsks[i] = ByRecord.Ask.of(varied[i]);
    }
  }

  /** This library, the whole conversation. */
  @Benchmark
  @OperationsPerInvocation(WholeConversation.STEPS)
  public Session session(Blackhole log) {
    return walk(whole, log);
  }

  /** This library, the whole conversation as it comes from the wire. */
  @Benchmark
  @OperationsPerInvocation(WholeConversation.STEPS)
  public Session sessionOwnStrings(Blackhole log) {
    return walk(wholeOwn, log);
  }

  /** This library, conversations that differ. */
  @Benchmark
  @OperationsPerInvocation(VariedConversations.STEPS)
  public void sessionVaried(Blackhole log) {
    for (Command[] commands : varied) {
      log.consume(walk(commands, log));
    }
  }

  /** This library, conversations that differ, as they come from the wire. */
  @Benchmark
  @OperationsPerInvocation(VariedConversations.STEPS)
  public void sessionVariedOwnStrings(Blackhole log) {
    for (Command[] commands : variedOwn) {
      log.consume(walk(commands, log));
    }
  }

  private Session walk(Command[] commands, Blackhole log) {
    Decision.Accepted accepted =
        (Decision.Accepted) Sessions.open(protocol, (Command.Open) commands[0]);
    log.consume(accepted.event());
    Session session = accepted.session();
    for (int i = 1; i < commands.length; i++) {
      accepted = (Decision.Accepted) Sessions.decide(session, commands[i]);
      log.consume(accepted.event());
      session = accepted.session();
    }
    return session;
  }

  /** The limit of an immutable session. */
  @Benchmark
  @OperationsPerInvocation(WholeConversation.STEPS)
  public ByRecord record() {
    return walk(asks);
  }

  /** The limit of an immutable session, conversations that differ. */
  @Benchmark
  @OperationsPerInvocation(VariedConversations.STEPS)
  public void recordVaried(Blackhole log) {
    for (ByRecord.Ask[] conversation : variedAsks) {
      log.consume(walk(conversation));
    }
  }

  private static ByRecord walk(ByRecord.Ask[] conversation) {
    ByRecord now = ByRecord.of(conversation[0]);
    for (ByRecord.Ask ask : conversation) {
      now = now.step(ask);
    }
    return now;
  }

  /** The limit of any state machine. */
  @Benchmark
  @OperationsPerInvocation(WholeConversation.STEPS)
  public OrderState switched(Blackhole log) {
    return walk(acts, log);
  }

  /** The limit of any state machine, conversations that differ. */
  @Benchmark
  @OperationsPerInvocation(VariedConversations.STEPS)
  public void switchedVaried(Blackhole log) {
    for (Act[] conversation : variedActs) {
      log.consume(walk(conversation, log));
    }
  }

  private static OrderState walk(Act[] conversation, Blackhole log) {
    OrderState state = OrderState.BEFORE;
    for (Act act : conversation) {
      state = BySwitch.after(state, act);
      log.consume(state);
    }
    return state;
  }
}
