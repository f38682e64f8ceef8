package org.peersupport.internal.automaton;

import java.util.Arrays;

/** Numbers packed states in the order they are first met; a hash table without objects. */
public final class StateTable {
  private final int words;
  private long[] states = new long[64];
  private int[] slots = new int[64];
  private int size;

  public StateTable(int words) {
    this.words = words;
    this.states = new long[64 * words];
    Arrays.fill(slots, -1);
  }

  public int size() {
    return size;
  }

  public void read(int number, long[] into) {
    System.arraycopy(states, number * words, into, 0, words);
  }

  /** The number of the state, or -1 when it was never met. */
  int find(long[] state) {
    return slots[slot(state)];
  }

  /** The number of the state, a new one when it was never met. */
  public int intern(long[] state) {
    int slot = slot(state);
    if (slots[slot] < 0) {
      if (size * 2 >= slots.length) {
        grow();
        slot = slot(state);
      }
      System.arraycopy(state, 0, states, size * words, words);
      slots[slot] = size++;
    }
    return slots[slot];
  }

  private int slot(long[] state) {
    long hash = 0;
    for (int w = 0; w < words; w++) {
      hash = (hash ^ state[w]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    int slot = (int) hash & (slots.length - 1);
    while (slots[slot] >= 0 && !same(slots[slot], state)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean same(int number, long[] state) {
    for (int w = 0; w < words; w++) {
      if (states[number * words + w] != state[w]) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    states = Arrays.copyOf(states, states.length * 2);
    slots = new int[slots.length * 2];
    Arrays.fill(slots, -1);
    long[] state = new long[words];
    for (int number = 0; number < size; number++) {
      read(number, state);
      slots[slot(state)] = number;
    }
  }
}
