package org.peersupport.internal.engine;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a number for each of a few keys that never change. A hash table with plenty of room, whose
 * factor is chosen so that keys do not meet, because this is what every command asks first.
 */
public final class KeyIndex {
  private static final int ROOM = 8;
  private static final int FACTOR = 0x9E3779B9;
  private static final int FACTORS = 100;

  private final String[] keys;
  private final @Nullable String[] slots;
  private final int[] numbers;
  private final int factor;

  /** Numbers the keys from 0, in their order. */
  KeyIndex(List<String> keys) {
    this(keys, upTo(keys.size()));
  }

  /** Gives each key the number at its place. */
  KeyIndex(List<String> keys, int[] given) {
    this.keys = keys.toArray(new String[0]);
    this.slots = new String[Integer.highestOneBit(Math.max(1, keys.size())) * ROOM];
    this.numbers = new int[slots.length];
    this.factor = factor(this.keys, slots.length);
    for (int i = 0; i < this.keys.length; i++) {
      int slot = slot(this.keys[i], factor, slots.length);
      while (slots[slot] != null) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = this.keys[i];
      numbers[slot] = given[i];
    }
  }

  /** The first factor with which every key has a slot to itself; the last one tried if none has. */
  private static int factor(String[] keys, int slots) {
    int factor = FACTOR;
    for (int tried = 1; tried < FACTORS && doKeysMeet(keys, factor, slots); tried++) {
      factor += 2;
    }
    return factor;
  }

  private static boolean doKeysMeet(String[] keys, int factor, int slots) {
    BitSet taken = new BitSet(slots);
    for (String key : keys) {
      int slot = slot(key, factor, slots);
      if (taken.get(slot)) {
        return true;
      }
      taken.set(slot);
    }
    return false;
  }

  private static int[] upTo(int count) {
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = i;
    }
    return numbers;
  }

  private static int slot(String key, int factor, int slots) {
    return ((key.hashCode() * factor) >>> 16) & (slots - 1);
  }

  /** How many keys there are. */
  public int size() {
    return keys.length;
  }

  /** The key at this place. */
  public String key(int place) {
    return keys[place];
  }

  /** The number of the key, or -1. */
  public int find(String key) {
    int slot = slot(key, factor, slots.length);
    String known = slots[slot];
    while (known != null && !known.equals(key)) {
      slot = (slot + 1) & (slots.length - 1);
      known = slots[slot];
    }
    return known == null ? -1 : numbers[slot];
  }
}
