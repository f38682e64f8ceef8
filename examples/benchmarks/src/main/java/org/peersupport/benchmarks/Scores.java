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
  private final Map<String, List<RunResult>> results = new TreeMap<>();

  /** What was measured more than once counts as one: all its forks together. */
  Scores(Collection<RunResult> runs) {
    String here = Scores.class.getPackageName() + ".";
    for (RunResult result : runs) {
      String name = result.getParams().getBenchmark().replace(here, "");
      results.computeIfAbsent(name, fresh -> new ArrayList<>()).add(result);
    }
  }

  private List<RunResult> rounds(String name) {
    List<RunResult> rounds = results.get(name);
    if (rounds == null) {
      throw new IllegalArgumentException("not measured: " + name);
    }
    return rounds;
  }

  /** Nanoseconds for one operation. */
  double nanos(String name) {
    List<RunResult> rounds = rounds(name);
    TimeUnit unit = rounds.get(0).getParams().getTimeUnit();
    return score(rounds) * TimeUnit.NANOSECONDS.convert(1, unit);
  }

  private static double score(List<RunResult> rounds) {
    Mode mode = rounds.get(0).getParams().getMode();
    if (mode == Mode.SampleTime) {
      return rounds.get(0).getPrimaryResult().getStatistics().getPercentile(50);
    }
    List<Double> scores = new ArrayList<>();
    for (RunResult round : rounds) {
      for (BenchmarkResult fork : round.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          scores.add(iteration.getPrimaryResult().getScore());
        }
      }
    }
    Collections.sort(scores);
    boolean once = mode == Mode.SingleShotTime;
    return scores.get(scores.size() / (once ? 2 : 10));
  }

  /** Bytes allocated for one operation. */
  double bytes(String name) {
    Result<?> bytes = rounds(name).get(0).getSecondaryResults().get("gc.alloc.rate.norm");
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
