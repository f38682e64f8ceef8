package org.peersupport.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Reasons;
import org.peersupport.session.Event;

/**
 * Writes a log of any length, event by event, in constant memory; the header comes first:
 *
 * <pre>{@code
 * try (LogWriter log = LogWriter.create(file, Reasons.LEFT_OUT)) {
 *   for (Event event : events) {
 *     log.write(event);
 *   }
 * }
 * }</pre>
 *
 * <p>What is written stays in a buffer until {@link #flush()} or {@link #close()}. Equal events
 * give equal bytes, packed or not. That the events of a session follow one another as they must is
 * left to the caller. Not safe to share between threads.
 */
public final class LogWriter implements Flushable, AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final Reasons reasons;

  private LogWriter(OutputStream out, Reasons reasons) throws IOException {
    this.out = out;
    this.reasons = reasons;
    writeLine(PeerSupportJson.logHeader().getBytes(UTF_8));
  }

  /**
   * Makes a file; one whose name ends with {@code .gz} is packed as it is written.
   *
   * @param reasons whether the reasons of overrides and corrections are written
   * @throws java.nio.file.FileAlreadyExistsException if there is one already: a log is a record,
   *     and this writes no other in its place
   * @throws IOException if it cannot be made
   */
  public static LogWriter create(Path file, Reasons reasons) throws IOException {
    Objects.requireNonNull(reasons, "reasons");
    OutputStream made =
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      return of(file.toString().endsWith(".gz") ? packed(made) : made, reasons);
    } catch (IOException e) {
      made.close();
      throw e;
    }
  }

  /** Packs such that what was flushed can be unpacked, whatever happens afterwards. */
  private static OutputStream packed(OutputStream out) throws IOException {
    return new GZIPOutputStream(out, BUFFER, true);
  }

  /**
   * Writes to a stream, which is closed with this writer.
   *
   * @param reasons whether the reasons of overrides and corrections are written
   * @throws IOException if the stream does not take the header
   */
  public static LogWriter of(OutputStream out, Reasons reasons) throws IOException {
    Objects.requireNonNull(reasons, "reasons");
    return new LogWriter(new BufferedOutputStream(out, BUFFER), reasons);
  }

  /**
   * Adds an event.
   *
   * @throws IllegalArgumentException if its line would be longer than {@link
   *     JsonLimits#EVENT_BYTES}, so that no one could read it again; nothing of it is written
   * @throws IOException if it cannot be written
   */
  public void write(Event event) throws IOException {
    byte[] line = PeerSupportJson.writeEventBytes(event, reasons);
    if (line.length > JsonLimits.EVENT_BYTES) {
      throw new IllegalArgumentException(
          "an event of a log takes at most " + JsonLimits.EVENT_BYTES + " bytes");
    }
    writeLine(line);
  }

  private void writeLine(byte[] line) throws IOException {
    out.write(line);
    out.write('\n');
  }

  /** Hands everything written so far to the operating system, or to the stream. */
  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** Writes what is left in the buffer and closes the file, or the stream. */
  @Override
  public void close() throws IOException {
    out.close();
  }
}
