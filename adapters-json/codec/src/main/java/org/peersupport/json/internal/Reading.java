package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.IssueCode;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Read;

/** Reads one value and nothing else from a text, and turns whatever goes wrong into issues. */
public final class Reading {
  private static final String EMPTY = "There is nothing here; an object is expected.";
  private static final String TRAILING = "Something follows the object. One object stands alone.";
  private static final String TOO_DEEP =
      "Objects and arrays are nested at most " + JsonLimits.DEPTH + " deep.";
  private static final String TOO_LARGE =
      "A string has at most "
          + JsonLimits.STRING_CHARACTERS
          + " characters, a name "
          + JsonLimits.NAME_CHARACTERS
          + ", a number "
          + JsonLimits.NUMBER_DIGITS
          + " digits.";

  /** How the parser begins what it says of NaN and the infinities. */
  private static final String NO_NUMBER = "Non-standard token '";

  private Reading() {}

  /** A parser of the text, a leading byte order mark passed over. */
  static JsonParser parser(String text) throws IOException {
    boolean marked = !text.isEmpty() && text.charAt(0) == '\uFEFF';
    return Factories.JSON.createParser(marked ? text.substring(1) : text);
  }

  /** A parser of the text, a leading byte order mark passed over. */
  public static JsonParser parser(byte[] utf8) throws IOException {
    return parser(utf8, Factories.JSON);
  }

  /** The same with the limits of that factory. */
  static JsonParser parser(byte[] utf8, JsonFactory factory) throws IOException {
    boolean marked =
        utf8.length >= 3
            && utf8[0] == (byte) 0xEF
            && utf8[1] == (byte) 0xBB
            && utf8[2] == (byte) 0xBF;
    int start = marked ? 3 : 0;
    return factory.createParser(Utf8.strict(utf8), start, utf8.length - start);
  }

  public static <T> Read<T> tooLarge(int line, String explanation) {
    return new Read.Malformed<>(
        List.of(new Issue(IssueCode.TOO_LARGE.wireName(), "", line, explanation)));
  }

  /**
   * Reads what the parser has.
   *
   * @param fixedLine the line of everything, or 0 to ask the parser
   */
  public static <T> Read<T> read(JsonParser parser, int fixedLine, ValueReader<T> entry) {
    Source source = new Source(parser, parser.getParsingContext(), fixedLine);
    T value = value(source, entry);
    return value == null || !source.isClean()
        ? new Read.Malformed<>(source.issues())
        : new Read.Value<>(value);
  }

  /** The value of the whole text, if it is one; that something follows is reported. */
  static <T> @Nullable T value(Source source, ValueReader<T> entry) {
    T value = null;
    try {
      if (source.parser().nextToken() == null) {
        source.report(IssueCode.NOT_JSON, EMPTY);
      } else {
        value = entry.read(source);
        checkEnd(source);
      }
    } catch (IOException e) {
      reportStop(source, e);
    }
    return value;
  }

  private static void checkEnd(Source source) throws IOException {
    try {
      if (source.parser().nextToken() != null) {
        source.report(IssueCode.TRAILING_TEXT, TRAILING);
      }
    } catch (JsonProcessingException e) {
      source.report(IssueCode.TRAILING_TEXT, TRAILING);
    }
  }

  /** Reports why the parser cannot go on. Its own words are dropped: they quote the text. */
  static void reportStop(Source source, IOException e) {
    JsonLocation place = e instanceof JsonProcessingException json ? json.getLocation() : null;
    int line = place == null ? 1 : Math.max(1, place.getLineNr());
    if (e instanceof StreamConstraintsException) {
      boolean deep = depth(source.parser().getParsingContext()) > JsonLimits.DEPTH;
      source.reportStop(
          deep ? IssueCode.TOO_DEEP : IssueCode.TOO_LARGE, line, deep ? TOO_DEEP : TOO_LARGE);
    } else if (String.valueOf(e.getMessage()).startsWith(NO_NUMBER)) {
      source.reportStop(
          IssueCode.NOT_JSON,
          line,
          "This is no JSON: a word such as NaN or Infinity stands where a value is expected; write"
              + " a finite number.");
    } else {
      String column = place == null ? "" : ", from about column " + place.getColumnNr();
      source.reportStop(
          IssueCode.NOT_JSON, line, "This is no JSON in UTF-8, or it breaks off" + column + ".");
    }
  }

  private static int depth(@Nullable JsonStreamContext innermost) {
    int depth = 0;
    for (JsonStreamContext each = innermost; each != null; each = each.getParent()) {
      depth += each.inRoot() ? 0 : 1;
    }
    return depth;
  }
}
