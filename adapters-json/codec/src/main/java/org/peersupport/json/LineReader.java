package org.peersupport.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.internal.Bytes;

/**
 * The lines of a stream, as they arrive. No line takes more memory than one byte over its limit:
 * what a longer one says beyond that is passed over, and its reader will find it too long. Not safe
 * to share between threads.
 */
public final class LineReader {
  private static final int BLOCK = 1 << 16;

  private final InputStream in;
  private final int kept;
  private byte[] buffer = new byte[BLOCK];
  private int start;
  private int end;
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

  /** Lines of a ledger. */
  public static LineReader ofLedger(InputStream in) {
    return new LineReader(in, JsonLimits.LEDGER_BYTES);
  }

  /** Goes to the next line; false when there is none. */
  public boolean next() throws IOException {
    offset = after;
    number++;
    start = from;
    int searched = from;
    long dropped = 0;
    int newline = Bytes.find(buffer, searched, to, (byte) '\n');
    while (newline < 0) {
      dropped += drop();
      searched = to;
      int moved = start;
      if (!fill()) {
        end = to;
        from = to;
        after = offset + dropped + (to - start);
        terminated = false;
        return after > offset;
      }
      searched -= moved - start;
      newline = Bytes.find(buffer, searched, to, (byte) '\n');
    }
    end = Math.min(newline, start + kept);
    from = newline + 1;
    after = offset + dropped + (from - start);
    terminated = true;
    return true;
  }

  /** Forgets what the line says beyond its limit, and tells how much that is. */
  private int drop() {
    int over = Math.max(0, to - start - kept);
    to -= over;
    return over;
  }

  /** Reads more of the line; false at the end. */
  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, to - start);
      to -= start;
      start = 0;
    }
    if (to == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(2 * to, kept + BLOCK));
    }
    int count = Math.max(0, in.read(buffer, to, buffer.length - to));
    to += count;
    return count > 0;
  }

  /** Whether another whole line is here already, so that reading it will not wait. */
  public boolean hasAnother() {
    return Bytes.find(buffer, from, to, (byte) '\n') >= 0;
  }

  /** The line without its end. */
  public byte[] line() {
    return Arrays.copyOfRange(buffer, start, end);
  }

  /** What holds the line, from {@link #start()} to {@link #end()}; until the next line is read. */
  byte[] buffer() {
    return buffer;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
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
    for (int i = start; i < end; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
