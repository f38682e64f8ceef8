package org.peersupport.workbench;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands by name. Only the one that is asked for is made: the others would cost time. */
final class Workbench {
  private final Console console;

  Workbench(Console console) {
    this.console = console;
  }

  /** Runs the command and gives the exit status. */
  int run(String... arguments) {
    try {
      Optional<GuideArguments> guide = guide(List.of(arguments));
      return guide.isPresent() ? GuideCommand.run(guide.get(), console) : execute(arguments);
    } catch (RuntimeException e) {
      return failed(e);
    } catch (OutOfMemoryError e) {
      console.tell("peersupport: out of memory; java -Xmx gives more, such as -Xmx2g");
      return ExitStatus.BAD;
    }
  }

  private static Optional<GuideArguments> guide(List<String> words) {
    return !words.isEmpty() && words.get(0).equals("guide")
        ? GuideArguments.parse(words.subList(1, words.size()))
        : Optional.empty();
  }

  private int execute(String[] arguments) {
    StringWriter help = new StringWriter();
    int status = execute(arguments, new PrintWriter(help));
    if (help.getBuffer().length() > 0) {
      console.printLine(help.toString().stripTrailing());
    }
    return status;
  }

  private int execute(String[] arguments, PrintWriter help) {
    var asked = arguments.length == 0 ? null : commands().get(arguments[0]);
    if (asked == null) {
      return prepared(root(), help).execute(arguments);
    }
    CommandLine command = new CommandLine(asked.apply(console));
    command.setCommandName("peersupport " + arguments[0]);
    return prepared(command, help).execute(Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static Map<String, Function<Console, Callable<Integer>>> commands() {
    Map<String, Function<Console, Callable<Integer>>> commands = new TreeMap<>();
    commands.put("analyse", AnalyseCommand::new);
    commands.put("audit", AuditCommand::new);
    commands.put("catalogue", CatalogueCommand::new);
    commands.put("certify", CertifyCommand::new);
    commands.put("compare", CompareCommand::new);
    commands.put("deidentify", DeidentifyCommand::new);
    commands.put("diff", DiffCommand::new);
    commands.put("draw", DrawCommand::new);
    commands.put("estimate", EstimateCommand::new);
    commands.put("guide", GuideCommand::new);
    commands.put("import", ImportCommand::new);
    commands.put("import-transcripts", ImportTranscriptsCommand::new);
    commands.put("ledger", LedgerCommand::new);
    commands.put("show", ShowCommand::new);
    commands.put("simulate", SimulateCommand::new);
    commands.put("simulate-programme", SimulateProgrammeCommand::new);
    commands.put("vectors", VectorsCommand::new);
    commands.put("verify", VerifyCommand::new);
    return commands;
  }

  private CommandLine root() {
    CommandLine root = new CommandLine(new Root());
    commands().forEach((name, command) -> root.addSubcommand(name, command.apply(console)));
    return root.addSubcommand("help", new HelpCommand());
  }

  private CommandLine prepared(CommandLine command, PrintWriter help) {
    Numbers.readBy(command);
    LanguageTag.takenBy(command);
    return command
        .setOut(help)
        .setExpandAtFiles(false)
        .setParameterExceptionHandler((e, given) -> badUsage(e))
        .setExecutionExceptionHandler((e, failing, parsed) -> failed(e));
  }

  private int badUsage(ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    String what = String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ").strip();
    if (e instanceof UnmatchedArgumentException unmatched) {
      what = unmatched(unmatched);
    }
    String stop = what.endsWith(".") || what.endsWith("?") ? " " : ". ";
    console.tell(command + ": " + what + stop + "'" + command + " --help' explains.");
    return ExitStatus.BAD;
  }

  /** Names options alone: what else stands on the line may be an id. */
  private static String unmatched(UnmatchedArgumentException e) {
    if (e.isUnknownOption()) {
      return e.getUnmatched().stream()
          .filter(word -> word.startsWith("-"))
          .map(word -> "'" + word.replaceFirst("=.*", "") + "'")
          .collect(Collectors.joining(", ", "Unknown option: ", ""));
    }
    return e.getCommandLine().getCommand() instanceof Root
        ? "There is no such command."
        : "There are more arguments than this command takes.";
  }

  private int failed(Exception e) {
    if (e instanceof BadInputException bad) {
      bad.lines().forEach(console::tell);
    } else if (e instanceof OutputException output) {
      return undelivered(output);
    } else {
      // A mistake of this program. The message may quote what is confidential, the place does not.
      StackTraceElement[] trace = e.getStackTrace();
      String place = trace.length == 0 ? "an unknown place" : trace[0].toString();
      String kind = e.getClass().getSimpleName();
      console.tell(
          "peersupport: a mistake in this program, please report: " + kind + " at " + place);
    }
    return ExitStatus.BAD;
  }

  private int undelivered(OutputException e) {
    if (e.isReaderGone()) {
      return ExitStatus.DONE;
    }
    console.tell("peersupport: standard output: " + e.getCause().getMessage());
    return ExitStatus.BAD;
  }

  /** What stands above the commands. */
  @Command(
      name = "peersupport",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      synopsisSubcommandLabel = "COMMAND",
      description = {
        "Peer support for clinicians: protocols as data, sessions that keep to them.",
        "",
        "Results are JSON lines on standard output; messages go to standard error.",
        ""
      },
      commandListHeading = "%nCommands:%n",
      footer = "%n'peersupport COMMAND --help' explains a command.",
      exitCodeListHeading = "%nExit status:%n",
      exitCodeList = {
        "0:done, and nothing found",
        "1:done, and something found (in guide: a line that was refused or malformed)",
        "2:bad input or usage; standard error says what"
      })
  static final class Root implements Callable<Integer> {
    @picocli.CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
      throw new ParameterException(spec.commandLine(), "Which command?");
    }
  }
}
