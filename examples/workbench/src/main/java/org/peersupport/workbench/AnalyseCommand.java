package org.peersupport.workbench;

import java.util.concurrent.Callable;
import org.peersupport.json.Layout;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.protocol.Protocol;
import org.peersupport.simulation.ExactAnalysis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Works out what conversations come to. */
@Command(
    name = "analyse",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Works out exactly what conversations come to, without drawing any.",
    description = {
      "",
      "Takes a protocol and a behaviour, and prints as JSON how probable it is that a conversation is"
          + " closed or ends early, how many activities it has, how long it takes, how often each"
          + " activity happens and in what share of conversations, and how many attempts each rule"
          + " refuses. The members are those of 'simulate', with standard deviations instead of"
          + " intervals. Times are in seconds.",
      "",
      "Quantiles have no closed form and are left out; 'simulate' has them.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "2:the protocol or the behaviour cannot be used; standard error says why"
    })
final class AnalyseCommand implements Callable<Integer> {
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

  @Option(names = "--pretty", description = "Print the JSON on several lines.")
  private boolean pretty;

  AnalyseCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Protocol found = Documents.find(protocol);
    Layout layout = pretty ? Layout.INDENTED : Layout.LINE;
    try {
      ExactAnalysis exact = ExactAnalysis.of(NamedBehaviour.chain(found, behaviour));
      console.printLine(PeerSupportJson.writeAnalysis(exact, layout));
    } catch (IllegalStateException e) {
      throw new BadInputException(behaviour + ": " + e.getMessage());
    }
    return ExitStatus.DONE;
  }
}
