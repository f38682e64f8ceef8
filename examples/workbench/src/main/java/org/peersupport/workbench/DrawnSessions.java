package org.peersupport.workbench;

import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;
import picocli.CommandLine.Option;

/** How many sessions are drawn, from which seed, and by how many threads. */
final class DrawnSessions {
  @Option(
      names = "--sessions",
      required = true,
      paramLabel = "N",
      description = "How many sessions to draw.")
  private long sessions;

  @Option(
      names = "--seed",
      required = true,
      paramLabel = "S",
      description = "Any whole number; the same one gives the same sessions.")
  private long seed;

  @Option(
      names = "--threads",
      paramLabel = "T",
      description = "How many threads draw; one for each processor unless it is said.")
  private int threads = Runtime.getRuntime().availableProcessors();

  /**
   * Makes sure that all can be done.
   *
   * @throws BadInputException if a number is out of its range
   */
  void check() {
    Amounts.atLeast("--sessions", sessions, 1);
    Amounts.within("--threads", threads, 1, Watched.MOST_THREADS);
  }

  long sessions() {
    return sessions;
  }

  long seed() {
    return seed;
  }

  int threads() {
    return threads;
  }

  /**
   * What drawing them comes to; how far it is can be seen.
   *
   * @param done how many are drawn
   */
  <T> T draw(Console console, LongSupplier done, Function<Executor, T> work) {
    return Watched.run(Progress.ofItems(console, sessions, " sessions"), done, threads, work);
  }
}
