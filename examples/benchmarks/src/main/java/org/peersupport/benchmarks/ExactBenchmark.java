package org.peersupport.benchmarks;

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
import org.peersupport.protocol.Catalogue;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.ExactAnalysis;
import org.peersupport.simulation.ExactMean;

/**
 * The exact mean of the activities of a session: of the chain that {@link SimulationBenchmark}
 * draws from, and beside it by a dense solve; and of a chain so large that a dense matrix of it
 * would take more than 1 GB. The making of the chain is not part of it.
 */
public class ExactBenchmark {
  private ExactBenchmark() {}

  /** A chain of some hundred states. */
  @State(Scope.Thread)
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  @Fork(1)
  @Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
  @Measurement(iterations = 6, time = 300, timeUnit = TimeUnit.MILLISECONDS)
  public static class Small {
    final ConversationChain chain =
        ConversationChain.of(Catalogue.amaSixElements(), MeasuredTalk.counted());

    private final DenseChain dense = new DenseChain(MeasuredTalk.counted());

    /** This library, which finds the variance as well. */
    @Benchmark
    public ExactMean here() {
      return ExactAnalysis.of(chain).activities();
    }

    /** EJML. */
    @Benchmark
    public double dense() {
      return dense.activities().get(0, 0);
    }
  }

  /** A chain of some sixteen thousand states. */
  @State(Scope.Thread)
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  @Fork(1)
  @Warmup(iterations = 2, time = 1)
  @Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
  public static class Large {
    final ConversationChain chain =
        ConversationChain.of(Catalogue.amaSixElements(), MeasuredTalk.everything());

    /** This library. */
    @Benchmark
    public ExactMean here() {
      return ExactAnalysis.of(chain).activities();
    }
  }
}
