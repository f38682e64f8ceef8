package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.JsonLimits;
import org.peersupport.json.Read;

/** Reads texts of one line. */
public final class Lines {
  /** The version of logs that is written and read. */
  public static final int LOG_VERSION = 1;

  /** The line that a log may start with. */
  public static final String LOG_HEADER =
      "{\"format\":\"peersupport/log\",\"version\":" + LOG_VERSION + "}";

  private static final String TOO_LARGE = "A line has at most " + JsonLimits.LINE_BYTES + " bytes.";
  private static final Shape HEADER = Shape.of("format", "version");

  private Lines() {}

  /** Reads a line that is given as text. */
  public static <T> Read<T> read(String line, int number, Entry<T> entry) {
    if (Sizes.isOver(line, JsonLimits.LINE_BYTES)) {
      return Reading.tooLarge(number, TOO_LARGE);
    }
    try (JsonParser parser = Reading.parser(line)) {
      return Reading.read(parser, number, entry);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /** Reads a line that is given as bytes. */
  public static <T> Read<T> read(byte[] utf8, int number, Entry<T> entry) {
    if (utf8.length > JsonLimits.LINE_BYTES) {
      return Reading.tooLarge(number, TOO_LARGE);
    }
    try (JsonParser parser = Reading.parser(utf8)) {
      return Reading.read(parser, number, entry);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /** The version of the log of which this line is the header; empty when it is none. */
  public static OptionalInt logVersion(String line) {
    return read(line, 1, Lines::header).fold(version -> version, issues -> OptionalInt.empty());
  }

  private static @Nullable OptionalInt header(Source source) throws IOException {
    Members members = Members.of(source, HEADER);
    if (members == null) {
      return null;
    }
    boolean format = false;
    int version = 0;
    for (int member = members.next(); member >= 0; member = members.next()) {
      if (member == 0) {
        format = "peersupport/log".equals(members.string());
      } else {
        version = members.integer();
      }
    }
    if (!members.end(Shape.mask(0, 1))) {
      return null;
    }
    return format ? OptionalInt.of(version) : OptionalInt.empty();
  }
}
