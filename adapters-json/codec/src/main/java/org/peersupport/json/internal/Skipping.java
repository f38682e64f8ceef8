package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.peersupport.json.data.IssueCode;

/**
 * Passes over an object or an array that nobody reads; a member may not be repeated there either.
 */
final class Skipping {
  private Skipping() {}

  static void skip(Source source) throws IOException {
    JsonParser parser = source.parser();
    Deque<Set<String>> names = new ArrayDeque<>();
    do {
      JsonToken token = parser.currentToken();
      if (token == null) {
        return;
      }
      if (token.isStructStart()) {
        names.push(new HashSet<>());
      } else if (token.isStructEnd()) {
        names.pop();
      } else if (token == JsonToken.FIELD_NAME && !names.element().add(parser.currentName())) {
        source.report(IssueCode.REPEATED_MEMBER, Sentences.REPEATED_UNKNOWN);
        markAlways(source);
      }
      if (names.isEmpty()) {
        return;
      }
      parser.nextToken();
    } while (true);
  }

  private static void markAlways(Source source) {
    source.found().get(source.count() - 1).always = true;
  }
}
