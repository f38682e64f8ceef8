package org.peersupport.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.protocol.InvalidProtocolException;
import org.peersupport.protocol.Problem;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.workbench.declare.DeclareImport;
import org.peersupport.workbench.declare.DeclareModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a protocol document of a model from another tool. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Makes a protocol document of a model of DECLARE.",
    description = {
      "",
      "Reads a .decl text (RuM, Declare4Py) or a JSON model of MINERful and prints a protocol"
          + " document on one line: each task is an element that may come at any time, each"
          + " constraint a rule.",
      "",
      "What a protocol cannot say, such as conditions on data or on time, is listed on standard"
          + " error: FILE: PLACE: what is left out.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done, and all of it was carried over",
      "1:done, and something was left out; standard error says what",
      "2:the model cannot be read or makes no protocol; standard error says why"
    })
final class ImportCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", description = "The path of the model.")
  private String file;

  ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    DeclareModel model = DeclareImport.read(TextFiles.read(file));
    ProtocolBuilder parts =
        DeclareImport.parts(model, String.valueOf(TextFiles.path(file).getFileName()));
    if (!model.problems().isEmpty()) {
      throw unusable(model.problems());
    }
    try {
      console.printLine(PeerSupportJson.writeProtocol(parts.build()));
    } catch (InvalidProtocolException e) {
      throw unusable(e.problems().stream().map(Problem::explanation).toList());
    }
    model.leftOut().forEach(line -> console.tell(file + ": " + line));
    return model.leftOut().isEmpty() ? ExitStatus.DONE : ExitStatus.FOUND;
  }

  private BadInputException unusable(List<String> problems) {
    List<String> lines = new ArrayList<>();
    String count = problems.size() == 1 ? "one problem" : problems.size() + " problems";
    lines.add(file + ": the model cannot be used, it has " + count);
    problems.forEach(problem -> lines.add(file + ": " + problem));
    return new BadInputException(lines);
  }
}
