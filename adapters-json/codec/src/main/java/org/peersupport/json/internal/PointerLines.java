package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds the lines of places in a document that has been read before; only what has a problem is
 * looked up, so that nothing is remembered while all is well. A place that is not in the document
 * has the line of the closest one around it.
 */
public final class PointerLines {
  private final JsonParser parser;
  private final TreeSet<String> wanted;
  private final Map<String, Integer> lines = new HashMap<>();

  private PointerLines(JsonParser parser, Collection<String> wanted) {
    this.parser = parser;
    this.wanted = new TreeSet<>(wanted);
  }

  /** The line of each of the places. */
  public static Map<String, Integer> find(JsonParser parser, Collection<String> wanted)
      throws IOException {
    PointerLines search = new PointerLines(parser, wanted);
    parser.nextToken();
    search.visit("");
    return search.lines;
  }

  /** Looks through the current value, which stands at the place. */
  private void visit(String place) throws IOException {
    int line = parser.currentTokenLocation().getLineNr();
    boolean below = false;
    for (String each : wanted.tailSet(place)) {
      if (each.equals(place) || each.startsWith(place + "/")) {
        lines.put(each, line);
        below |= each.length() > place.length();
      } else if (!each.startsWith(place)) {
        break;
      }
    }
    if (!below) {
      parser.skipChildren();
      return;
    }
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        visit(place + "/" + name.replace("~", "~0").replace("/", "~1"));
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        visit(place + "/" + i);
      }
    }
  }
}
