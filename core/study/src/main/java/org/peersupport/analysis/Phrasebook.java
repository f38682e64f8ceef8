package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.peersupport.internal.words.Nouns;
import org.peersupport.internal.words.Wording;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Provenance;

/** Sentences about one protocol in one language. Immutable. */
final class Phrasebook {
  private static final String END = ActType.END.commandName() + ":";

  private final Wording wording;

  /** The names of the protocol's own reasons for an early end by their keys. */
  private final Map<String, String> endReasons = new HashMap<>();

  /** The titles of the elements by their keys, in their order. */
  final Map<String, String> elements = new LinkedHashMap<>();

  /** The titles of the resources by their keys, in their order. */
  final Map<String, String> resources = new LinkedHashMap<>();

  /** The names of what the protocol speaks about. */
  final Nouns nouns;

  Phrasebook(Protocol protocol, Locale locale) {
    elements.putAll(protocol.titles(ActivityKind.BEGIN));
    resources.putAll(protocol.titles(ActivityKind.OFFER));
    protocol.reasons().end().forEach(reason -> endReasons.put(reason.key(), reason.name()));
    this.wording = Wording.in(locale);
    this.nouns =
        new Nouns(wording, kind -> ActivityKind.named(kind).map(protocol::titles).orElse(Map.of()));
  }

  String say(String key) {
    return say(key, Map.of());
  }

  String say(String key, Map<String, String> values) {
    return onOneLine(wording.say(key, values));
  }

  /** Something about the protocol as a whole. */
  Statement statement(String key, Map<String, String> values) {
    return statement(List.of(), say(key, values), List.of());
  }

  /** Something about entries that have no title to show. */
  static Statement statement(List<String> ids, String text, List<String> notes) {
    return new Statement(ids, Optional.empty(), text, notes, Optional.empty());
  }

  Statement statement(String key) {
    return statement(key, Map.of());
  }

  /** The reason, if there is one. */
  List<String> reason(String because) {
    return because.isBlank()
        ? List.of()
        : List.of(say("bind.reason", Map.of("reason", sentence(because))));
  }

  /** Where something comes from. */
  String origin(Provenance provenance, Optional<String> source) {
    String key = "provenance." + provenance.wireName();
    return source.isEmpty() || source.get().isBlank()
        ? say(key)
        : say(key + ".source", Map.of("source", sentence(source.get())));
  }

  /** The titles as they stand in a sentence, with "and" before the last. */
  String all(List<String> titles) {
    return nouns.list(quoted(titles), "list.and");
  }

  /** The same with "or". */
  String any(List<String> titles) {
    return nouns.list(quoted(titles), "list.or");
  }

  private List<String> quoted(List<String> titles) {
    List<String> quoted = new ArrayList<>();
    for (String title : titles) {
      quoted.add(nouns.quoted(title));
    }
    return quoted;
  }

  /** An act of a conversation; the reason of an early end is part of its name. */
  String step(String act) {
    if (!act.startsWith(END)) {
      return nouns.anyStepOf(List.of(act));
    }
    String reason = act.substring(END.length());
    String own = endReasons.get(reason);
    return own == null
        ? nouns.anyStepOf(List.of("end." + reason))
        : say("noun.end.own", Map.of("titles", nouns.quoted(own)));
  }

  /** The steps of a conversation one after another. */
  String steps(List<String> acts) {
    return String.join(", ", acts.stream().map(this::step).toList());
  }

  /** An act with its text small behind it, for those who look after the document. */
  String act(String text) {
    return say("finding.act", Map.of("a", step(text), "key", text));
  }

  /** Rules as they stand in a sentence; the life of referrals where there are none. */
  String rules(List<ExpandedRule> rules) {
    return rules.isEmpty()
        ? say("finding.referrals")
        : nouns.list(rules.stream().map(this::rule).toList(), "list.and");
  }

  /** A rule as it stands in a sentence. */
  String rule(ExpandedRule rule) {
    return nouns.rule(rule.id(), rule.title(), rule.a());
  }

  /** A text of the protocol as a sentence: one that lacks its stop gets one. */
  static String sentence(String text) {
    String line = Nouns.capital(onOneLine(text));
    return line.endsWith(".") || line.endsWith("!") || line.endsWith("?") ? line : line + ".";
  }

  /** Whatever breaks a line or leaves a gap becomes one space. */
  static String onOneLine(String text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isGap = Character.isWhitespace(c) || Character.isISOControl(c);
      if (!isGap) {
        line.append(c);
      } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    return line.toString().strip();
  }
}
