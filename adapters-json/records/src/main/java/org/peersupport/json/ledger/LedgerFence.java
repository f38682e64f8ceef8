package org.peersupport.json.ledger;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/**
 * The comparison of what a writer knows of its ledger with what is on the disk. So a lock that is
 * not kept, by a network file system say, or was lost or replaced, becomes an error: nothing is
 * written, cut or acknowledged after somebody else has been here.
 *
 * <p>Compared are the lock file with its note, which file is at the path of the ledger, how long it
 * is, and the line that this writer wrote last; its salts are in no other line.
 */
final class LedgerFence {
  private static final String LOCK =
      "the file beside the ledger that ends with .lock was changed, removed or replaced";
  private static final String GONE = "the ledger was removed or renamed";
  private static final String REPLACED = "another file is in the place of the ledger";
  private static final String SHORTER = "the ledger was cut";
  private static final String LONGER = "somebody else has written to the ledger";
  private static final String OTHER_LINES = "the ledger ends with lines that were not written here";
  private static final String SO =
      " while it was being written, and nothing more is written; some of the new events may be in it."
          + " Append the same log again with --continue (LedgerWriter.addIfNew)";

  private final Path file;
  private final Object identity;
  private final WriterLock lock;
  private final FileChannel reading;
  private long length;
  private byte[] last = new byte[0];

  /**
   * @param reading reads the file, so that no other gets its identity
   * @param length how long it is
   */
  LedgerFence(Path file, Object identity, WriterLock lock, FileChannel reading, long length) {
    this.file = file;
    this.identity = identity;
    this.lock = lock;
    this.reading = reading;
    this.length = length;
  }

  /** How long the ledger is, as far as this writer knows. */
  long length() {
    return length;
  }

  /** Notes that bytes were written at the end; which line is the last is then not known. */
  void grow(int bytes) {
    length += bytes;
    last = new byte[0];
  }

  /** Notes the line that was written last, all of it. */
  void end(byte[] line) {
    last = line;
  }

  /** Notes that the ledger was cut to this length. */
  void cut(long to) {
    length = to;
    last = new byte[0];
  }

  /**
   * Makes sure that nobody else was here.
   *
   * @throws LedgerChangedException if somebody was; it says what is different
   */
  void check() throws IOException {
    if (!lock.isUntouched()) {
      throw changed(LOCK);
    }
    BasicFileAttributes there = Disk.attributes(file, NOFOLLOW_LINKS);
    if (there == null) {
      throw changed(GONE);
    } else if (!identity.equals(Disk.identity(file, there))) {
      throw changed(REPLACED);
    }
    if (there.size() != length) {
      throw changed(there.size() < length ? SHORTER : LONGER);
    }
    if (!Arrays.equals(last, Disk.read(reading, length - last.length, last.length))) {
      throw changed(OTHER_LINES);
    }
  }

  static LedgerChangedException changed(String what) {
    return new LedgerChangedException(what + SO);
  }
}
