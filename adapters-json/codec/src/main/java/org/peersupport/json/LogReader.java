package org.peersupport.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import org.peersupport.json.data.Issue;
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
 * <p>A line that cannot be read is an entry like any other, so that the rest is read all the same.
 * Whether events follow one another as they must is not looked at here. Not safe to share between
 * threads.
 */
public final class LogReader implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final LineReader lines;
  private final PlainEvents plainEvents = new PlainEvents();

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
   * over; a header of another version is an entry that says so.
   *
   * @throws IOException if the stream cannot be read, or unpacked
   */
  public Optional<LogEntry> next() throws IOException {
    while (lines.next()) {
      boolean first = lines.number() == 1;
      Event plain = plainEvents.read(lines.buffer(), lines.start(), lines.end());
      if (plain != null) {
        return Optional.of(new LogEntry.Recorded(lines.number(), plain));
      }
      if (!lines.isBlank()) {
        byte[] line = lines.line();
        OptionalInt version =
            first ? PeerSupportJson.logVersion(new String(line, UTF_8)) : OptionalInt.empty();
        if (version.isEmpty()) {
          return Optional.of(PeerSupportJson.readLogEntry(line, lines.number()));
        } else if (version.getAsInt() != PeerSupportJson.LOG_VERSION) {
          return Optional.of(ofAnotherVersion(version.getAsInt()));
        }
      }
    }
    return Optional.empty();
  }

  private LogEntry ofAnotherVersion(int version) {
    String explanation =
        "This is a log of version "
            + version
            + ", and this release reads version "
            + PeerSupportJson.LOG_VERSION
            + ". Use the release that wrote it.";
    Issue issue =
        new Issue(IssueCode.UNKNOWN_VALUE.wireName(), "/version", lines.number(), explanation);
    return new LogEntry.Broken(lines.number(), Optional.empty(), List.of(issue));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
