package org.peersupport.benchmarks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.session.Command;
import org.peersupport.session.Commands;
import org.peersupport.session.Peer;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/**
 * What it costs to build {@code ama-six-elements} with every check: how it is written, that its
 * rules can be kept together, that no conversation has to refuse the peer, that its examples come
 * out as they say.
 *
 * <p>The protocol of the catalogue is proved by this library's tests and is not checked again when
 * an application asks for it; so the parts are put together anew each time, and nothing that one
 * build works out is there for the next. A cold build is the first thing that its JVM does.
 */
public class BuildBenchmark {
  /** After warm-up, when a server loads one protocol after the other. */
  @State(Scope.Thread)
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  @Fork(2)
  @Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
  @Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
  public static class WarmBuild {
    /** All checks. */
    @Benchmark
    public Protocol build() {
      return Rebuilt.parts().build();
    }
  }

  /** In a JVM that has done nothing else. */
  @State(Scope.Thread)
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  @Fork(10)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public static class ColdBuild {
    /** All checks, and the classes they need. */
    @Benchmark
    public Protocol build() {
      return Rebuilt.parts().build();
    }
  }

  /** The first remedy after an override, for which distances are worked out anew. */
  @State(Scope.Thread)
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  @Fork(2)
  @Warmup(iterations = 20)
  @Measurement(iterations = 20)
  public static class FirstRemedy {
    private Refusal refusal = Refusal.of(RefusalCode.SESSION_UNKNOWN);

    /** A fresh protocol, a session that departs from a rule, and a close that is refused. */
    @Setup(Level.Invocation)
    public void depart() {
      Protocol protocol = Rebuilt.parts().build();
      Commands by = Commands.of("s-1", "sup-1", Instant.EPOCH);
      Command.Open open = by.open(protocol.id(), Peer.of("sup-1"), Peer.of("peer-1"));
      Session session = Sessions.open(protocol, open).orElseThrow().session();
      Command early = by.overriding("asked for it").offer("r-1", "information-sheet");
      session = Sessions.decide(session, early).orElseThrow().session();
      refusal = Sessions.decide(session, by.close()).refusal().orElseThrow();
    }

    /** What to do before the close. */
    @Benchmark
    public Optional<List<Activity>> remedy() {
      return refusal.remedy();
    }
  }
}
