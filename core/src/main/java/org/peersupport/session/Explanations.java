package org.peersupport.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;

/**
 * Turns a refusal into sentences that a clinician understands: the rule's own reason, or the
 * wording of its template where it gives none, then what to do next.
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
    Protocol protocol = refusal.inScript().protocol;
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
    if (refusal.hasScript()) {
      Protocol protocol = refusal.inScript().protocol;
      values.put("elements", String.join(", ", elementKeys(protocol)));
      values.put("resources", String.join(", ", resourceKeys(protocol)));
      values.put("levels", String.join(", ", protocol.concerns()));
      values.put("facets", String.join(", ", protocol.appreciation()));
    }
    return wording.say("code." + code.wire(), values);
  }

  private static List<String> elementKeys(Protocol protocol) {
    List<String> keys = new ArrayList<>();
    for (Element element : protocol.elements()) {
      keys.add(element.key());
    }
    return keys;
  }

  private static List<String> resourceKeys(Protocol protocol) {
    List<String> keys = new ArrayList<>();
    for (Resource resource : protocol.resources()) {
      keys.add(resource.key());
    }
    return keys;
  }

  /** What the rule requires, in the wording of its template. */
  private String required(Protocol protocol, ExpandedRule rule, Refusal refusal) {
    String moment = refusal.acts().length == 0 ? ".close" : ".act";
    Map<String, String> values = new HashMap<>();
    values.put("a", sides(protocol, rule.a()));
    values.put("A", capital(sides(protocol, rule.a())));
    values.put("b", sides(protocol, rule.b()));
    values.put("B", capital(sides(protocol, rule.b())));
    values.put("times", times(rule.count()));
    values.put("count", Integer.toString(rule.count()));
    return wording.say(wordingOf(rule) + moment, values);
  }

  private static String wordingOf(ExpandedRule rule) {
    if (rule.id().startsWith("order.")) {
      int end = rule.id().indexOf('.', "order.".length());
      return end < 0 ? rule.id() : rule.id().substring(0, end);
    }
    return rule.template().map(template -> "template." + template.wire()).orElse(rule.id());
  }

  private String times(int count) {
    return count <= 2
        ? wording.say("times." + count, Map.of())
        : wording.say("times.many", Map.of("count", Integer.toString(count)));
  }

  private String sides(Protocol protocol, List<String> patterns) {
    String said = "";
    for (String pattern : patterns) {
      String noun = noun(protocol, pattern);
      said = said.isEmpty() ? noun : wording.say("list.or", Map.of("before", said, "next", noun));
    }
    return said;
  }

  private String noun(Protocol protocol, String pattern) {
    int colon = pattern.indexOf(':');
    String kind = pattern.substring(0, colon);
    String key = pattern.substring(colon + 1);
    return key.equals("*")
        ? wording.say("noun." + kind + ".any", Map.of())
        : wording.say("noun." + kind, Map.of("title", title(protocol, kind, key)));
  }

  /** What people call an element or a resource; levels and facets go by their keys. */
  private static String title(Protocol protocol, String kind, String key) {
    Optional<String> title =
        switch (kind) {
          case "begin" -> protocol.element(key).map(Element::title);
          case "concern", "thank" -> Optional.empty();
          default -> protocol.resource(key).map(Resource::title);
        };
    return title.orElseGet(() -> key.replace('-', ' '));
  }

  /** What to do next; empty when a refusal leaves nothing to say about that. */
  String next(Refusal refusal, Optional<List<Activity>> remedy) {
    if (remedy.isEmpty()) {
      return refusal.isMendable() ? wording.say("remedy.none", Map.of()) : "";
    }
    Protocol protocol = refusal.inScript().protocol;
    String said = "";
    ActivityKind before = null;
    for (Activity activity : remedy.get()) {
      boolean again = activity.kind() == before && activity.kind() == ActivityKind.BEGIN;
      String key = "step." + activity.kind().wire() + (again ? ".again" : "");
      String step =
          wording.say(
              key, Map.of("title", title(protocol, activity.kind().wire(), activity.qualifier())));
      said =
          said.isEmpty() ? step : wording.say("remedy.join", Map.of("before", said, "next", step));
      before = activity.kind();
    }
    return wording.say("remedy", Map.of("Steps", capital(said)));
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
