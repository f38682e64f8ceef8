package org.peersupport.workbench.draw;

/** Makes the texts of a protocol, which may hold anything, fit for a picture. */
final class Texts {
  /** The most characters of a title that stands in the middle of a sentence. */
  private static final int SHORT = 60;

  private static final int REPLACEMENT = 0xFFFD;

  private Texts() {}

  /**
   * The text on one line: white space becomes one space, what no XML document may hold becomes the
   * replacement character, and marks that turn the direction of what follows are left out.
   */
  static String clean(String text) {
    StringBuilder cleaned = new StringBuilder();
    boolean gap = false;
    for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (isSpace(c)) {
        gap = true;
      } else if (!turns(c)) {
        cleaned.append(gap && !cleaned.isEmpty() ? " " : "");
        cleaned.appendCodePoint(isCarried(c) ? c : REPLACEMENT);
        gap = false;
      }
    }
    return cleaned.toString();
  }

  /** The text, or its beginning and an ellipsis. */
  static String shortened(String text) {
    return shortened(text, SHORT);
  }

  /** The text, or as much of its beginning with an ellipsis as has this many code points. */
  static String shortened(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85 || c == 0x200B;
  }

  /** Embeddings, overrides and isolates of bidirectional text. */
  private static boolean turns(int c) {
    return isIn(c, 0x202A, 0x202E) || isIn(c, 0x2066, 0x2069);
  }

  private static boolean isCarried(int c) {
    boolean isControl = c < ' ' || isIn(c, 0x7F, 0x9F);
    boolean isHalf = isIn(c, Character.MIN_SURROGATE, Character.MAX_SURROGATE);
    return !isControl && !isHalf && (c & 0xFFFE) != 0xFFFE;
  }

  private static boolean isIn(int c, int first, int last) {
    return c >= first && c <= last;
  }
}
