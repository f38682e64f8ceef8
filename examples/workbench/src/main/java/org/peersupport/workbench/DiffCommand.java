package org.peersupport.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.peersupport.analysis.Continuation;
import org.peersupport.analysis.Difference;
import org.peersupport.analysis.Disagreement;
import org.peersupport.analysis.Matching;
import org.peersupport.analysis.TooManyStatesException;
import org.peersupport.json.data.Read;
import org.peersupport.json.studies.StudyJson;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Event;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells how two protocols differ in what they allow. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Tells whether two protocols allow the same conversations.",
    customSynopsis =
        "peersupport diff [-hV] P Q [--mapping=FILE] [--text] [--language=TAG] [--running LOG...]",
    description = {
      "",
      "Where they do not, prints for each direction a shortest conversation that one allows up to"
          + " its close and the other refuses, where, and by which rules. Advice, deadlines, wording,"
          + " overrides, pairing and what binds after an end do not count.",
      "",
      "With --running, a line follows for each unfinished session of P in the logs: whether it may"
          + " go on under Q, at once (safe), after some activities (safe-after), or not (impossible)."
          + " What has happened and Q has no word for is passed over.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done, and both allow the same",
      "1:done, and they differ",
      "2:something cannot be read or is not in order, or there are too many states; standard error"
          + " says what"
    })
final class DiffCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      index = "0",
      paramLabel = "P",
      description = "An id or id@release of the catalogue, or the path of a protocol document.")
  private String first;

  @Parameters(index = "1", paramLabel = "Q", description = "Another one.")
  private String second;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description =
          "What P calls differently from Q, as JSON:"
              + " {\"elements\":{\"key in P\":\"key in Q\"},\"resources\":{}}. What is not named has"
              + " the same key.")
  private String mapping;

  @Option(
      names = "--running",
      arity = "1..*",
      paramLabel = "LOG",
      description = "Logs with sessions of P; last, after P and Q.")
  private List<String> logs = List.of();

  @Option(names = "--text", description = "Print sentences for people instead of JSON.")
  private boolean text;

  @Mixin private LanguageTag language = new LanguageTag();

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Protocol p = Documents.find(first);
    Protocol q = Documents.find(second);
    Matching matching = matching(p, q);
    Map<String, List<Event>> running = Histories.unfinished(logs, p, console);
    try {
      Difference difference = Difference.between(p, q, matching, language.locale());
      List<String> judged = new ArrayList<>();
      running.forEach((session, history) -> judged.add(judged(session, history, p, q, matching)));
      print(difference, p, q);
      judged.forEach(console::printLine);
      return difference.isNone() ? ExitStatus.DONE : ExitStatus.FOUND;
    } catch (TooManyStatesException e) {
      throw new BadInputException(first + ", " + second + ": " + e.getMessage());
    }
  }

  private Matching matching(Protocol p, Protocol q) {
    if (mapping == null) {
      return Matching.byKey();
    }
    Read<Matching> read = StudyJson.readMatching(TextFiles.read(mapping));
    if (read.isMalformed()) {
      throw new BadInputException(Documents.problems(mapping, "the mapping", read.issues()));
    }
    List<String> problems = read.orElseThrow().problems(p, q);
    if (!problems.isEmpty()) {
      throw new BadInputException(problems.stream().map(each -> mapping + ": " + each).toList());
    }
    return read.orElseThrow();
  }

  private void print(Difference difference, Protocol p, Protocol q) {
    if (!text) {
      console.printLine(StudyJson.writeDifference(difference));
    } else if (difference.isNone()) {
      console.printLine(p.reference() + " and " + q.reference() + " allow the same conversations.");
    } else {
      List<String> told = new ArrayList<>();
      for (Disagreement disagreement : difference.disagreements()) {
        told.add(disagreement.explanation());
      }
      if (told.size() == 1) {
        Disagreement only = difference.disagreements().get(0);
        told.add(
            only.allowedBy() + " allows every conversation that " + only.refusedBy() + " allows.");
      }
      told.forEach(console::printLine);
    }
  }

  private String judged(
      String session, List<Event> history, Protocol p, Protocol q, Matching matching) {
    try {
      Continuation continuation = Continuation.of(p, q, matching, history, language.locale());
      return text
          ? session + ": " + continuation.verdict().wireName() + ". " + continuation.explanation()
          : StudyJson.writeContinuation(session, continuation);
    } catch (IllegalArgumentException e) {
      throw new BadInputException("session " + session + ": " + e.getMessage());
    }
  }
}
