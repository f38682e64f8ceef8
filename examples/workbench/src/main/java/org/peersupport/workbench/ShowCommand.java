package org.peersupport.workbench;

import java.util.concurrent.Callable;
import org.peersupport.analysis.PlainText;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.protocol.Protocol;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints one protocol. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Prints a protocol document with its expanded rules.",
    description = {
      "",
      "One JSON line: the document with everything said outright, and under"
          + " \"expanded\" the rules as they bind a session.",
      "",
      "A document that extends another one is shown whole. What it extends is looked for in the"
          + " catalogue, and then in its own folder, as ID.json.",
      "",
      "A document that is not in order is answered with every problem it has, on standard error:"
          + " FILE:LINE: POINTER: what is wrong.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "2:there is no such protocol, or its document is not in order; standard error says what"
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
  }

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Protocol found = Documents.find(protocol);
    if (form.text) {
      console.printLine(String.join("\n", Page.lines(PlainText.of(found))));
      return ExitStatus.DONE;
    }
    console.printLine(
        form.changes
            ? PeerSupportJson.writeProtocolChanges(found, Documents.base(protocol))
            : PeerSupportJson.writeProtocolExpanded(found));
    return ExitStatus.DONE;
  }
}
