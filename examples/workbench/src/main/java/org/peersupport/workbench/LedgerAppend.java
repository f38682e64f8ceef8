package org.peersupport.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.peersupport.json.Issue;
import org.peersupport.json.LogEntry;
import org.peersupport.json.LogReader;
import org.peersupport.json.ledger.LedgerHead;
import org.peersupport.json.ledger.LedgerWriter;

/** Adds a log from standard input to a ledger, all of it or nothing. */
final class LedgerAppend {
  private static final int SHOWN = 100;

  private final Console console;
  private final String ledger;
  private final List<String> problems = new ArrayList<>();
  private int broken;
  private int added;

  LedgerAppend(Console console, String ledger) {
    this.console = console;
    this.ledger = ledger;
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
    return ExitStatus.DONE;
  }

  private LedgerHead append(Path file, RandomGenerator random, Instant now) throws IOException {
    try (LedgerWriter writer = LedgerWriter.open(file, random, now);
        LogReader log = LogReader.of(console.in())) {
      writer.mended().ifPresent(what -> console.tell(ledger + ": " + what));
      for (Optional<LogEntry> entry = log.next(); entry.isPresent(); entry = log.next()) {
        add(entry.get(), writer);
      }
      if (broken > 0) {
        throw new BadInputException(told());
      }
      return writer.commit();
    }
  }

  private void add(LogEntry entry, LedgerWriter writer) throws IOException {
    if (entry instanceof LogEntry.Recorded recorded) {
      Optional<String> misfit = writer.add(recorded.event());
      misfit.ifPresent(why -> tell(entry.line(), why));
      added++;
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
      problems.add("standard input:" + line + ": " + why);
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
