package org.peersupport.workbench.draw;

import java.util.List;

/**
 * Lays a picture out: the headline; then side by side the ways back, the column of stages, the
 * notes on offers and what may come at any time; under them what comes before the close, and the
 * legend.
 */
final class Sheet {
  private static final int LEAST_WIDTH = 640;
  private static final int BESIDE = 30;
  private static final int NOTES = 12;

  private final Picture picture;
  private final Drawing drawing = new Drawing();
  private final int width;
  private final int height;

  private Sheet(Picture picture) {
    this.picture = picture;
    Lanes lanes = Lanes.of(picture.stages());
    int left =
        Drawing.MARGIN + (lanes.count() == 0 ? 0 : Arrows.FIRST_LANE + lanes.count() * Arrows.LANE);
    int columns = picture.beside().isEmpty() ? 2 : 1;
    int columnWidth = picture.isOrdered() ? Column.ORDERED : Frame.width(columns);
    int notes = left + columnWidth + (isPassed() ? Arrows.PAST : 0) + NOTES;
    int beside = notes + (picture.offers().isEmpty() ? 0 : OfferNotes.WIDTH) + BESIDE;
    int right = picture.beside().isEmpty() ? beside - BESIDE : beside + Frame.width(1);
    this.width = Math.max(right + Drawing.MARGIN, LEAST_WIDTH);

    int top = headline();
    Column column = new Column(picture, drawing, new OfferNotes(drawing, notes), left, columns);
    List<Area> areas = column.draw(top);
    int bottom = column.bottom();
    if (!picture.beside().isEmpty()) {
      Frame frame = new Frame(drawing, "At any time, outside the order", beside, top, 1);
      bottom = Math.max(bottom, frame.draw(picture.beside()));
    }
    int close = bottom + Column.GAP;
    new Arrows(picture, drawing, areas).draw(lanes, close);
    bottom =
        new DemandsBox(picture, drawing)
            .draw(left, close, width - Drawing.MARGIN - left, left + columnWidth / 2);
    this.height =
        new Legend(picture, drawing).draw(bottom + Drawing.MARGIN, width) + Drawing.MARGIN;
  }

  static Sheet of(Picture picture) {
    return new Sheet(picture);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  List<Shape> shapes() {
    return drawing.shapes();
  }

  private boolean isPassed() {
    return picture.isOrdered() && picture.stages().stream().anyMatch(stage -> !stage.required());
  }

  /** Draws what stands at the top; gives where the rest may start. */
  private int headline() {
    int room = width - 2 * Drawing.MARGIN;
    int next =
        drawing.lines(
            Type.HEADLINE.wrapped(picture.title(), room, 3),
            Drawing.MARGIN,
            Drawing.MARGIN,
            Type.HEADLINE);
    String reference = Texts.shortened(picture.reference(), 130);
    next = drawing.lines(Type.QUIET.wrapped(reference, room, 2), Drawing.MARGIN, next, Type.QUIET);
    next =
        drawing.lines(
            Type.PLAIN.wrapped(picture.orderWords(), room), Drawing.MARGIN, next, Type.PLAIN);
    return next + 20;
  }
}
