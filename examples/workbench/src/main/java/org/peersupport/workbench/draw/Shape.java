package org.peersupport.workbench.draw;

/** Something drawn; a drawing is a list of them, in the order in which they are painted. */
sealed interface Shape {
  /** Starts a group whose full name is shown when one points at it. */
  record Opening(String kind, String name) implements Shape {}

  /** Ends the group that was started last. */
  record Closing() implements Shape {}

  /** A rectangle with round corners. */
  record Box(String kind, int x, int y, int width, int height, int round, Pen pen, String fill)
      implements Shape {}

  /** A line, by the commands of an SVG path, absolute ones alone. */
  record Line(String kind, String commands, Pen pen) implements Shape {}

  /** The head of an arrow. */
  record Head(String commands, String colour) implements Shape {}

  /** A disc. */
  record Disc(int x, int y, int radius, String fill) implements Shape {}

  /** One line of text, from the given place or around it. */
  record Words(String text, int x, int y, int size, boolean bold, boolean centred, String colour)
      implements Shape {}
}
