package org.peersupport.json.ledger;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/**
 * The copy of a ledger that an erasure writes and that takes the ledger's place in one step. It has
 * the ledger's owner, group and mode before anything is in it. Nothing is ever written to or
 * deleted at its path that was not made here, or left by an erasure of the same ledger.
 */
final class RewrittenCopy implements AutoCloseable {
  /** How its name ends. */
  static final String ENDING = ".rewriting";

  private static final String NOT_OURS =
      "the file beside the ledger that ends with .rewriting is not a copy that a stopped erasure of"
          + " this ledger has left; move it away";
  private static final String NOT_GIVEN_AWAY =
      "nothing was erased: the rewritten ledger could not be given the owner, group and mode of the"
          + " ledger; erase as its owner, or as an administrator";
  private static final String COPY_CHANGED = "the rewritten copy was removed or replaced";

  private final Path file;
  private final FileChannel channel;
  private final Object identity;

  private RewrittenCopy(Path file, FileChannel channel, Object identity) {
    this.file = file;
    this.channel = channel;
    this.identity = identity;
  }

  private static Path of(Path ledger) {
    return WriterLock.beside(ledger, ENDING);
  }

  /**
   * Makes an empty copy.
   *
   * @throws LedgerForeignFileException if there is a file of that name which is not ours to delete
   * @throws IOException if it cannot be made, or cannot be the ledger owner's
   */
  static RewrittenCopy create(Path ledger) throws IOException {
    Path file = of(ledger);
    FileChannel channel;
    try {
      channel = Disk.open(file, READ, WRITE, CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new LedgerForeignFileException(NOT_OURS);
    }
    BasicFileAttributes there = Disk.attributes(file, NOFOLLOW_LINKS);
    if (there == null) {
      channel.close();
      throw LedgerFence.changed(COPY_CHANGED);
    }
    RewrittenCopy copy = new RewrittenCopy(file, channel, Disk.identity(file, there));
    try {
      Disk.copyOwnership(ledger, file);
      return copy;
    } catch (NoSuchFileException e) {
      copy.close();
      throw LedgerFence.changed(COPY_CHANGED);
    } catch (IOException | RuntimeException e) {
      copy.close();
      throw new IOException(NOT_GIVEN_AWAY, e);
    }
  }

  /** Deletes what a stopped erasure of this ledger has left; anything else stays where it is. */
  static void discard(Path ledger) throws IOException {
    Path file = of(ledger);
    BasicFileAttributes there = Disk.attributes(file, NOFOLLOW_LINKS);
    try {
      if (there != null && there.isRegularFile() && hasHeaderOf(ledger, file)) {
        Files.delete(file);
      }
    } catch (NoSuchFileException | AccessDeniedException e) {
      // not ours to read, or somebody else has deleted it, or the ledger itself, which the next
      // look finds
    }
  }

  /** Whether the copy has the header of the ledger, which no other has, as far as it goes. */
  private static boolean hasHeaderOf(Path ledger, Path file) throws IOException {
    byte[] header = beginning(ledger);
    byte[] copied = beginning(file);
    int length = Math.min(header.length, copied.length);
    return Arrays.equals(header, 0, length, copied, 0, length)
        && (length == header.length || length == copied.length);
  }

  private static byte[] beginning(Path file) throws IOException {
    try (FileChannel channel = Disk.open(file, READ)) {
      return Contents.firstLine(Disk.read(channel, 0, Contents.LONGEST_HEADER));
    }
  }

  /** Takes what is to be in the copy. */
  OutputStream out() {
    return new BufferedOutputStream(Channels.newOutputStream(channel));
  }

  /** What is in it, from its beginning; all of it is on the disk. */
  InputStream written() throws IOException {
    channel.force(true);
    return Channels.newInputStream(channel.position(0));
  }

  /** Takes the ledger's place, in one step; it is there on the disk when this returns. */
  void replace(Path ledger) throws IOException {
    if (!isAt(file)) {
      throw LedgerFence.changed(COPY_CHANGED);
    }
    Files.move(file, ledger, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Disk.syncFolder(ledger);
  }

  private boolean isAt(Path path) throws IOException {
    BasicFileAttributes there = Disk.attributes(path, NOFOLLOW_LINKS);
    return there != null && identity.equals(Disk.identity(path, there));
  }

  /** Deletes the copy, unless it has taken its place. */
  @Override
  public void close() throws IOException {
    try (channel) {
      if (isAt(file)) {
        Files.delete(file);
      }
    }
  }
}
