package org.peersupport.session;

/** Makes texts such that everything can write and read them. */
final class Texts {
  private static final char REPLACEMENT = '\uFFFD';

  private Texts() {}

  /** The text, with the replacement character for NUL and for each half of a surrogate pair. */
  static String sound(String text) {
    StringBuilder sound = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        sound = sound == null ? new StringBuilder(text) : sound;
        sound.setCharAt(i, REPLACEMENT);
      }
    }
    return sound == null ? text : sound.toString();
  }
}
