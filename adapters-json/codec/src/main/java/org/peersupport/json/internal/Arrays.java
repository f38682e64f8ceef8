package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.peersupport.json.data.IssueCode;
import org.peersupport.json.data.JsonLimits;

/** Reads arrays, the parser being at their first token. */
public final class Arrays {
  /** A string as an entry. */
  public static final ValueReader<String> STRING =
      source -> {
        if (source.parser().currentToken() != JsonToken.VALUE_STRING) {
          source.wrongType(Sentences.STRING);
          return null;
        }
        return Texts.sound(source, source.parser().getText());
      };

  private Arrays() {}

  static List<String> strings(Source source) throws IOException {
    return each(source, STRING, JsonLimits.ENTRIES);
  }

  static List<String> someStrings(Source source) throws IOException {
    return some(source, STRING, JsonLimits.ENTRIES);
  }

  /** The same, and something must be said. */
  static <T> List<T> some(Source source, ValueReader<T> entry, int limit) throws IOException {
    boolean array = source.parser().currentToken() == JsonToken.START_ARRAY;
    int before = source.count();
    int line = source.line();
    List<T> entries = each(source, entry, limit);
    if (array && entries.isEmpty() && source.count() == before) {
      source.report(IssueCode.EMPTY_ARRAY, line, Sentences.EMPTY);
    }
    return entries;
  }

  /** What was read of the entries; those that are not as they must be are reported and left out. */
  static <T> List<T> each(Source source, ValueReader<T> entry, int limit) throws IOException {
    JsonParser parser = source.parser();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      source.wrongType(Sentences.ARRAY);
      return List.of();
    }
    int line = source.line();
    List<T> entries = new ArrayList<>();
    int count = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY && token != null;
        token = parser.nextToken()) {
      count++;
      T value = null;
      if (count <= limit && source.mayReadEntry()) {
        value = entry.read(source);
      } else {
        source.skip();
      }
      if (value != null) {
        entries.add(value);
      }
    }
    if (count > limit) {
      source.report(IssueCode.TOO_LARGE, line, "At most " + limit + " entries are possible here.");
    }
    return entries;
  }
}
