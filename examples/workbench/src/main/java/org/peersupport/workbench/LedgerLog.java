package org.peersupport.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.peersupport.json.LogEntry;
import org.peersupport.json.LogWriter;
import org.peersupport.json.data.Reasons;
import org.peersupport.json.ledger.LedgerReader;

/** Prints the events of a ledger as a log. */
final class LedgerLog {
  private LedgerLog() {}

  /** Prints them; gives the exit status. */
  static int print(Console console, Path file, String name, boolean reasons) throws IOException {
    Reasons which = reasons ? Reasons.WRITTEN : Reasons.LEFT_OUT;
    try (LedgerReader ledger = LedgerReader.open(file);
        LogWriter log = LogWriter.of(console.results(), which)) {
      for (Optional<LogEntry> entry = ledger.next(); entry.isPresent(); entry = ledger.next()) {
        if (entry.get() instanceof LogEntry.Broken broken) {
          throw new BadInputException(Documents.problems(name, "the ledger", broken.issues()));
        }
        log.write(((LogEntry.Recorded) entry.get()).event());
      }
      if (ledger.unacknowledged() > 0) {
        console.tell(name + ": " + ledger.unacknowledged() + LedgerFiles.UNACKNOWLEDGED);
      }
    }
    return ExitStatus.DONE;
  }
}
