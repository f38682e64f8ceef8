package org.peersupport.json.internal;

import java.nio.charset.StandardCharsets;

/**
 * Gives the same string for the same ASCII bytes while it is remembered: texts of a log come again
 * and again. Of texts that fall into the same slot the last one is remembered, so memory is bound.
 * Not safe to share between threads.
 */
final class Interner {
  private final String[] slots;

  /**
   * @param bits there are two to that power slots
   */
  Interner(int bits) {
    this.slots = new String[1 << bits];
  }

  /**
   * The text from one place up to another.
   *
   * @param hash any number that follows from the bytes
   */
  @SuppressWarnings("StringCharset") // ASCII, which this charset decodes by copying
  String of(byte[] bytes, int from, int to, int hash) {
    int slot = (hash * 0x9E3779B9) >>> 7 & (slots.length - 1);
    String known = slots[slot];
    if (known == null || !is(known, bytes, from, to)) {
      known = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
      slots[slot] = known;
    }
    return known;
  }

  private static boolean is(String known, byte[] bytes, int from, int to) {
    if (known.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (known.charAt(i - from) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
