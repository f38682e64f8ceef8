package org.peersupport.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a stream, as they arrive. No line takes more memory than one byte over its limit:
 * what a longer one says beyond that is passed over, and its reader will find it too long. Not safe
 * to share between threads.
 */
public final class LineReader {
  private final InputStream in;
  private final int kept;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int from;
  private int to;
  private int number;
  private long offset;
  private long after;
  private boolean terminated;

  private LineReader(InputStream in, int limit) {
    this.in = in;
    this.kept = limit + 1;
  }

  /** Commands and queries. */
  public static LineReader ofCommands(InputStream in) {
    return new LineReader(in, JsonLimits.LINE_BYTES);
  }

  /** Events. */
  public static LineReader ofEvents(InputStream in) {
    return new LineReader(in, JsonLimits.EVENT_BYTES);
  }

  /** Goes to the next line; false when there is none. */
  public boolean next() throws IOException {
    line.reset();
    offset = after;
    number++;
    int end = newline();
    while (end < 0) {
      keepUntil(to);
      if (!fill()) {
        terminated = false;
        return after > offset;
      }
      end = newline();
    }
    keepUntil(end);
    from++;
    after++;
    terminated = true;
    return true;
  }

  private void keepUntil(int end) {
    line.write(buffer, from, Math.min(end - from, kept - line.size()));
    after += end - from;
    from = end;
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(buffer));
    return to > 0;
  }

  private int newline() {
    for (int i = from; i < to; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Whether another whole line is here already, so that reading it will not wait. */
  public boolean hasAnother() {
    return newline() >= 0;
  }

  /** The line without its end. */
  public byte[] line() {
    return line.toByteArray();
  }

  /** The number of the line, from 1. */
  public int number() {
    return number;
  }

  /** Where the line begins, in bytes. */
  public long offset() {
    return offset;
  }

  /** Whether the line has an end; the last one may lack it. */
  public boolean isTerminated() {
    return terminated;
  }

  /** Whether there is nothing but white space. */
  public boolean isBlank() {
    for (byte b : line.toByteArray()) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
