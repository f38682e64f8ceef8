package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Layout;
import org.peersupport.json.studies.StudyJson;
import org.peersupport.protocol.Keys;
import org.peersupport.protocol.Protocol;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.InvalidBehaviourException;
import org.peersupport.simulation.estimation.BehaviourEstimation;
import org.peersupport.simulation.estimation.EstimatedBehaviour;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Estimates a behaviour. */
@Command(
    name = "estimate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Makes a behaviour document of recorded sessions.",
    description = {
      "",
      "Reads logs and prints a behaviour document for 'simulate' and 'analyse': the weights of"
          + " what comes after an activity are those that make what came most likely, given what P"
          + " permitted each time; where nothing was refused, how often each choice came. Durations"
          + " are lognormal, by maximum likelihood. Standard error tells how many observations stand"
          + " behind each row and each duration, and warns where they are fewer than 20.",
      "",
      "Sessions of P count, as they were corrected; sessions of other protocols are left out and"
          + " told. One without an ending counts with what it has.",
      "",
      "A log does not hold the attempts that P refused. How many 'simulate' refuses follows from"
          + " what was chosen after the same activity where it was permitted; attempts that are"
          + " never permitted after it are missing.",
      "",
      "Logs are NDJSON, or gzip with a name that ends in .gz. Several are taken as one log in the"
          + " order given.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done, with warnings or without",
      "2:the protocol, a log or an option cannot be used; standard error says what and where"
    })
final class EstimateCommand implements Callable<Integer> {
  /** Of a chain with fewer, no command takes long. */
  private static final int MANY_STATES = 200_000;

  private final Console console;

  @Parameters(
      index = "0",
      paramLabel = "P",
      description = "A protocol: an id or id@release of the catalogue, or the path of a document.")
  private String protocol;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "LOG",
      description = "The path of a log; - is standard input.")
  private List<String> logs;

  @Option(
      names = "--smoothing",
      paramLabel = "A",
      description =
          "How often more each choice that occurs in the logs counts as made after every activity;"
              + " from 0, maximum likelihood, to 1000 (${DEFAULT-VALUE}).")
  private double smoothing = BehaviourEstimation.SMOOTHING;

  @Option(
      names = "--holdout",
      paramLabel = "F",
      description =
          "Estimate from the other sessions alone, and tell how well these foretell a share of F:"
              + " their log-likelihood per activity and perplexity, given what P permitted. Which ones are held out"
              + " follows from their ids.")
  private Double holdout;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "What the behaviour is called (${DEFAULT-VALUE}).")
  private String id = "estimated";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write the document to a new file instead. With '>' the shell empties a file that is"
              + " there before anything is known of the logs.")
  private String out;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Also write what standard error tells as JSON. The file must not exist.")
  private String report;

  @Option(names = "--pretty", description = "Print the JSON on several lines.")
  private boolean pretty;

  EstimateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    check();
    Protocol found = Documents.find(protocol);
    ReportFile made = out == null ? null : ReportFile.at(out);
    ReportFile file = report == null ? null : ReportFile.at(report);
    BehaviourEstimation estimation =
        holdout == null
            ? BehaviourEstimation.of(found)
            : BehaviourEstimation.holdingOut(found, holdout);
    ObservedLogs.observe(logs, estimation, console);
    expectSomething(estimation);
    EstimatedBehaviour estimated = estimation.estimate(id, smoothing);
    String document = document(estimated);
    if (file != null) {
      file.write(StudyJson.writeEstimate(estimated, layout()) + "\n");
    }
    EstimatePage.tell(console, estimated);
    if (made == null) {
      console.printLine(document);
    } else {
      made.write(document + "\n");
    }
    tellSize(found, estimated);
    return ExitStatus.DONE;
  }

  /**
   * Tells of a chain that 'simulate' may find too large. To count all its states would take a
   * minute.
   */
  private void tellSize(Protocol found, EstimatedBehaviour estimated) {
    try {
      if (!ConversationChain.hasMoreStatesThan(MANY_STATES, found, estimated.behaviour())) {
        return;
      }
    } catch (InvalidBehaviourException e) {
      // Then it is no use to 'simulate' for another reason, of which warnings tell.
      return;
    }
    console.tell(
        String.format(
            Locale.ROOT,
            "%s: more than %,d states under %s; 'simulate' takes %,d at most, and a minute to find"
                + " them%s",
            id,
            MANY_STATES,
            found.reference(),
            ConversationChain.MOST_STATES,
            smoothing > 0 ? "; with --smoothing 0 they are fewer" : ""));
  }

  private void check() {
    if (!(smoothing >= 0 && smoothing <= BehaviourEstimation.MOST_SMOOTHING)) {
      throw new BadInputException(
          "--smoothing: a number from 0 to 1000 is expected, not " + smoothing);
    }
    if (holdout != null && !(holdout > 0 && holdout < 1)) {
      throw new BadInputException(
          "--holdout: a share between 0 and 1 is expected, such as 0.3, not " + holdout);
    }
    if (!Keys.isKey(id)) {
      throw new BadInputException(
          "--id: lower-case letters, digits and hyphens are expected, at most 63");
    }
  }

  private void expectSomething(BehaviourEstimation estimation) {
    String reference = estimation.protocol().reference();
    if (estimation.sessions() + estimation.heldOutSessions() == 0) {
      throw new BadInputException(
          String.join(", ", logs)
              + ": no session of "
              + reference
              + " is in it; give logs of sessions that ran under it");
    }
    if (holdout != null && (estimation.isEmpty() || estimation.isHeldOutEmpty())) {
      throw new BadInputException(
          "--holdout: with "
              + holdout
              + ", "
              + estimation.heldOutSessions()
              + " sessions are held out and "
              + estimation.sessions()
              + " are left, and one side has nothing that happened; give more sessions or another"
              + " share");
    }
    if (estimation.isEmpty()) {
      throw new BadInputException(
          String.join(", ", logs)
              + ": nothing happened in the sessions of "
              + reference
              + " but that they were opened; give logs of sessions that went on");
    }
  }

  /** What is printed here has to be read again. */
  private String document(EstimatedBehaviour estimated) {
    String document = StudyJson.writeBehaviour(estimated.behaviour(), layout());
    if (document.getBytes(UTF_8).length > JsonLimits.DOCUMENT_BYTES) {
      throw new BadInputException(
          "the behaviour document would have more than "
              + JsonLimits.DOCUMENT_BYTES
              + " bytes, and no command would read it; --smoothing 0 makes it smaller, and so does"
              + " leaving out --pretty");
    }
    return document;
  }

  private Layout layout() {
    return pretty ? Layout.INDENTED : Layout.LINE;
  }
}
