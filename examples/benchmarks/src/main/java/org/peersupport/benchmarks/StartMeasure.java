package org.peersupport.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How long a process takes that does one small thing: {@link FirstSession} beside {@link
 * HelloWorld}, on the same class path and in turn, and the first answer of the command line.
 *
 * <p>The figures are medians of whole processes, from before the start until after the end.
 *
 * @param hello a hello-world JVM, in milliseconds
 * @param session a JVM that opens a session, in milliseconds
 * @param guide from the start of the command line to its first answer, in milliseconds; empty when
 *     it has not been built
 */
public record StartMeasure(double hello, double session, OptionalDouble guide) {
  /** Where the build puts the command line. */
  static final Path GUIDE = Path.of("examples", "workbench", "target", "peersupport.jar");

  private static final String OPEN =
      "{\"session\":\"s-1\",\"at\":\"2026-03-02T09:00:00Z\",\"by\":\"sup-1\",\"do\":\"open\","
          + "\"protocol\":\"ama-six-elements\",\"supporter\":{\"id\":\"sup-1\"},"
          + "\"peer\":{\"id\":\"peer-1\"}}\n";

  /** Prints the measure; the argument says how often each process is started. */
  public static void main(String[] args) throws IOException, InterruptedException {
    StartMeasure measure = of(args.length == 0 ? 20 : Integer.parseInt(args[0]));
    System.out.printf(
        Locale.ROOT,
        "hello %.0f ms, first session %.0f ms, ratio %.2f%n",
        measure.hello,
        measure.session,
        measure.session / measure.hello);
    if (measure.guide.isPresent()) {
      System.out.printf(
          Locale.ROOT, "first answer of guide %.0f ms%n", measure.guide.getAsDouble());
    }
  }

  /** Measures, starting each process so many times. */
  static StartMeasure of(int times) throws IOException, InterruptedException {
    String small = ClassPaths.small();
    List<Double> hello = new ArrayList<>();
    List<Double> session = new ArrayList<>();
    List<Double> guide = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      hello.add(Jvm.wholeProcess(List.of("-cp", small, HelloWorld.class.getName())));
      session.add(Jvm.wholeProcess(List.of("-cp", small, FirstSession.class.getName())));
      if (Files.exists(GUIDE)) {
        List<String> command = List.of("-jar", GUIDE.toString(), "guide");
        guide.add(Jvm.toFirstLine(command, OPEN));
      }
    }
    return new StartMeasure(
        median(hello),
        median(session),
        guide.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(median(guide)));
  }

  private static double median(List<Double> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }
}
