package org.peersupport.workbench.draw;

/** Draws the start and the close of a conversation. */
final class Pill {
  static final int HEIGHT = 34;

  private static final int WIDTH = 120;

  private Pill() {}

  /** Draws one around a middle. */
  static Area draw(Drawing drawing, String word, int middle, int y) {
    Area area = new Area(middle - WIDTH / 2, y, WIDTH, HEIGHT);
    drawing.box("pill", area, HEIGHT / 2, Pen.FORWARD, Colours.PAPER);
    drawing.centred(word, middle, y + 22, Type.TITLE, Colours.INK);
    return area;
  }
}
