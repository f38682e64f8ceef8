package org.peersupport.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers a few keys. A key that this class has given out is found by identity; that is what makes
 * recording an event cheap.
 */
final class KeyIndex {
  private final String[] keys;
  private final Map<String, Integer> numbers = new HashMap<>();

  KeyIndex(List<String> keys) {
    this.keys = keys.toArray(new String[0]);
    for (int i = 0; i < this.keys.length; i++) {
      numbers.put(this.keys[i], i);
    }
  }

  int size() {
    return keys.length;
  }

  String key(int number) {
    return keys[number];
  }

  /** The number of the key, or -1. */
  @SuppressWarnings("ReferenceEquality") // identity first: the map is for keys from elsewhere
  int find(String key) {
    String[] known = keys;
    for (int i = 0; i < known.length; i++) {
      if (known[i] == key) {
        return i;
      }
    }
    Integer number = numbers.get(key);
    return number == null ? -1 : number;
  }
}
