package org.peersupport.workbench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.peersupport.analysis.RuleTitles;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.TitledKey;
import org.peersupport.workbench.ConversationFigures.Value;
import org.peersupport.workbench.text.PageLines;

/** What conversations come to, laid out for printing. */
final class ConversationPage {
  private static final int MOST_RULES = 5;
  private static final double NEVER = 1e-9;
  private static final int WORDS = 46;

  private final ConversationFigures figures;
  private final Protocol protocol;
  private final Map<String, String> ruleTitles;
  private final PageLines page = new PageLines();

  private ConversationPage(ConversationFigures figures, Locale language) {
    this.figures = figures;
    this.protocol = figures.chain().protocol().in(language);
    this.ruleTitles = RuleTitles.of(protocol, language);
  }

  /**
   * The lines, none of which ends with a space.
   *
   * @param language the language of titles, as far as the protocol has them
   */
  static List<String> lines(ConversationFigures figures, Locale language) {
    ConversationPage page = new ConversationPage(figures, language);
    page.head();
    page.conversations();
    page.elements();
    page.referrals();
    page.others();
    page.rules();
    return page.page.lines();
  }

  private void head() {
    page.title(protocol.title());
    page.empty();
    page.wrap(
        "",
        String.format(
            Locale.ROOT,
            "Conversations under %s as in %s. %s",
            protocol.reference(),
            figures.chain().behaviour().id(),
            figures.by()));
  }

  private void conversations() {
    page.heading("Conversations");
    share("Closed", figures.closed());
    for (TitledKey reason : protocol.endReasons()) {
      Value ended = figures.ended().apply(new EndReason(reason.key()));
      if (ended.value() > NEVER) {
        share("Ended early: " + reason.name(), ended);
      }
    }
    mean("Activities", figures.activities());
    figures.minutes().ifPresent(minutes -> mean("Minutes", minutes));
    mean("Attempts that the protocol refused", figures.refused());
    share("Conversations with a refused attempt", figures.withRefusal());
    if (figures.withEvenDraw().value() > NEVER) {
      share("Conversations in which an even draw decided", figures.withEvenDraw());
    }
    page.empty();
    figures.more().forEach(sentence -> page.wrap("", sentence));
  }

  private void elements() {
    page.heading("Elements: in how many conversations they begin");
    for (Element element : protocol.elements()) {
      share(element.title(), with("begin:" + element.key()));
    }
    if (figures.endedIn().values().stream().anyMatch(share -> share.value() > NEVER)) {
      page.heading("Elements: how many conversations end early in them");
      for (Element element : protocol.elements()) {
        Value ended = figures.endedIn().get(element.key());
        if (ended.value() > NEVER) {
          share(element.title(), ended);
        }
      }
    }
    if (!figures.minutesIn().isEmpty()) {
      page.heading("Elements: minutes of a conversation");
      for (Element element : protocol.elements()) {
        mean(element.title(), figures.minutesIn().get(element.key()));
      }
    }
  }

  private Value with(String activity) {
    return figures.with().getOrDefault(activity, Value.exact(0));
  }

  /** How many conversations come how far with a resource. */
  private void referrals() {
    if (protocol.resources().isEmpty()) {
      return;
    }
    page.heading("Resources: how many conversations come how far before they are over");
    row("", "offered", "accepted", "connected", "completed");
    referral("Any resource", "*");
    for (Resource resource : protocol.resources()) {
      referral(resource.title(), resource.key());
    }
  }

  private void referral(String words, String resource) {
    row(
        words,
        reached("offer:" + resource),
        reached("accept:" + resource),
        reached("connect:" + resource),
        reached("complete:" + resource));
  }

  private String reached(String act) {
    Value share = with(act);
    if (share.value() == 0) {
      return "none";
    }
    String around =
        Double.isNaN(share.low())
            ? ""
            : String.format(Locale.ROOT, " ±%.1f", 50 * (share.high() - share.low()));
    return String.format(Locale.ROOT, "%.1f %%%s", 100 * share.value(), around);
  }

  private void row(String words, String... cells) {
    page.add(
        "%-38s %14s %14s %14s %14s", fitting(words, 38), cells[0], cells[1], cells[2], cells[3]);
  }

  private void others() {
    if (!protocol.concerns().isEmpty() || !protocol.appreciation().isEmpty()) {
      page.heading("Concerns and thanks: in how many conversations");
      for (ActivityKind kind : ActivityKind.values()) {
        other(kind);
      }
    }
  }

  private void other(ActivityKind kind) {
    switch (kind) {
      case CONCERN ->
          protocol
              .levels()
              .forEach(level -> share("Concern: " + level.name(), with("concern:" + level.key())));
      case THANK ->
          protocol
              .facets()
              .forEach(facet -> share("Thanks: " + facet.name(), with("thank:" + facet.key())));
      case BEGIN, OFFER, ACCEPT, DECLINE, CONNECT, COMPLETE, WITHDRAW, LAPSE -> {
        // has a section of its own
      }
    }
  }

  private void rules() {
    page.heading("Rules that refused most: attempts in a conversation");
    List<ExpandedRule> rules = protocol.expandedRules();
    List<Integer> most =
        IntStream.range(0, rules.size())
            .boxed()
            .filter(r -> figures.refusedBy().get(r).value() > NEVER)
            .sorted(Comparator.comparingDouble(r -> -figures.refusedBy().get(r).value()))
            .limit(MOST_RULES)
            .toList();
    for (int r : most) {
      mean(titled(rules.get(r).id()), figures.refusedBy().get(r));
      if (!rules.get(r).because().isEmpty()) {
        page.wrap("  ", rules.get(r).because());
      }
    }
    if (most.isEmpty()) {
      page.add("None refused anything.");
    }
  }

  /** The title of a rule with its id small behind it; the id alone where it has no title. */
  private String titled(String rule) {
    String title = ruleTitles.get(rule);
    return title == null ? rule : title + " (" + rule + ")";
  }

  private void share(String words, Value share) {
    line(words, share.times(100), "%.1f %%");
  }

  private void mean(String words, Value mean) {
    line(words, mean, "%.2f");
  }

  private void line(String words, Value value, String format) {
    String interval =
        Double.isNaN(value.low())
            ? ""
            : String.format(Locale.ROOT, format + " to " + format, value.low(), value.high());
    page.add(
        "%-" + WORDS + "s %10s   %s",
        fitting(words, WORDS),
        String.format(Locale.ROOT, format, value.value()),
        interval);
  }

  /** A long title has a line of its own. */
  private String fitting(String words, int width) {
    if (words.length() <= width) {
      return words;
    }
    page.wrap("", words);
    return "";
  }
}
