package org.peersupport.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a number for each of a few keys that never change. A hash table with plenty of room,
 * because this is what every command asks first.
 */
final class KeyIndex {
  private static final int ROOM = 8;

  private final String[] keys;
  private final @Nullable String[] slots;
  private final int[] numbers;

  /** Numbers the keys from 0, in their order. */
  KeyIndex(List<String> keys) {
    this(keys, upTo(keys.size()));
  }

  /** Gives each key the number at its place. */
  KeyIndex(List<String> keys, int[] given) {
    this.keys = keys.toArray(new String[0]);
    this.slots = new String[Integer.highestOneBit(Math.max(1, keys.size())) * ROOM];
    this.numbers = new int[slots.length];
    for (int i = 0; i < this.keys.length; i++) {
      int slot = first(this.keys[i]);
      while (slots[slot] != null) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = this.keys[i];
      numbers[slot] = given[i];
    }
  }

  private static int[] upTo(int count) {
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = i;
    }
    return numbers;
  }

  private int first(String key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return (hash ^ (hash >>> 16)) & (slots.length - 1);
  }

  int size() {
    return keys.length;
  }

  /** The key at this place. */
  String key(int place) {
    return keys[place];
  }

  /** The number of the key, or -1. */
  int find(String key) {
    int slot = first(key);
    String known = slots[slot];
    while (known != null && !Ids.same(known, key)) {
      slot = (slot + 1) & (slots.length - 1);
      known = slots[slot];
    }
    return known == null ? -1 : numbers[slot];
  }
}
