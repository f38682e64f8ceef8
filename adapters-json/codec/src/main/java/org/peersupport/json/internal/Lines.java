package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Read;
import org.peersupport.protocol.Keys;

/** Reads texts of one line. */
public final class Lines {
  /** The version of logs that is written and read. */
  public static final int LOG_VERSION = 1;

  /** The format of logs. */
  public static final String LOG_FORMAT = "peersupport/log";

  /** The line that a log may start with. */
  public static final String LOG_HEADER =
      "{\"format\":\"" + LOG_FORMAT + "\",\"version\":" + LOG_VERSION + "}";

  private static final Shape HEADER = Shape.of("format", "version");
  private static final Shape SESSION = Shape.of("session");
  private static final Shape EXTENDS = Shape.of("extends");
  private static final Shape FORMAT = Shape.of("format");
  private static final Shape TYPE = Shape.of("type");

  /** The beginning of a line that names a session, as most writers begin it. */
  private static final Pattern BEGINS =
      Pattern.compile("^\\s*\\{\\s*\"session\"\\s*:\\s*\"([A-Za-z0-9._-]{1,64})\"");

  private static final int BEGINNING = 200;

  private Lines() {}

  /**
   * Reads a line that is given as text.
   *
   * @param limit the bytes that it may have
   */
  public static <T> Read<T> read(String line, int number, int limit, ValueReader<T> entry) {
    if (Sizes.isOver(line, limit)) {
      return tooLarge(number, limit);
    }
    try (JsonParser parser = Reading.parser(line)) {
      return Reading.read(parser, number, entry);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /**
   * Reads a line that is given as bytes.
   *
   * @param limit the bytes that it may have
   */
  public static <T> Read<T> read(byte[] utf8, int number, int limit, ValueReader<T> entry) {
    return read(utf8, number, limit, Factories.JSON, entry);
  }

  /** The same with the limits of that factory. */
  static <T> Read<T> read(
      byte[] utf8, int number, int limit, JsonFactory factory, ValueReader<T> entry) {
    if (utf8.length > limit) {
      return tooLarge(number, limit);
    }
    try (JsonParser parser = Reading.parser(utf8, factory)) {
      return Reading.read(parser, number, entry);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /**
   * Reads a document that is given as text.
   *
   * @param what kind of document it is, for the sentence that it is too large
   */
  public static <T> Read<T> document(String document, String what, ValueReader<T> entry) {
    return Sizes.isOver(document, JsonLimits.DOCUMENT_BYTES)
        ? Reading.tooLarge(
            1, "A " + what + " document has at most " + JsonLimits.DOCUMENT_BYTES + " bytes.")
        : read(document, 0, JsonLimits.DOCUMENT_BYTES, entry);
  }

  private static <T> Read<T> tooLarge(int number, int limit) {
    return Reading.tooLarge(number, "A line has at most " + limit + " bytes.");
  }

  /**
   * The id of the session that a line names, whatever else is wrong with it: also of a line that is
   * no JSON, as long as it begins like one. What is no id is nobody's.
   */
  public static Optional<String> session(byte[] utf8) {
    return only(utf8, JsonLimits.EVENT_BYTES, SESSION).or(() -> beginning(utf8)).filter(Keys::isId);
  }

  private static Optional<String> beginning(byte[] utf8) {
    String start = new String(utf8, 0, Math.min(utf8.length, BEGINNING), StandardCharsets.UTF_8);
    Matcher matcher = BEGINS.matcher(start);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** What a protocol document says that it extends, whatever else is wrong with it. */
  public static Optional<String> extended(byte[] utf8) {
    return only(utf8, JsonLimits.DOCUMENT_BYTES, EXTENDS);
  }

  /** The format that a line names; empty for an event, whatever else it says. */
  public static Optional<String> format(byte[] utf8) {
    return only(utf8, JsonLimits.EVENT_BYTES, TYPE).isPresent()
        ? Optional.empty()
        : only(utf8, JsonLimits.EVENT_BYTES, FORMAT);
  }

  /** The text of the only member that is looked at. */
  private static Optional<String> only(byte[] utf8, int limit, Shape shape) {
    return Lines.<String>read(utf8, 1, limit, source -> only(source, shape))
        .fold(Optional::of, issues -> Optional.empty());
  }

  private static @Nullable String only(Source source, Shape shape) throws IOException {
    Members members = Members.of(source, shape);
    if (members == null) {
      return null;
    }
    String text = null;
    for (int member = members.next(); member >= 0; member = members.next()) {
      text = members.string();
    }
    return members.end(Shape.mask(0)) ? text : null;
  }

  /** The version of the log of which this line is the header; empty when it is none. */
  public static OptionalInt logVersion(String line) {
    return read(line, 1, JsonLimits.LINE_BYTES, Lines::header)
        .fold(version -> version, issues -> OptionalInt.empty());
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
        format = LOG_FORMAT.equals(members.string());
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
