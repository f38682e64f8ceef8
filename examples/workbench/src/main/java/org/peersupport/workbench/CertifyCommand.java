package org.peersupport.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.peersupport.json.JsonLimits;
import org.peersupport.json.Read;
import org.peersupport.json.certification.Capabilities;
import org.peersupport.json.certification.Certification;
import org.peersupport.json.certification.CertificationReport;
import org.peersupport.json.certification.TestVectors;
import org.peersupport.json.certification.VectorResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Certifies a program that speaks the lines of {@code guide}. */
@Command(
    name = "certify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Plays vectors against a program and reports each.",
    description = {
      "",
      "Starts COMMAND, sends it the lines of the vectors that 'vectors' made, one at a time, and"
          + " compares its answers. Any program will do, in any language, that answers each line on"
          + " its standard input with one line on its standard output, at once, as 'guide' does.",
      "",
      "Prints one JSON line for each vector, and last the report: what was tested, with which"
          + " vectors, and what came of it. Neither has anything of the answers but what the vectors"
          + " themselves could have said, nor the command line.",
      "",
      "A program that ends, is silent for too long or answers something unusable fails that vector"
          + " and is started again for the next one. Whatever it started is ended with it, unless it"
          + " has cut all ties.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every vector passed, or was skipped because it needs what is not claimed",
      "1:at least one vector failed",
      "2:the vectors or another file cannot be used, or COMMAND cannot be started; standard error"
          + " says what"
    })
final class CertifyCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Console console;

  @Option(
      names = "--vectors",
      required = true,
      paramLabel = "V",
      description = "The file of vectors.")
  private String vectors;

  @Option(
      names = "--capabilities",
      paramLabel = "FILE",
      description = {
        "Which optional clauses the program claims to keep:"
            + " {\"format\":\"peersupport/capabilities\",\"version\":1,\"claims\":[…]}. Vectors that"
            + " need others are skipped. Without it everything is played."
      })
  private String capabilities;

  @Option(
      names = "--subject",
      paramLabel = "NAME",
      defaultValue = "unnamed",
      description = "What the report calls the program. Default: ${DEFAULT-VALUE}.")
  private String subject;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "PT5S",
      description =
          "How long an answer may take, up to ten minutes; the first one after a start, ten times"
              + " as long or half a minute, whichever is less. Default: ${DEFAULT-VALUE}.")
  private Duration timeout;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "Sign the report with this Ed25519 key (PKCS#8, PEM), as 'ledger key' makes it.")
  private String key;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the report as a page for people, too.")
  private String html;

  @Option(
      names = "--show-errors",
      description = "Let the program's standard error through; it is dropped otherwise.")
  private boolean showErrors;

  @Parameters(
      arity = "1..*",
      paramLabel = "COMMAND",
      description = "The program and its arguments, after '--'.")
  private List<String> command;

  CertifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    checkOptions();
    Certification certification = certification();
    Optional<PrivateKey> signer = Optional.ofNullable(key).map(LedgerFiles::privateKey);
    Optional<ReportFile> page = Optional.ofNullable(html).map(ReportFile::at);
    List<VectorResult> results;
    try (ProcessSubject process = new ProcessSubject(command, timeout, showErrors)) {
      process.tryStart();
      results = certification.run(process, result -> console.printLine(result.toJson()));
    }
    CertificationReport report =
        CertificationReport.of(certification, results, subject, Instant.now());
    console.printLine(signer.isPresent() ? report.toSignedJson(signer.get()) : report.toJson());
    page.ifPresent(
        file ->
            file.write(signer.isPresent() ? report.toSignedHtml(signer.get()) : report.toHtml()));
    return report.isPassed() ? ExitStatus.DONE : ExitStatus.FOUND;
  }

  private void checkOptions() {
    if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
      throw new BadInputException("--timeout: a time from PT0.001S to PT10M is possible");
    }
    if (!CertificationReport.isSubject(subject)) {
      throw new BadInputException("--subject: a name has 1 to 200 characters in one line");
    }
  }

  private Certification certification() {
    TestVectors read = readVectors();
    Capabilities claimed = capabilities == null ? Capabilities.all() : readCapabilities();
    for (String unknown : claimed.unknownTo(read)) {
      console.tell(capabilities + ": no vector needs '" + unknown + "'; is it spelt as they do?");
    }
    return new Certification(read, claimed);
  }

  private TestVectors readVectors() {
    Read<TestVectors> read;
    try (InputStream in = Files.newInputStream(TextFiles.path(vectors))) {
      read = TestVectors.read(in);
    } catch (IOException e) {
      throw BadInputException.of(vectors, e);
    }
    if (read.isMalformed()) {
      throw new BadInputException(Documents.problems(vectors, "the file", read.issues()));
    }
    return read.orElseThrow();
  }

  private Capabilities readCapabilities() {
    Read<Capabilities> read;
    try (InputStream in = Files.newInputStream(TextFiles.path(capabilities))) {
      read = Capabilities.read(in.readNBytes(JsonLimits.LINE_BYTES + 1));
    } catch (IOException e) {
      throw BadInputException.of(capabilities, e);
    }
    if (read.isMalformed()) {
      throw new BadInputException(Documents.problems(capabilities, "the manifest", read.issues()));
    }
    return read.orElseThrow();
  }
}
