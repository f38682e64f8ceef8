package org.peersupport.workbench.draw;

import java.util.List;

/** The box of what must come before the close, with an arrow to the close. */
final class DemandsBox {
  private static final int PADDING = 14;
  private static final int INDENT = 14;

  private final Picture picture;
  private final Drawing drawing;

  DemandsBox(Picture picture, Drawing drawing) {
    this.picture = picture;
    this.drawing = drawing;
  }

  /** Draws it over this width, the arrow to the close at {@code middle}; gives where it ends. */
  int draw(int x, int y, int width, int middle) {
    int index = drawing.shapes().size();
    int room = width - 2 * PADDING;
    int next = drawing.lines(List.of("Before the close"), x + PADDING, y + PADDING - 2, Type.TITLE);
    if (picture.demands().isEmpty()) {
      next = drawing.lines(List.of("Nothing is asked for."), x + PADDING, next, Type.PLAIN);
    }
    for (Demand.Kind kind : Demand.Kind.values()) {
      next = draw(kind, x + PADDING, next, room);
    }
    Area area = new Area(x, y, width, next + PADDING - 4 - y);
    drawing.boxUnder(index, "gate", area, 8, Pen.FRAME, Colours.DEMANDS);
    Area close = Pill.draw(drawing, "Close", middle, area.bottom() + Column.GAP);
    drawing.down("forward", middle, area.bottom(), close.y(), Pen.FORWARD);
    return close.bottom();
  }

  private int draw(Demand.Kind kind, int x, int y, int room) {
    List<Demand> demands = picture.demands(kind);
    if (demands.isEmpty()) {
      return y;
    }
    int next = drawing.lines(List.of(kind.heading()), x, y + 6, Type.HEADING);
    for (Demand demand : demands) {
      drawing.disc(x + 4, next + 9, 2, Colours.INK);
      List<String> lines = Type.PLAIN.wrapped(demand.line(), room - INDENT);
      next = drawing.lines(lines, x + INDENT, next, Type.PLAIN);
    }
    return next;
  }
}
