package org.peersupport.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Optional;
import org.peersupport.workbench.text.Controls;

/**
 * The three streams of a command: results go to standard output, everything else to standard error.
 */
final class Console {
  private final InputStream in;
  private final OutputStream out;
  private final PrintStream err;
  private final boolean watched;

  /** Nobody watches standard error while the command runs. */
  Console(InputStream in, OutputStream out, OutputStream err) {
    this(in, out, err, false);
  }

  /**
   * @param watched whether standard error is a terminal
   */
  Console(InputStream in, OutputStream out, OutputStream err, boolean watched) {
    this.in = in;
    this.out = out;
    this.err = new PrintStream(err, true, UTF_8);
    this.watched = watched;
  }

  /** Standard error, when it is a terminal; somebody may watch it. */
  Optional<PrintStream> watched() {
    return watched ? Optional.of(err) : Optional.empty();
  }

  /** Standard input, not buffered. */
  InputStream in() {
    return in;
  }

  /**
   * One line for the person at the keyboard; never anything confidential. What a terminal would
   * obey is escaped.
   */
  void tell(String line) {
    err.println(Controls.shown(line));
  }

  /**
   * Results, passed on at once.
   *
   * @throws OutputException when they cannot be delivered
   */
  void print(byte[] results, int length) {
    try {
      out.write(results, 0, length);
      out.flush();
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  /** The same for bytes that were collected. */
  void print(ByteArrayOutputStream results) {
    try {
      results.writeTo(out);
      out.flush();
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  /** Results as a stream, which stays open when it is closed. */
  OutputStream results() {
    return new OutputStream() {
      @Override
      public void write(int b) {
        print(new byte[] {(byte) b}, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) {
        print(Arrays.copyOfRange(bytes, from, from + length), length);
      }
    };
  }

  /** A result and the end of its line. */
  void printLine(String result) {
    byte[] bytes = (result + "\n").getBytes(UTF_8);
    print(bytes, bytes.length);
  }
}
