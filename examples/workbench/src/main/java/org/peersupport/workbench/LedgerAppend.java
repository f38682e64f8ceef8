package org.peersupport.workbench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.peersupport.json.LogEntry;
import org.peersupport.json.LogHeaderException;
import org.peersupport.json.LogReader;
import org.peersupport.json.data.Issue;
import org.peersupport.json.ledger.LedgerAccess;
import org.peersupport.json.ledger.LedgerHead;
import org.peersupport.json.ledger.LedgerWriter;
import org.peersupport.session.Event;

/** Adds a log from standard input to a ledger, all of it or nothing. */
final class LedgerAppend {
  private static final int SHOWN = 100;
  private static final String LOG = "standard input";
  private static final String MISSING =
      " of its events are not there; is this all of the log? Nothing was appended";

  private final Console console;
  private final String ledger;
  private final List<String> problems = new ArrayList<>();
  private final boolean continues;
  private final LedgerAccess access;
  private int broken;
  private int added;
  private int perhapsErased;
  private int firstPerhapsErased;

  /**
   * @param continues whether the log begins with what the ledger has
   * @param access how the ledger is opened
   */
  LedgerAppend(Console console, String ledger, boolean continues, LedgerAccess access) {
    this.console = console;
    this.ledger = ledger;
    this.continues = continues;
    this.access = access;
  }

  /** Does it; gives the exit status. */
  int run(RandomGenerator random, Instant now) {
    LedgerHead head = LedgerFiles.using(ledger, file -> append(file, random, now));
    console.printLine(
        "{\"ledger\":\""
            + head.ledger()
            + "\",\"appended\":"
            + added
            + ",\"lines\":"
            + head.lines()
            + ",\"head\":\""
            + head.hash()
            + "\"}");
    if (perhapsErased > 0) {
      console.tell(warning());
    }
    return ExitStatus.DONE;
  }

  /** It cannot be told for sure: the ledger keeps no id of what was erased. */
  private String warning() {
    return ledger
        + ": this may bring back what was erased: "
        + (perhapsErased == 1 ? "a session" : perhapsErased + " sessions")
        + " that began at the same instant as an erased one "
        + (perhapsErased == 1 ? "was" : "were")
        + " appended (line "
        + firstPerhapsErased
        + " of the log"
        + (perhapsErased == 1 ? "" : " and further down")
        + "). One event is too little to tell whether it is the same session. If it is, erase it"
        + " again and take it out of the log ('ledger read --reasons L' shows what is left); if it is"
        + " not, --not-erased says so";
  }

  private LedgerHead append(Path file, RandomGenerator random, Instant now) throws IOException {
    InputStream in = new BufferedInputStream(console.in());
    refuseWhatIsNoLog(FirstLine.of(in));
    try (LedgerWriter writer = LedgerWriter.open(file, random, now, access);
        LogReader log = LogReader.of(in)) {
      for (Optional<LogEntry> entry = log.next(); entry.isPresent(); entry = log.next()) {
        add(entry.get(), writer);
      }
      if (broken > 0) {
        throw new BadInputException(told());
      }
      int missing = continues ? writer.missing() : 0;
      if (missing > 0) {
        console.tell(ledger + ": the log ends before the ledger does, " + missing + MISSING);
      }
      added = writer.added();
      return writer.commit();
    } catch (LogHeaderException e) {
      throw BadInputException.of(LOG, e);
    }
  }

  private static void refuseWhatIsNoLog(FirstLine first) {
    if (first == FirstLine.LEDGER) {
      throw new BadInputException(
          LOG + ": this is a ledger and not a log; 'ledger read' makes a log of it");
    } else if (first == FirstLine.COMMANDS) {
      throw new BadInputException(
          LOG + ": these are commands and no log; 'guide --log LOG' makes a log of them");
    }
  }

  private void add(LogEntry entry, LedgerWriter writer) throws IOException {
    if (entry instanceof LogEntry.Recorded recorded) {
      Event event = recorded.event();
      int before = writer.added();
      Optional<String> misfit = continues ? writer.addIfNew(event) : writer.add(event);
      misfit.ifPresent(why -> tell(entry.line(), why));
      if (!access.takesRepeats() && writer.added() > before && writer.mayHaveBeenErased(event)) {
        firstPerhapsErased = perhapsErased == 0 ? entry.line() : firstPerhapsErased;
        perhapsErased++;
      }
    } else if (entry instanceof LogEntry.Torn torn) {
      console.tell(Documents.problem(LOG, torn.issue()));
    } else {
      for (Issue issue : ((LogEntry.Broken) entry).issues()) {
        String pointer = issue.pointer().isEmpty() ? "" : issue.pointer() + ": ";
        tell(issue.line(), pointer + issue.explanation());
      }
    }
  }

  private void tell(int line, String why) {
    broken++;
    if (broken <= SHOWN) {
      problems.add(LOG + ":" + line + ": " + why);
    }
  }

  private List<String> told() {
    List<String> lines = new ArrayList<>();
    String count = broken == 1 ? "one problem" : broken + " problems";
    lines.add(ledger + ": nothing was appended, the log has " + count);
    lines.addAll(problems);
    if (broken > SHOWN) {
      lines.add("and " + (broken - SHOWN) + " more");
    }
    return lines;
  }
}
