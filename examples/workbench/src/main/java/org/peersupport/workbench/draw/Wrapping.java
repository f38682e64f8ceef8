package org.peersupport.workbench.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Breaks a text on one line into lines that are narrow enough, at spaces where there are any. */
final class Wrapping {
  private final double width;
  private final ToDoubleFunction<String> measure;
  private final List<String> lines = new ArrayList<>();
  private String line = "";

  private Wrapping(double width, ToDoubleFunction<String> measure) {
    this.width = width;
    this.measure = measure;
  }

  /** Lines of at most so many code points. */
  static List<String> byCount(String text, int most) {
    return new Wrapping(most, word -> word.codePointCount(0, word.length())).wrapped(text);
  }

  /** Lines that are no wider by this measure. */
  static List<String> byWidth(String text, double width, ToDoubleFunction<String> measure) {
    return new Wrapping(width, measure).wrapped(text);
  }

  /** The same, but no more than so many of them: the last one then ends with an ellipsis. */
  static List<String> byWidth(
      String text, double width, ToDoubleFunction<String> measure, int most) {
    List<String> lines = byWidth(text, width, measure);
    if (lines.size() <= most) {
      return lines;
    }
    List<String> kept = new ArrayList<>(lines.subList(0, most));
    String last = kept.get(most - 1);
    while (!last.isEmpty() && measure.applyAsDouble(last + "…") > width) {
      last = last.substring(0, last.offsetByCodePoints(last.length(), -1)).stripTrailing();
    }
    kept.set(most - 1, last + "…");
    return kept;
  }

  private List<String> wrapped(String text) {
    for (String word : text.split(" ", -1)) {
      add(word);
    }
    lines.add(line);
    return lines;
  }

  private void add(String word) {
    String longer = line.isEmpty() ? word : line + " " + word;
    if (measure.applyAsDouble(longer) <= width) {
      line = longer;
      return;
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    line = "";
    for (int c : word.codePoints().toArray()) {
      String piece = Character.toString(c);
      if (!line.isEmpty() && measure.applyAsDouble(line + piece) > width) {
        lines.add(line);
        line = "";
      }
      line += piece;
    }
  }
}
