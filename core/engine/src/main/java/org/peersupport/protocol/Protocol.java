package org.peersupport.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A protocol for peer-support conversations, as data: elements, an order, rules, resources,
 * deadlines, and examples that prove it means what its author meant.
 *
 * <p>Made by a {@link ProtocolBuilder}; a protocol that exists has passed every check of {@link
 * ProtocolBuilder#build()}. Immutable, compared by value and safe to share between threads. What
 * the rules lead to is worked out when it is first needed and remembered with the protocol, within
 * the bounds that {@code Sessions} states, so keep one instance of each protocol.
 */
public abstract sealed class Protocol permits CompilableProtocol {
  Protocol() {}

  /** In kebab case. */
  public abstract String id();

  /** The release, such as {@code 1.0.0}. */
  public abstract String release();

  /** What people call it. */
  public abstract String title();

  /** The published text or programme it comes from. */
  public abstract String source();

  /**
   * What whoever meets it has to know first: that it is advised against, say. Texts for people warn
   * with it and ask nobody to sign.
   */
  public abstract Optional<String> caution();

  /** The protocol it was derived from, as {@code id@release}. */
  public abstract Optional<String> derivedFrom();

  /** The elements in their order; at least one. */
  public abstract List<Element> elements();

  /** How the elements follow one another. */
  public abstract Order order();

  /** What can be offered. */
  public abstract List<Resource> resources();

  /** The levels of concern, with what people call them. */
  public abstract List<TitledKey> levels();

  /** The facets of appreciation, with what people call them. */
  public abstract List<TitledKey> facets();

  /** The reasons of its own that people choose from. */
  public abstract ReasonLists reasons();

  /** Which departments supporter and peer may come from. */
  public abstract Pairing pairing();

  /** The document's own rules. */
  public abstract List<Rule> rules();

  /** The time limits, as the document gives them. */
  public abstract List<Deadline> deadlines();

  /** Conversations with the outcome they must have. */
  public abstract List<Example> examples();

  /** Its words in other languages. */
  public abstract List<Translation> translations();

  /**
   * The translation that is used for a locale: the one for its whole tag, or else the one for its
   * language alone. Empty where there is neither.
   */
  public final Optional<Translation> translation(Locale locale) {
    return translation(locale.toLanguageTag()).or(() -> translation(locale.getLanguage()));
  }

  private Optional<Translation> translation(String tag) {
    return translations().stream()
        .filter(each -> each.language().equalsIgnoreCase(tag))
        .findFirst();
  }

  /** The rules as they bind a session: those of the order first, then the document's. */
  public abstract List<ExpandedRule> expandedRules();

  /**
   * The time limits as they bind a session, in the same order: no pattern takes anything away any
   * more.
   */
  public abstract List<Deadline> expandedDeadlines();

  /** Every activity that the protocol knows, in code-point order of its text. */
  public abstract List<Activity> activities();

  /** The name with the release, {@code id@release}. */
  public abstract String reference();

  /**
   * What the protocol demands, as {@code sha-256:} and 64 hexadecimal digits: the same for two
   * documents that differ in words only. A hash over the RFC 8785 form of elements, order,
   * resources, levels, facets, pairing, expanded rules and deadlines; the wire format says exactly.
   */
  public abstract String fingerprint();

  /**
   * The same protocol with its words in a language, as far as a translation gives them; itself
   * where there is none. Asks the same of everybody: rules, ids and keys are the same.
   */
  public abstract Protocol in(Locale locale);

  /** The keys of the levels of concern. */
  public final List<String> concerns() {
    return levels().stream().map(TitledKey::key).toList();
  }

  /** The keys of the facets of appreciation. */
  public final List<String> appreciation() {
    return facets().stream().map(TitledKey::key).toList();
  }

  /**
   * What people call the things that activities of the kind are about, by their keys: titles of
   * elements and resources, and names of levels and facets. In the order of the document.
   */
  public final Map<String, String> titles(ActivityKind kind) {
    Map<String, String> titles = new LinkedHashMap<>();
    switch (kind) {
      case BEGIN -> elements().forEach(each -> titles.put(each.key(), each.title()));
      case CONCERN -> levels().forEach(each -> titles.put(each.key(), each.name()));
      case THANK -> facets().forEach(each -> titles.put(each.key(), each.name()));
      case OFFER, ACCEPT, DECLINE, CONNECT, COMPLETE, WITHDRAW, LAPSE ->
          resources().forEach(each -> titles.put(each.key(), each.title()));
    }
    return Collections.unmodifiableMap(titles);
  }

  /** Every reason for an early end: the five that all protocols know, then its own. */
  public final List<TitledKey> endReasons() {
    List<TitledKey> reasons = new ArrayList<>();
    EndReason.builtIn().forEach(each -> reasons.add(TitledKey.of(each.wireName())));
    reasons.addAll(reasons().end());
    return List.copyOf(reasons);
  }

  /** Whether a session can end early for this reason: one of the five, or one of its own. */
  public final boolean knows(EndReason reason) {
    return reason.isBuiltIn()
        || reasons().end().stream().anyMatch(own -> own.key().equals(reason.wireName()));
  }

  /** The element with this key. */
  public final Optional<Element> element(String key) {
    for (Element element : elements()) {
      if (element.key().equals(key)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  /** The resource with this key. */
  public final Optional<Resource> resource(String key) {
    for (Resource resource : resources()) {
      if (resource.key().equals(key)) {
        return Optional.of(resource);
      }
    }
    return Optional.empty();
  }

  /** The name with the release; everything else is in the accessors. */
  @Override
  public final String toString() {
    return "Protocol " + reference();
  }
}
