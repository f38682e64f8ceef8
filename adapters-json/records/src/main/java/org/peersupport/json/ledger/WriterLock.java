package org.peersupport.json.ledger;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to write a ledger, and the note of an append that is under way. Both are in a file
 * beside the ledger, which stays: the ledger itself is replaced by an erasure, and who had locked
 * it would then hold a file that is no longer there. Only a ledger that was not begun after all
 * leaves none.
 *
 * <p>The note says how long the ledger was, and with what hash it ended, before the append. It is
 * on the disk before the first byte of the append, and gone before the append is acknowledged. So
 * whoever finds one knows where to cut.
 *
 * <p>A lock can be lost unseen: any code of the process that opens and closes the file drops it,
 * and some network file systems keep none. {@link #isUntouched()} tells whether anybody else has
 * been here.
 */
final class WriterLock implements OpenLedgers.Lock, AutoCloseable {
  /** How the name of the file ends. */
  static final String ENDING = ".lock";

  private static final String IN_USE =
      "somebody else is writing this ledger; try again when they are done, or wait for them";
  private static final String NO_FILE =
      "the file beside the ledger that ends with .lock is a link or a folder, which is not the"
          + " ledger's own; move it away";

  private final Path file;
  private final Object identity;
  private final FileChannel channel;
  private final boolean ofBeginning;
  private volatile byte[] text;

  private WriterLock(Path file, Object identity, FileChannel channel) throws IOException {
    this.file = file;
    this.identity = identity;
    this.channel = channel;
    this.text = Disk.read(channel, 0, AppendNote.LONGEST);
    this.ofBeginning = AppendNote.isOfBeginning(text);
  }

  /**
   * Takes the right.
   *
   * @param ledger the ledger, or where it will be; no link
   * @param wait how long to wait while somebody else has it
   * @throws LedgerInUseException if somebody else has it still
   */
  static WriterLock of(Path ledger, Duration wait) throws IOException {
    WriterLock lock = OpenLedgers.await(wait, () -> attempt(ledger));
    if (lock == null) {
      throw new LedgerInUseException(IN_USE);
    }
    return lock;
  }

  private static @Nullable WriterLock attempt(Path ledger) throws IOException {
    Path file = fileOf(ledger);
    LockFiles.makeIfMissing(file, ledger);
    BasicFileAttributes there = Disk.attributes(file, NOFOLLOW_LINKS);
    if (there == null) {
      return null; // whoever made it has removed it, because no ledger was begun
    } else if (!there.isRegularFile()) {
      throw new LedgerForeignFileException(NO_FILE);
    }
    Object identity = Disk.identity(file, there);
    BasicFileAttributes written = Disk.attributes(ledger, NOFOLLOW_LINKS);
    Object other = written == null ? identity : Disk.identity(ledger, written);
    if (OpenLedgers.has(identity) || OpenLedgers.has(other)) {
      return null;
    }
    FileChannel channel = lock(file, identity);
    if (channel == null) {
      return null;
    }
    try {
      WriterLock lock = new WriterLock(file, identity, channel);
      OpenLedgers.add(identity, lock);
      OpenLedgers.add(other, lock);
      return lock;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Opens and locks the file; null when somebody else has locked it, or has removed it since. */
  private static @Nullable FileChannel lock(Path file, Object identity) throws IOException {
    FileChannel kept = OpenLedgers.keptOpen(identity);
    FileChannel channel;
    try {
      channel = kept == null ? Disk.open(file, READ, WRITE) : kept;
    } catch (NoSuchFileException e) {
      return null;
    }
    boolean locked = false;
    try {
      locked = channel.tryLock() != null && isAt(file, identity);
      OpenLedgers.release(identity);
    } catch (OverlappingFileLockException e) {
      OpenLedgers.keepOpen(identity, channel);
      return null;
    } finally {
      if (!locked && OpenLedgers.keptOpen(identity) == null) {
        channel.close();
      }
    }
    return locked ? channel : null;
  }

  private static Path fileOf(Path ledger) {
    return beside(ledger, ENDING);
  }

  /** A file beside the ledger. */
  static Path beside(Path ledger, String ending) {
    return ledger.resolveSibling(ledger.getFileName() + ending);
  }

  /** Whether there is a lock file, or anything else of that name. */
  static boolean isThere(Path ledger) {
    return Files.exists(fileOf(ledger), NOFOLLOW_LINKS);
  }

  /**
   * The note of an append that is under way or was stopped, for somebody who only reads. No lock of
   * this process is lost by it.
   */
  static Optional<AppendNote> noteBeside(Path ledger) throws IOException {
    return AppendNote.read(OpenLedgers.read(fileOf(ledger)));
  }

  private static boolean isAt(Path file, Object identity) throws IOException {
    BasicFileAttributes there = Disk.attributes(file, NOFOLLOW_LINKS);
    return there != null && identity.equals(Disk.identity(file, there));
  }

  /** The ledger was made; nobody else of this process may open it, under another name say. */
  void hold(Object ledger) {
    OpenLedgers.add(ledger, this);
  }

  /** The note of an append that was never acknowledged. */
  Optional<AppendNote> note() {
    return AppendNote.read(text);
  }

  /** Whether there never was a ledger, as far as the file says. */
  boolean isOfBeginning() {
    return ofBeginning;
  }

  /** What the file says, as far as this writer knows. */
  @Override
  public byte[] text() {
    return text;
  }

  /** Whether the file says nothing but what this note says, as far as it goes. */
  boolean saysAtMost(AppendNote note) {
    return note.beginsWith(text);
  }

  /** Whether the file, and what it says, are as this writer knows them. */
  boolean isUntouched() throws IOException {
    return isAt(file, identity) && Arrays.equals(text, Disk.read(channel, 0, AppendNote.LONGEST));
  }

  /** An append begins. The note is on the disk when this returns. */
  void begin(AppendNote note) throws IOException {
    byte[] all = note.text();
    if (text.length != all.length) {
      clear(); // else it is written over: the note of a beginning is never empty
    }
    for (int at = 0; at < all.length; ) {
      ByteBuffer rest = ByteBuffer.wrap(all, at, all.length - at);
      channel.write(rest, at);
      text = Arrays.copyOf(text, Math.max(text.length, rest.position()));
      System.arraycopy(all, at, text, at, rest.position() - at);
      at = rest.position();
    }
    channel.force(true);
  }

  /** Lets those read and write the file who may read and write the ledger, as far as possible. */
  void takeOwnershipOf(Path ledger) throws IOException {
    Disk.tryCopyOwnership(ledger, file);
  }

  /** No append is under way any more. That is on the disk when this returns. */
  void end() throws IOException {
    if (text.length > 0) {
      clear();
      channel.force(true);
    }
  }

  private void clear() throws IOException {
    channel.truncate(0);
    text = new byte[0];
  }

  /** There is no ledger that one could have the right to write, and never was. */
  void remove() throws IOException {
    if (isAt(file, identity)) {
      Files.delete(file);
    }
  }

  /** Deletes what a stopped beginning of a ledger has left beside the file. */
  void discardDrafts() throws IOException {
    if (ofBeginning) {
      LockFiles.discardDrafts(file);
    }
  }

  /** Lets others write. */
  @Override
  public void close() throws IOException {
    OpenLedgers.close(this, channel);
  }
}
