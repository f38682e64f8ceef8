package org.peersupport.workbench;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.peersupport.json.studies.StudyJson;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.ExactAnalysis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Works out what conversations come to. */
@Command(
    name = "analyse",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Works out exactly what conversations come to, without drawing any.",
    description = {
      "",
      "Takes a protocol and a behaviour, and prints as JSON (or with --text as a page) how probable it is that a conversation is"
          + " closed or ends early, how many activities it has, how long it takes, how often each"
          + " activity happens and in what share of conversations, and how many attempts each rule"
          + " refuses. The members are those of 'simulate', with standard deviations instead of"
          + " intervals. Times are in seconds.",
      "",
      "Quantiles have no closed form and are left out; 'simulate' has them.",
      "",
      "Chains of many states take minutes. How many are found so far, and then that they are being"
          + " solved, is shown on standard error where that is a terminal. Nothing is printed when"
          + " Ctrl-C stops it.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "2:the protocol or the behaviour cannot be used; standard error says why"
    })
final class AnalyseCommand implements Callable<Integer> {
  /** With more of them exact figures may take many minutes. */
  static final int MANY_STATES = 200_000;

  private static final String WORKED_OUT = "worked out";

  private final Console console;

  @Mixin private final NamedChain named = new NamedChain();

  @Mixin private LanguageTag language = new LanguageTag();

  AnalyseCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    ConversationChain chain = CutShort.before(console, WORKED_OUT, () -> named.find(console));
    if (chain.states() > MANY_STATES) {
      console.tell(
          String.format(
              Locale.ROOT,
              "%s: %,d states, which may take many minutes; 'simulate' is quicker",
              named.behaviour(),
              chain.states()));
    }
    console.printLine(CutShort.before(console, WORKED_OUT, () -> solved(chain)));
    return ExitStatus.DONE;
  }

  /** How far it is nobody knows, but that it goes on can be seen. */
  private String solved(ConversationChain chain) {
    return Watched.run(Progress.ofTask(console, "Solving", ""), () -> 0, () -> figures(chain));
  }

  private String figures(ConversationChain chain) {
    try {
      ExactAnalysis exact = ExactAnalysis.of(chain);
      return named.isText()
          ? String.join(
              "\n", ConversationPage.lines(ConversationFigures.of(exact), language.locale()))
          : StudyJson.writeAnalysis(exact, named.layout());
    } catch (IllegalStateException e) {
      throw new BadInputException(named.behaviour() + ": " + e.getMessage());
    }
  }
}
