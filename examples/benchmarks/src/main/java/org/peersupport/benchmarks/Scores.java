package org.peersupport.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What one run has found, by the name of the class and the method.
 *
 * <p>A time is the first decile of the iterations of all forks: what else the machine does for a
 * moment makes an iteration longer and never shorter, so a mean would measure the neighbours too.
 * Where each call is timed it is the median of all calls, and where each JVM makes one call the
 * median of the JVMs.
 */
final class Scores {
  private final Map<String, RunResult> results = new TreeMap<>();

  Scores(Collection<RunResult> run) {
    String here = Scores.class.getPackageName() + ".";
    for (RunResult result : run) {
      results.put(result.getParams().getBenchmark().replace(here, ""), result);
    }
  }

  private RunResult result(String name) {
    RunResult result = results.get(name);
    if (result == null) {
      throw new IllegalArgumentException("not measured: " + name);
    }
    return result;
  }

  /** Nanoseconds for one operation. */
  double nanos(String name) {
    RunResult result = result(name);
    return score(result) * TimeUnit.NANOSECONDS.convert(1, result.getParams().getTimeUnit());
  }

  private static double score(RunResult result) {
    if (result.getParams().getMode() == Mode.SampleTime) {
      return result.getPrimaryResult().getStatistics().getPercentile(50);
    }
    List<Double> scores = new ArrayList<>();
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        scores.add(iteration.getPrimaryResult().getScore());
      }
    }
    Collections.sort(scores);
    boolean once = result.getParams().getMode() == Mode.SingleShotTime;
    return scores.get(scores.size() / (once ? 2 : 10));
  }

  /** Bytes allocated for one operation. */
  double bytes(String name) {
    Result<?> bytes = result(name).getSecondaryResults().get("gc.alloc.rate.norm");
    return bytes == null ? Double.NaN : bytes.getScore();
  }

  /** How often the second time goes into the first. */
  double ratio(String name, String to) {
    return nanos(name) / nanos(to);
  }

  /** Everything that was measured, as a table. */
  String table() {
    StringBuilder table = new StringBuilder("| benchmark | ns | bytes |\n| --- | ---: | ---: |\n");
    for (String name : results.keySet()) {
      table.append(
          String.format(Locale.ROOT, "| `%s` | %,.1f | %,.1f |%n", name, nanos(name), bytes(name)));
    }
    return table.toString();
  }
}
