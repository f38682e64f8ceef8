package org.peersupport.json.internal;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.peersupport.json.data.IssueCode;

/** Reads objects whose names are keys that the document chooses. */
final class Maps {
  private Maps() {}

  /** The values by their names, in the order of the document. */
  static <T> Map<String, T> byName(Source source, ValueReader<T> value) throws IOException {
    Map<String, T> read = new LinkedHashMap<>();
    if (source.parser().currentToken() != JsonToken.START_OBJECT) {
      source.wrongType(Sentences.OBJECT);
      return read;
    }
    while (source.parser().nextToken() == JsonToken.FIELD_NAME) {
      String name = source.parser().currentName();
      if (read.containsKey(name)) {
        source.report(IssueCode.REPEATED_MEMBER, Sentences.REPEATED);
      }
      source.parser().nextToken();
      T one = value.read(source);
      if (one != null) {
        read.put(name, one);
      }
    }
    return read;
  }
}
