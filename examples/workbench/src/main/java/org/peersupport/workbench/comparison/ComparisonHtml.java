package org.peersupport.workbench.comparison;

import java.util.List;
import java.util.Locale;
import org.peersupport.simulation.ComparedFigure;
import org.peersupport.simulation.ComparisonSummary;

/**
 * How variants differ, as a page in HTML that stands alone: without scripts, links or anything from
 * elsewhere. It prints in black and white and reads well aloud.
 */
public final class ComparisonHtml {
  private static final String STYLE =
      """

      body{font:1rem/1.5 system-ui,sans-serif;color:#16202c;background:#fff;max-width:62rem;
        margin:2rem auto;padding:0 1rem}
      h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.25rem;margin-top:2.5rem}
      svg{width:100%;height:auto;font-family:system-ui,sans-serif}
      .table{overflow-x:auto}
      table{border-collapse:collapse;width:100%;margin:1rem 0;font-variant-numeric:tabular-nums}
      caption{text-align:left;font-weight:bold;padding:.25rem 0}
      th,td{border:1px solid #767676;padding:.2rem .5rem;text-align:right;white-space:nowrap}
      th[scope=row]{text-align:left;font-weight:normal;white-space:normal;overflow-wrap:break-word;
        min-width:11rem}
      thead th{background:#efefef}tr,svg{break-inside:avoid}
      .variants{list-style:none;padding:0}
      @media print{body{margin:0;max-width:none;font-size:9pt}}
      """;

  private final Markup markup = new Markup();
  private final ComparisonSummary summary;

  private ComparisonHtml(ComparisonSummary summary) {
    this.summary = summary;
  }

  /**
   * The page.
   *
   * @param language the language of titles, as far as the protocols have them
   */
  public static String page(
      ComparisonSummary summary, List<ComparedFigure> figures, long seed, Locale language) {
    return new ComparisonHtml(summary).write(figures, seed, language);
  }

  private String write(List<ComparedFigure> figures, long seed, Locale language) {
    String title = "How variants of a conversation differ";
    markup.open("html", "lang", "en").open("head").empty("meta", "charset", "utf-8");
    markup.empty("meta", "name", "viewport", "content", "width=device-width,initial-scale=1");
    markup.element("title", title).element("style", STYLE).close();
    markup.open("body").open("main").element("h1", title);
    markup.open("ul", "class", "variants");
    List<String> variants = Variants.lines(summary, language);
    for (int v = 0; v < variants.size(); v++) {
      markup.element("li", Variants.letter(v) + "  " + variants.get(v));
    }
    markup.close();
    markup.element("p", Variants.design(summary, seed));
    for (Chapter chapter : Chapters.of(figures, Titles.of(summary, language))) {
      chapter(chapter);
    }
    markup.element("h2", "How to read this").open("ul");
    markup.element(
        "li", "Bars: the figure under each variant; the line across its end is its 95 % interval.");
    Reading.LINES.forEach(line -> markup.element("li", line));
    markup.close().close().close().close();
    return "<!DOCTYPE html>" + markup + "\n";
  }

  private void chapter(Chapter chapter) {
    markup.element("h2", chapter.heading());
    markup.element("p", chapter.introduction());
    if (chapter.rows().isEmpty()) {
      return;
    }
    if (chapter.isDrawn()) {
      BarChart.draw(markup, chapter);
    }
    for (int v = 1; v < summary.variants().size(); v++) {
      table(chapter, v);
    }
  }

  private void table(Chapter chapter, int v) {
    markup.open("div", "class", "table").open("table");
    markup.element("caption", Variants.letter(v) + " beside A").open("thead").open("tr");
    Columns.headings(v).forEach(heading -> markup.element("th", heading, "scope", "col"));
    markup.close().close().open("tbody");
    for (Chapter.Row row : chapter.rows()) {
      row(row, v);
    }
    markup.close().close().close();
  }

  private void row(Chapter.Row row, int v) {
    markup.open("tr").element("th", row.label(), "scope", "row");
    Columns.cells(row, v).forEach(cell -> markup.element("td", cell));
    markup.close();
  }
}
