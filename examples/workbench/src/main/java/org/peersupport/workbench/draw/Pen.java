package org.peersupport.workbench.draw;

import org.peersupport.protocol.Provenance;

/** How a line is drawn. What colours say, the width and the dashes say too. */
enum Pen {
  /** The border of an element that the source states. */
  STATED(Colours.INK, "2.5", ""),
  /** The border of an element of which another text says that the source states it. */
  SECONDARY(Colours.INK, "1", ""),
  /** The border of a placeholder. */
  PLACEHOLDER(Colours.INK, "1.5", "9 5"),
  /** The border of an element of our own reading. */
  READING(Colours.INK, "1.5", "2 3"),
  /** The way to the next stage. */
  FORWARD(Colours.INK, "1.6", ""),
  /** The same, as advice. */
  FORWARD_ADVISED(Colours.INK, "1.6", "6 4"),
  /** The way past an optional stage. */
  PAST(Colours.INK, "1", ""),
  /** The same, as advice. */
  PAST_ADVISED(Colours.INK, "1", "6 4"),
  /** The way to an earlier stage. */
  BACK(Colours.BACK, "1.3", ""),
  /** The same, as advice. */
  BACK_ADVISED(Colours.BACK, "1.3", "6 4"),
  /** What holds stages or notes together. */
  FRAME(Colours.QUIET, "1", "");

  private final String colour;
  private final String width;
  private final String dashes;

  Pen(String colour, String width, String dashes) {
    this.colour = colour;
    this.width = width;
    this.dashes = dashes;
  }

  String colour() {
    return colour;
  }

  String width() {
    return width;
  }

  /** The lengths of dashes and gaps; empty for a line without. */
  String dashes() {
    return dashes;
  }

  static Pen border(Provenance provenance) {
    return switch (provenance) {
      case STATED -> STATED;
      case SECONDARY -> SECONDARY;
      case PLACEHOLDER -> PLACEHOLDER;
      case OUR_READING -> READING;
    };
  }

  static Pen way(Way.Reason kind, boolean strict) {
    return switch (kind) {
      case FORWARD -> strict ? FORWARD : FORWARD_ADVISED;
      case PAST -> strict ? PAST : PAST_ADVISED;
      case BACK -> strict ? BACK : BACK_ADVISED;
    };
  }
}
