package org.peersupport.workbench;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.peersupport.json.Layout;
import org.peersupport.json.LogWriter;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.Reasons;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.Simulation;
import org.peersupport.simulation.SimulationSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws conversations. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Draws conversations at random and counts what comes of them.",
    description = {
      "",
      "Takes a protocol and a behaviour, and prints as JSON the shares of conversations that are"
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

  @Parameters(
      paramLabel = "P",
      description = "A protocol: an id or id@release of the catalogue, or the path of a document.")
  private String protocol;

  @Option(
      names = "--behaviour",
      required = true,
      paramLabel = "B",
      description = {
        "How people act: 'plain', the id of a behaviour that ships, such as 'usual-talk', or the path of a"
            + " behaviour document."
      })
  private String behaviour;

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

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = {
        "Also writes the sessions as a log, which 'audit' finds free of violations; packed when the"
            + " name ends in .gz. The file must not exist."
      })
  private Path log;

  @Option(
      names = "--start",
      paramLabel = "INSTANT",
      description = "When the first session of the log is opened, each other one a minute later.")
  private String start = "2026-01-01T00:00:00Z";

  @Option(
      names = "--trace",
      paramLabel = "K",
      description = "Tells the first K conversations in words, on standard error.")
  private long trace;

  @Option(names = "--pretty", description = "Print the JSON on several lines.")
  private boolean pretty;

  SimulateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Amounts.atLeast("--sessions", sessions, 1);
    Amounts.atLeast("--threads", threads, 1);
    Amounts.atLeast("--trace", trace, 0);
    Instant opened = instant(start);
    ConversationChain chain = NamedBehaviour.chain(Documents.find(protocol), behaviour);
    SimulatedTalks talks = new SimulatedTalks(chain, seed);
    talks.tell(Math.min(trace, sessions), console);
    Simulation simulation = Simulation.of(chain, seed);
    CutShort.run(simulation::stop, () -> print(simulation, talks, opened));
    return ExitStatus.DONE;
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeParseException e) {
      throw new BadInputException(
          "--start: an instant in UTC is expected, such as 2026-01-01T00:00:00Z");
    }
  }

  private void print(Simulation simulation, SimulatedTalks talks, Instant opened) {
    SimulationSummary summary;
    if (log == null) {
      summary = run(simulation);
    } else {
      try (LogWriter writer = LogWriter.create(log, Reasons.LEFT_OUT)) {
        summary = run(simulation);
        talks.write(summary.sessions(), opened, writer);
      } catch (FileAlreadyExistsException e) {
        throw new BadInputException(log + ": exists already; give a name that is free");
      } catch (IOException e) {
        throw BadInputException.of(log.toString(), e);
      }
    }
    Layout layout = pretty ? Layout.INDENTED : Layout.LINE;
    console.printLine(PeerSupportJson.writeSimulation(summary, seed, layout));
  }

  private SimulationSummary run(Simulation simulation) {
    return Watched.run(
        Progress.ofItems(console, sessions, " sessions"),
        simulation::done,
        threads,
        workers -> simulation.run(sessions, threads, workers));
  }
}
