package org.peersupport.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peersupport.internal.engine.Denial;
import org.peersupport.internal.words.Nouns;
import org.peersupport.internal.words.Wording;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ReferralState;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.TitledKey;

/**
 * The sentences that explain a refusal to a clinician: the rule's own reason, or the wording of its
 * template where it gives none, then what to do next.
 */
final class Explanations {
  private static final String ORDER = "order.";

  /** What is missing of these is said in one sentence. */
  private static final Set<String> JOINED = Set.of("order.required", "template.existence");

  private final Wording wording;
  private final Locale locale;

  private Explanations(Locale locale) {
    this.wording = Wording.in(locale);
    this.locale = locale;
  }

  static Explanations in(Locale locale) {
    return new Explanations(locale);
  }

  /** The rule with its words in this language. */
  ExpandedRule told(Protocol protocol, ExpandedRule rule) {
    for (ExpandedRule each : protocol.in(locale).expandedRules()) {
      if (each.id().equals(rule.id())) {
        return each;
      }
    }
    return rule;
  }

  /** What is wrong, by a rule: the deed first, then the rule's own reason. */
  String reason(Refusal refusal, ExpandedRule rule) {
    String because = rule.because().strip();
    String deed = required(protocol(refusal), rule, refusal);
    return because.isEmpty() ? deed : deed + " " + because;
  }

  /** The deeds alone, where many rules are told of at once; what is alike is said together. */
  String deeds(Refusal refusal, List<ExpandedRule> rules) {
    Protocol protocol = protocol(refusal);
    Map<String, List<String>> missing = new LinkedHashMap<>();
    for (ExpandedRule rule : rules) {
      String key = wordingOf(rule);
      boolean joins = rule.count() == 1 && JOINED.contains(key);
      missing
          .computeIfAbsent(joins ? key : rule.id(), first -> new ArrayList<>())
          .add(joins ? side(nouns(protocol), rule, rule.a()) : required(protocol, rule, refusal));
    }
    List<String> sentences = new ArrayList<>();
    missing.forEach(
        (key, said) ->
            sentences.add(
                JOINED.contains(key)
                    ? wording.say(
                        key + moment(refusal), Map.of("a", nouns(protocol).list(said, "list.and")))
                    : String.join(" ", said)));
    return String.join(" ", sentences);
  }

  private static String moment(Refusal refusal) {
    return refusal.denial().orElseThrow().isOfClose() ? ".close" : ".act";
  }

  /** A side of a rule: an element of the order by its title, otherwise as the moment it starts. */
  private static String side(Nouns nouns, ExpandedRule rule, List<String> patterns) {
    return rule.id().startsWith(ORDER) ? nouns.anyStepOf(patterns) : nouns.anyMomentOf(patterns);
  }

  /** What a code says that is no single rule's. */
  String reason(Refusal refusal, RefusalCode code, List<String> rules) {
    Map<String, String> values = new HashMap<>();
    if (refusal.denial().isPresent()) {
      Denial denial = refusal.denial().get();
      Protocol protocol = protocol(refusal);
      values.put("rules", named(protocol, rules));
      values.put("elements", listed(protocol.titles(ActivityKind.BEGIN)));
      values.put("resources", listed(protocol.titles(ActivityKind.OFFER)));
      values.put("levels", listed(protocol.titles(ActivityKind.CONCERN)));
      values.put("facets", listed(protocol.titles(ActivityKind.THANK)));
      values.put("reasons", reasons(denial.detail().reasons()));
      ReferralState state = denial.detail().referral();
      if (state != null) {
        return wording.say("code." + code.wireName() + "." + state.wireName(), values);
      }
      if (code == RefusalCode.REASON_UNKNOWN && denial.detail().reasons().isEmpty()) {
        return wording.say("code.reason.unknown.none");
      }
    }
    Correction correction = refusal.correction();
    return correction == null
        ? wording.say("code." + code.wireName(), values)
        : reason(correction, code, values);
  }

  /** The titles, each with the key that a command needs. */
  private String listed(Map<String, String> titles) {
    List<String> listed = new ArrayList<>();
    titles.forEach(
        (key, title) ->
            listed.add(
                title.equals(TitledKey.of(key).name())
                    ? key
                    : wording.say("listed", Map.of("title", title, "key", key))));
    return String.join(", ", listed);
  }

  private String reasons(List<TitledKey> known) {
    Map<String, String> titles = new LinkedHashMap<>();
    known.forEach(reason -> titles.put(reason.key(), reason.name()));
    return listed(titles);
  }

  /** What people call the rules: their titles, and their ids where they have none. */
  private String named(Protocol protocol, List<String> ids) {
    List<String> names = new ArrayList<>();
    for (ExpandedRule rule : protocol.expandedRules()) {
      if (ids.contains(rule.id())) {
        names.add(wording.say("quote", Map.of("title", rule.title().orElse(rule.id()))));
      }
    }
    return nouns(protocol).list(names, "list.and");
  }

  private String reason(Correction correction, RefusalCode code, Map<String, String> values) {
    values.put("corrects", Integer.toString(correction.corrects()));
    if (correction.inTheWay() != null && correction.why() != null) {
      values.put("seq", Integer.toString(correction.inTheWay().seq()));
      values.put("type", correction.inTheWay().type().eventName());
      values.put("why", why(correction.why()));
    }
    String key = "code." + code.wireName();
    return wording.say(wording.has(key + ".correct") ? key + ".correct" : key, values);
  }

  /** What a code says of an act that has happened, which nobody can mend by doing something now. */
  String inHindsight(Refusal refusal, RefusalCode code, List<String> rules) {
    String key = "past." + code.wireName();
    return wording.has(key)
        ? wording.say(
            key, Map.of("rules", refusal.denial().isEmpty() ? "" : named(protocol(refusal), rules)))
        : reason(refusal, code, rules);
  }

  /** Why an event could not have happened, which nobody can mend by doing something now. */
  private String why(Refusal refusal) {
    String key = "then." + refusal.code().wireName();
    return wording.has(key) ? wording.say(key) : refusal.reasonsInHindsight(this);
  }

  private Protocol protocol(Refusal refusal) {
    return refusal.denial().orElseThrow().protocol().protocol().in(locale);
  }

  private Nouns nouns(Protocol protocol) {
    return new Nouns(
        wording, kind -> ActivityKind.named(kind).map(protocol::titles).orElse(Map.of()));
  }

  /** What was wrong by a rule, said afterwards to those who judge. */
  String inHindsight(Refusal refusal, ExpandedRule rule) {
    String because = rule.because().strip();
    return because.isEmpty() ? required(protocol(refusal), rule, refusal, "past.") : because;
  }

  /** What the rule requires, in the wording of its template. */
  private String required(Protocol protocol, ExpandedRule rule, Refusal refusal) {
    return required(protocol, rule, refusal, "");
  }

  private String required(Protocol protocol, ExpandedRule rule, Refusal refusal, String tense) {
    String moment = moment(refusal);
    Map<String, String> values = new HashMap<>();
    Nouns nouns = nouns(protocol);
    values.put("a", side(nouns, rule, rule.a()));
    values.put("A", Nouns.capital(side(nouns, rule, rule.a())));
    values.put("b", side(nouns, rule, rule.b()));
    values.put("B", Nouns.capital(side(nouns, rule, rule.b())));
    values.put("times", nouns.times(rule.count()));
    values.put("count", Integer.toString(rule.count()));
    String key = tense + wordingOf(rule);
    boolean many = rule.count() > 1 && wording.has(key + ".many" + moment);
    return wording.say(key + (many ? ".many" : "") + moment, values);
  }

  private static String wordingOf(ExpandedRule rule) {
    if (rule.id().startsWith(ORDER)) {
      int end = rule.id().indexOf('.', ORDER.length());
      return end < 0 ? rule.id() : rule.id().substring(0, end);
    }
    return rule.template().map(template -> "template." + template.wireName()).orElse(rule.id());
  }

  /**
   * What the supporter does while someone may be in danger: first what is asked for, then a way
   * out.
   */
  String urgent(Urgency urgency) {
    Nouns nouns = nouns(urgency.protocol().in(locale));
    String steps = steps(nouns, urgency.remedy());
    return urgency.remedy().isEmpty()
        ? wording.say("urgent.none")
        : wording.say("urgent", Map.of("steps", steps, "Steps", Nouns.capital(steps)));
  }

  /** What to do next; empty when a refusal leaves nothing to say about that. */
  String next(Refusal refusal, Optional<List<Activity>> remedy) {
    if (remedy.isEmpty()) {
      return refusal.denial().map(Denial::isMendable).orElse(false)
          ? wording.say("remedy.none")
          : "";
    }
    String said = steps(nouns(protocol(refusal)), remedy.get());
    return wording.say("remedy", Map.of("steps", said, "Steps", Nouns.capital(said)));
  }

  private String steps(Nouns nouns, List<Activity> activities) {
    String said = "";
    ActivityKind before = null;
    for (Activity activity : activities) {
      boolean again = activity.kind() == before && activity.kind() == ActivityKind.BEGIN;
      String key = again ? "quote" : "step." + activity.kind().wireName();
      String step =
          wording.say(
              key, Map.of("title", nouns.title(activity.kind().wireName(), activity.qualifier())));
      said =
          said.isEmpty() ? step : wording.say("remedy.join", Map.of("before", said, "next", step));
      before = activity.kind();
    }
    return said;
  }
}
