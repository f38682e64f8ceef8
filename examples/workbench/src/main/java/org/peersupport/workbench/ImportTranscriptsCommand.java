package org.peersupport.workbench;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.peersupport.json.LogWriter;
import org.peersupport.json.data.Read;
import org.peersupport.json.data.Reasons;
import org.peersupport.json.studies.StudyJson;
import org.peersupport.json.studies.TranscriptMapping;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Event;
import org.peersupport.workbench.transcripts.BrokenCorpusException;
import org.peersupport.workbench.transcripts.SampleMappings;
import org.peersupport.workbench.transcripts.TranscriptImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Turns an annotated corpus of conversations into a log. */
@Command(
    name = "import-transcripts",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Turns an annotated corpus of conversations into a log, so that they can be studied.",
    description = {
      "",
      "Reads ESConv (a JSON array of conversations with \"dialog\", each turn with \"speaker\" and"
          + " \"annotation.strategy\") or AnnoMI (a CSV table with the columns transcript_id,"
          + " interlocutor, timestamp and main_therapist_behaviour) and prints a log with a session"
          + " for each conversation. Neither corpus ships: get it from its authors.",
      "",
      "A mapping says what each label of a supporter's turn stands for: an activity of a protocol,"
          + " or nothing. Turns that stay in an element, or do the same as the one before, are one"
          + " act. Nothing is enforced: 'audit' says afterwards how the conversations fit.",
      "",
      "Nothing that was said is written or told, and all ids are made: esconv-17 is the seventeenth"
          + " conversation of its file. ESConv has no times, so a turn is a minute; AnnoMI has its"
          + " timestamps. Every conversation begins at the same instant.",
      "",
      "A conversation with a label that the mapping does not have, or that cannot be read, is left"
          + " out whole, and standard error says FILE:LINE: why; each such label is told once, with"
          + " how often it was met.",
      "",
      "These mappings ship, each a reading of ours to start from: esconv-ama-six-elements,"
          + " esconv-mhfa-algee, annomi-ama-six-elements, annomi-mhfa-algee.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done, and every conversation was written as it stands",
      "1:done, and something was left out or settled; standard error says what",
      "2:bad usage, or a corpus, mapping, protocol or other file that cannot be used; standard"
          + " error says what"
    })
final class ImportTranscriptsCommand implements Callable<Integer> {
  private static final int BUFFER = 1 << 16;

  /** Years that a conversation of any length does not lead out of. */
  private static final int FIRST_YEAR = 1;

  private static final int LAST_YEAR = 9998;

  /** Room is left for a number and a role. */
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

  private final Console console;

  @Parameters(
      paramLabel = "FILE",
      description = "The path of the corpus, packed if it ends with .gz; - for standard input.")
  private String file;

  @Option(
      names = "--mapping",
      required = true,
      paramLabel = "M",
      description = "The id of a mapping that ships, or the path of one.")
  private String mapping;

  @Option(
      names = "--with",
      paramLabel = "P",
      description =
          "The path of a protocol document that the mapping is for and that does not ship. More"
              + " than once for several.")
  private List<String> protocols = List.of();

  @Option(
      names = "--start",
      paramLabel = "INSTANT",
      description = "When every conversation begins. Default: 2000-01-01T00:00:00Z.")
  private String start = "2000-01-01T00:00:00Z";

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      description =
          "What ids begin with, so that several files can be audited together: 1 to 40 letters,"
              + " digits, dots, underscores and hyphens. Default: esconv or annomi.")
  private String prefix;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the log to a new file instead; packed if it ends with .gz.")
  private String out;

  ImportTranscriptsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    TranscriptMapping read = mapping();
    Protocol protocol = protocol(read);
    TranscriptImport transcripts =
        new TranscriptImport(
            read, protocol, start(), prefix(read), problem -> console.tell(file + ":" + problem));
    if (out != null) {
      NewFile.check(out);
    }
    convert(transcripts);
    console.tell(transcripts.summary());
    return transcripts.isClean() ? ExitStatus.DONE : ExitStatus.FOUND;
  }

  private TranscriptMapping mapping() {
    String text = SampleMappings.find(mapping).orElseGet(this::mappingFile);
    Read<TranscriptMapping> read = StudyJson.readTranscriptMapping(text);
    if (read.isMalformed()) {
      throw new BadInputException(Documents.problems(mapping, "the mapping", read.issues()));
    }
    return read.orElseThrow();
  }

  private String mappingFile() {
    if (!Files.exists(TextFiles.path(mapping))) {
      throw new BadInputException(
          mapping
              + ": neither a mapping that ships nor a file; these ship: "
              + String.join(", ", SampleMappings.ids()));
    }
    return TextFiles.read(mapping);
  }

  private Protocol protocol(TranscriptMapping read) {
    Protocol protocol =
        ProtocolSources.of(protocols)
            .find(read.protocol())
            .orElseThrow(
                () ->
                    new BadInputException(
                        mapping
                            + ": /protocol: there is no such protocol in the catalogue; give the"
                            + " path of its document with --with"));
    List<String> problems = read.problems(protocol);
    if (!problems.isEmpty()) {
      throw new BadInputException(
          problems.stream().map(problem -> mapping + ": /labels: " + problem).toList());
    }
    return protocol;
  }

  private Instant start() {
    try {
      Instant instant = Instant.parse(start);
      int year = instant.atOffset(ZoneOffset.UTC).getYear();
      if (year >= FIRST_YEAR && year <= LAST_YEAR) {
        return instant;
      }
    } catch (DateTimeParseException e) {
      // Said below, as for a year that no log can have.
    }
    throw usage("--start is an instant in UTC such as 2026-03-02T09:00:00Z");
  }

  private String prefix(TranscriptMapping read) {
    if (prefix == null) {
      return read.corpus().wireName();
    }
    if (!PREFIX.matcher(prefix).matches()) {
      throw usage(
          "--prefix is 1 to 40 letters, digits, dots, underscores and hyphens, starting with a"
              + " letter or digit");
    }
    return prefix;
  }

  private static BadInputException usage(String what) {
    return new BadInputException(
        "peersupport import-transcripts: "
            + what
            + ". 'peersupport import-transcripts --help' explains.");
  }

  /** Opens the corpus before it makes a log. */
  private void convert(TranscriptImport transcripts) {
    try (Progress progress = new Progress(console, size());
        InputStream in = open(progress)) {
      if (out == null) {
        try (LogWriter log = LogWriter.of(console.results(), Reasons.LEFT_OUT)) {
          convert(transcripts, in, log, "standard output");
        }
      } else {
        NewFile.make(out, made -> convert(transcripts, in, made));
      }
    } catch (IOException e) {
      throw BadInputException.of(file, e);
    }
  }

  private void convert(TranscriptImport transcripts, InputStream in, Path made) throws IOException {
    try (LogWriter log = LogWriter.create(made, Reasons.LEFT_OUT)) {
      convert(transcripts, in, log, out);
    }
  }

  private void convert(TranscriptImport transcripts, InputStream in, LogWriter log, String name) {
    try {
      transcripts.run(in, event -> write(event, log, name));
    } catch (BrokenCorpusException e) {
      throw new BadInputException(
          file + ":" + e.line() + ": the corpus cannot be read any further: " + e.getMessage());
    } catch (IOException e) {
      throw BadInputException.of(file, e);
    }
  }

  private static void write(Event event, LogWriter log, String name) {
    try {
      log.write(event);
    } catch (IOException e) {
      throw BadInputException.of(name, e);
    }
  }

  private long size() throws IOException {
    return file.equals("-") ? 0 : Files.size(corpus());
  }

  private Path corpus() {
    Path path = TextFiles.path(file);
    if (Files.isDirectory(path)) {
      throw new BadInputException(file + ": a corpus is a file, and this is a folder");
    }
    return path;
  }

  private InputStream open(Progress progress) throws IOException {
    InputStream in = file.equals("-") ? console.in() : Files.newInputStream(corpus());
    InputStream counted =
        new FilterInputStream(in) {
          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            progress.add(Math.max(0, count));
            return count;
          }
        };
    return file.endsWith(".gz") ? new GZIPInputStream(counted, BUFFER) : counted;
  }
}
