package org.peersupport.workbench;

import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.peersupport.json.studies.StudyJson;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.Simulation;
import org.peersupport.simulation.SimulationSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws conversations. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Draws conversations at random and counts what comes of them.",
    description = {
      "",
      "Takes a protocol and a behaviour, and prints as JSON (or with --text as a page) the shares of conversations that are"
          + " closed or end early, how many activities they have, how long they take, how often each"
          + " activity happens and in what share of conversations, and how many attempts each rule"
          + " refuses: means and shares with their 95 %% intervals (shares by Wilson's score). Times"
          + " are in seconds.",
      "",
      "What happens in a session follows from the seed and the session's number alone: the same seed"
          + " prints the same bytes, whatever the number of threads. Ctrl-C prints what was drawn so"
          + " far, marked as partial.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "2:the protocol, the behaviour or an option cannot be used; standard error says why"
    })
final class SimulateCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final NamedChain named = new NamedChain();

  @Mixin private final DrawnSessions sample = new DrawnSessions();

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = {
        "Also writes the sessions as a log, which 'audit' finds free of violations; packed when the"
            + " name ends in .gz. The file must not exist."
      })
  private String log;

  @Option(
      names = "--start",
      paramLabel = "INSTANT",
      description = "When the first session of the log is opened, each other one a minute later.")
  private String start = "2026-01-01T00:00:00Z";

  @Option(
      names = "--trace",
      paramLabel = "K",
      description = {
        "Tells the first K conversations in words, on standard error, with each attempt that the"
            + " protocol refused and the rules that refused it."
      })
  private long trace;

  @Mixin private LanguageTag language = new LanguageTag();

  SimulateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    sample.check();
    Amounts.atLeast("--trace", trace, 0);
    Instant opened = SimulatedLog.start(start);
    ConversationChain chain = CutShort.before(console, () -> named.find(console));
    SimulatedLog file = log == null ? null : SimulatedLog.at(log);
    SimulatedTalks talks = new SimulatedTalks(chain, sample.seed());
    Simulation simulation = Simulation.of(chain, sample.seed());
    AtomicBoolean stopped = new AtomicBoolean();
    CutShort.run(
        () -> {
          stopped.set(true);
          simulation.stop();
        },
        () -> {
          talks.tell(Math.min(trace, sample.sessions()), console, stopped::get);
          SimulationSummary summary = run(simulation);
          try {
            print(summary);
          } finally {
            // After the summary, because it takes much longer; also when nobody reads that.
            if (file != null) {
              file.write(talks, summary.sessions(), opened, stopped::get, console);
            }
          }
        });
    return ExitStatus.DONE;
  }

  private void print(SimulationSummary summary) {
    if (named.isText()) {
      ConversationPage.lines(ConversationFigures.of(summary, sample.seed()), language.locale())
          .forEach(console::printLine);
    } else {
      console.printLine(StudyJson.writeSimulation(summary, sample.seed(), named.layout()));
    }
  }

  private SimulationSummary run(Simulation simulation) {
    return sample.draw(
        console,
        simulation::done,
        workers -> simulation.run(sample.sessions(), sample.threads(), workers));
  }
}
