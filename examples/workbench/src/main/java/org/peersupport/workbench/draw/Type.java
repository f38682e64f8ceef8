package org.peersupport.workbench.draw;

import java.util.List;

/** The sizes of type in a picture. */
enum Type {
  /** The title of the picture. */
  HEADLINE(20, 26, true, Colours.INK),
  /** The title of a stage, and of what stands beside the stages. */
  TITLE(15, 20, true, Colours.INK),
  /** The heading of a list. */
  HEADING(13, 19, true, Colours.INK),
  /** Everything else. */
  PLAIN(13, 18, false, Colours.INK),
  /** What comes second. */
  QUIET(13, 18, false, Colours.QUIET);

  private final int size;
  private final int height;
  private final boolean bold;
  private final String colour;

  Type(int size, int height, boolean bold, String colour) {
    this.size = size;
    this.height = height;
    this.bold = bold;
    this.colour = colour;
  }

  int size() {
    return size;
  }

  /** From one line to the next. */
  int height() {
    return height;
  }

  boolean isBold() {
    return bold;
  }

  String colour() {
    return colour;
  }

  /** The most that a text takes. */
  double width(String text) {
    return TextWidth.of(text, size, bold);
  }

  /** The text in lines that fit. */
  List<String> wrapped(String text, int width) {
    return Wrapping.byWidth(text, width, this::width);
  }

  /** The same, no more than so many. */
  List<String> wrapped(String text, int width, int most) {
    return Wrapping.byWidth(text, width, this::width, most);
  }
}
