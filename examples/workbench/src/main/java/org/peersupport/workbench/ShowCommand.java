package org.peersupport.workbench;

import java.util.concurrent.Callable;
import org.peersupport.analysis.PlainText;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.data.Layout;
import org.peersupport.json.studies.StudyJson;
import org.peersupport.protocol.Protocol;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints one protocol. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Prints a protocol document with its expanded rules, or a behaviour document.",
    description = {
      "",
      "One JSON line: the document with everything said outright, and under"
          + " \"expanded\" the rules as they bind a session.",
      "",
      "A document that extends another one is shown whole. What it extends is looked for in the"
          + " catalogue, and then in its own folder, as ID.json.",
      "",
      "With --behaviour it prints how people act under P instead: a document to copy and change,"
          + " which 'simulate --behaviour FILE' reads.",
      "",
      "A document that is not in order is answered with every problem it has, on standard error:"
          + " FILE:LINE: POINTER: what is wrong.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "2:there is no such protocol or behaviour, or its document is not in order; standard error"
          + " says what"
    })
final class ShowCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "P",
      description = "An id or id@release of the catalogue, or the path of a protocol document.")
  private String protocol;

  @ArgGroup private Form form = new Form();

  /** One way to print it, or another. */
  static final class Form {
    @Option(
        names = "--changes",
        description = "Print only what differs from the protocol that P extends.")
    private boolean changes;

    @Option(
        names = "--text",
        description =
            "Tell the protocol in plain sentences, one for each rule, for a clinician to read and"
                + " sign off.")
    private boolean text;

    @Option(
        names = "--behaviour",
        paramLabel = "B",
        description =
            "Print a behaviour under P: 'plain', the id of one that ships, such as 'usual-talk', in"
                + " which nobody raises a concern, or 'usual-talk-with-concerns', or the path of a"
                + " document.")
    private String behaviour;
  }

  @Option(names = "--pretty", description = "Print the JSON on several lines.")
  private boolean pretty;

  @Mixin private LanguageTag language = new LanguageTag();

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Protocol found = Documents.find(protocol);
    if (form.text) {
      console.printLine(String.join("\n", Page.lines(PlainText.of(found, language.locale()))));
      return ExitStatus.DONE;
    }
    console.printLine(json(found));
    return ExitStatus.DONE;
  }

  private String json(Protocol found) {
    Layout layout = pretty ? Layout.INDENTED : Layout.LINE;
    if (form.behaviour != null) {
      // A behaviour that cannot be used under the protocol is told so, as everywhere.
      return StudyJson.writeBehaviour(
          NamedBehaviour.chain(found, form.behaviour).behaviour(), layout);
    }
    return form.changes
        ? PeerSupportJson.writeProtocolChanges(found, Documents.base(protocol), layout)
        : PeerSupportJson.writeProtocolExpanded(found, layout);
  }
}
