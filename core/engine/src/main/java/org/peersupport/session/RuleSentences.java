package org.peersupport.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peersupport.internal.words.Nouns;
import org.peersupport.internal.words.Wording;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Template;

/**
 * The sentences about what a refused act, or a refused close, does to rules: the deed first, and
 * then why. Each is looked up by the rule's template and by the moment.
 */
final class RuleSentences {
  private static final String ORDER = "order.";
  private static final Optional<Template> PRECEDENCE = Optional.of(Template.PRECEDENCE);

  private static final String ACCEPT = ActType.ACCEPT.commandName() + ":";
  private static final String DECLINE = ActType.DECLINE.commandName() + ":";

  /** What every rule that waits for something says. */
  private static final String MISSING = "missing";

  /** What is alike in these is said in one sentence. */
  private static final Set<String> JOINED = Set.of(MISSING, "order.required.close");

  /** A first sentence with more words than this comes after a shorter one. */
  private static final int LONG = 14;

  private final Wording wording;
  private final Nouns nouns;
  private final String act;
  private final String moment;

  /**
   * Sentences about one refusal.
   *
   * @param act what is refused; empty for a close
   */
  RuleSentences(Wording wording, Nouns nouns, String act) {
    this.wording = wording;
    this.nouns = nouns;
    this.act = act;
    this.moment = act.isEmpty() ? ".close" : ".act";
  }

  /** What is wrong by a rule: the deed, then the rule's own reason or else what it asks for. */
  String reason(ExpandedRule rule) {
    String because = rule.because().strip();
    String why = because.isEmpty() ? demand(rule) : because;
    return led(deed(rule) + (why.isEmpty() ? "" : " " + why));
  }

  /** The deeds alone, where several rules are told of at once; what is alike is said together. */
  String deeds(List<ExpandedRule> rules) {
    Map<String, List<String>> alike = new LinkedHashMap<>();
    for (ExpandedRule rule : rules) {
      String key = key(rule);
      boolean joins = JOINED.contains(key);
      alike
          .computeIfAbsent(joins ? key : rule.id(), first -> new ArrayList<>())
          .add(joins ? recorded(rule) : deed(rule));
    }
    Set<String> sentences = new LinkedHashSet<>();
    sentences.add(wording.say("many" + moment));
    alike.forEach(
        (key, said) ->
            sentences.add(
                JOINED.contains(key)
                    ? wording.say(key, Map.of("a", nouns.list(said, "list.missing")))
                    : said.get(0)));
    return String.join(" ", sentences);
  }

  /** What was wrong by a rule, for those who judge afterwards: its own reason where it has one. */
  String inHindsight(ExpandedRule rule) {
    String because = rule.because().strip();
    return because.isEmpty() ? wording.say(key("past.", rule), values(rule)) : because;
  }

  private String deed(ExpandedRule rule) {
    String key = key(rule);
    return key.equals(MISSING)
        ? wording.say(MISSING, Map.of("a", recorded(rule)))
        : wording.say(key, values(rule));
  }

  /** What the rule asks for; empty where the deed has said it. */
  private String demand(ExpandedRule rule) {
    String key = key(rule);
    String why = (key.equals(MISSING) ? wordingOf(rule) + moment : key) + ".why";
    return wording.has(why) ? wording.say(why, values(rule)) : "";
  }

  /** The text, after a short sentence where its own first one is long. */
  private String led(String text) {
    int end = text.indexOf(". ");
    String first = end < 0 ? text : text.substring(0, end);
    return first.split("[ -]", -1).length > LONG ? wording.say("many" + moment) + " " + text : text;
  }

  /** The key of the sentence that says what was done or not done. */
  private String key(ExpandedRule rule) {
    return key("", rule);
  }

  private String key(String tense, ExpandedRule rule) {
    String key = tense + wordingOf(rule);
    boolean isMany = rule.count() > 1 && wording.has(key + ".many" + moment);
    String whole = key + (isMany ? ".many" : "") + moment;
    return wording.has(whole) ? whole : MISSING;
  }

  private static String wordingOf(ExpandedRule rule) {
    if (rule.id().startsWith(ORDER)) {
      int end = rule.id().indexOf('.', ORDER.length());
      return end < 0 ? rule.id() : rule.id().substring(0, end);
    }
    return rule.template().map(template -> "template." + shared(template).wireName()).orElse("");
  }

  /** The template that allows the same conversations and whose sentence is used for this one. */
  private static Template shared(Template template) {
    return switch (template) {
      case NOT_RESPONSE, NOT_PRECEDENCE -> Template.NOT_SUCCESSION;
      case NOT_CHAIN_RESPONSE, NOT_CHAIN_PRECEDENCE -> Template.NOT_CHAIN_SUCCESSION;
      case NOT_RESPONDED_EXISTENCE -> Template.NOT_CO_EXISTENCE;
      default -> template;
    };
  }

  /** The side of a rule that it waits for. */
  private static List<String> missing(ExpandedRule rule) {
    boolean isFirst = rule.b().isEmpty() || rule.template().equals(PRECEDENCE);
    return isFirst ? rule.a() : rule.b();
  }

  /** What is not recorded yet: of an answer, that there is one, never which one it should be. */
  private String recorded(ExpandedRule rule) {
    List<String> patterns = new ArrayList<>();
    for (String pattern : missing(rule)) {
      patterns.add(pattern);
      if (pattern.startsWith(ACCEPT)) {
        patterns.add(DECLINE + pattern.substring(ACCEPT.length()));
      } else if (pattern.startsWith(DECLINE)) {
        patterns.add(ACCEPT + pattern.substring(DECLINE.length()));
      }
    }
    return side(rule, patterns);
  }

  private Map<String, String> values(ExpandedRule rule) {
    String a = side(rule, rule.a());
    String b = side(rule, rule.b());
    Map<String, String> values = new HashMap<>();
    values.put("a", a);
    values.put("A", Nouns.capital(a));
    values.put("b", b);
    values.put("B", Nouns.capital(b));
    values.put("step", act);
    values.put("times", nouns.times(rule.count()));
    values.put("most", nouns.times(Math.max(1, rule.count() - 1)));
    return values;
  }

  /** A side of a rule: an element of the order by its title, otherwise as the moment it starts. */
  private String side(ExpandedRule rule, List<String> patterns) {
    return rule.id().startsWith(ORDER) ? nouns.anyStepOf(patterns) : nouns.anyMomentOf(patterns);
  }
}
