package org.peersupport.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.peersupport.json.SessionDesk;
import org.peersupport.protocol.Protocol;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Guides sessions, line by line. */
@Command(
    name = "guide",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Guides sessions: reads commands line by line, answers each at once.",
    description = {
      "",
      "Reads commands from standard input, one JSON object a line, and answers each with one line"
          + " as it arrives: accepted, refused with the reason and the way out, or malformed.",
      "",
      "Keeps any number of sessions. The queries \"do\":\"options\" (about one of them) and"
          + " \"do\":\"due\" (about all) change nothing. Blank lines are passed over. The reason of"
          + " an override or a correction is confidential: it stands in the answer and in the log,"
          + " nowhere else.",
      "",
      "The protocols of the catalogue can always be used. Those given as P come on top: one with"
          + " the id of a shipped protocol takes its place, and of several releases the most"
          + " recent stands for the bare id.",
      ""
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every line was accepted or answered",
      "1:at least one line was refused or malformed",
      "2:bad usage, or a protocol or log that cannot be used; standard error says what"
    })
final class GuideCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..*",
      paramLabel = "P",
      description = "An id or id@release of the catalogue, or the path of a protocol document.")
  private List<String> protocols = List.of();

  @ArgGroup(exclusive = false)
  private Logging logging;

  /** Where to keep what happens. */
  static final class Logging {
    @Option(
        names = "--log",
        paramLabel = "FILE",
        required = true,
        description = {
          "Replay this log first, or start it; then append every event before it is answered, so"
              + " that no answered event is lost when the process is killed.",
          "A log that it starts can be read by you alone. A last line that was cut off is removed."
              + " One guide at a time writes a log. When something else removes, renames, cuts or"
              + " writes it, guide ends before it answers."
        })
    private Path file;

    @Option(
        names = "--sync",
        description =
            "Answer only when the disk has the event, so that it survives the loss of power too."
                + " Slower.")
    private boolean sync;
  }

  @Mixin private LanguageTag language = new LanguageTag();

  GuideCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return run(arguments(), console);
  }

  /** Guides until the input ends, and gives the exit status. */
  static int run(GuideArguments arguments, Console console) {
    ProtocolSources sources = ProtocolSources.of(arguments.protocols());
    Cautions cautions = new Cautions(console);
    Function<String, Optional<Protocol>> find = named -> cautions.told(sources.find(named));
    if (arguments.log().isEmpty()) {
      SessionDesk desk = new SessionDesk(find, event -> {}, arguments.language());
      return new Dialogue(desk, Optional.empty(), console).untilTheEnd();
    }
    try (EventLog events = EventLog.open(arguments.log().get(), arguments.sync())) {
      SessionDesk desk = new SessionDesk(find, events::append, arguments.language());
      events.replay(desk, console);
      return new Dialogue(desk, Optional.of(events), console).untilTheEnd();
    }
  }

  /** What picocli has read. */
  GuideArguments arguments() {
    return logging == null
        ? new GuideArguments(protocols, Optional.empty(), false, language.locale())
        : new GuideArguments(protocols, Optional.of(logging.file), logging.sync, language.locale());
  }
}
