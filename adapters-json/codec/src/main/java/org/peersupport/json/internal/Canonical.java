package org.peersupport.json.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form of JSON (RFC 8785) of what stands in a ledger: objects, arrays, strings and
 * whole numbers. Anything else, and half of a surrogate pair, has none here; so the part of RFC
 * 8785 about fractions and exponents is not needed.
 */
public final class Canonical {
  /** The greatest whole number that every reader of JSON reads as it is. */
  public static final long GREATEST = (1L << 53) - 1;

  private static final String SHORT = "\b\t\n\f\r\"\\";
  private static final String LETTERS = "btnfr\"\\";

  private Canonical() {}

  /** The form in UTF-8; null when the value has none. */
  public static byte @Nullable [] bytes(JsonNode value) {
    StringBuilder text = new StringBuilder();
    if (!append(text, value)) {
      return null;
    }
    try {
      ByteBuffer bytes = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return exact;
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /**
   * The form of a value that was made here.
   *
   * @throws IllegalStateException if the value has none
   */
  public static byte[] of(JsonNode value) {
    byte[] bytes = bytes(value);
    if (bytes == null) {
      throw new IllegalStateException("a value that has no canonical form");
    }
    return bytes;
  }

  private static boolean append(StringBuilder text, JsonNode value) {
    if (value.isObject()) {
      return appendObject(text, value);
    } else if (value.isArray()) {
      return appendArray(text, value);
    } else if (value.isTextual()) {
      append(text, value.textValue());
      return true;
    } else if (value.isIntegralNumber() && value.canConvertToLong()) {
      text.append(value.longValue());
      return Math.abs(value.longValue()) <= GREATEST;
    }
    return false;
  }

  private static boolean appendObject(StringBuilder text, JsonNode object) {
    List<String> names = new ArrayList<>(object.size());
    object.fieldNames().forEachRemaining(names::add);
    names.sort(null); // strings compare by UTF-16 code units, as RFC 8785 asks
    char before = '{';
    for (String name : names) {
      text.append(before);
      append(text, name);
      text.append(':');
      if (!append(text, object.get(name))) {
        return false;
      }
      before = ',';
    }
    text.append(names.isEmpty() ? "{}" : "}");
    return true;
  }

  private static boolean appendArray(StringBuilder text, JsonNode array) {
    char before = '[';
    for (JsonNode each : array) {
      text.append(before);
      if (!append(text, each)) {
        return false;
      }
      before = ',';
    }
    text.append(array.isEmpty() ? "[]" : "]");
    return true;
  }

  private static void append(StringBuilder text, String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      int place = c > '\\' ? -1 : SHORT.indexOf(c);
      if (place >= 0) {
        text.append('\\').append(LETTERS.charAt(place));
      } else if (c < ' ') {
        text.append(c < 0x10 ? "\\u000" : "\\u00").append(Integer.toHexString(c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
