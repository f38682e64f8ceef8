package org.peersupport.internal.automaton;

import java.util.Arrays;

/** A growing list of ints. Not safe to share between threads while it grows. */
public final class IntList {
  private int[] items = new int[16];
  private int size;

  public void add(int item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
    }
    items[size++] = item;
  }

  public int get(int index) {
    return items[index];
  }

  public int size() {
    return size;
  }

  /** The place of the item, or -1. */
  public int indexOf(int item) {
    for (int i = 0; i < size; i++) {
      if (items[i] == item) {
        return i;
      }
    }
    return -1;
  }

  public int[] toArray() {
    return Arrays.copyOf(items, size);
  }
}
