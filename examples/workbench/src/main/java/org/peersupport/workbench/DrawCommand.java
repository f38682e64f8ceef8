package org.peersupport.workbench;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.peersupport.analysis.OfferPoints;
import org.peersupport.analysis.TooManyStatesException;
import org.peersupport.protocol.Protocol;
import org.peersupport.workbench.draw.PictureFormat;
import org.peersupport.workbench.draw.PictureMaker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws one protocol. */
@Command(
    name = "draw",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Draws a protocol as Mermaid, DOT or SVG.",
    description = {
      "",
      "The elements as stages in their order, the ways past optional ones and the ways back; what"
          + " may be offered where; and what must come before the close. How a stage is bordered"
          + " says where it comes from: what stands in for a gap in the source does not look like"
          + " what the source states.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "2:there is no such protocol, or its document is not in order; standard error says what"
    })
final class DrawCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "P",
      description = "An id or id@release of the catalogue, or the path of a protocol document.")
  private String protocol;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description = {
        "mermaid, for Markdown viewers;",
        "dot, for Graphviz;",
        "svg, to look at in a browser, to print, to put into a page."
      })
  private String format;

  @Mixin private LanguageTag language = new LanguageTag();

  DrawCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    PictureFormat chosen =
        PictureFormat.find(format)
            .orElseThrow(
                () ->
                    new BadInputException(
                        "peersupport draw: --format is mermaid, dot or svg."
                            + " 'peersupport draw --help' explains."));
    Protocol found = Documents.find(protocol);
    console.printLine(
        chosen.write(PictureMaker.picture(found, language.locale(), offerPoints(found))));
    return ExitStatus.DONE;
  }

  /** A picture that cannot show where offers may come is better than none, and says so. */
  private static Optional<OfferPoints> offerPoints(Protocol protocol) {
    try {
      return Optional.of(OfferPoints.of(protocol));
    } catch (TooManyStatesException e) {
      return Optional.empty();
    }
  }
}
