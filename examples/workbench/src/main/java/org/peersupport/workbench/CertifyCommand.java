package org.peersupport.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.peersupport.json.Variants;
import org.peersupport.json.certification.Capabilities;
import org.peersupport.json.certification.Certification;
import org.peersupport.json.certification.CertificationReport;
import org.peersupport.json.certification.KitProtocols;
import org.peersupport.json.certification.TestVectors;
import org.peersupport.json.certification.TestVectorsReader;
import org.peersupport.json.certification.VectorResult;
import org.peersupport.json.certification.VectorResult.Verdict;
import org.peersupport.json.certification.VectorSuite;
import org.peersupport.json.certification.VectorsHeader;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Read;
import org.peersupport.json.ledger.LedgerKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Certifies a program that speaks the lines of {@code guide}. */
@Command(
    name = "certify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Plays vectors against a program and reports each.",
    customSynopsis = {
      "peersupport certify [-hV] --vectors V [--capabilities FILE] [--subject NAME]",
      "                    [--timeout DURATION] [--key FILE [--public-key FILE]]",
      "                    [--html FILE] [--show-errors] -- COMMAND...",
      "       peersupport certify --check REPORT --public-key FILE"
    },
    description = {
      "",
      "Starts COMMAND, sends it the lines of the vectors that 'vectors' made, one at a time, and"
          + " compares its answers. Any program will do, in any language, that answers each line on"
          + " its standard input with one line on its standard output, at once, as 'guide' does. It"
          + " must have the document of the protocol that the vectors are for: 'show P' prints it,"
          + " and 'guide P' reads it, also where P is one of the kit.",
      "",
      "Prints one JSON line for each vector, and last the report: what was tested, with which"
          + " vectors, and what came of it. A failure shows the step, its line in V, what was sent"
          + " there, and the members that came otherwise. Neither has anything of the answers but"
          + " words that the vectors expect somewhere; all others are \"something else\". The command"
          + " line is in neither.",
      "",
      "A program that ends, is silent for too long or answers something unusable fails that vector"
          + " and is started again for the next one. Whatever it started is ended with it, unless it"
          + " has cut all ties. After "
          + Certification.SILENT_VECTORS
          + " vectors in a row without a usable answer, or "
          + Certification.RESTARTS
          + " restarts, it is given up: what is left is not played, counts as failed, and is told"
          + " apart.",
      "",
      "With --check: whether a report, which is the last line of what was printed, is the one that"
          + " was signed. Prints one JSON line with its SHA-256, which a page from --html shows too.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every vector passed, or was skipped because it needs what is not claimed; --check: the"
          + " report is signed with that key, whatever its verdict is",
      "1:at least one vector failed or was not played; --check: the signature does not hold, or"
          + " there is none",
      "2:the vectors or another file cannot be used, or COMMAND cannot be started; standard error"
          + " says what"
    })
final class CertifyCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Console console;

  @Option(names = "--vectors", paramLabel = "V", description = "The file of vectors.")
  private String vectors;

  @Option(
      names = "--capabilities",
      paramLabel = "FILE",
      description = {
        "Which optional clauses the program claims to keep:"
            + " {\"format\":\"peersupport/capabilities\",\"version\":1,\"claims\":[…]}. Vectors that"
            + " need others are skipped. There are correct, due, if-seq, options, remedy and"
            + " witness. Without it everything is claimed, and played."
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
  private String timeout;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "Sign the report with this Ed25519 key (PKCS#8, PEM), as 'ledger key' makes it.")
  private String key;

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description =
          "The public key in PEM: the one that belongs to --key, which the page names (the file of"
              + " --key with .pub when not given), or the one for --check.")
  private String publicKey;

  @Option(
      names = "--check",
      paramLabel = "REPORT",
      description = "Check the signature of what 'certify' has printed, and nothing else.")
  private String check;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the report to a new file too, as a page for people.")
  private String html;

  @Option(
      names = "--show-errors",
      description = "Let the program's standard error through; it is dropped otherwise.")
  private boolean showErrors;

  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "The program and its arguments, after '--'.")
  private List<String> command = List.of();

  CertifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (check != null) {
      return checkReport();
    }
    checkOptions();
    Duration limit = limit();
    Certification certification = certification();
    Optional<KeyPair> signer = Optional.ofNullable(key).map(this::keys);
    Optional<ReportFile> page = Optional.ofNullable(html).map(ReportFile::at);
    List<VectorResult> results;
    try (ProcessSubject process = new ProcessSubject(command, limit, showErrors)) {
      process.tryStart();
      results = certification.run(process, result -> console.printLine(result.toJson()));
    }
    CertificationReport report =
        CertificationReport.of(certification, results, subject, Instant.now());
    console.printLine(
        signer.map(keys -> report.toSignedJson(keys.getPrivate())).orElseGet(report::toJson));
    page.ifPresent(file -> file.write(page(report, signer)));
    tellFailures(results);
    return report.isPassed() ? ExitStatus.DONE : ExitStatus.FOUND;
  }

  private int checkReport() {
    if (publicKey == null || vectors != null || key != null || html != null || !command.isEmpty()) {
      throw usage("--check checks a report and does nothing else; give it --public-key alone");
    }
    return Certificates.check(check, publicKey, console);
  }

  private static BadInputException usage(String what) {
    return new BadInputException(
        "peersupport certify: " + what + ". 'peersupport certify --help' explains.");
  }

  private void checkOptions() {
    if (vectors == null || command.isEmpty()) {
      throw usage("give --vectors with a file, and after '--' the program that is tested");
    }
    if (publicKey != null && key == null) {
      throw usage("--public-key goes with --key or --check");
    }
    if (!CertificationReport.isSubject(subject)) {
      throw new BadInputException("--subject: a name has 1 to 200 characters in one line");
    }
  }

  private Duration limit() {
    try {
      Duration limit = Duration.parse(timeout);
      if (!limit.isNegative() && !limit.isZero() && limit.compareTo(LONGEST) <= 0) {
        return limit;
      }
    } catch (DateTimeParseException e) {
      // It is told like one that is out of bounds.
    }
    throw usage("--timeout is a duration from PT0.001S to PT10M, such as PT5S");
  }

  private KeyPair keys(String file) {
    PublicKey known =
        LedgerFiles.publicKey(publicKey == null ? file + LedgerFiles.PUBLIC : publicKey);
    KeyPair keys = new KeyPair(known, LedgerFiles.privateKey(file, console));
    if (!LedgerKeys.areOnePair(keys)) {
      throw new BadInputException(
          file + ": the private and the public key do not belong together; see --public-key");
    }
    return keys;
  }

  private static String page(CertificationReport report, Optional<KeyPair> signer) {
    return signer.isPresent()
        ? report.toSignedHtml(signer.get().getPrivate(), signer.get().getPublic())
        : report.toHtml();
  }

  /** What whoever looks at the failures has to know. */
  private void tellFailures(List<VectorResult> results) {
    long notPassed = results.stream().filter(each -> each.verdict() == Verdict.FAILED).count();
    long failed = results.stream().filter(each -> each.step().isPresent()).count();
    if (failed > 0) {
      console.tell(
          String.format(
              Locale.ROOT,
              "%s: %,d vectors failed; \"line\" tells which line of this file was sent",
              vectors,
              failed));
    }
    if (notPassed > failed) {
      console.tell(
          String.format(
              Locale.ROOT,
              "%s: %,d vectors were not played, because COMMAND had been given up%s",
              vectors,
              notPassed - failed,
              showErrors ? "" : "; --show-errors shows what it writes to standard error"));
    }
  }

  private Certification certification() {
    TestVectors read = readVectors();
    Capabilities claimed = capabilities == null ? Capabilities.all() : readCapabilities();
    for (String unknown : claimed.unknownTo(read)) {
      console.tell(
          capabilities
              + ": no vector needs '"
              + unknown
              + "'; there are "
              + String.join(", ", Capabilities.known()));
    }
    tellOtherDocument(read.header());
    return new Certification(read, claimed);
  }

  /** Vectors of a protocol that ships should be of the document that ships. */
  private void tellOtherDocument(VectorsHeader header) {
    boolean other =
        Variants.find(header.protocol())
            .or(() -> KitProtocols.find(header.protocol()))
            .filter(shipped -> !VectorSuite.sha256(shipped).equals(header.protocolSha256()))
            .isPresent();
    if (other) {
      console.tell(
          vectors
              + ": protocolSha256 is not that of the "
              + header.protocol()
              + " that ships; the vectors are for another document of this name");
    }
  }

  private TestVectors readVectors() {
    Read<TestVectors> read;
    try (InputStream in = Files.newInputStream(TextFiles.path(vectors))) {
      read = TestVectorsReader.read(in);
    } catch (IOException e) {
      throw BadInputException.of(vectors, e);
    }
    if (read.isMalformed()) {
      FileKind.expectVectors(vectors);
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
