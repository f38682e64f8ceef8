package org.peersupport.session;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers a few keys that never change. A hash table with plenty of room, because this is what
 * every command and every event asks first.
 */
final class KeyIndex {
  private static final int ROOM = 8;

  private final String[] keys;
  private final int[] slots;

  KeyIndex(List<String> keys) {
    this.keys = keys.toArray(new String[0]);
    this.slots = new int[Integer.highestOneBit(Math.max(1, keys.size())) * ROOM];
    Arrays.fill(slots, -1);
    for (int i = 0; i < this.keys.length; i++) {
      int slot = first(this.keys[i]);
      while (slots[slot] >= 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = i;
    }
  }

  private int first(String key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return (hash ^ (hash >>> 16)) & (slots.length - 1);
  }

  int size() {
    return keys.length;
  }

  String key(int number) {
    return keys[number];
  }

  /** The number of the key, or -1. */
  int find(String key) {
    int slot = first(key);
    int number = slots[slot];
    while (number >= 0 && !keys[number].equals(key)) {
      slot = (slot + 1) & (slots.length - 1);
      number = slots[slot];
    }
    return number;
  }
}
