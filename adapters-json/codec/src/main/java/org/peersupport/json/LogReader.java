package org.peersupport.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.peersupport.json.data.IssueCode;
import org.peersupport.json.internal.PlainEvents;
import org.peersupport.session.Event;

/**
 * Reads a log of any length, line by line, in constant memory:
 *
 * <pre>{@code
 * try (LogReader log = LogReader.open(file)) {
 *   for (Optional<LogEntry> entry = log.next(); entry.isPresent(); entry = log.next()) {
 *     …
 *   }
 * }
 * }</pre>
 *
 * <p>A line that cannot be read is an entry like any other, so that the rest is read all the same;
 * so is a last line that breaks off. Whether events follow one another as they must is not looked
 * at here. Not safe to share between threads.
 */
public final class LogReader implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final LineReader lines;
  private final PlainEvents plainEvents = new PlainEvents();

  /** Nothing was said yet, so that a header may come. */
  private boolean first = true;

  private LogReader(InputStream in) {
    this.in = in;
    this.lines = LineReader.ofEvents(in);
  }

  /**
   * Opens a file; one whose name ends with {@code .gz} is unpacked as it is read.
   *
   * @throws IOException if it cannot be opened
   */
  public static LogReader open(Path file) throws IOException {
    return of(Files.newInputStream(file), file.toString());
  }

  /**
   * Reads a stream, which is closed with this reader.
   *
   * @param name the log's name; when it ends with {@code .gz} the stream is unpacked
   * @throws IOException if it cannot be read
   */
  public static LogReader of(InputStream in, String name) throws IOException {
    try {
      return new LogReader(name.endsWith(".gz") ? new GZIPInputStream(in, BUFFER) : in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Reads a stream, which is closed with this reader. */
  public static LogReader of(InputStream in) {
    return new LogReader(in);
  }

  /**
   * The next line that says something; empty at the end. Blank lines and the header are passed
   * over.
   *
   * @throws LogHeaderException if the first line is a header that this release does not read
   * @throws IOException if the stream cannot be read, or unpacked
   */
  public Optional<LogEntry> next() throws IOException {
    while (lines.next()) {
      Event plain = plainEvents.read(lines.buffer(), lines.start(), lines.end());
      if (plain != null) {
        first = false;
        return Optional.of(new LogEntry.Recorded(lines.number(), plain));
      }
      if (!lines.isBlank()) {
        byte[] line = lines.line();
        boolean begins = first;
        first = false;
        if (!begins || !LogHeader.is(line, lines.number())) {
          return Optional.of(entry(line, begins));
        }
      }
    }
    return Optional.empty();
  }

  private LogEntry entry(byte[] line, boolean begins) {
    LogEntry entry = PeerSupportJson.readLogEntry(line, lines.number());
    boolean torn =
        !lines.isTerminated()
            && entry instanceof LogEntry.Broken broken
            && (begins ? LogHeader.isBeginning(line) : breaksOff(broken));
    return torn ? new LogEntry.Torn(lines.number(), lines.offset()) : entry;
  }

  private static boolean breaksOff(LogEntry.Broken broken) {
    return broken.issues().stream()
        .anyMatch(issue -> issue.code().equals(IssueCode.NOT_JSON.wireName()));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
