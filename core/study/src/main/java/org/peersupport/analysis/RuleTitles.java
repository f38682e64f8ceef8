package org.peersupport.analysis;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.peersupport.internal.words.Nouns;
import org.peersupport.internal.words.Wording;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;

/**
 * What people call the rules of a protocol: the titles of the document, and those of the order. For
 * lists in which people read of rules, so that no id has to speak for itself.
 */
public final class RuleTitles {
  private RuleTitles() {}

  /**
   * The titles by the ids of the expanded rules, in the language of the locale where there is one.
   * A rule that has no title is left out. Never null; the map cannot be changed.
   */
  public static Map<String, String> of(Protocol protocol, Locale locale) {
    Protocol translated = protocol.in(locale);
    Nouns nouns =
        new Nouns(
            Wording.in(locale),
            kind -> ActivityKind.named(kind).map(translated::titles).orElse(Map.of()));
    Map<String, String> titles = new TreeMap<>();
    for (ExpandedRule rule : translated.expandedRules()) {
      nouns
          .ruleTitle(rule.id(), rule.title(), rule.a())
          .ifPresent(title -> titles.put(rule.id(), title));
    }
    return Map.copyOf(titles);
  }
}
