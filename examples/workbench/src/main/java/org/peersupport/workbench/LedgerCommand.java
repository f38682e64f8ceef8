package org.peersupport.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.peersupport.json.ledger.CheckedLedger;
import org.peersupport.json.ledger.InclusionProof;
import org.peersupport.json.ledger.LedgerAccess;
import org.peersupport.json.ledger.LedgerEraser;
import org.peersupport.json.ledger.Seal;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Keeps a log that nobody can change unseen, and that can forget. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Keeps a log that nobody can change unseen, and that can forget.",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "",
      "A ledger is a chain of hashes over events. Ids, roles, departments and texts are in the chain"
          + " only as commitments, so that they can be erased and everything that was proved or"
          + " sealed before stays valid.",
      "",
      "Whoever can write the file can take lines away from its end, or write all of it anew. Only a"
          + " seal that is kept elsewhere shows that. The files L.lock and, for a moment,"
          + " L.rewriting are beside a ledger L.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footer = "%n'peersupport ledger COMMAND --help' explains a command.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done, and nothing found",
      "1:verify: the ledger is not in order; check: the proof does not hold",
      "2:bad input or usage, or somebody else writes the ledger; nothing was changed unless standard"
          + " error says that somebody else changed the files"
    })
final class LedgerCommand implements Callable<Integer> {
  private static final String L = "A ledger.";
  private static final String K = "An Ed25519 private key in PEM, as 'ledger key' makes it.";
  private static final String PUB = "The public key in PEM of who sealed the ledger.";

  private final Console console;
  private final Clock clock = Clock.systemUTC();
  @Spec private CommandSpec spec;

  LedgerCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Adds the events of a log, read from standard input, to a ledger, or begins one.",
        "All of them or none: one line that cannot be read, or an event that does not follow the"
            + " one before it in its session, and nothing is added.",
        "Only new events are added, so of a log that grows give the new lines, or all of it with"
            + " --continue.",
        "The ledger keeps no id of what was erased, so take it out of the log too. A session with"
            + " the same events at the same instants as an erased one is refused; one that only"
            + " begins at the same instant is told on standard error."
      })
  int append(
      @Parameters(paramLabel = "L", description = L) String ledger,
      @Option(
              names = "--continue",
              description =
                  "The log begins with what the ledger has, event for event: pass over that, and"
                      + " refuse the log when it does not. What was erased may be missing there.")
          boolean continues,
      @Option(
              names = "--new",
              description =
                  "Begin a new ledger although L.lock says that there was one, which is gone.")
          boolean beginsAnew,
      @Option(
              names = "--not-erased",
              description =
                  "Take sessions whose events are those of an erased one: you have made sure that"
                      + " they are others.")
          boolean takesRepeats,
      @Mixin Waiting waiting) {
    LedgerAccess access = access(ledger, waiting);
    access = beginsAnew ? access.beginningAnew() : access;
    access = takesRepeats ? access.takingRepeats() : access;
    return new LedgerAppend(console, ledger, continues, access)
        .run(new SecureRandom(), clock.instant());
  }

  /** Tells what had to be mended, and waits so long for somebody else. */
  private LedgerAccess access(String ledger, Waiting waiting) {
    LedgerAccess access = LedgerAccess.standard().telling(what -> tell(ledger, what));
    if (waiting.wait.filter(Duration::isNegative).isPresent()) {
      throw new BadInputException("--wait must not be negative");
    }
    return waiting.wait.map(access::waiting).orElse(access);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Prints the events of a ledger as a log; a pseudonym stands for what was erased.",
      })
  int read(
      @Parameters(paramLabel = "L", description = L) String ledger,
      @Option(
              names = "--reasons",
              description = "Print the reasons of overrides and corrections too.")
          boolean reasons) {
    return LedgerFiles.using(ledger, file -> LedgerLog.print(console, file, ledger, reasons));
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Checks every line of a ledger and prints one JSON line. The first line that was changed,"
            + " removed, inserted or reordered is the finding.",
        "With a seal it is also found when lines are missing at the end, or all was written anew."
      })
  int verify(
      @Parameters(paramLabel = "L", description = L) String ledger,
      @ArgGroup(exclusive = false) Sealed sealed) {
    CheckedLedger checked =
        LedgerFiles.using(
            ledger,
            file ->
                sealed == null
                    ? CheckedLedger.of(file)
                    : CheckedLedger.of(
                        file, LedgerFiles.seal(sealed.seal), LedgerFiles.publicKey(sealed.key)));
    console.printLine(checked.toJson());
    if (checked.unacknowledged() > 0) {
      console.tell(ledger + ": " + checked.unacknowledged() + LedgerFiles.UNACKNOWLEDGED);
    }
    if (sealed == null) {
      console.tell("without a seal nobody can tell whether lines are missing at the end");
    }
    return checked.findings().isEmpty() ? ExitStatus.DONE : ExitStatus.FOUND;
  }

  /** A seal and who made it. */
  static final class Sealed {
    @Option(names = "--seal", paramLabel = "FILE", required = true, description = "A seal of it.")
    private String seal;

    @Option(names = "--public-key", paramLabel = "K", required = true, description = PUB)
    private String key;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Prints a proof that a line is in the ledger, for somebody who does not have the ledger.",
        "Line 1 is the header, so the first event is line 2. In a line stand labels for ids, roles,"
            + " departments and texts: p1 is the first participant of that session, s1 its id, and"
            + " o, d, r, f and t are roles, departments, referrals, the session that is followed up"
            + " and texts. The line that names a label in its 'commitments' can show what it stands"
            + " for; nothing is shown but what --show names."
      })
  int prove(
      @Parameters(index = "0", paramLabel = "L", description = L) String ledger,
      @Parameters(index = "1", paramLabel = "N", description = "Which line, from 1.") int line,
      @Option(names = "--seal", paramLabel = "FILE", description = "Prove it in what was sealed.")
          String seal,
      @Option(
              names = "--show",
              paramLabel = "LABEL",
              split = ",",
              description = "Show what labels that this line introduces stand for, such as p1.")
          List<String> shown) {
    LinkedHashSet<String> labels = new LinkedHashSet<>(shown == null ? List.of() : shown);
    InclusionProof proof =
        LedgerFiles.using(
            ledger,
            file ->
                seal == null
                    ? InclusionProof.of(file, line, labels)
                    : InclusionProof.of(file, line, labels, LedgerFiles.seal(seal)));
    console.printLine(proof.toJson());
    return ExitStatus.DONE;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Checks a proof and prints what it proves. The ledger is not needed.",
        "If it holds, 'says' is what the line says, with labels, and 'shown' what the labels stand"
            + " for that the proof shows.",
        "Without the public key nobody can tell whose ledger it is about."
      })
  int check(
      @Parameters(paramLabel = "PROOF", description = "A file that 'prove' has made.") String proof,
      @Option(names = "--public-key", paramLabel = "K", description = PUB) String key) {
    return new ProofReport(LedgerFiles.proof(proof), Optional.ofNullable(key)).print(console);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Prints a seal: where the ledger stands, signed. Keep it where whoever keeps the ledger"
            + " cannot change it."
      })
  int seal(
      @Parameters(paramLabel = "L", description = L) String ledger,
      @Option(names = "--key", paramLabel = "K", required = true, description = K) String key,
      @Option(
              names = "--public-key",
              paramLabel = "PUB",
              description = "The public key that belongs to it; K.pub when not given.")
          String publicKey,
      @Mixin Waiting waiting) {
    String other = publicKey == null ? key + LedgerFiles.PUBLIC : publicKey;
    Seal seal =
        LedgerFiles.using(
            ledger,
            file ->
                Seal.of(
                    file,
                    clock.instant(),
                    LedgerFiles.privateKey(key, console),
                    LedgerFiles.publicKey(other),
                    access(ledger, waiting)));
    console.printLine(seal.toJson());
    return ExitStatus.DONE;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Makes a private key in FILE, which only you can read, and its public key in FILE.pub.",
        "Never overwrites a file."
      })
  int key(@Parameters(paramLabel = "FILE", description = "Where to put it.") String file) {
    LedgerFiles.makeKeys(file, new SecureRandom());
    console.tell(file + LedgerFiles.PUBLIC + " is for everybody; " + file + " is for nobody else");
    return ExitStatus.DONE;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Takes what leads to a session or a participant out of a ledger, and records that it did.",
        "What was sealed or proved stays valid, and who did what can still be judged. Other copies"
            + " of the ledger and of its log are not reached.",
        "Take it out of the log as well, or the next append may bring it back: 'ledger read"
            + " --reasons L' prints the log as it is without it."
      })
  int erase(
      @Parameters(paramLabel = "L", description = L) String ledger,
      @ArgGroup(multiplicity = "1") Forgotten forgotten,
      @Mixin Waiting waiting) {
    LedgerEraser.Erased erased =
        LedgerFiles.using(
                ledger, file -> forgotten.erase(file, clock.instant(), access(ledger, waiting)))
            .orElseThrow(
                () ->
                    new BadInputException(
                        ledger
                            + ": there is nothing of that "
                            + forgotten.what()
                            + " in it; perhaps it was erased before"));
    console.printLine(LedgerFiles.json(erased));
    return ExitStatus.DONE;
  }

  private void tell(String ledger, String what) {
    console.tell(ledger + ": " + what);
  }

  /** How long to wait for another writer. */
  static final class Waiting {
    @Option(
        names = "--wait",
        paramLabel = "DURATION",
        converter = WaitConverter.class,
        description =
            "How long to wait while somebody else writes the ledger, such as PT30S; without it not"
                + " at all.")
    private Optional<Duration> wait = Optional.empty();
  }

  /** Reads a wait, and says in plain words what one looks like. */
  static final class WaitConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return Duration.parse(text);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "'" + text + "' is no duration; write PT30S for thirty seconds");
      }
    }
  }

  /** What is to be erased. */
  static final class Forgotten {
    @Option(names = "--session", paramLabel = "S", required = true, description = "A session.")
    private String session;

    @Option(
        names = "--participant",
        paramLabel = "ID",
        required = true,
        description = "A participant, in every session; with the texts of these sessions.")
    private String participant;

    Optional<LedgerEraser.Erased> erase(Path file, Instant now, LedgerAccess access)
        throws IOException {
      return session != null
          ? LedgerEraser.eraseSession(file, session, now, access)
          : LedgerEraser.eraseParticipant(file, participant, now, access);
    }

    String what() {
      return session != null ? "session" : "participant";
    }
  }
}
