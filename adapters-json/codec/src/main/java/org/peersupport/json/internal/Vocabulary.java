package org.peersupport.json.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words that may stand in one place, and what they mean. */
public final class Vocabulary<T> {
  private final Map<String, T> meanings = new LinkedHashMap<>();

  public Vocabulary<T> with(String word, T meaning) {
    meanings.put(word, meaning);
    return this;
  }

  public @Nullable T find(String word) {
    return meanings.get(word);
  }

  public String explanation() {
    return "Known here: " + String.join(", ", meanings.keySet()) + ".";
  }
}
