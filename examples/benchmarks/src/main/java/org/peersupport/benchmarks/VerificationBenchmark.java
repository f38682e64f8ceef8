package org.peersupport.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import org.peersupport.analysis.Verification;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.protocol.Protocol;

/**
 * What it costs to prove what a protocol can and cannot lead to: of {@code ama-six-elements}, and
 * of a protocol of its kind with forty rules over thirty-nine activities.
 *
 * <p>A verification keeps nothing for the next one but what building the protocol has worked out. A
 * cold one is the first thing that its JVM does, building included, as for one call of the command
 * line.
 */
public class VerificationBenchmark {
  private static final String FORTY_RULES = "forty-rules.json";

  private VerificationBenchmark() {}

  static Protocol large() {
    try (InputStream in = VerificationBenchmark.class.getResourceAsStream(FORTY_RULES)) {
      if (in == null) {
        throw new IllegalStateException(FORTY_RULES + " is not in this jar");
      }
      return PeerSupportJson.readProtocol(in.readAllBytes()).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** After warm-up, as while an author tries one change after the other. */
  @State(Scope.Thread)
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Fork(2)
  @Warmup(iterations = 5, time = 1)
  @Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
  public static class WarmVerification {
    private final Protocol sixElements = Rebuilt.parts().build();
    private final Protocol fortyRules = large();

    /** The protocol of the catalogue. */
    @Benchmark
    public Verification sixElements() {
      return Verification.of(sixElements);
    }

    /** The larger one. */
    @Benchmark
    public Verification fortyRules() {
      return Verification.of(fortyRules);
    }
  }

  /** In a JVM that has done nothing else. */
  @State(Scope.Thread)
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Fork(10)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public static class ColdVerification {
    /** The protocol of the catalogue. */
    @Benchmark
    public Verification sixElements() {
      return Verification.of(Rebuilt.parts().build());
    }

    /** The larger one. */
    @Benchmark
    public Verification fortyRules() {
      return Verification.of(large());
    }
  }
}
