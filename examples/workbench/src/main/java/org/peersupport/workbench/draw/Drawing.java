package org.peersupport.workbench.draw;

import java.util.ArrayList;
import java.util.List;

/** Collects shapes. Mutable: it is made once, then read. */
final class Drawing {
  /** The room around everything. */
  static final int MARGIN = 24;

  private static final int HEAD = 9;

  private final List<Shape> shapes = new ArrayList<>();

  List<Shape> shapes() {
    return shapes;
  }

  void open(String kind, String name) {
    shapes.add(new Shape.Opening(kind, name));
  }

  void close() {
    shapes.add(new Shape.Closing());
  }

  void box(String kind, Area area, int round, Pen pen, String fill) {
    shapes.add(
        new Shape.Box(kind, area.x(), area.y(), area.width(), area.height(), round, pen, fill));
  }

  /** The same, painted before what came after the shape of this number. */
  void boxUnder(int index, String kind, Area area, int round, Pen pen, String fill) {
    shapes.add(
        index,
        new Shape.Box(kind, area.x(), area.y(), area.width(), area.height(), round, pen, fill));
  }

  void line(String kind, Route route, Pen pen) {
    shapes.add(new Shape.Line(kind, route.toString(), pen));
  }

  void disc(int x, int y, int radius, String fill) {
    shapes.add(new Shape.Disc(x, y, radius, fill));
  }

  void words(String text, int x, int y, Type type) {
    shapes.add(new Shape.Words(text, x, y, type.size(), type.isBold(), false, type.colour()));
  }

  void centred(String text, int x, int y, Type type, String colour) {
    shapes.add(new Shape.Words(text, x, y, type.size(), type.isBold(), true, colour));
  }

  /** Lines of text under each other; gives where the next thing may start. */
  int lines(List<String> lines, int x, int y, Type type) {
    int at = y;
    for (String line : lines) {
      words(line, x, at + type.size(), type);
      at += type.height();
    }
    return at;
  }

  /** An arrow straight down. */
  void down(String kind, int x, int from, int to, Pen pen) {
    line(kind, Route.from(x, from).along(to - HEAD + 1), pen);
    head(Route.from(x, to) + "l-5 -" + HEAD + "h10z", pen);
  }

  /** The head of an arrow to the right. */
  void headRight(int x, int y, Pen pen) {
    head(Route.from(x, y) + "l-" + HEAD + " -4v8z", pen);
  }

  /** The head of an arrow to the left. */
  void headLeft(int x, int y, Pen pen) {
    head(Route.from(x, y) + "l" + HEAD + " -4v8z", pen);
  }

  private void head(String commands, Pen pen) {
    shapes.add(new Shape.Head(commands, pen.colour()));
  }
}
