package org.peersupport.json.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The search for the end of what was acknowledged of a ledger, which comes before an append that
 * was stopped. All of the ledger is read for it; nothing is changed.
 */
final class LedgerRecovery {
  static final String NOT_A_NOTE =
      "the file beside the ledger that ends with .lock says something that is not the ledger's own;"
          + " move it away";

  private static final String TORN =
      "The last line breaks off, and no append was stopped: part of the line was lost or taken away"
          + " after it had been acknowledged. Go back to a copy of the ledger that is whole.";
  private static final String NOT_ITS_LOCK =
      "the file beside the ledger that ends with .lock speaks of another ledger than this; if you"
          + " have put this one in its place, and nobody is writing it, remove that file";

  private final Path file;
  private final WriterLock lock;
  private final FileChannel reading;
  private final Scan scan;

  /**
   * @param reading reads the ledger
   * @param scan at the beginning of the ledger, which has at least one byte
   */
  LedgerRecovery(Path file, WriterLock lock, FileChannel reading, Scan scan) {
    this.file = file;
    this.lock = lock;
    this.reading = reading;
    this.scan = scan;
  }

  /**
   * Goes through the ledger to the end of what was acknowledged.
   *
   * @throws LedgerException if it is not in order up to there
   * @throws LedgerForeignFileException if the lock file is not its own
   */
  void goToAcknowledgedEnd() throws IOException {
    Optional<AppendNote> note = lock.note();
    if (note.isPresent() && note.get().isOf(reading)) {
      goTo(note.get());
      return;
    }
    goToEnd();
    boolean says = lock.saysAtMost(new AppendNote(scan.end(), scan.hash(), Optional.empty()));
    if (!says && note.isEmpty() && !lock.isOfBeginning()) {
      throw new LedgerForeignFileException(NOT_A_NOTE);
    }
  }

  private void goTo(AppendNote note) throws IOException {
    while (scan.end() < note.length() && scan.next()) {
      // on to the next
    }
    require(scan.finding());
    if (!note.isAt(scan.end(), scan.hash())) {
      throw new LedgerForeignFileException(NOT_ITS_LOCK);
    } else if (note.isOfBeginning()) {
      requireBeginning();
    }
    require(scan.contents().end());
  }

  /** All of it is to be cut off; so it must be what the beginning of a ledger has left. */
  private void requireBeginning() throws IOException {
    byte[] bytes = Disk.read(reading, 0, Contents.LONGEST_HEADER);
    if (!Contents.breaksOffInHeader(bytes)) {
      requireHeader(file);
    }
  }

  private void goToEnd() throws IOException {
    LedgerFinding finding = scan.toEnd().finding();
    if (finding == null || finding.kind() != LedgerFindingKind.CUT_OFF) {
      require(finding);
    } else if (scan.isTerminated()) {
      // The note of an append is empty only before its first byte and once all of it is there.
      require(new LedgerFinding(LedgerFindingKind.CUT_OFF, finding.line(), TORN));
    }
  }

  /** Makes sure that a file begins as a ledger does, before anything is made beside it. */
  static void requireHeader(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Scan scan = Scan.checking(in);
      scan.next();
      require(scan.finding());
    }
  }

  private static void require(@Nullable LedgerFinding nothing) {
    if (nothing != null) {
      throw new LedgerException(nothing);
    }
  }
}
