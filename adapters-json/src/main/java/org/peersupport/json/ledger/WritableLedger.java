package org.peersupport.json.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ledger that nobody else writes, checked from its first line to its last, and rid of what a
 * writer that was stopped has left behind: a copy that did not take its place, an append that was
 * never acknowledged. Nothing else is ever cut off.
 */
final class WritableLedger implements AutoCloseable {
  private static final String COPY = ".rewriting";
  private static final String CUT_OFF =
      "an append that was stopped, and never acknowledged, was cut off";
  private static final String TORN =
      "The last line breaks off, and no append was stopped: part of the line was lost or taken away"
          + " after it had been acknowledged. Go back to a copy of the ledger that is whole.";
  private static final String COMPLETED = "the last line had lost its end, which was put back";
  private static final String NOT_ITS_LOCK =
      "the file beside the ledger that ends with .lock speaks of another ledger than this; if you"
          + " have put this one in its place, remove that file";

  private final Path file;
  private final WriterLock lock;
  private final FileChannel channel;
  private final Scan scan;
  private final boolean begun;
  private @Nullable String mended;
  private long length;

  private WritableLedger(Path file, WriterLock lock, FileChannel channel, boolean begun) {
    this.begun = begun;
    this.file = file;
    this.lock = lock;
    this.channel = channel;
    this.scan =
        new Scan(Channels.newInputStream(channel), Contents.remembering(), MerkleTree.empty());
  }

  /**
   * Opens a ledger.
   *
   * @throws NoSuchFileException if there is none
   */
  static WritableLedger open(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    return openOrBegin(file);
  }

  /** Opens a ledger, or an empty file in its place. */
  static WritableLedger openOrBegin(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException("a ledger is a regular file, and this is none");
    }
    Path real = Files.exists(file) ? file.toRealPath() : file;
    WriterLock lock = WriterLock.of(real);
    try {
      Files.deleteIfExists(WriterLock.beside(real, COPY));
      boolean begun = !Files.exists(real);
      FileChannel channel =
          Disk.open(
              real, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
      try {
        WritableLedger ledger = new WritableLedger(real, lock, channel, begun);
        ledger.check();
        return ledger;
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private void check() throws IOException {
    Optional<WriterLock.Note> note = lock.note();
    if (note.isPresent()) {
      goTo(note.get());
      mended = CUT_OFF;
    } else if (channel.size() > 0) {
      goToEnd();
    }
    channel.truncate(scan.end());
    channel.position(scan.end());
    if (!scan.isTerminated()) {
      mended = COMPLETED;
      append(new byte[0]);
    }
    channel.force(true);
    lock.end();
    length = channel.position();
  }

  private void goTo(WriterLock.Note note) throws IOException {
    while (scan.end() < note.length() && scan.next()) {
      // on to the next
    }
    require(scan.finding());
    if (scan.end() != note.length() || !scan.hash().equals(note.hash())) {
      throw new LedgerInUseException(NOT_ITS_LOCK);
    }
    require(scan.contents().end());
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

  private static void require(@Nullable LedgerFinding nothing) {
    if (nothing != null) {
      throw new LedgerException(nothing);
    }
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

  /** The copy that will take the ledger's place. */
  Path copy() {
    return WriterLock.beside(file, COPY);
  }

  /** Notes that an append begins. */
  void begin() throws IOException {
    lock.begin(new WriterLock.Note(length, scan.hash()));
    Disk.syncFolder(file); // the file with the note may be new
  }

  /** Writes a line and its end. */
  void append(byte[] line) throws IOException {
    byte[] whole = Arrays.copyOf(line, line.length + 1);
    whole[line.length] = '\n';
    ByteBuffer bytes = ByteBuffer.wrap(whole);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** What was appended has reached the disk, and stays. */
  void commit() throws IOException {
    channel.force(true);
    Disk.syncFolder(file);
    lock.end();
    length = channel.size();
  }

  /** What was appended since is taken back. */
  void rollBack() throws IOException {
    channel.truncate(length);
    channel.force(true);
    lock.end();
    if (begun && length == 0) {
      Files.deleteIfExists(file);
      lock.remove();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      lock.close();
    }
  }
}
