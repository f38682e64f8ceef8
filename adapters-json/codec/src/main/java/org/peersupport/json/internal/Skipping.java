package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Passes over an object or an array that nobody reads; a member may not be repeated there either.
 */
final class Skipping {
  private Skipping() {}

  /** Is told of a name that stands in an object for the second time. */
  interface Repeats {
    void found() throws IOException;
  }

  static void skip(JsonParser parser, Repeats repeats) throws IOException {
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
        repeats.found();
      }
      if (names.isEmpty()) {
        return;
      }
      parser.nextToken();
    } while (true);
  }
}
