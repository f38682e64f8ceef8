package org.peersupport.json.internal;

/**
 * UTF-8 as RFC 3629 defines it. The parser lets through what is longer than it must be, such as a
 * slash in two bytes, and halves of surrogate pairs; nothing here does.
 */
final class Utf8 {
  /** A byte that stands nowhere in UTF-8. */
  private static final byte NONE = (byte) 0xFF;

  private Utf8() {}

  /**
   * The bytes as they are when they are UTF-8. Otherwise a copy in which the first byte that is
   * none is one that every parser stops at.
   */
  static byte[] strict(byte[] bytes) {
    int bad = firstBad(bytes);
    if (bad < 0) {
      return bytes;
    }
    byte[] marked = bytes.clone();
    marked[bad] = NONE;
    return marked;
  }

  /** The place where the first sequence begins that is not UTF-8, or -1. */
  static int firstBad(byte[] bytes) {
    int i = 0;
    while (i < bytes.length) {
      int length = bytes[i] >= 0 ? 1 : length(bytes, i);
      if (length == 0) {
        return i;
      }
      i += length;
    }
    return -1;
  }

  /** How many bytes the sequence has that begins there; 0 when it is none. */
  private static int length(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    int length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0 || at + length > bytes.length) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
