package org.peersupport.internal.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives a number for each of a few keys that never change. */
public final class KeyIndex {
  private final List<String> keys;
  private final Map<String, Integer> numbers = new HashMap<>();

  /** Numbers the keys from 0, in their order. */
  KeyIndex(List<String> keys) {
    this.keys = List.copyOf(keys);
    for (int i = 0; i < keys.size(); i++) {
      numbers.put(keys.get(i), i);
    }
  }

  /** Gives each key the number at its place. */
  KeyIndex(List<String> keys, int[] given) {
    this.keys = List.copyOf(keys);
    for (int i = 0; i < given.length; i++) {
      numbers.put(keys.get(i), given[i]);
    }
  }

  /** How many keys there are. */
  public int size() {
    return keys.size();
  }

  /** The key at this place. */
  public String key(int place) {
    return keys.get(place);
  }

  /** The number of the key, or -1. */
  public int find(String key) {
    Integer number = numbers.get(key);
    return number == null ? -1 : number;
  }
}
