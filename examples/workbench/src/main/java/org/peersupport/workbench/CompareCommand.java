package org.peersupport.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.peersupport.json.data.Layout;
import org.peersupport.json.studies.StudyJson;
import org.peersupport.protocol.Protocol;
import org.peersupport.simulation.Comparison;
import org.peersupport.simulation.ComparisonSummary;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.ExactAnalysis;
import org.peersupport.simulation.ExactFigures;
import org.peersupport.workbench.comparison.ComparisonHtml;
import org.peersupport.workbench.comparison.ComparisonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares variants. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Tells what another variant of a protocol would change.",
    description = {
      "",
      "Draws the same conversations under each variant: a session of a number draws the same random"
          + " numbers under all of them for as long as it goes the same way. Prints what share"
          + " finishes, where conversations end early, how long they are, refused attempts by rule,"
          + " time in each element and what becomes of referrals, for each variant, and how each one"
          + " after the first differs from it: with paired 95 %% intervals, an effect size, the exact"
          + " difference, and how many times smaller than unpaired the variance is.",
      "",
      "What happens in a session follows from the seed and the session's number alone: the same seed"
          + " prints the same bytes, whatever the number of threads. Ctrl-C prints what was drawn so"
          + " far, marked as partial.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "2:a protocol, the behaviour or an option cannot be used; standard error says why"
    })
final class CompareCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "1..*",
      paramLabel = "P",
      description = {
        "Two protocols or more, the first of which the others are held against: an id or id@release"
            + " of the catalogue, or the path of a document."
      })
  private List<String> protocols = new ArrayList<>();

  @Option(
      names = "--behaviour",
      required = true,
      paramLabel = "B",
      description = {
        "How people act: 'plain', the id of a behaviour that ships, such as 'usual-talk', in"
            + " which nobody raises a concern, or 'usual-talk-with-concerns', or the path of a"
            + " behaviour document. Activities that only some variants have are left out under the"
            + " others. Given once for each protocol, in their order, each has its own."
      })
  private List<String> behaviours = new ArrayList<>();

  @Mixin private final DrawnSessions sample = new DrawnSessions();

  @Option(names = "--text", description = "Print tables for people instead of JSON.")
  private boolean text;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description =
          "Also write a page with charts that needs nothing else. The file must not exist.")
  private String html;

  @Option(names = "--pretty", description = "Print the JSON on several lines.")
  private boolean pretty;

  @Mixin private LanguageTag language = new LanguageTag();

  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    sample.check();
    if (protocols.size() < 2) {
      throw new BadInputException(
          "peersupport compare: two protocols or more are expected, and only "
              + protocols.get(0)
              + " came; name one that it is compared with");
    }
    List<Protocol> found = protocols.stream().map(Documents::find).toList();
    ReportFile page = html == null ? null : ReportFile.at(html);
    List<ConversationChain> chains =
        CutShort.before(console, () -> VariantChains.of(found, behaviours, console));
    List<ExactFigures> exact = CutShort.before(console, () -> exact(chains));
    Comparison comparison = Comparison.of(chains, sample.seed());
    CutShort.run(comparison::stop, () -> print(run(comparison), exact, page));
    return ExitStatus.DONE;
  }

  /** What is worked out of each, or nothing where that cannot be or would take too long. */
  private List<ExactFigures> exact(List<ConversationChain> chains) {
    for (ConversationChain chain : chains) {
      if (chain.states() > AnalyseCommand.MANY_STATES) {
        console.tell(
            String.format(
                Locale.ROOT,
                "%s: exact figures are left out, because it has %,d states; 'analyse' works them out",
                chain.protocol().reference(),
                chain.states()));
        return List.of();
      }
    }
    try {
      return chains.stream().map(ExactAnalysis::of).map(ExactFigures::of).toList();
    } catch (IllegalStateException e) {
      console.tell(
          String.join(", ", behaviours) + ": " + e.getMessage() + "; exact figures are left out");
      return List.of();
    }
  }

  private ComparisonSummary run(Comparison comparison) {
    return sample.draw(
        console,
        comparison::done,
        workers -> comparison.run(sample.sessions(), sample.threads(), workers));
  }

  private void print(ComparisonSummary summary, List<ExactFigures> exact, ReportFile page) {
    if (text) {
      ComparisonText.lines(summary, summary.figures(exact), sample.seed(), language.locale())
          .forEach(console::printLine);
    } else {
      Layout layout = pretty ? Layout.INDENTED : Layout.LINE;
      console.printLine(StudyJson.writeComparison(summary, exact, sample.seed(), layout));
    }
    if (page != null) {
      page.write(
          ComparisonHtml.page(summary, summary.figures(exact), sample.seed(), language.locale()));
    }
  }
}
