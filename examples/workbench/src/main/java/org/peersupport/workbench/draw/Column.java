package org.peersupport.workbench.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the start and the stages under each other, with the notes on offers at their side. */
final class Column {
  /** Between two stages of an order. */
  static final int GAP = 34;

  /** The width in an order. */
  static final int ORDERED = 340;

  private static final int GRID = 14;

  private final Picture picture;
  private final Drawing drawing;
  private final OfferNotes notes;
  private final int x;
  private final int columns;
  private final List<Area> areas = new ArrayList<>();
  private int y;
  private int bottom;

  /**
   * A column that is still to be drawn.
   *
   * @param columns how many stages stand beside each other, when there is no order
   */
  Column(Picture picture, Drawing drawing, OfferNotes notes, int x, int columns) {
    this.picture = picture;
    this.drawing = drawing;
    this.notes = notes;
    this.x = x;
    this.columns = columns;
  }

  /** The width, with the frame when there is no order. */
  int width() {
    return picture.isOrdered() ? ORDERED : Frame.width(columns);
  }

  /**
   * Draws it.
   *
   * @return the start and the stages in their order, or else the frame around them
   */
  List<Area> draw(int top) {
    y = top;
    Optional<Frame> frame = Optional.empty();
    for (Block block : Block.of(picture, columns)) {
      if (!picture.isOrdered() && !block.start() && frame.isEmpty()) {
        frame = Optional.of(new Frame(drawing, "In any order", x, y, columns));
        y = frame.get().top();
      }
      draw(block);
    }
    frame.ifPresent(drawn -> areas.add(drawn.close(y - GRID)));
    bottom = picture.isOrdered() ? y - GAP : areas.get(areas.size() - 1).bottom();
    if (isOneOffer()) {
      bottom = notes.draw(picture.offers().get(0), top, bottom);
    }
    return areas;
  }

  /** Where the last of it ends. */
  int bottom() {
    return bottom;
  }

  private void draw(Block block) {
    int from = y;
    int gap = picture.isOrdered() || block.start() ? GAP : GRID;
    if (block.start()) {
      Area start = Pill.draw(drawing, "Start", x + width() / 2, y);
      areas.add(start);
      y = start.bottom() + gap;
    }
    for (List<Stage> row : block.rows()) {
      y += draw(row) + gap;
    }
    int to = y - gap;
    if (!isOneOffer()) {
      block.offers().ifPresent(offers -> y = notes.draw(offers, from, to) + gap);
    }
  }

  /** Whether the same may be offered at every place, and one note says so for all of them. */
  private boolean isOneOffer() {
    return picture.offers().size() == 1;
  }

  private int draw(List<Stage> row) {
    if (!picture.isOrdered()) {
      return Frame.draw(drawing, row, x, y);
    }
    StageBox box = new StageBox(row.get(0), true, ORDERED);
    Area area = new Area(x, y, ORDERED, box.height());
    box.draw(drawing, area);
    areas.add(area);
    return area.height();
  }
}
