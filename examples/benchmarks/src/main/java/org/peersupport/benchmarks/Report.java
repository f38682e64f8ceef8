package org.peersupport.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.ExactAnalysis;

/**
 * Measures everything in one run and prints the table of the README.
 *
 * <pre>{@code
 * java -cp examples/benchmarks/target/benchmarks.jar org.peersupport.benchmarks.Report [--quick]
 * }</pre>
 *
 * <p>{@code --quick} takes a few minutes and is good enough to see whether something has become
 * much slower; the table comes from a run without it.
 */
public final class Report {
  private static final int MILLION = 1_000_000;
  private static final int MEGABYTES = 320;
  private static final String IN_TURNS = "\\.(Simulation|Exact)Benchmark\\.";
  private static final int ROUNDS = 3;

  private final boolean quick;
  private final List<Measurement> measurements = new ArrayList<>();

  private Report(boolean quick) {
    this.quick = quick;
  }

  /** Measures and prints. */
  public static void main(String[] args) throws Exception {
    new Report(List.of(args).contains("--quick")).print();
  }

  private void print() throws RunnerException, IOException, InterruptedException {
    Scores scores = new Scores(run());
    steps(scores);
    refusals(scores);
    questions(scores);
    memory();
    building(scores);
    processes();
    json(scores);
    audits(scores);
    simulations(scores);
    exact(scores);
    System.out.printf(
        Locale.ROOT,
        "%nJDK %s, %d processors; one run%s.%n%n",
        Runtime.version().feature(),
        Runtime.getRuntime().availableProcessors(),
        quick ? ", a quick one" : "");
    System.out.println("| figure | measured | aim | floor | met |");
    System.out.println("| --- | ---: | ---: | ---: | --- |");
    for (Measurement measurement : measurements) {
      System.out.println(measurement.row());
    }
    System.out.println();
    System.out.print(scores.table());
  }

  /**
   * One after the other; but those that are quoted as ratios of whole runs take turns, so that a
   * busy minute of the machine does not fall on one side alone.
   */
  private Collection<RunResult> run() throws RunnerException {
    List<RunResult> results = new ArrayList<>();
    results.addAll(new Runner(all().exclude(IN_TURNS).build()).run());
    for (int round = 0; round < (quick ? 1 : ROUNDS); round++) {
      results.addAll(new Runner(options().include(IN_TURNS).build()).run());
    }
    return results;
  }

  private ChainedOptionsBuilder all() {
    return options().include(Report.class.getPackageName() + "\\..*");
  }

  private ChainedOptionsBuilder options() {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .addProfiler(GCProfiler.class)
            // All on one footing, and room enough that a collection is seldom.
            .jvmArgsAppend("-Xms1g", "-Xmx1g", "-Xmn600m")
            .shouldFailOnError(true);
    if (quick) {
      options.forks(1).measurementTime(TimeValue.milliseconds(50));
    }
    return options;
  }

  private void steps(Scores scores) {
    String limit = " beside an immutable record by hand";
    measurements.add(
        Measurement.atMost(
            "An accepted step" + limit,
            scores.ratio("StepBenchmark.session", "StepBenchmark.record"),
            "×",
            1.35,
            2));
    measurements.add(
        Measurement.atMost("… allocates", scores.bytes("StepBenchmark.session"), "B", 120, 200));
    measurements.add(
        Measurement.atMost(
            "The same on varied paths",
            scores.ratio("StepBenchmark.sessionVaried", "StepBenchmark.recordVaried"),
            "×",
            1.35,
            2));
    measurements.add(
        Measurement.atMost(
            "… allocates", scores.bytes("StepBenchmark.sessionVaried"), "B", 120, 200));
    for (String peer : List.of("stateless4j", "cola", "squirrel", "spring")) {
      measurements.add(
          Measurement.moreThan(
              "A step of " + peer + " beside an accepted step here",
              scores.ratio("PeerStepBenchmark." + peer, "StepBenchmark.session"),
              "×",
              1));
    }
  }

  private void refusals(Scores scores) {
    double floor = scores.nanos("RefusalBenchmark.cola");
    measurements.add(
        Measurement.atMost(
            "A refusal nobody reads", scores.nanos("RefusalBenchmark.session"), "ns", 3, floor));
    measurements.add(
        Measurement.atMost(
            "… varied", scores.nanos("RefusalBenchmark.sessionVaried"), "ns", 3, floor));
    measurements.add(
        Measurement.atMost(
            "… allocates", nothing(scores.bytes("RefusalBenchmark.sessionVaried")), "B", 0));
    measurements.add(
        Measurement.atMost(
            "A remedy, at the median", micros(scores, "ExplanationBenchmark.remedy"), "µs", 50));
    measurements.add(
        Measurement.atMost(
            "… after an override",
            micros(scores, "ExplanationBenchmark.remedyAfterOverride"),
            "µs",
            50));
    measurements.add(
        Measurement.toKnow(
            "… the first time after an override",
            micros(scores, "BuildBenchmark.FirstRemedy.remedy"),
            "µs"));
    measurements.add(
        Measurement.toKnow(
            "An explanation", micros(scores, "ExplanationBenchmark.explanation"), "µs"));
    measurements.add(
        Measurement.toKnow("A witness", micros(scores, "ExplanationBenchmark.witness"), "µs"));
  }

  private void questions(Scores scores) {
    for (String question : List.of("permitted", "outstanding", "verdicts")) {
      String name = "QuestionBenchmark." + question;
      measurements.add(
          Measurement.atMost("To reach `" + question + "`", scores.nanos(name), "ns", 20));
      measurements.add(Measurement.atMost("… allocates", nothing(scores.bytes(name)), "B", 0));
    }
  }

  /** What is less than half a byte is the harness's own. */
  private static double nothing(double bytes) {
    return bytes < 0.5 ? 0 : bytes;
  }

  private void memory() throws IOException, InterruptedException {
    MemoryMeasure memory = MemoryMeasure.of(MILLION);
    measurements.add(
        Measurement.atMost(
            "An open session holds", memory.perSession(), "B", MEGABYTES * 1.048576));
    measurements.add(
        Measurement.isSo(
            "A million run in " + MEGABYTES + " MB of heap", memory.fits(MILLION, MEGABYTES)));
  }

  private void building(Scores scores) {
    measurements.add(
        Measurement.atMost(
            "Building `ama-six-elements`, warm",
            micros(scores, "BuildBenchmark.WarmBuild.build") / 1000,
            "ms",
            50));
    measurements.add(
        Measurement.atMost(
            "… in a cold JVM", micros(scores, "BuildBenchmark.ColdBuild.build") / 1000, "ms", 500));
  }

  private void processes() throws IOException, InterruptedException {
    StartMeasure start = StartMeasure.of(quick ? 5 : 25);
    measurements.add(
        Measurement.atMost(
            "A first session as a whole process, beside a hello-world JVM",
            start.session() / start.hello(),
            "×",
            2.5));
    start
        .guide()
        .ifPresent(
            guide ->
                measurements.add(
                    Measurement.atMost("The first answer of `guide`", guide, "ms", 700)));
  }

  private void json(Scores scores) {
    for (String way : List.of("read", "write")) {
      String limit = "JsonBenchmark." + way + "Streaming";
      measurements.add(
          Measurement.atMost(
              "An event "
                  + (way.equals("read") ? "read" : "written")
                  + " as JSON, beside a streaming codec by hand",
              scores.ratio("JsonBenchmark." + way + "Here", limit),
              "×",
              1,
              1.3));
      measurements.add(
          Measurement.toKnow(
              "… by databind", scores.ratio("JsonBenchmark." + way + "Databind", limit), "×"));
    }
  }

  private void audits(Scores scores) throws IOException, InterruptedException {
    String limit = "AuditBenchmark.jackson";
    measurements.add(
        Measurement.atMost(
            "An audited event, from its bytes, beside a Jackson parser and a table",
            scores.ratio("AuditBenchmark.audit", limit),
            "×",
            0.5,
            2));
    measurements.add(
        Measurement.toKnow("… only read", scores.ratio("AuditBenchmark.read", limit), "×"));
    measurements.add(
        Measurement.toKnow(
            "… as an object in memory", scores.ratio("AuditBenchmark.events", limit), "×"));
    int millions = quick ? 2 : 50;
    measurements.add(
        Measurement.toKnow(
            "A log of " + millions + " million events, 100,000 sessions open, in 1 GB of heap",
            AuditMeasure.seconds(millions * MILLION, 100_000),
            "s"));
  }

  private void simulations(Scores scores) {
    simulation(scores, "counted", "bare", "A simulated session beside a generator and a table");
    simulation(scores, "timed", "bareTimed", "The same with durations");
    measurements.add(
        Measurement.toKnow(
            "The generator and the table, beside eight sessions at a time of theirs",
            scores.ratio("SimulationBenchmark.bare", "SimulationBenchmark.bareInFlight"),
            "×"));
    measurements.add(
        Measurement.toKnow(
            "… on two threads, as many sessions as on one",
            scores.ratio("SimulationBenchmark.bare", "SimulationBenchmark.bareByTwo"),
            "×"));
    measurements.add(
        Measurement.moreThan(
            "A session of SSJ with durations beside one here",
            scores.ratio("SimulationBenchmark.ssj", "SimulationBenchmark.timed"),
            "×",
            1));
    measurements.add(
        Measurement.toKnow(
            "Activities of a session, in the mean",
            ExactAnalysis.of(new ExactBenchmark.Small().chain).activities().mean(),
            ""));
  }

  private void simulation(Scores scores, String here, String limit, String what) {
    String name = "SimulationBenchmark." + here;
    double nanos = scores.nanos(name);
    measurements.add(
        Measurement.atMost(what, scores.ratio(name, "SimulationBenchmark." + limit), "×", 1, 3));
    measurements.add(Measurement.toKnow("… sessions a second on one core", 1e3 / nanos, "million"));
    measurements.add(Measurement.atMost("… allocates", nothing(scores.bytes(name)), "B", 0));
    measurements.add(
        Measurement.moreThan(
            "… on two threads, as many sessions as on one",
            nanos / scores.nanos(name + "ByTwo"),
            "×",
            1.9));
  }

  private void exact(Scores scores) {
    measurements.add(
        Measurement.atMost(
            "Exact figures of "
                + states(new ExactBenchmark.Small().chain)
                + " beside a dense solve",
            scores.ratio("ExactBenchmark.Small.here", "ExactBenchmark.Small.dense"),
            "×",
            1));
    measurements.add(
        Measurement.toKnow("… take", micros(scores, "ExactBenchmark.Small.here") / 1000, "ms"));
    measurements.add(
        Measurement.toKnow(
            "… of " + states(new ExactBenchmark.Large().chain),
            micros(scores, "ExactBenchmark.Large.here") / 1000,
            "ms"));
  }

  private static String states(ConversationChain chain) {
    return String.format(Locale.ROOT, "%,d states", chain.states());
  }

  private static double micros(Scores scores, String name) {
    return scores.nanos(name) / 1000;
  }
}
