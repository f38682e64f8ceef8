package org.peersupport.session;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.peersupport.internal.engine.Denial;
import org.peersupport.internal.words.Nouns;
import org.peersupport.internal.words.Wording;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Resource;

/**
 * The sentences that explain a refusal to a clinician: the rule's own reason, or the wording of its
 * template where it gives none, then what to do next.
 */
final class Explanations {
  private final Wording wording;

  private Explanations(Wording wording) {
    this.wording = wording;
  }

  static Explanations in(Locale locale) {
    return new Explanations(Wording.in(locale));
  }

  /** Why a rule refuses the acts or the close, and what to do next. */
  String explain(Refusal refusal, ExpandedRule rule, Optional<List<Activity>> remedy) {
    return (reason(refusal, rule, remedy) + " " + next(refusal, remedy)).strip();
  }

  /** What a code says that is no single rule's, and what to do next. */
  String explain(
      Refusal refusal, RefusalCode code, List<String> rules, Optional<List<Activity>> remedy) {
    String reason = reason(refusal, code, rules);
    return code == RefusalCode.RULE_CONFLICT
        ? (reason + " " + next(refusal, remedy)).strip()
        : reason;
  }

  /** Why a rule refuses: its own reason, and its wording where there is none or no way out. */
  String reason(Refusal refusal, ExpandedRule rule, Optional<List<Activity>> remedy) {
    Protocol protocol = protocol(refusal);
    String because = rule.because().strip();
    if (because.isEmpty()) {
      return required(protocol, rule, refusal);
    }
    return remedy.isPresent() ? because : because + " " + required(protocol, rule, refusal);
  }

  /** What a code says that is no single rule's. */
  String reason(Refusal refusal, RefusalCode code, List<String> rules) {
    Map<String, String> values = new HashMap<>();
    values.put("rules", String.join(", ", rules));
    if (refusal.denial().isPresent()) {
      Protocol protocol = protocol(refusal);
      values.put("elements", String.join(", ", elements(protocol).keySet()));
      values.put("resources", String.join(", ", resources(protocol).keySet()));
      values.put("levels", String.join(", ", protocol.concerns()));
      values.put("facets", String.join(", ", protocol.appreciation()));
    }
    Correction correction = refusal.correction();
    return correction == null
        ? wording.say(keyOf(refusal, code), values)
        : reason(correction, code, values);
  }

  /** A step that does not fit a referral is explained by the state that the referral is in. */
  private String keyOf(Refusal refusal, RefusalCode code) {
    String key = "code." + code.wireName();
    return refusal
        .denial()
        .flatMap(Denial::referral)
        .map(state -> key + "." + state.wireName())
        .filter(wording::has)
        .orElse(key);
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
        ? wording.say(key, Map.of("rules", String.join(", ", rules)))
        : reason(refusal, code, rules);
  }

  /** Why an event could not have happened, which nobody can mend by doing something now. */
  private String why(Refusal refusal) {
    String key = "then." + refusal.code().wireName();
    return wording.has(key)
        ? wording.say(key)
        : refusal.reasons(this, Optional.of(List.of())).strip();
  }

  private static Protocol protocol(Refusal refusal) {
    return refusal.denial().orElseThrow().protocol().protocol();
  }

  private Nouns nouns(Protocol protocol) {
    return new Nouns(wording, elements(protocol), resources(protocol));
  }

  private static Map<String, String> elements(Protocol protocol) {
    Map<String, String> titles = new LinkedHashMap<>();
    for (Element element : protocol.elements()) {
      titles.put(element.key(), element.title());
    }
    return titles;
  }

  private static Map<String, String> resources(Protocol protocol) {
    Map<String, String> titles = new LinkedHashMap<>();
    for (Resource resource : protocol.resources()) {
      titles.put(resource.key(), resource.title());
    }
    return titles;
  }

  /** What the rule requires, in the wording of its template. */
  private String required(Protocol protocol, ExpandedRule rule, Refusal refusal) {
    String moment = refusal.denial().orElseThrow().isOfClose() ? ".close" : ".act";
    Map<String, String> values = new HashMap<>();
    Nouns nouns = nouns(protocol);
    values.put("a", nouns.anyOf(rule.a()));
    values.put("A", Nouns.capital(nouns.anyOf(rule.a())));
    values.put("b", nouns.anyOf(rule.b()));
    values.put("B", Nouns.capital(nouns.anyOf(rule.b())));
    values.put("times", nouns.times(rule.count()));
    values.put("count", Integer.toString(rule.count()));
    return wording.say(wordingOf(rule) + moment, values);
  }

  private static String wordingOf(ExpandedRule rule) {
    if (rule.id().startsWith("order.")) {
      int end = rule.id().indexOf('.', "order.".length());
      return end < 0 ? rule.id() : rule.id().substring(0, end);
    }
    return rule.template().map(template -> "template." + template.wireName()).orElse(rule.id());
  }

  /**
   * What the supporter does while someone may be in danger: first what is asked for, then a way
   * out.
   */
  String urgent(Urgency urgency) {
    Nouns nouns = nouns(urgency.protocol());
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
    return wording.say("remedy", Map.of("Steps", Nouns.capital(said)));
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
