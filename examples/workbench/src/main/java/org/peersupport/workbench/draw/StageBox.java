package org.peersupport.workbench.draw;

import java.util.ArrayList;
import java.util.List;

/** Draws one stage: a badge that is dark when it is required, its title, and what it is. */
final class StageBox {
  private static final int PADDING = 10;
  private static final int BADGE = 12;
  private static final int TEXT = 44;
  private static final int TITLE_LINES = 3;

  private final Stage stage;
  private final boolean numbered;
  private final List<String> title;
  private final List<String> more;

  StageBox(Stage stage, boolean numbered, int width) {
    this.stage = stage;
    this.numbered = numbered;
    int room = width - TEXT - PADDING;
    this.title = Type.TITLE.wrapped(stage.title(), room, TITLE_LINES);
    this.more = new ArrayList<>();
    if (Type.PLAIN.width(stage.nature()) <= room) {
      more.add(stage.nature());
    } else {
      more.addAll(List.of(stage.needWords(), stage.provenanceWords()));
    }
    stage.returnWords().ifPresent(words -> more.addAll(Type.PLAIN.wrapped(words, room)));
  }

  int height() {
    return PADDING
        + title.size() * Type.TITLE.height()
        + more.size() * Type.PLAIN.height()
        + PADDING;
  }

  void draw(Drawing drawing, Area area) {
    drawing.open("stage", stage.title());
    drawing.box("stage", area, 8, Pen.border(stage.provenance()), Colours.STAGE);
    int x = area.x() + PADDING + BADGE;
    int y = area.y() + PADDING + BADGE;
    drawing.disc(x, y, numbered ? BADGE : BADGE / 2, badge());
    if (numbered) {
      String colour = stage.required() ? Colours.PAPER : Colours.INK;
      drawing.centred(String.valueOf(stage.place()), x, y + 5, Type.HEADING, colour);
    }
    int next = drawing.lines(title, area.x() + TEXT, area.y() + PADDING, Type.TITLE);
    drawing.lines(more, area.x() + TEXT, next, Type.PLAIN);
    drawing.close();
  }

  private String badge() {
    return stage.required() ? Colours.INK : Colours.PAPER;
  }
}
