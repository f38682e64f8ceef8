package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.JsonLimits;
import org.peersupport.json.Read;

/** Reads texts of one line. */
public final class Lines {
  /** The line that a log may start with. */
  public static final String LOG_HEADER = "{\"format\":\"peersupport/log\",\"version\":1}";

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

  /** Whether the line is the header of a log of this version. */
  public static boolean isLogHeader(String line) {
    return line.equals(LOG_HEADER)
        || read(line, 1, Lines::header).fold(yes -> yes, issues -> false);
  }

  private static @Nullable Boolean header(Source source) throws IOException {
    Members members = Members.of(source, HEADER);
    if (members == null) {
      return null;
    }
    boolean format = false;
    boolean version = false;
    for (int member = members.next(); member >= 0; member = members.next()) {
      if (member == 0) {
        format = "peersupport/log".equals(members.string());
      } else {
        version = members.integer() == 1;
      }
    }
    return members.end(Shape.mask(0, 1)) ? format && version : null;
  }
}
