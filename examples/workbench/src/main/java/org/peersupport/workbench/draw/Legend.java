package org.peersupport.workbench.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.peersupport.protocol.Provenance;

/** Draws what the signs of a picture mean: those that it has. */
final class Legend {
  private static final int SAMPLE = 52;
  private static final int ROW = 26;

  private final Picture picture;
  private final Drawing drawing;
  private final List<Entry> entries = new ArrayList<>();

  /** A sign, drawn around a height at the left, and what it means. */
  private record Entry(BiConsumer<Integer, Integer> sign, String meaning) {}

  Legend(Picture picture, Drawing drawing) {
    this.picture = picture;
    this.drawing = drawing;
  }

  /** Draws it over this width; gives where it ends. */
  int draw(int y, int width) {
    badges();
    borders();
    if (picture.isOrdered()) {
      arrows();
    }
    int x = Drawing.MARGIN;
    drawing.line("rule", Route.from(x, y).across(width - Drawing.MARGIN), Pen.FRAME);
    int next = y + 12;
    int half = (width - 2 * Drawing.MARGIN) / 2;
    for (int i = 0; i < entries.size(); i += 2) {
      int end = draw(entries.get(i), x, next, half);
      if (i + 1 < entries.size()) {
        end = Math.max(end, draw(entries.get(i + 1), x + half, next, half));
      }
      next = end;
    }
    String last = String.join(" ", picture.remarks());
    List<String> lines = Type.QUIET.wrapped(last, width - 2 * Drawing.MARGIN);
    return drawing.lines(lines, x, next + 4, Type.QUIET);
  }

  private int draw(Entry entry, int x, int y, int width) {
    entry.sign.accept(x, y + 11);
    List<String> lines = Type.PLAIN.wrapped(entry.meaning, width - SAMPLE - 12);
    int bottom = drawing.lines(lines, x + SAMPLE, y + 2, Type.PLAIN);
    return Math.max(bottom + 6, y + ROW);
  }

  private void badges() {
    boolean numbered = picture.isOrdered();
    for (boolean required : new boolean[] {true, false}) {
      if (picture.everyStage().stream().anyMatch(stage -> stage.required() == required)) {
        entries.add(
            new Entry(
                (x, y) ->
                    drawing.disc(
                        x + 20, y, numbered ? 9 : 6, required ? Colours.INK : Colours.PAPER),
                required ? "required: every conversation has it" : "optional: may be left out"));
      }
    }
  }

  private void borders() {
    for (Provenance provenance : Provenance.values()) {
      if (picture.everyStage().stream().anyMatch(stage -> stage.provenance() == provenance)) {
        entries.add(
            new Entry(
                (x, y) ->
                    drawing.box(
                        "sample",
                        new Area(x + 2, y - 9, SAMPLE - 14, 18),
                        4,
                        Pen.border(provenance),
                        Colours.STAGE),
                meaning(provenance)));
      }
    }
  }

  private static String meaning(Provenance provenance) {
    return switch (provenance) {
      case STATED -> "stated: the source says so";
      case SECONDARY -> "secondary: another text says that the source does";
      case PLACEHOLDER -> "placeholder: stands in for what the source does not tell";
      case OUR_READING -> "our reading: no source claims it";
    };
  }

  private void arrows() {
    arrow(Way.Reason.FORWARD, picture.isStrict() ? "to the next" : "to the next, as advice");
    if (picture.stages().stream().anyMatch(stage -> !stage.required())) {
      arrow(Way.Reason.PAST, "past an optional element");
    }
    if (picture.stages().stream().anyMatch(stage -> !stage.returns().isEmpty())) {
      arrow(Way.Reason.BACK, "back to an earlier element");
    }
  }

  private void arrow(Way.Reason kind, String meaning) {
    Pen pen = Pen.way(kind, picture.isStrict());
    entries.add(
        new Entry(
            (x, y) -> {
              drawing.line("sample", Route.from(x + 2, y).across(x + SAMPLE - 20), pen);
              drawing.headRight(x + SAMPLE - 12, y, pen);
            },
            meaning));
  }
}
