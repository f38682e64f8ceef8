package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peersupport.internal.words.Nouns;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Holds;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;

/** The rules of a protocol in plain sentences. */
final class RuleNarration {
  /** Where it matters whether something comes, not when: the others speak of starts. */
  private static final Set<Template> WHENEVER =
      EnumSet.of(
          Template.EXISTENCE,
          Template.ABSENCE,
          Template.EXACTLY,
          Template.CHOICE,
          Template.EXCLUSIVE_CHOICE,
          Template.RESPONDED_EXISTENCE,
          Template.CO_EXISTENCE,
          Template.NOT_CO_EXISTENCE,
          Template.NOT_RESPONDED_EXISTENCE);

  private final Protocol protocol;
  private final Phrasebook phrases;

  RuleNarration(Protocol protocol, Phrasebook phrases) {
    this.protocol = protocol;
    this.phrases = phrases;
  }

  /**
   * A rule and what is told of it.
   *
   * @param rule the first of the expanded rules that it covers
   */
  record ToldRule(ExpandedRule rule, Statement statement) {}

  /** The rules that the order stands for, one by one. */
  List<ToldRule> ofTheOrder() {
    List<ToldRule> told = new ArrayList<>();
    for (ExpandedRule rule : protocol.expandedRules()) {
      if (isOfTheOrder(rule)) {
        List<String> notes = new ArrayList<>();
        if (rule.id().equals(ExpandedRule.RETURN)) {
          notes.addAll(returns());
        }
        notes.addAll(binding(rule));
        told.add(told(List.of(rule.id()), rule, orderSentence(rule), notes));
      }
    }
    return told;
  }

  private ToldRule told(List<String> ids, ExpandedRule rule, String text, List<String> notes) {
    Optional<String> title = phrases.nouns.ruleTitle(rule.id(), rule.title(), rule.a());
    return new ToldRule(
        rule,
        new Statement(
            ids, title.map(Phrasebook::onOneLine), text, notes, Optional.of(rule.provenance())));
  }

  private static boolean isOfTheOrder(ExpandedRule rule) {
    return rule.id().startsWith("order.");
  }

  private String orderSentence(ExpandedRule rule) {
    if (rule.id().equals(ExpandedRule.RETURN)) {
      return phrases.say(ending(returns().isEmpty() ? rule.id() : rule.id() + ".except", rule));
    }
    int end = rule.id().indexOf('.', "order.".length());
    String key = end < 0 ? rule.id() : rule.id().substring(0, end);
    return phrases.say(ending(key, rule), sides(rule, false));
  }

  /** The ways back, gathered by where they start; those of continuous elements mean nothing. */
  List<String> returns() {
    List<String> told = new ArrayList<>();
    for (Element from : protocol.elements()) {
      List<String> back = new ArrayList<>();
      for (Element to : protocol.elements()) {
        if (!from.isContinuous()
            && !to.isContinuous()
            && protocol.order().returns().contains(new Order.Return(from.key(), to.key()))) {
          back.add(to.title());
        }
      }
      if (!back.isEmpty()) {
        told.add(
            phrases.say(
                "order.return.pair",
                Map.of("from", phrases.nouns.quoted(from.title()), "to", phrases.any(back))));
      }
    }
    return told;
  }

  /** The document's own rules; one that is repeated is told once where that says the same. */
  List<ToldRule> ofTheDocument() {
    List<ExpandedRule> expanded = new ArrayList<>();
    for (ExpandedRule rule : protocol.expandedRules()) {
      if (!isOfTheOrder(rule)) {
        expanded.add(rule);
      }
    }
    List<ToldRule> told = new ArrayList<>();
    int next = 0;
    for (Rule rule : protocol.rules()) {
      List<String> keys = keys(rule);
      List<ExpandedRule> same = expanded.subList(next, next + keys.size());
      next += keys.size();
      if (rule.forEach().isPresent() && keys.size() > 1 && isToldAtOnce(rule)) {
        told.add(tellAtOnce(rule, rule.forEach().get(), keys, same));
      } else {
        for (ExpandedRule single : same) {
          told.add(tell(List.of(single.id()), sentence(single), single));
        }
      }
    }
    return told;
  }

  /** The keys that a rule is repeated for; a single one when it is not. */
  private List<String> keys(Rule rule) {
    if (rule.forEach().isEmpty()) {
      return List.of("");
    }
    List<String> keys = new ArrayList<>(titles(rule.forEach().get()).keySet());
    keys.removeAll(rule.except());
    return keys;
  }

  private Map<String, String> titles(Rule.ForEach each) {
    return each == Rule.ForEach.RESOURCE ? phrases.resources : phrases.elements;
  }

  /** Whether the key stands only where "it" can be said instead. */
  private static boolean isToldAtOnce(Rule rule) {
    if (rule.because().indexOf('{') >= 0 || rule.title().orElse("").indexOf('{') >= 0) {
      return false;
    }
    for (List<String> side : List.of(rule.a(), rule.b())) {
      for (String pattern : side) {
        int brace = pattern.indexOf('{');
        boolean isWhole = brace < 0 || (pattern.charAt(brace - 1) == ':' && pattern.endsWith("}"));
        if (!isWhole || pattern.startsWith("!")) {
          return false;
        }
      }
    }
    return true;
  }

  private ToldRule tellAtOnce(
      Rule rule, Rule.ForEach each, List<String> keys, List<ExpandedRule> same) {
    ExpandedRule first = same.get(0);
    ExpandedRule general =
        new ExpandedRule(
            rule.id(),
            first.template(),
            rule.a(),
            rule.b(),
            first.count(),
            first.strength(),
            first.overridable(),
            first.holds(),
            rule.title(),
            first.because(),
            first.provenance(),
            first.source());
    List<String> covered = new ArrayList<>();
    List<String> left = new ArrayList<>();
    titles(each).forEach((key, title) -> (keys.contains(key) ? covered : left).add(title));
    boolean isMost = left.size() < covered.size();
    String which = left.isEmpty() ? ".all" : isMost ? ".except" : ".only";
    String text =
        phrases.say(
            "each." + each.wireName() + which,
            Map.of("titles", phrases.all(isMost ? left : covered), "Sentence", sentence(general)));
    List<String> ids = new ArrayList<>();
    for (ExpandedRule single : same) {
      ids.add(single.id());
    }
    return tell(ids, text, general);
  }

  private ToldRule tell(List<String> ids, String text, ExpandedRule rule) {
    List<String> notes = new ArrayList<>();
    if (isCountedTogether(rule)) {
      notes.add(phrases.say("bind.together"));
    }
    notes.addAll(phrases.reason(rule.because()));
    notes.addAll(binding(rule));
    notes.add(phrases.origin(rule.provenance(), rule.source()));
    return told(ids, rule, text, notes);
  }

  private static boolean isCountedTogether(ExpandedRule rule) {
    boolean isSeveral = rule.a().size() > 1 || rule.a().get(0).endsWith("*");
    Template template = rule.template().orElseThrow();
    return isSeveral && template.isCounting() && (rule.count() > 1 || template == Template.EXACTLY);
  }

  private List<String> binding(ExpandedRule rule) {
    if (!rule.isMandatory()) {
      return List.of(phrases.say("bind.advice"));
    }
    List<String> notes = new ArrayList<>();
    if (rule.overridable()) {
      notes.add(phrases.say("bind.overridable"));
    }
    if (rule.holds() == Holds.ALWAYS) {
      notes.add(phrases.say("bind.always"));
    }
    return notes;
  }

  private String sentence(ExpandedRule rule) {
    Template template = rule.template().orElseThrow();
    String key = "template." + template.wireName();
    boolean isNever = template == Template.ABSENCE && rule.count() == 1;
    return phrases.say(
        ending(isNever ? key + ".never" : key, rule), sides(rule, !WHENEVER.contains(template)));
  }

  private static String ending(String key, ExpandedRule rule) {
    return key + (rule.isMandatory() ? ".rule" : ".advice");
  }

  private Map<String, String> sides(ExpandedRule rule, boolean moments) {
    Nouns nouns = phrases.nouns;
    String a = moments ? nouns.anyMomentOf(rule.a()) : nouns.anyOf(rule.a());
    String b = moments ? nouns.anyMomentOf(rule.b()) : nouns.anyOf(rule.b());
    // Fewer than three times is at most twice.
    boolean isAbsence = rule.template().equals(Optional.of(Template.ABSENCE));
    int count = isAbsence ? Math.max(1, rule.count() - 1) : rule.count();
    Map<String, String> values = new HashMap<>();
    values.put("a", a);
    values.put("A", Nouns.capital(a));
    values.put("b", b);
    values.put("B", Nouns.capital(b));
    values.put("times", nouns.times(count));
    return values;
  }
}
