package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.peersupport.analysis.SuiteTooLargeException;
import org.peersupport.analysis.TooManyStatesException;
import org.peersupport.json.certification.ClauseTable;
import org.peersupport.json.certification.VectorSuite;
import org.peersupport.protocol.Protocol;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a complete conformance suite. */
@Command(
    name = "vectors",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Writes a complete conformance suite for a protocol.",
    description = {
      "",
      "Each JSON line is one step: what a program that speaks the lines of 'guide' is sent, and what"
          + " must come back. 'certify' plays them.",
      "",
      "A program with as many states as the protocol enforces, and up to N more, that gives every"
          + " expected answer enforces the protocol; what is taken for granted stands in the first"
          + " line.",
      "",
      "What one protocol cannot show, those of the kit do: kit-choices, kit-counts,"
          + " kit-exclusions, kit-guided, kit-negations, kit-precedences, kit-responses, kit-strict, kit-successions. A program"
          + " that is tested must have the document of P, which 'show P' prints; 'guide P' reads it.",
      "",
      "Sizes are told on standard error.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "2:there is no such protocol, its document is not in order, or its suite is too large;"
          + " standard error says what"
    })
final class VectorsCommand implements Callable<Integer> {
  private static final int SEND_AT = 1 << 16;

  private final Console console;

  @Parameters(
      paramLabel = "P",
      description =
          "An id or id@release of the catalogue or of the kit, or the path of a protocol document.")
  private String protocol;

  @Option(
      names = "--extra",
      paramLabel = "N",
      defaultValue = "0",
      description = "How many states more a faulty program may have and is found (0).")
  private int extra;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50000",
      description = "How many conversations of the machine are too many (50000).")
  private int limit;

  @Option(
      names = "--clauses",
      description =
          "Instead of the suite: the clauses of the contract with the vectors that cover each, then"
              + " the vectors with their rules and clauses.")
  private boolean clauses;

  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private long count;
  private long bytes;

  VectorsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    require(extra >= 0, "--extra is 0 or more");
    require(limit > 0, "--limit is 1 or more");
    VectorSuite suite = suite(Documents.find(protocol));
    if (clauses) {
      ClauseTable.of(suite).write(this::line);
    } else {
      suite.write(this::line);
    }
    send();
    console.tell(
        String.format(
            Locale.ROOT,
            "%s: %,d states and %,d inputs; %,d vectors, %,d lines, %,d kB",
            protocol,
            suite.machine().states(),
            suite.machine().inputs().size(),
            suite.vectors(),
            count,
            bytes / 1000));
    return ExitStatus.DONE;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new BadInputException(
          "peersupport vectors: " + otherwise + ". 'peersupport vectors --help' explains.");
    }
  }

  private VectorSuite suite(Protocol found) {
    try {
      return VectorSuite.of(found, extra, limit);
    } catch (SuiteTooLargeException e) {
      throw new BadInputException(
          protocol + ": " + e.getMessage() + "; a smaller --extra or a larger --limit helps");
    } catch (TooManyStatesException e) {
      throw new BadInputException(protocol + ": " + e.getMessage());
    }
  }

  private void line(String line) {
    byte[] utf8 = line.getBytes(UTF_8);
    lines.writeBytes(utf8);
    lines.write('\n');
    count++;
    bytes += utf8.length + 1;
    if (lines.size() >= SEND_AT) {
      send();
    }
  }

  private void send() {
    console.print(lines.toByteArray(), lines.size());
    lines.reset();
  }
}
