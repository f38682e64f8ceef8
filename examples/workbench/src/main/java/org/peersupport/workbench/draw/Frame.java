package org.peersupport.workbench.draw;

import java.util.List;

/** Draws a frame around stages that have no order. */
final class Frame {
  private static final int PADDING = 16;
  private static final int GAP = 14;
  private static final int STAGE = 290;

  private final Drawing drawing;
  private final String title;
  private final int x;
  private final int y;
  private final int columns;

  Frame(Drawing drawing, String title, int x, int y, int columns) {
    this.drawing = drawing;
    this.title = title;
    this.x = x;
    this.y = y;
    this.columns = columns;
  }

  static int width(int columns) {
    return 2 * PADDING + columns * STAGE + (columns - 1) * GAP;
  }

  /** Where the first row of stages goes. */
  int top() {
    return y + 36;
  }

  /** Draws a frame with stages under each other; gives where it ends. */
  int draw(List<Stage> stages) {
    int next = top();
    for (List<Stage> row : Block.rows(stages, columns)) {
      next += draw(drawing, row, x, next) + GAP;
    }
    return close(next - GAP).bottom();
  }

  /** Draws a row in a frame that begins at {@code x}; gives its height. */
  static int draw(Drawing drawing, List<Stage> row, int x, int y) {
    List<StageBox> boxes = row.stream().map(stage -> new StageBox(stage, false, STAGE)).toList();
    int height = boxes.stream().mapToInt(StageBox::height).max().orElse(0);
    int left = x + PADDING;
    for (StageBox box : boxes) {
      box.draw(drawing, new Area(left, y, STAGE, height));
      left += STAGE + GAP;
    }
    return height;
  }

  /** Draws the frame itself, once it is known where the last row ends. */
  Area close(int bottom) {
    Area area = new Area(x, y, width(columns), bottom + PADDING - y);
    drawing.box("frame", area, 12, Pen.FRAME, "none");
    drawing.words(title, x + PADDING, y + 24, Type.HEADING);
    return area;
  }
}
