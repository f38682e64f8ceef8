package org.peersupport.workbench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.peersupport.analysis.Finding;
import org.peersupport.analysis.FindingKind;
import org.peersupport.analysis.TooManyStatesException;
import org.peersupport.analysis.Verification;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.Read;
import org.peersupport.json.studies.StudyJson;
import org.peersupport.protocol.InvalidProtocolException;
import org.peersupport.protocol.Problem;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proves what a protocol can and cannot lead to. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Proves what a protocol can and cannot lead to.",
    description = {
      "",
      "Goes through all conversations that the rules allow and prints, as one JSON line, what"
          + " somebody should look at: each finding with the rules concerned, a sentence, and a"
          + " shortest conversation that shows it.",
      "",
      "Kinds: cannot-close, refuses-the-peer, contradicted-example; dead-element, dead-resource,"
          + " dead-activity; redundant-rule, vacuous-rule; forced, trap; unmeetable-deadline.",
      "",
      "With --property the only question is whether every conversation that closes obeys that"
          + " rule; a conversation that does not is the finding broken-property.",
      "",
      "How many states there are and how long it took is told on standard error.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done, and nothing found",
      "1:done, and something found",
      "2:there is no such protocol, its document or the property is not in order, or it has too"
          + " many states; standard error says what"
    })
final class VerifyCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "P",
      description = "An id or id@release of the catalogue, or the path of a protocol document.")
  private String protocol;

  @Option(
      names = "--property",
      paramLabel = "RULE",
      description = "A rule as it stands in a protocol document, as JSON.")
  private String property;

  @Option(names = "--text", description = "Print sentences for people instead of JSON.")
  private boolean text;

  @Mixin private LanguageTag language = new LanguageTag();

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    long start = System.nanoTime();
    Verification verification;
    try {
      verification = verification();
    } catch (TooManyStatesException e) {
      throw new BadInputException(protocol + ": " + e.getMessage());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (text) {
      print(verification);
    } else {
      console.printLine(StudyJson.writeVerification(verification));
    }
    console.tell(
        String.format(
            Locale.ROOT,
            "%s: %,d states, %s, %.2f s",
            protocol,
            verification.states(),
            verification.findings().size() == 1
                ? "1 finding"
                : verification.findings().size() + " findings",
            seconds));
    return verification.findings().isEmpty() ? ExitStatus.DONE : ExitStatus.FOUND;
  }

  private Verification verification() {
    Read<Protocol> read = Documents.read(protocol);
    if (read.isMalformed()) {
      return ofProblems(read.issues());
    }
    return property == null
        ? Verification.of(read.orElseThrow(), language.locale())
        : ofProperty(read.orElseThrow(), property);
  }

  /** What is wrong with the meaning of a document is a finding; with its writing, bad input. */
  private Verification ofProblems(List<Issue> issues) {
    List<Problem> problems = issues.stream().map(Issue::problem).flatMap(Optional::stream).toList();
    Verification verification = Verification.ofProblems(problems);
    if (property != null || verification.findings().size() < issues.size()) {
      throw Documents.unusable(protocol, issues);
    }
    return verification;
  }

  private Verification ofProperty(Protocol protocol, String property) {
    Read<Rule> rule = PeerSupportJson.readRule(property);
    if (rule.isMalformed()) {
      throw new BadInputException(Documents.problems("--property", "the rule", rule.issues()));
    }
    try {
      return Verification.ofProperty(protocol, rule.orElseThrow(), language.locale());
    } catch (InvalidProtocolException e) {
      throw new BadInputException(
          e.problems().stream().map(each -> "--property: " + each.explanation()).toList());
    }
  }

  private void print(Verification verification) {
    if (verification.findings().isEmpty()) {
      console.printLine(
          property == null ? "Nothing found." : "Every conversation that closes obeys the rule.");
    }
    for (Finding finding : verification.findings()) {
      console.printLine(finding.kind().wireName() + ": " + finding.explanation());
      if (!finding.witness().isEmpty()) {
        String shows =
            finding.kind() == FindingKind.REDUNDANT_RULE ? "  Refused without it too: " : "  See: ";
        console.printLine(shows + String.join(", ", finding.witness()));
      }
    }
  }
}
