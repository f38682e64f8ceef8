package org.peersupport.workbench.comparison;

import java.util.List;
import java.util.Locale;
import org.peersupport.simulation.ComparedFigure;
import org.peersupport.simulation.Quantity.Unit;

/**
 * The rows of a chapter as bars in SVG, one for each variant, with the 95 % interval of each as a
 * line across its end. Letters and figures stand beside the bars, so that nothing rests on colour.
 */
final class BarChart {
  private static final int WIDTH = 860;
  private static final int LEFT = 30;
  private static final int RIGHT = 130;
  private static final int LABEL = 20;
  private static final int BAR = 16;
  private static final int GAP = 10;
  private static final int AXIS = 24;

  /** Dark, light and between by turns; black-and-white print keeps neighbours apart. */
  private static final List<String> FILLS = List.of("#1f4e79", "#e0a458", "#6b8f71", "#b8c4d0");

  private static final String INK = "#16202c";

  private final Markup markup;
  private final Chapter chapter;
  private final Unit unit;
  private final double top;
  private final double step;
  private int y = AXIS;

  private BarChart(Markup markup, Chapter chapter) {
    this.markup = markup;
    this.chapter = chapter;
    this.unit = chapter.rows().get(0).unit();
    double most =
        chapter.rows().stream()
            .flatMap(row -> row.figure().values().stream())
            .mapToDouble(value -> Double.isNaN(value.high()) ? value.estimate() : value.high())
            .max()
            .orElse(0);
    this.step = step(scaled(most) / 4);
    this.top = step * Math.max(1, Math.ceil(scaled(most) / step - 1e-9));
  }

  /** Draws it. */
  static void draw(Markup markup, Chapter chapter) {
    new BarChart(markup, chapter).draw();
  }

  /** The axis counts in what people read: percent and minutes. */
  private double scaled(double figure) {
    return switch (unit) {
      case SHARE -> 100 * figure;
      case COUNT -> figure;
      case MILLIS -> figure / 60_000;
    };
  }

  /** The next of 1, 2, 5, 10 and so on. */
  private static double step(double least) {
    if (!(least > 0)) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (int factor : new int[] {1, 2, 5}) {
      if (factor * power >= least * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private void draw() {
    int variants = chapter.rows().get(0).figure().values().size();
    int height = AXIS + chapter.rows().size() * (LABEL + variants * BAR + GAP) + 4;
    markup.open(
        "svg",
        "viewBox",
        "0 0 " + WIDTH + " " + height,
        "role",
        "img",
        "aria-label",
        chapter.heading() + ": bars; the table below has the same figures");
    axis(height);
    for (Chapter.Row row : chapter.rows()) {
      row(row);
    }
    markup.close();
  }

  private void axis(int height) {
    for (int tick = 0; tick * step <= top * (1 + 1e-9); tick++) {
      String x = place(tick * step);
      markup.empty(
          "line", "x1", x, "x2", x, "y1", "18", "y2", String.valueOf(height), "stroke", "#d5dae0");
      words(x, 13, "middle", shortest(tick * step) + (unit == Unit.SHARE ? " %" : ""));
    }
  }

  private static String shortest(double number) {
    return new java.math.BigDecimal(number)
        .round(new java.math.MathContext(6))
        .stripTrailingZeros()
        .toPlainString();
  }

  private void row(Chapter.Row row) {
    words("0", y + LABEL - 6, "start", row.label());
    y += LABEL;
    for (int v = 0; v < row.figure().values().size(); v++) {
      bar(v, row.figure().values().get(v));
      y += BAR;
    }
    y += GAP;
  }

  private void bar(int v, ComparedFigure.Value value) {
    double end = Math.max(0, scaled(value.estimate()));
    String width = number(Math.max(0.5, x(end) - LEFT));
    words("8", y + 12, "start", Variants.letter(v));
    markup.empty(
        "rect",
        "x",
        String.valueOf(LEFT),
        "y",
        String.valueOf(y + 1),
        "width",
        width,
        "height",
        String.valueOf(BAR - 3),
        "fill",
        FILLS.get(v % FILLS.size()),
        "stroke",
        INK,
        "stroke-width",
        "0.5");
    if (!Double.isNaN(value.low())) {
      interval(scaled(value.low()), scaled(value.high()));
    }
    double right = Double.isNaN(value.high()) ? end : Math.max(end, scaled(value.high()));
    words(number(x(right) + 6), y + 12, "start", FigureFormat.value(unit, value.estimate()));
  }

  private void interval(double low, double high) {
    String middle = number(y + 1 + (BAR - 3) / 2.0);
    String d = "M" + place(low) + " " + middle + "H" + place(high) + tick(low) + tick(high);
    // White under black, so that it is seen on dark bars too.
    markup.empty("path", "d", d, "stroke", "#ffffff", "stroke-width", "3", "fill", "none");
    markup.empty("path", "d", d, "stroke", INK, "stroke-width", "1", "fill", "none");
  }

  private String tick(double at) {
    return "M" + place(at) + " " + (y + 4) + "V" + (y + BAR - 5);
  }

  private void words(String x, int baseline, String anchor, String words) {
    markup.element(
        "text",
        words,
        "x",
        x,
        "y",
        String.valueOf(baseline),
        "text-anchor",
        anchor,
        "font-size",
        "13",
        "fill",
        INK);
  }

  private double x(double figure) {
    return LEFT + figure / top * (WIDTH - LEFT - RIGHT);
  }

  private String place(double figure) {
    return number(x(figure));
  }

  private static String number(double coordinate) {
    return String.format(Locale.ROOT, "%.1f", coordinate);
  }
}
