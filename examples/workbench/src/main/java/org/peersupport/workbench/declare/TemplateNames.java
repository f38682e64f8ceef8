package org.peersupport.workbench.declare;

import static org.peersupport.protocol.Template.ABSENCE;
import static org.peersupport.protocol.Template.EXISTENCE;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peersupport.protocol.Template;

/**
 * What the templates are called elsewhere: in .decl files of RuM and Declare4Py, and in MINERful.
 * Case, spaces, hyphens and underscores do not matter; a number at the end is the count.
 *
 * <p>{@code AbsenceN} is fewer than N, as in DECLARE, and {@code AtMostN} at most N, as in
 * MINERful.
 */
final class TemplateNames {
  private static final Pattern NAME = Pattern.compile("([a-z]+?)(one|two|three|[0-9]{0,3})");
  private static final Map<String, Template> TEMPLATES = new HashMap<>();

  static {
    for (Template template : Template.values()) {
      TEMPLATES.put(template.wireName().replace("-", ""), template);
    }
    TEMPLATES.put("participation", EXISTENCE);
    TEMPLATES.put("atleast", EXISTENCE);
  }

  /**
   * A template and how often.
   *
   * @param count 1 where the template counts nothing
   */
  record Counted(Template template, int count) {}

  private TemplateNames() {}

  /** What the name means; empty when it is no template. */
  static Optional<Counted> find(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    if (plain.equals("uniqueness")) {
      return Optional.of(new Counted(ABSENCE, 2));
    }
    Matcher parts = NAME.matcher(plain);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int count = count(parts.group(2));
    if (parts.group(1).equals("atmost")) {
      return Optional.of(new Counted(ABSENCE, count + 1));
    }
    Template template = TEMPLATES.get(parts.group(1));
    return template == null || (!template.isCounting() && !parts.group(2).isEmpty())
        ? Optional.empty()
        : Optional.of(new Counted(template, count));
  }

  private static int count(String word) {
    return switch (word) {
      case "", "one" -> 1;
      case "two" -> 2;
      case "three" -> 3;
      default -> Integer.parseInt(word);
    };
  }
}
