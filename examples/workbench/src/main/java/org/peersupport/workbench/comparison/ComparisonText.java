package org.peersupport.workbench.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.peersupport.simulation.ComparedFigure;
import org.peersupport.simulation.ComparisonSummary;
import org.peersupport.workbench.text.PageLines;

/** How variants differ, laid out for printing: a table for each question and variant. */
public final class ComparisonText {
  private static final int LABEL = 28;
  private static final String ROW = "%-" + LABEL + "s %10s %10s %8s %18s %8s %6s %5s";

  private final PageLines page = new PageLines();

  private ComparisonText() {}

  /**
   * The lines, none of which ends with a space.
   *
   * @param language the language of titles, as far as the protocols have them
   */
  public static List<String> lines(
      ComparisonSummary summary, List<ComparedFigure> figures, long seed, Locale language) {
    return new ComparisonText().write(summary, figures, seed, language);
  }

  private List<String> write(
      ComparisonSummary summary, List<ComparedFigure> figures, long seed, Locale language) {
    page.title("Variants compared");
    List<String> variants = Variants.lines(summary, language);
    for (int v = 0; v < variants.size(); v++) {
      page.wrap(Variants.letter(v) + "  ", variants.get(v));
    }
    page.empty();
    page.wrap("", Variants.design(summary, seed));
    for (Chapter chapter : Chapters.of(figures, Titles.of(summary, language))) {
      page.heading(chapter.heading());
      page.wrap("", chapter.introduction());
      for (int v = 1; v < summary.variants().size() && !chapter.rows().isEmpty(); v++) {
        table(chapter, v);
      }
    }
    page.heading("How to read this");
    Reading.LINES.forEach(line -> page.wrap("- ", line));
    return page.lines();
  }

  private void table(Chapter chapter, int v) {
    page.empty();
    row("", Columns.headings(v).subList(1, Columns.COUNT));
    for (Chapter.Row row : chapter.rows()) {
      row(row.label(), Columns.cells(row, v));
    }
  }

  private void row(String label, List<String> cells) {
    String inRow = label;
    if (label.length() > LABEL) {
      page.wrap("", label);
      inRow = "";
    }
    List<Object> all = new ArrayList<>(List.of(inRow));
    all.addAll(cells);
    page.add(ROW, all.toArray());
  }
}
