package org.peersupport.workbench.draw;

/**
 * How wide a text is at most, without asking the machine for its fonts: pictures are the same
 * everywhere. The widths are those of DejaVu Sans, one of the widest fonts that a browser takes for
 * sans-serif, and more where fonts differ much.
 */
final class TextWidth {
  // Of the characters from the space to the tilde, in hundredths of the size.
  private static final int[] PLAIN = {
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64,
    64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78,
    76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40,
    34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62,
    64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
  };

  private static final int[] BOLD = {
    35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70,
    70, 70, 70, 70, 70, 70, 40, 40, 84, 84, 84, 59, 100, 78, 77, 74, 84, 69, 69, 83,
    84, 38, 38, 78, 64, 100, 84, 86, 74, 86, 78, 73, 69, 82, 78, 111, 78, 73, 73, 46,
    37, 46, 84, 50, 50, 68, 72, 60, 72, 68, 44, 72, 72, 35, 35, 67, 35, 105, 72, 69,
    72, 72, 50, 60, 48, 72, 66, 93, 65, 66, 59, 72, 37, 72, 84,
  };

  private TextWidth() {}

  /** The width in a font of this size. */
  static double of(String text, int size, boolean bold) {
    int[] widths = bold ? BOLD : PLAIN;
    long hundredths = text.codePoints().mapToLong(c -> of(c, widths)).sum();
    return hundredths * size / 100.0;
  }

  private static int of(int c, int[] widths) {
    if (c >= ' ' && c - ' ' < widths.length) {
      return widths[c - ' '];
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> other(c);
    };
  }

  private static int other(int c) {
    if (c == '·') {
      return 40;
    }
    if (c < 0x180) {
      return Character.isLowerCase(c) ? 80 : 111;
    }
    if (c >= 0xFDFA && c <= 0xFDFD) {
      return 1_200; // whole sentences in one character
    }
    return (c >= 0x2010 && c <= 0x2026) || (c >= 0x4E00 && c < 0xA000) ? 111 : 156;
  }
}
