package org.peersupport.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.peersupport.internal.engine.Denial;
import org.peersupport.internal.words.Nouns;
import org.peersupport.internal.words.Wording;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ReasonLists;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.TitledKey;

/**
 * The sentences that explain a refusal to a clinician, in one language: what helps somebody in
 * danger, what is wrong, and what to do next.
 */
final class Explanations {
  /** What the protocol has, where it does not have what a command names. */
  private static final Map<RefusalCode, String> VOCABULARIES =
      Map.of(
          RefusalCode.ELEMENT_UNKNOWN, "elements",
          RefusalCode.RESOURCE_UNKNOWN, "resources",
          RefusalCode.LEVEL_UNKNOWN, "levels",
          RefusalCode.FACET_UNKNOWN, "facets",
          RefusalCode.REASON_UNKNOWN, "reasons");

  private static final String VOID_LATER =
      "code." + RefusalCode.CORRECTION_NOT_ALLOWED.wireName() + ".urgent";

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

  /** The sentences about the rules that a refusal names. */
  RuleSentences rules(Refusal refusal) {
    Denial denial = refusal.denial().orElseThrow();
    Nouns nouns = nouns(protocol(denial));
    String steps = new StepSentences(wording, nouns).inOneSentence(denial.acts());
    return new RuleSentences(wording, nouns, steps);
  }

  // --- what is no single rule's

  /** What a code says that is no single rule's. */
  String reason(Refusal refusal, RefusalCode code, List<String> rules) {
    Correction correction = refusal.correction();
    Optional<Denial> denial = refusal.denial();
    Map<String, String> values =
        denial.map(known -> values(known, rules)).orElseGet(() -> new HashMap<>());
    String key = "code." + code.wireName();
    String vocabulary = VOCABULARIES.get(code);
    if (vocabulary != null && values.getOrDefault(vocabulary, "").isEmpty()) {
      return wording.say(key + ".none");
    } else if (correction != null) {
      return reason(correction, code, values);
    }
    return wording.say(denial.map(known -> of(known.detail(), key)).orElse(key), values);
  }

  /** The key of a sentence about a referral, which depends on what is needed of the peer. */
  private String of(Denial.Detail detail, String key) {
    if (detail.referral() == null) {
      return key;
    }
    String ofState = key + "." + detail.referral().wireName();
    String ofNotice = ofState + ".notice";
    return detail.consent() == Consent.NOTICE && wording.has(ofNotice) ? ofNotice : ofState;
  }

  private Map<String, String> values(Denial denial, List<String> rules) {
    Protocol protocol = protocol(denial);
    Map<String, String> values = new HashMap<>();
    values.put("rules", named(protocol, rules));
    values.put("elements", listed(protocol.titles(ActivityKind.BEGIN)));
    values.put("resources", listed(protocol.titles(ActivityKind.OFFER)));
    values.put("levels", listed(protocol.titles(ActivityKind.CONCERN)));
    values.put("facets", listed(protocol.titles(ActivityKind.THANK)));
    values.put("reasons", reasons(protocol, denial.detail().reasons()));
    return values;
  }

  private String reason(Correction correction, RefusalCode code, Map<String, String> values) {
    values.put("corrects", Integer.toString(correction.corrects()));
    if (correction.inTheWay() != null && correction.why() != null) {
      values.put("seq", Integer.toString(correction.inTheWay().seq()));
      values.put("type", noun(correction.inTheWay()));
      values.put("why", why(correction.why()));
    }
    String key = "code." + code.wireName() + (correction.isBroughtBack() ? ".back" : "");
    return wording.say(wording.has(key + ".correct") ? key + ".correct" : key, values);
  }

  /** What people call an event. */
  private String noun(Event event) {
    if (event.type() == ActType.BEGIN) {
      return wording.say("moment.begin.any");
    }
    String noun = "noun." + event.type().commandName();
    return wording.say(wording.has(noun + ".any") ? noun + ".any" : noun);
  }

  /** What a code says of an act that has happened, which nobody can mend by doing something now. */
  String inHindsight(Refusal refusal, RefusalCode code, List<String> rules) {
    String key = "past." + code.wireName();
    String named = refusal.denial().map(denial -> named(protocol(denial), rules)).orElse("");
    return wording.has(key)
        ? wording.say(key, Map.of("rules", named))
        : reason(refusal, code, rules);
  }

  /** Why an event could not have happened, which nobody can mend by doing something now. */
  private String why(Refusal refusal) {
    String key = "then." + refusal.code().wireName();
    return wording.has(key) ? wording.say(key) : refusal.reasonsInHindsight(this);
  }

  // --- names

  /** The titles, each with the key that a command needs. */
  private String listed(Map<String, String> titles) {
    List<String> listed = new ArrayList<>();
    titles.forEach(
        (key, title) -> listed.add(wording.say("listed", Map.of("title", title, "key", key))));
    return String.join(", ", listed);
  }

  private String reasons(Protocol protocol, List<TitledKey> known) {
    ReasonLists own = protocol.reasons();
    Map<String, String> titles = new LinkedHashMap<>();
    known.forEach(reason -> titles.put(reason.key(), common(reason)));
    Stream.of(own.end(), own.decline(), own.lapse(), own.override())
        .flatMap(List::stream)
        .forEach(reason -> titles.computeIfPresent(reason.key(), (key, name) -> reason.name()));
    return listed(titles);
  }

  /** What people call a reason that every protocol knows. */
  private String common(TitledKey reason) {
    String key = "reason." + reason.key();
    return wording.has(key) ? wording.say(key) : reason.name();
  }

  /** What people call the rules, each with its id. */
  private String named(Protocol protocol, List<String> ids) {
    Nouns nouns = nouns(protocol);
    List<String> names = new ArrayList<>();
    for (ExpandedRule rule : protocol.expandedRules()) {
      if (ids.contains(rule.id())) {
        names.add(nouns.rule(rule.id(), rule.title(), rule.a()));
      }
    }
    return nouns.list(names, "list.and");
  }

  private Protocol protocol(Denial denial) {
    return denial.protocol().protocol().in(locale);
  }

  private Nouns nouns(Protocol protocol) {
    return StepSentences.nouns(wording, protocol);
  }

  // --- what to do

  /**
   * What is wrong and what to do next. In danger only what helps is to be done next, and that
   * stands first: the rest of the conversation can wait.
   */
  String whole(Refusal refusal, Optional<Urgency> urgency) {
    if (urgency.isEmpty()) {
      return (refusal.reasons(this) + next(refusal)).strip();
    }
    String reasons = isOfVoid(refusal) ? wording.say(VOID_LATER) : refusal.reasons(this);
    return (urgency.get().explanation(locale) + " " + reasons).strip();
  }

  /** Whether the danger is the reason itself, so that it has been said. */
  private static boolean isOfVoid(Refusal refusal) {
    return refusal.code() == RefusalCode.CORRECTION_NOT_ALLOWED && refusal.correction() == null;
  }

  /** What to do next; empty when a refusal leaves nothing to say about that. */
  private String next(Refusal refusal) {
    Optional<List<Activity>> remedy = refusal.remedy();
    Denial denial = refusal.denial().orElse(null);
    if (denial == null || !denial.isMendable()) {
      return "";
    }
    if (remedy.isPresent()) {
      String steps = steps(refusal).say("remedy", remedy.get());
      return denial.isOfClose() ? steps + " " + wording.say("remedy.close") : steps;
    }
    return wording.say(denial.isOfClose() ? "remedy.none.close" : "remedy.none.act");
  }

  private StepSentences steps(Refusal refusal) {
    return new StepSentences(wording, nouns(protocol(refusal.denial().orElseThrow())));
  }
}
