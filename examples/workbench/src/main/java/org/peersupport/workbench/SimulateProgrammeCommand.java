package org.peersupport.workbench;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.peersupport.json.Scenarios;
import org.peersupport.simulation.programme.ProgrammeSimulation;
import org.peersupport.simulation.programme.ProgrammeSummary;
import org.peersupport.simulation.programme.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Simulates a whole programme. */
@Command(
    name = "simulate-programme",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Simulates a programme: referrals, supporters, waits, conversations.",
    description = {
      "",
      "People are referred to the programme, matched to supporters under the protocol's pairing, wait"
          + " for their first contact, decline or talk once or more often, and are referred on. Prints"
          + " one JSON line: waits, shares, conversations and every supporter's load, and beside them"
          + " the published figures of the scenario, each as 'input' (it went in) or 'outcome' (it"
          + " came out).",
      "",
      "Every figure has its mean over the runs with the 95 %% interval of that mean (low, high), and"
          + " the range in which 95 %% of the runs lie (from, to).",
      "",
      "The same seed gives the same bytes, whatever the threads; scenarios that differ in one thing"
          + " have the rest of their chance in common.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "2:there is no such scenario, or it is not in order; standard error says what and where"
    })
final class SimulateProgrammeCommand implements Callable<Integer> {
  private static final int MOST_RUNS = 100_000;

  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCENARIO",
      description = "The id of a scenario that ships (--list), or the path of a scenario document.")
  private String scenario;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "A whole number; needed, so that the result can be had again.")
  private Long seed;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How often the programme is run, up to 100000 (${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--threads",
      paramLabel = "T",
      description = "How many threads work (as many as there are processors).")
  private Integer threads;

  @Option(names = "--text", description = "Print a page for people.")
  private boolean text;

  @Option(names = "--list", description = "List the scenarios that ship, and do nothing else.")
  private boolean list;

  SimulateProgrammeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (list) {
      Scenarios.ids().forEach(this::list);
      return ExitStatus.DONE;
    }
    require(scenario != null, "which SCENARIO? --list names those that ship");
    require(seed != null, "--seed S is needed, a whole number");
    require(runs >= 1 && runs <= MOST_RUNS, "--runs is 1 to " + MOST_RUNS);
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    require(
        workers >= 1 && workers <= Watched.MOST_THREADS,
        "--threads is 1 to " + Watched.MOST_THREADS);
    ProgrammeSimulation simulation = ScenarioDocument.find(scenario).simulation(seed);
    long start = System.nanoTime();
    ProgrammeSummary summary = run(simulation, workers);
    if (text) {
      ProgrammePage.lines(summary).forEach(console::printLine);
    } else {
      console.printLine(Scenarios.writeSummary(summary));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    console.tell(
        String.format(
            Locale.ROOT,
            "%s: %,d %s, %.2f s",
            scenario,
            runs,
            runs == 1 ? "run" : "runs",
            seconds));
    return ExitStatus.DONE;
  }

  private void list(String id) {
    Scenario shipped = Scenarios.find(id).orElseThrow();
    console.printLine(
        text
            ? String.format(Locale.ROOT, "%-42s  %s", id, shipped.title())
            : ProgrammePage.listed(shipped));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new BadInputException(
          "peersupport simulate-programme: "
              + otherwise
              + ". 'peersupport simulate-programme --help' explains.");
    }
  }

  private ProgrammeSummary run(ProgrammeSimulation simulation, int workers) {
    return Watched.run(
        Progress.ofItems(console, runs, " runs"),
        simulation::done,
        workers,
        threads -> simulation.run(runs, workers, threads));
  }
}
