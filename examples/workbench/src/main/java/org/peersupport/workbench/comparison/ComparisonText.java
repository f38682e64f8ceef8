package org.peersupport.workbench.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.peersupport.simulation.ComparedFigure;
import org.peersupport.simulation.ComparisonSummary;

/** How variants differ, laid out for printing: a table for each question and variant. */
public final class ComparisonText {
  private static final int WIDTH = 100;
  private static final int LABEL = 28;
  private static final String ROW = "%-" + LABEL + "s %10s %10s %8s %18s %8s %6s %5s";

  private final List<String> lines = new ArrayList<>();

  private ComparisonText() {}

  /** The lines, none of which ends with a space. */
  public static List<String> lines(
      ComparisonSummary summary, List<ComparedFigure> figures, long seed) {
    ComparisonText page = new ComparisonText();
    page.heading("Variants compared", "=");
    page.lines.addAll(Variants.lines(summary));
    page.lines.add("");
    page.wrap("", Variants.design(summary, seed));
    for (Chapter chapter : Chapter.of(figures)) {
      page.lines.add("");
      page.heading(chapter.heading(), "-");
      page.wrap("", (chapter.note() + " " + chapter.ofLeftOut()).strip());
      for (int v = 1; v < summary.variants().size(); v++) {
        page.table(chapter, v);
      }
    }
    page.lines.add("");
    page.heading("How to read this", "-");
    Reading.LINES.forEach(line -> page.wrap("  ", line));
    return page.lines;
  }

  private void heading(String heading, String underline) {
    lines.add(heading);
    lines.add(underline.repeat(heading.length()));
  }

  private void table(Chapter chapter, int v) {
    lines.add("");
    row("", Columns.headings(v).subList(1, Columns.COUNT));
    for (Chapter.Row row : chapter.rows()) {
      row(row.label(), Columns.cells(row, v));
    }
  }

  private void row(String label, List<String> cells) {
    String inRow = label;
    if (label.length() > LABEL) {
      lines.add(label);
      inRow = "";
    }
    List<Object> all = new ArrayList<>(List.of(inRow));
    all.addAll(cells);
    lines.add(String.format(Locale.ROOT, ROW, all.toArray()).stripTrailing());
  }

  private void wrap(String indent, String text) {
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
      } else if (!line.isEmpty()) {
        line.append(' ');
      }
      line.append(word);
    }
    lines.add(line.toString());
  }
}
