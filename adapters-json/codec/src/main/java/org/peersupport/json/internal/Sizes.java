package org.peersupport.json.internal;

/** How large a text is in UTF-8. */
final class Sizes {
  private Sizes() {}

  /** Whether the text takes more bytes than that. */
  static boolean isOver(String text, int bytes) {
    if (text.length() <= bytes / 3) {
      return false;
    }
    long size = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Each half of a surrogate pair stands for two of its four bytes.
      size += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return size > bytes;
  }
}
