package org.peersupport.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.peersupport.json.data.Layout;
import org.peersupport.json.studies.Scenarios;
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
    customSynopsis = {
      "peersupport simulate-programme [-hV] [--pretty] [--text] [--runs=N]",
      "                                      --seed=S [--threads=T] SCENARIO...",
      "       peersupport simulate-programme --list [--text]",
      "       peersupport simulate-programme --document [--pretty] SCENARIO..."
    },
    versionProvider = Version.class,
    header = "Simulates a programme: referrals, supporters, waits, conversations.",
    description = {
      "",
      "People are referred to the programme, matched to supporters under the protocol's pairing, wait"
          + " for their first contact, decline or talk once or more often, and are referred on. Prints"
          + " as JSON (or with --text as a page): waits, shares, conversations and every supporter's"
          + " load, and beside them the published figures of the scenario, each as 'input' (it went"
          + " in) or 'outcome' (it came out). Of several scenarios each has a document, in which"
          + " 'against' tells how each figure differs from that of the first; with --text there is"
          + " one table of them.",
      "",
      "Every figure has its mean over the runs with the 95 %% interval of that mean (low, high), and"
          + " the range in which 95 %% of the runs lie (from, to).",
      "",
      "The same seed gives the same bytes, whatever the threads. Scenarios that differ in one thing"
          + " have the rest of their chance in common: the same people come, when referrals are alike,"
          + " and a person of a number has the same delays, answers and conversations. So differences"
          + " are taken from run to run.",
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
      arity = "0..*",
      paramLabel = "SCENARIO",
      description = {
        "The id of a scenario that ships (--list), or the path of a scenario document. Several are"
            + " set beside each other."
      })
  private List<String> scenarios = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Any whole number; the same one gives the same result.")
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

  @Option(names = "--pretty", description = "Print the JSON on several lines.")
  private boolean pretty;

  @Option(names = "--text", description = "Print a page for people.")
  private boolean text;

  @Option(names = "--list", description = "List the scenarios that ship, and do nothing else.")
  private boolean list;

  @Option(
      names = "--document",
      description =
          "Print the documents of the scenarios, to copy and change, and do nothing else.")
  private boolean document;

  SimulateProgrammeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    require(
        !list || (scenarios.isEmpty() && !document),
        "--list names all scenarios that ship, so give it no SCENARIO");
    if (list) {
      Scenarios.ids().forEach(this::list);
      return ExitStatus.DONE;
    }
    require(!scenarios.isEmpty(), "which SCENARIO? --list names those that ship");
    if (document) {
      scenarios.stream()
          .map(ScenarioDocument::find)
          .forEach(each -> console.printLine(Scenarios.write(each.scenario(), layout())));
      return ExitStatus.DONE;
    }
    require(seed != null, "--seed S is needed, a whole number");
    Amounts.within("--runs", runs, 1, MOST_RUNS);
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    Amounts.within("--threads", workers, 1, Watched.MOST_THREADS);
    List<ProgrammeSimulation> simulations = simulations();
    List<ProgrammeSummary> summaries = new ArrayList<>();
    for (int s = 0; s < simulations.size(); s++) {
      long start = System.nanoTime();
      summaries.add(run(simulations.get(s), workers));
      if (!text) {
        print(summaries);
      }
      tell(scenarios.get(s), (System.nanoTime() - start) / 1e9);
    }
    if (text) {
      List<String> page =
          summaries.size() == 1
              ? ProgrammePage.lines(summaries.get(0))
              : ProgrammeTable.lines(summaries);
      page.forEach(console::printLine);
    }
    return ExitStatus.DONE;
  }

  /** Those of all scenarios; what is wrong with any of them is told at once. */
  private List<ProgrammeSimulation> simulations() {
    List<ProgrammeSimulation> simulations = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String scenario : scenarios) {
      try {
        simulations.add(ScenarioDocument.find(scenario).simulation(seed));
      } catch (BadInputException e) {
        problems.addAll(e.lines());
      }
    }
    if (!problems.isEmpty()) {
      throw new BadInputException(problems);
    }
    return simulations;
  }

  /** The last one, and how it differs from the first. */
  private void print(List<ProgrammeSummary> summaries) {
    ProgrammeSummary last = summaries.get(summaries.size() - 1);
    console.printLine(
        summaries.size() == 1
            ? Scenarios.writeSummary(last, layout())
            : Scenarios.writeSummary(last, summaries.get(0), layout()));
  }

  private Layout layout() {
    return pretty ? Layout.INDENTED : Layout.LINE;
  }

  private void tell(String scenario, double seconds) {
    console.tell(
        String.format(
            Locale.ROOT,
            "%s: %,d %s, %.2f s",
            scenario,
            runs,
            runs == 1 ? "run" : "runs",
            seconds));
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
