package org.peersupport.json.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words that may stand in one place, and what they mean. */
final class Vocabulary<T> {
  private final Map<String, T> meanings = new LinkedHashMap<>();

  Vocabulary<T> with(String word, T meaning) {
    meanings.put(word, meaning);
    return this;
  }

  @Nullable T find(String word) {
    return meanings.get(word);
  }

  String explanation() {
    return "Known here: " + String.join(", ", meanings.keySet()) + ".";
  }
}
