package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The right to write a ledger, and the note of an append that is under way. Both are in a file
 * beside the ledger, which stays: the ledger itself is replaced by an erasure, and who had locked
 * it would then hold a file that is no longer there. Only a ledger that was not begun after all
 * leaves none.
 *
 * <p>The note says how long the ledger was, and with what hash it ended, before the append. It is
 * on the disk before the first byte of the append, and gone before the append is acknowledged. So
 * whoever finds one knows where to cut.
 */
final class WriterLock implements AutoCloseable {
  /** How long the ledger was and with which hash it ended. */
  record Note(long length, String hash) {}

  private static final Pattern NOTE = Pattern.compile("([0-9]{1,18}) ([0-9a-f]{64})\n");
  private static final int LONGEST = 100;
  private static final String IN_USE =
      "somebody else is writing this ledger; try again when they are done";

  private final Path file;
  private final FileChannel channel;

  private WriterLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the right.
   *
   * @throws LedgerInUseException if somebody else has it
   */
  static WriterLock of(Path ledger) throws IOException {
    Path file = beside(ledger, ".lock");
    Disk.createIfMissing(file);
    Object which = Disk.identity(file);
    FileChannel channel =
        Disk.open(
            file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    try {
      // Whoever had it may have removed the file meanwhile; to lock that would keep nobody out.
      if (channel.tryLock() == null || !Objects.equals(which, Disk.identity(file))) {
        throw new LedgerInUseException(IN_USE);
      }
      return new WriterLock(file, channel);
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new LedgerInUseException(IN_USE);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** A file beside the ledger. */
  static Path beside(Path ledger, String ending) {
    return ledger.resolveSibling(ledger.getFileName() + ending);
  }

  /** The note of an append that was never acknowledged. */
  Optional<Note> note() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
    int length = Math.max(0, channel.read(bytes, 0));
    Matcher text = NOTE.matcher(new String(bytes.array(), 0, length, US_ASCII));
    // One that breaks off was still being written, so of the append there is nothing yet.
    return text.matches()
        ? Optional.of(new Note(Long.parseLong(text.group(1)), text.group(2)))
        : Optional.empty();
  }

  /** An append begins. */
  void begin(Note note) throws IOException {
    channel.truncate(0);
    ByteBuffer text = ByteBuffer.wrap((note.length + " " + note.hash + "\n").getBytes(US_ASCII));
    while (text.hasRemaining()) {
      channel.write(text, text.position());
    }
    channel.force(true);
  }

  /** No append is under way any more. */
  void end() throws IOException {
    channel.truncate(0);
    channel.force(true);
  }

  /** There is no ledger that one could have the right to write. */
  void remove() throws IOException {
    Files.deleteIfExists(file);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
