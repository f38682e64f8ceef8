package org.peersupport.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.peersupport.json.LogReader;
import org.peersupport.json.LogWriter;
import org.peersupport.json.data.Reasons;
import org.peersupport.json.deidentification.Deidentification;
import org.peersupport.json.deidentification.DeidentifiedLogs;
import org.peersupport.json.deidentification.LogProblem;
import org.peersupport.json.deidentification.RepeatableLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes out of logs what leads to a person. */
@Command(
    name = "deidentify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Takes out of logs what leads to a person, and says what risk is left.",
    customSynopsis = {
      "peersupport deidentify [-hV] LOG... --key FILE [--with P]... [--unit DURATION] [--k N]",
      "                       [--out FILE] [--report FILE]",
      "       peersupport deidentify --new-key FILE"
    },
    description = {
      "",
      "Prints one log: ids are keyed pseudonyms, the same ones for the same key; instants are coarse"
          + " and moved back by up to 364 days, another distance for each session and those that"
          + " follow it up; reasons and roles are dropped; departments of few people are called"
          + " 'other', or dropped when even together they are few. Sessions come in the order of their pseudonyms.",
      "",
      "Order and durations stay as far as the unit allows, and so does what the rules say;"
          + " deadlines are judged by the coarse instants.",
      "",
      "A session with a line that cannot be read, does not follow, or has a word that its protocol"
          + " does not have is left out whole, and standard error says FILE:LINE: why. What was"
          + " changed and what risk is left follows there: read it before you give anything away.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done, and every session was written",
      "1:done, and something was left out; standard error says what",
      "2:bad usage, or a key, protocol, log or other file that cannot be used; standard error says"
          + " what"
    })
final class DeidentifyCommand implements Callable<Integer> {
  private final Console console;
  private String reading;

  @Parameters(
      arity = "0..*",
      paramLabel = "LOG",
      description =
          "The path of a log; packed if it ends with .gz. It is read twice, so standard input will"
              + " not do. A session may go on in the next one.")
  private List<String> logs = List.of();

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The key of the pseudonyms: 64 or more hexadecimal digits, drawn at random.")
  private String key;

  @Option(
      names = "--new-key",
      paramLabel = "FILE",
      description = "Make a key file that only you may read, and nothing else.")
  private String newKey;

  @Option(
      names = "--with",
      paramLabel = "P",
      description =
          "The path of a protocol document that sessions follow and that does not ship. More than"
              + " once for several.")
  private List<String> protocols = List.of();

  @Option(
      names = "--unit",
      paramLabel = "DURATION",
      description = "What instants are cut to, from PT1S to P7D. Default: PT15M.")
  private String unit = Deidentification.UNIT.toString();

  @Option(
      names = "--k",
      paramLabel = "N",
      description =
          "How many people a department has at least where it is named, and what risks are counted"
              + " against. Default: 5.")
  private int k = Deidentification.K;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the log to a new file instead; packed if it ends with .gz.")
  private String out;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the report to a new file too, as JSON.")
  private String report;

  DeidentifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (newKey != null) {
      return makeKey();
    }
    if (key == null || logs.isEmpty()) {
      throw usage("give at least one LOG, and --key with the file of a key");
    }
    Stream.of(out, report).filter(Objects::nonNull).forEach(NewFile::check);
    logs.forEach(DeidentifyCommand::isFile);
    Deidentification settings = settings();
    try (LogSources sources = LogSources.of(logs, 2, console)) {
      DeidentifiedLogs read = survey(settings, sources);
      write(read);
      read.report().sentences().forEach(console::tell);
      return read.report().changes().problems() == 0 ? ExitStatus.DONE : ExitStatus.FOUND;
    }
  }

  /** To keep a copy of what can be read only once would leave it in the clear in one more place. */
  private static void isFile(String log) {
    Path path = TextFiles.path(log);
    boolean exists = Files.exists(path);
    if (log.equals("-") || (exists && !Files.isRegularFile(path) && !Files.isDirectory(path))) {
      throw new BadInputException(
          log + ": a log is read twice, and this can be read only once; give the path of a file");
    }
  }

  private int makeKey() {
    if (key != null || !logs.isEmpty() || out != null || report != null) {
      throw usage("--new-key makes a key and nothing else; give it alone");
    }
    KeyFile.create(newKey);
    console.tell(
        newKey
            + ": a new key. Who has it can find everyone again: keep it apart from what you give"
            + " away.");
    return ExitStatus.DONE;
  }

  private static BadInputException usage(String what) {
    return new BadInputException(
        "peersupport deidentify: " + what + ". 'peersupport deidentify --help' explains.");
  }

  private Deidentification settings() {
    try {
      ProtocolSources sources = ProtocolSources.of(protocols);
      return Deidentification.with(KeyFile.read(key, console), sources::find)
          .unit(Duration.parse(unit))
          .k(k);
    } catch (DateTimeParseException e) {
      throw usage("--unit is a duration such as PT15M or P1D");
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private DeidentifiedLogs survey(Deidentification settings, LogSources sources) {
    List<RepeatableLog> repeatable = sources.all().stream().map(this::repeatable).toList();
    try {
      return settings.scan(repeatable, this::tell);
    } catch (IOException e) {
      throw BadInputException.of(reading, e);
    }
  }

  /** The log, and a note that it is being read, so that a message can name it. */
  private RepeatableLog repeatable(LogSource source) {
    return new RepeatableLog() {
      @Override
      public String name() {
        return source.name();
      }

      @Override
      public LogReader open() throws IOException {
        reading = source.name();
        return source.open();
      }
    };
  }

  private void tell(LogProblem problem) {
    console.tell(problem.log() + ":" + problem.line() + ": " + problem.explanation());
  }

  private void write(DeidentifiedLogs read) {
    if (report == null) {
      writeLog(read);
    } else {
      NewFile.make(
          report,
          file -> {
            Files.writeString(file, read.report().json() + "\n", StandardOpenOption.CREATE_NEW);
            writeLog(read);
          });
    }
  }

  private void writeLog(DeidentifiedLogs read) {
    if (out != null) {
      NewFile.make(
          out,
          file -> {
            try (LogWriter log = LogWriter.create(file, Reasons.LEFT_OUT)) {
              read.writeTo(log);
            }
          });
      return;
    }
    try (LogWriter log = LogWriter.of(console.results(), Reasons.LEFT_OUT)) {
      read.writeTo(log);
    } catch (IOException e) {
      throw BadInputException.of(reading, e);
    }
  }
}
