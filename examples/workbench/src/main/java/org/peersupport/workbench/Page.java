package org.peersupport.workbench;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.peersupport.analysis.PlainText;
import org.peersupport.analysis.Section;
import org.peersupport.analysis.Statement;
import org.peersupport.analysis.Topic;

/** A protocol told in plain sentences, laid out for printing. */
final class Page {
  private static final int WIDTH = 100;

  /** Where people refer to an entry by its id; the others have titles. */
  private static final Set<Topic> WITH_IDS = EnumSet.of(Topic.ORDER, Topic.RULES, Topic.DEADLINES);

  /** The first page: short statements, as a list. */
  private static final Set<Topic> LISTED =
      EnumSet.of(Topic.MUST, Topic.SHOULD, Topic.MAY, Topic.DANGER);

  private final List<String> lines = new ArrayList<>();

  private Page() {}

  /** The lines, none of which ends with a space; a word longer than a line has its own. */
  static List<String> lines(PlainText text) {
    Page page = new Page();
    page.heading(text.title(), "=");
    for (Section section : text.sections()) {
      page.lines.add("");
      page.heading(section.heading(), "-");
      page.add(section);
    }
    return page.lines;
  }

  private void heading(String heading, String underline) {
    int from = lines.size();
    wrap("", "", heading);
    int longest = 0;
    for (String line : lines.subList(from, lines.size())) {
      longest = Math.max(longest, line.length());
    }
    lines.add(underline.repeat(longest));
  }

  private void add(Section section) {
    int number = 0;
    boolean isListed = LISTED.contains(section.topic());
    for (Statement statement : section.statements()) {
      if (!isListed || number == 0) {
        lines.add("");
      }
      number++;
      String start = isListed ? "- " : "";
      if (section.topic() == Topic.ELEMENTS) {
        start = number + ". ";
      } else if (WITH_IDS.contains(section.topic()) && !statement.ids().isEmpty()) {
        String title = statement.title().map(known -> known + " ").orElse("");
        wrap("", " ", title + "[" + String.join(", ", statement.ids()) + "]");
        start = "  ";
      }
      String indent = " ".repeat(start.length());
      wrap(start, indent, statement.text());
      for (String note : statement.notes()) {
        wrap(indent, indent + "  ", note);
      }
    }
    if (section.topic() == Topic.SIGN_OFF) {
      lines.add("");
      lines.add("_".repeat(50) + "  " + "_".repeat(20));
    }
  }

  private void wrap(String first, String indent, String text) {
    StringBuilder line = new StringBuilder(first);
    boolean isEmpty = true;
    for (String word : text.split(" ", -1)) {
      if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
      isEmpty = false;
    }
    lines.add(line.toString());
  }
}
