package org.peersupport.json.ledger;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ledger that nobody else writes, checked from its first line to its last, and rid of what a
 * writer that was stopped has left behind: a copy that did not take its place, an append that was
 * never acknowledged. Nothing else is ever cut off, and nothing before all of it was found to be a
 * ledger.
 *
 * <p>It is written only at its end (O_APPEND), so whatever else goes wrong no byte of somebody else
 * is written over.
 */
final class WritableLedger implements AutoCloseable {
  private static final String CUT_OFF =
      "bytes that no append had acknowledged were cut off: an append was stopped";
  private static final String COMPLETED = "the last line had lost its end, which was put back";
  private static final String FAILED =
      "the ledger could not be written before; close this writer, and open the ledger again";
  private static final String GONE =
      "There is no ledger here any more, and the file that ends with .lock says that there was one."
          + " Put it back from a copy; only if it is to be forgotten, begin a new one with --new"
          + " (LedgerAccess.beginningAnew).";

  /** What is written at once, in bytes; one call of the system takes a hundred lines or so. */
  private static final int BLOCK = 1 << 16;

  private final Path file;
  private final WriterLock lock;
  private final FileChannel reading;
  private final FileChannel appending;
  private final LedgerFence fence;
  private final Scan scan;
  private final boolean begun;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private byte[] last = new byte[0];
  private @Nullable String mended;
  private long committed;
  private boolean folderIsSynced;
  private boolean failed;
  private boolean lost;

  private WritableLedger(
      Path file,
      WriterLock lock,
      FileChannel reading,
      FileChannel appending,
      LedgerFence fence,
      boolean begun) {
    this.begun = begun;
    this.file = file;
    this.lock = lock;
    this.reading = reading;
    this.appending = appending;
    this.fence = fence;
    InputStream in = Channels.newInputStream(reading);
    this.scan = new Scan(in, Contents.remembering(), MerkleTree.empty());
  }

  /**
   * Opens a ledger.
   *
   * @throws NoSuchFileException if there is none
   */
  static WritableLedger open(Path file, LedgerAccess access) throws IOException {
    BasicFileAttributes there = Disk.attributes(file);
    if (there == null) {
      throw new NoSuchFileException(file.toString());
    } else if (there.size() == 0) {
      throw new LedgerException(TamperDiagnosis.empty());
    }
    return openOrBegin(file, access);
  }

  /** Opens a ledger, or an empty file in its place. */
  static WritableLedger openOrBegin(Path file, LedgerAccess access) throws IOException {
    if (Files.exists(file, NOFOLLOW_LINKS) && !Files.isRegularFile(file)) {
      throw new IOException("a ledger is a regular file or a link to one, and this is neither");
    }
    requireName(file);
    Path real = Files.exists(file) ? file.toRealPath() : file;
    if (isWritten(real) && !WriterLock.isThere(real)) {
      LedgerRecovery.requireHeader(real);
    }
    boolean isNew = !Files.exists(real, NOFOLLOW_LINKS);
    boolean wasBegun = WriterLock.isThere(real);
    WriterLock lock = WriterLock.of(real, access.waitAtMost());
    try {
      if (!isWritten(real) && !lock.isOfBeginning()) {
        requireLeave(lock, access);
      }
      return locked(real, lock, access, isNew || (wasBegun && lock.isOfBeginning()));
    } catch (IOException | RuntimeException e) {
      try (lock) {
        if (lock.isOfBeginning() && !Files.exists(real, NOFOLLOW_LINKS)) {
          lock.remove(); // there is no ledger, and its file could not be made
        }
      }
      throw e;
    }
  }

  private static void requireName(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(WriterLock.ENDING) || name.endsWith(RewrittenCopy.ENDING)) {
      throw new IOException(
          "this is the name of a file beside a ledger; name the ledger without its ending");
    }
  }

  private static boolean isWritten(Path file) throws IOException {
    BasicFileAttributes there = Disk.attributes(file);
    return there != null && there.size() > 0;
  }

  private static void requireLeave(WriterLock lock, LedgerAccess access) throws IOException {
    if (!access.beginsAnew()) {
      throw new LedgerException(new LedgerFinding(LedgerFindingKind.REMOVED, 1, GONE));
    } else if (lock.note().isEmpty() && !lock.saysAtMost(AppendNote.OF_BEGINNING)) {
      throw new LedgerForeignFileException(LedgerRecovery.NOT_A_NOTE);
    }
  }

  /**
   * Opens the ledger.
   *
   * @param begun whether the file is of our own making, now or when another beginning was stopped
   */
  private static WritableLedger locked(
      Path file, WriterLock lock, LedgerAccess access, boolean begun) throws IOException {
    FileChannel appending = Disk.open(file, APPEND, CREATE);
    FileChannel reading = null;
    try {
      reading = Disk.open(file, READ);
      BasicFileAttributes there = Disk.attributes(file, NOFOLLOW_LINKS);
      if (there == null) {
        throw new NoSuchFileException(file.toString());
      }
      Object identity = Disk.identity(file, there);
      lock.hold(identity);
      LedgerFence fence = new LedgerFence(file, identity, lock, reading, there.size());
      WritableLedger ledger = new WritableLedger(file, lock, reading, appending, fence, begun);
      ledger.mend();
      ledger.mended().ifPresent(access.mended());
      return ledger;
    } catch (IOException | RuntimeException e) {
      appending.close();
      if (reading != null) {
        reading.close();
      }
      throw e;
    }
  }

  private void mend() throws IOException {
    if (fence.length() > 0) {
      new LedgerRecovery(file, lock, reading, scan).goToAcknowledgedEnd();
    }
    if (fence.length() > scan.end()) {
      fence.check(); // just before, or what somebody else has acknowledged meanwhile is cut off
      appending.truncate(scan.end());
      fence.cut(scan.end());
      appending.force(true);
      mended = CUT_OFF;
    } else if (!scan.isTerminated()) {
      append(new byte[0]);
      flush();
      appending.force(true);
      mended = COMPLETED;
    }
    fence.check(); // what was read is what there is
    if (fence.length() > 0) {
      lock.end();
    }
    RewrittenCopy.discard(file);
    lock.discardDrafts();
    if (fence.length() > 0) {
      lock.takeOwnershipOf(file);
    }
    committed = fence.length();
  }

  /** What had to be mended, for people; empty when nothing had. */
  Optional<String> mended() {
    return Optional.ofNullable(mended);
  }

  /** The way through the ledger, at its end. */
  Scan scan() {
    return scan;
  }

  Path file() {
    return file;
  }

  /** Makes sure that nobody else has written, see {@link LedgerFence#check()}. */
  void check() throws IOException {
    try {
      fence.check();
    } catch (LedgerChangedException e) {
      lost = true;
      throw e;
    }
  }

  /**
   * Notes that an append begins.
   *
   * @param line its first line
   */
  void begin(byte[] line) throws IOException {
    requireSound();
    failed = true;
    check();
    lock.begin(
        committed == 0
            ? AppendNote.ofBeginning(hash(line))
            : new AppendNote(committed, scan.hash(), Optional.of(hash(line))));
    if (!folderIsSynced) {
      Disk.syncFolder(file); // the file with the note may be new, and the ledger
      folderIsSynced = true;
    }
    check(); // another writer may have come in between, if the lock was lost
    failed = false;
  }

  /**
   * After a failure nobody knows what the disk has, and what the system still remembers to write.
   */
  private void requireSound() throws IOException {
    if (failed) {
      throw new IOException(FAILED);
    }
  }

  private static String hash(byte[] line) {
    return requireNonNull(LedgerLine.read(line)).hash();
  }

  /** Adds a line to the block that is written next. */
  void append(byte[] line) throws IOException {
    requireSound();
    last = Arrays.copyOf(line, line.length + 1);
    last[line.length] = '\n';
    pending.writeBytes(last);
    if (pending.size() >= BLOCK) {
      flush();
    }
  }

  private void flush() throws IOException {
    failed = true;
    ByteBuffer bytes = ByteBuffer.wrap(pending.toByteArray());
    pending.reset();
    check();
    while (bytes.hasRemaining()) {
      fence.grow(appending.write(bytes));
    }
    fence.end(last);
    failed = false;
  }

  /** What was appended has reached the disk, and stays. */
  void commit() throws IOException {
    requireSound();
    flush();
    failed = true;
    appending.force(true);
    check();
    lock.end();
    check(); // nobody took this append for a stopped one before its note was gone
    committed = fence.length();
    failed = false;
  }

  /** What was appended since is taken back, unless somebody else was here. */
  void rollBack() throws IOException {
    if (lost) {
      return;
    }
    pending.reset();
    check();
    appending.truncate(committed);
    fence.cut(committed);
    appending.force(true);
    if (committed > 0) {
      lock.end();
    } else {
      leaveNothing();
    }
  }

  /** No ledger was begun. */
  private void leaveNothing() throws IOException {
    if (begun) {
      Files.delete(file);
    }
    if (lock.isOfBeginning()) {
      lock.remove();
    } else {
      lock.end();
    }
  }

  @Override
  public void close() throws IOException {
    try (lock;
        reading;
        appending) {
      pending.reset();
    }
  }
}
