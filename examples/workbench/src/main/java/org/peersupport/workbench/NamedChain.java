package org.peersupport.workbench;

import java.util.concurrent.atomic.AtomicInteger;
import org.peersupport.json.data.Layout;
import org.peersupport.protocol.Protocol;
import org.peersupport.simulation.ConversationChain;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A protocol and a behaviour as a user names them, and how to print what they come to. */
final class NamedChain {
  @Parameters(
      paramLabel = "P",
      description = "A protocol: an id or id@release of the catalogue, or the path of a document.")
  private String protocol;

  @Option(
      names = "--behaviour",
      required = true,
      paramLabel = "B",
      description = {
        "How people act: 'plain', the id of a behaviour that ships, such as 'usual-talk', in"
            + " which nobody raises a concern, or 'usual-talk-with-concerns', or the path of a"
            + " behaviour document."
      })
  private String behaviour;

  @Option(names = "--pretty", description = "Print the JSON on several lines.")
  private boolean pretty;

  @Option(names = "--text", description = "Print a page for people.")
  private boolean text;

  /**
   * Both together; how many states are found so far can be seen.
   *
   * @throws BadInputException if one cannot be found, or they do not suit each other
   */
  ConversationChain find(Console console) {
    Protocol found = Documents.find(protocol);
    AtomicInteger states = new AtomicInteger();
    ConversationChain chain =
        Watched.run(
            Progress.ofTask(console, "Exploring", " states"),
            states::get,
            () -> NamedBehaviour.chain(found, behaviour, states::set));
    NamedBehaviour.tellLimits(chain, behaviour, console);
    return chain;
  }

  /** What the user calls the behaviour. */
  String behaviour() {
    return behaviour;
  }

  Layout layout() {
    return pretty ? Layout.INDENTED : Layout.LINE;
  }

  boolean isText() {
    return text;
  }
}
