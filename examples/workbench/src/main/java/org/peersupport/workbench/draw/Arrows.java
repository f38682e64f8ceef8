package org.peersupport.workbench.draw;

import java.util.List;

/** Draws the ways between the start, the stages and the close. */
final class Arrows {
  /** From one lane of ways back to the next. */
  static final int LANE = 12;

  /** From the innermost lane to the stages. */
  static final int FIRST_LANE = 20;

  /** The room for ways past a stage. */
  static final int PAST = 26;

  private static final int BEFORE = 15;
  private static final int AFTER = 11;
  private static final int PAST_LANE = 16;

  private final Picture picture;
  private final Drawing drawing;
  private final List<Area> areas;

  /**
   * Arrows still to be drawn.
   *
   * @param areas the start and the stages, or the start and the frame around them
   */
  Arrows(Picture picture, Drawing drawing, List<Area> areas) {
    this.picture = picture;
    this.drawing = drawing;
    this.areas = areas;
  }

  /** Draws all of them. */
  void draw(Lanes lanes, int close) {
    forward(close);
    if (picture.isOrdered()) {
      for (Stage stage : picture.stages()) {
        if (!stage.required()) {
          past(areas.get(stage.place()));
        }
        for (int to : stage.returns()) {
          back(areas.get(stage.place()), lanes.of(to));
        }
      }
      for (Stage stage : picture.stages()) {
        if (lanes.isUsed(stage.place())) {
          trunk(stage.place(), lanes);
        }
      }
    }
  }

  private void forward(int close) {
    Pen pen = Pen.way(Way.Reason.FORWARD, !picture.isOrdered() || picture.isStrict());
    for (int i = 0; i < areas.size(); i++) {
      int to = i + 1 < areas.size() ? areas.get(i + 1).y() : close;
      drawing.down("forward", areas.get(i).middle(), areas.get(i).bottom(), to, pen);
    }
  }

  /** From the way before a stage round it to the way after it. */
  private void past(Area stage) {
    Pen pen = Pen.way(Way.Reason.PAST, picture.isStrict());
    int lane = stage.right() + PAST_LANE;
    int from = stage.y() - BEFORE;
    int to = stage.bottom() + AFTER;
    Route route =
        Route.from(stage.middle(), from)
            .acrossThenAlong(lane, true)
            .alongThenAcross(to, false)
            .across(stage.middle() + 8);
    drawing.line("past", route, pen);
    drawing.headLeft(stage.middle() + 1, to, pen);
  }

  /** From a stage to the lane of another, and round the corner. */
  private void back(Area from, int lane) {
    Route route = Route.from(from.x(), exit(from)).acrossThenAlong(lane(lane), false);
    drawing.line("back", route, pen());
  }

  /** Up a lane and into its stage. */
  private void trunk(int place, Lanes lanes) {
    Area to = areas.get(place);
    int y = to.y() + to.height() / 3;
    int start = exit(areas.get(lanes.lowest(place))) - Route.ROUND;
    Route route =
        Route.from(lane(lanes.of(place)), start).alongThenAcross(y, true).across(to.x() - 8);
    drawing.line("back", route, pen());
    drawing.headRight(to.x() - 1, y, pen());
  }

  private int lane(int lane) {
    return areas.get(1).x() - FIRST_LANE - lane * LANE;
  }

  private static int exit(Area stage) {
    return stage.y() + stage.height() * 2 / 3;
  }

  private Pen pen() {
    return Pen.way(Way.Reason.BACK, picture.isStrict());
  }
}
