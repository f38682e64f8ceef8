package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.data.IssueCode;

/**
 * Reads the value of the member whose name the parser has just come to. Each method gives null, 0
 * or an empty list when the value is not as it must be; that is reported.
 */
abstract class Values {
  private static final int KEY_CHARACTERS = 63;

  final Source source;
  final JsonParser parser;

  Values(Source source) {
    this.source = source;
    this.parser = source.parser();
  }

  /** Any value. */
  public void skip() throws IOException {
    parser.nextToken();
    source.skip();
  }

  /** A string. */
  public @Nullable String string() throws IOException {
    String text = parser.nextTextValue();
    if (text == null) {
      source.wrongType(Sentences.STRING);
      return null;
    }
    return Texts.sound(source, text);
  }

  /** A key, of which only the length is looked at: the protocol's own checks name it in full. */
  @Nullable String key() throws IOException {
    String key = string();
    if (key != null && key.length() > KEY_CHARACTERS) {
      source.report(IssueCode.TOO_LARGE, Sentences.KEY);
      return null;
    }
    return key;
  }

  /** A string, or null where the document says null. */
  @Nullable String stringOrNull() throws IOException {
    if (parser.nextToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    return Arrays.STRING.read(source);
  }

  /** An opaque id. */
  @Nullable String id() throws IOException {
    String text = parser.nextTextValue();
    if (text == null) {
      source.wrongType(Sentences.STRING);
      return null;
    }
    return Texts.id(source, text);
  }

  /** What a protocol demanded, as a hash. */
  @Nullable String fingerprint() throws IOException {
    String text = string();
    if (text != null && !Texts.isFingerprint(text)) {
      source.report(IssueCode.ILL_FORMED, Sentences.FINGERPRINT);
      return null;
    }
    return text;
  }

  /** An instant. */
  @Nullable Instant instant() throws IOException {
    String text = parser.nextTextValue();
    if (text == null) {
      source.wrongType(Sentences.STRING);
      return null;
    }
    Instant instant = Instants.parse(text);
    if (instant == null) {
      source.report(IssueCode.ILL_FORMED, Sentences.INSTANT);
    }
    return instant;
  }

  /** A duration. */
  public @Nullable Duration duration() throws IOException {
    String text = parser.nextTextValue();
    if (text == null) {
      source.wrongType(Sentences.STRING);
      return null;
    }
    Duration duration = Durations.parse(text);
    if (duration == null) {
      source.report(IssueCode.ILL_FORMED, Sentences.DURATION);
    }
    return duration;
  }

  /** A whole number from 1. */
  int seq() throws IOException {
    return number(1, Sentences.SEQ);
  }

  /** A whole number from 0. */
  int seqOrNone() throws IOException {
    return number(0, Sentences.SEQ_OR_NONE);
  }

  /** A whole number. */
  public int integer() throws IOException {
    return number(Integer.MIN_VALUE, Sentences.RANGE);
  }

  private int number(int least, String expected) throws IOException {
    if (parser.nextToken() != JsonToken.VALUE_NUMBER_INT) {
      source.wrongType(Sentences.INTEGER);
      return 0;
    }
    if (parser.getNumberType() == JsonParser.NumberType.INT
        || parser.getNumberType() == JsonParser.NumberType.LONG) {
      long number = parser.getLongValue();
      if (number >= least && number <= Integer.MAX_VALUE) {
        return (int) number;
      }
    }
    source.report(IssueCode.ILL_FORMED, expected);
    return 0;
  }

  /** The version of a format, of which there is one so far. */
  public void version() throws IOException {
    int before = source.count();
    int version = integer();
    if (version != 1 && source.count() == before) {
      source.report(IssueCode.UNKNOWN_VALUE, "The version of the format that is read here is 1.");
    }
  }

  /** True or false. */
  boolean bool() throws IOException {
    JsonToken token = parser.nextToken();
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      source.wrongType(Sentences.BOOLEAN);
    }
    return token == JsonToken.VALUE_TRUE;
  }

  /** A string, which was just read, unless no output could carry it. */
  @Nullable String sound(String text) {
    return Texts.sound(source, text);
  }

  /** A text that says something, which was just read. */
  @Nullable String telling(String text) {
    if (text.isBlank()) {
      source.report(IssueCode.ILL_FORMED, Sentences.BLANK);
      return null;
    }
    return sound(text);
  }

  /** A string whose content is looked at later. */
  public @Nullable String anyString() throws IOException {
    String text = parser.nextTextValue();
    if (text == null) {
      source.wrongType(Sentences.STRING);
    }
    return text;
  }

  /** One of these words. */
  public <T> @Nullable T word(Vocabulary<T> vocabulary) throws IOException {
    String text = anyString();
    return text == null ? null : word(text, vocabulary);
  }

  /** One of these words, which was just read. */
  <T> @Nullable T word(String text, Vocabulary<T> vocabulary) {
    T meaning = vocabulary.find(text);
    if (meaning == null) {
      source.report(IssueCode.UNKNOWN_VALUE, vocabulary.explanation());
    }
    return meaning;
  }

  /** An array of strings. */
  public List<String> strings() throws IOException {
    parser.nextToken();
    return Arrays.strings(source);
  }

  /** An array of at least one string. */
  List<String> someStrings() throws IOException {
    parser.nextToken();
    return Arrays.someStrings(source);
  }

  /** An array of at most so many strings. */
  List<String> strings(int limit) throws IOException {
    return each(Arrays.STRING, limit);
  }

  /** An array of at most so many objects or the like. */
  public <T> List<T> each(ValueReader<T> entry, int limit) throws IOException {
    parser.nextToken();
    return Arrays.each(source, entry, limit);
  }

  /** The same, and at least one. */
  public <T> List<T> some(ValueReader<T> entry, int limit) throws IOException {
    parser.nextToken();
    return Arrays.some(source, entry, limit);
  }

  /** An object whose names are keys that the document chooses, in its order. */
  <T> Map<String, T> byName(ValueReader<T> value) throws IOException {
    parser.nextToken();
    return Maps.byName(source, value);
  }

  /** An object or the like. */
  public <T> @Nullable T value(ValueReader<T> entry) throws IOException {
    parser.nextToken();
    return entry.read(source);
  }
}
