package org.peersupport.workbench.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of a page for people; none ends with a space. */
public final class PageLines {
  private static final int WIDTH = 100;

  private final List<String> lines = new ArrayList<>();

  /** The lines so far, without anything that a terminal would obey. */
  public List<String> lines() {
    return lines.stream().map(Controls::shown).toList();
  }

  /** What the page is about. */
  public void title(String title) {
    underlined(title, "=");
  }

  /** What comes next. */
  public void heading(String heading) {
    empty();
    underlined(heading, "-");
  }

  private void underlined(String text, String line) {
    int from = lines.size();
    wrap("", text);
    int longest = lines.stream().skip(from).mapToInt(String::length).max().orElse(0);
    lines.add(line.repeat(longest));
  }

  /** An empty line. */
  public void empty() {
    lines.add("");
  }

  /** A line of cells; what stands at its end is cut. */
  public void add(String format, Object... cells) {
    lines.add(String.format(Locale.ROOT, format, cells).stripTrailing());
  }

  /** A text, broken between words; what follows the first line is set in by as much. */
  public void wrap(String start, String text) {
    String indent = " ".repeat(start.length());
    StringBuilder line = new StringBuilder(start);
    for (String word : text.split(" ", -1)) {
      if (line.length() > start.length() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
      }
      line.append(line.length() > start.length() ? " " : "").append(word);
    }
    lines.add(line.toString());
  }
}
