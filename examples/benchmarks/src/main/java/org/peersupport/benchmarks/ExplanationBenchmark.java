package org.peersupport.benchmarks;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.peersupport.protocol.Activity;
import org.peersupport.session.Violation;

/**
 * What it costs to ask a refusal why, and what to do instead.
 *
 * <p>All refused acts of many reachable states are asked in turn, each call is timed, and the
 * figure that counts is the median. After an override other rules bind, so the distances are
 * others: those are worked out when they are first asked for, and this measures what it costs from
 * then on ({@link BuildBenchmark} has the first time). No peer explains a refusal.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class ExplanationBenchmark {
  private final Refused[] refused =
      Refused.along(VariedConversations.of(3)).toArray(new Refused[0]);
  private final Refused[] overridden =
      Refused.afterOverrides(VariedConversations.of(3)).toArray(new Refused[0]);
  private int next;

  /** How many refusals are asked in turn: in ordinary sessions, and after an override. */
  int[] sizes() {
    return new int[] {refused.length, overridden.length};
  }

  private Refused next(Refused[] from) {
    next = next + 1 < from.length ? next + 1 : 0;
    return from[next];
  }

  /** A shortest way to make the refused command acceptable. */
  @Benchmark
  public Optional<List<Activity>> remedy() {
    return next(refused).refusal().remedy();
  }

  /** The same in sessions that have departed from a rule. */
  @Benchmark
  public Optional<List<Activity>> remedyAfterOverride() {
    return next(overridden).refusal().remedy();
  }

  /** The sentences. */
  @Benchmark
  public String explanation() {
    return next(refused).refusal().explanation();
  }

  /** The events that the first violated rule is broken with. */
  @Benchmark
  public List<Integer> witness() {
    Refused one = next(refused);
    Violation first = one.refusal().violations().get(0);
    return one.refusal().witness(first.rule().orElse(""), one.history());
  }
}
