package org.peersupport.json.internal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Example;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Problem;
import org.peersupport.protocol.ProblemCode;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.ReasonLists;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.TitledKey;
import org.peersupport.protocol.Translation;

/**
 * What a protocol document says by itself: what it leaves out is null, or an empty list where
 * nothing can be replaced by an empty one. Filled by {@link ProtocolReader} and not changed then.
 */
final class Draft {
  /** Stands in for words that are missing, so that the rest can be judged. */
  static final String NO_WORDS = "-";

  /**
   * An element, and the one that it stands before.
   *
   * @param before a key; null for an element that keeps its place or comes last
   */
  record Placed(Element element, @Nullable String before) {}

  /** The keys and ids of what is dropped. */
  record Removed(
      List<String> elements, List<String> resources, List<String> rules, List<String> deadlines) {
    static final Removed NOTHING = new Removed(List.of(), List.of(), List.of(), List.of());
  }

  @Nullable String id;
  @Nullable String release;
  @Nullable String title;
  @Nullable String source;
  @Nullable String caution;
  @Nullable String derivedFrom;

  /** The protocol that this one extends, as {@code id@release}. */
  @Nullable String base;

  Removed removed = Removed.NOTHING;
  List<Placed> elements = List.of();
  @Nullable Order order;
  List<Resource> resources = List.of();
  @Nullable List<TitledKey> levels;
  @Nullable List<TitledKey> facets;
  @Nullable ReasonLists reasons;
  @Nullable Pairing pairing;
  List<Rule> rules = List.of();
  List<Deadline> deadlines = List.of();
  List<Example> examples = List.of();
  @Nullable List<Translation> translations;

  /** {@code id@release}. */
  String reference() {
    return id + "@" + release;
  }

  /** The parts of a protocol that extends none. */
  ProtocolBuilder parts() {
    ProtocolBuilder parts =
        ProtocolBuilder.of(requireNonNull(id), requireNonNull(release))
            .title(title == null ? NO_WORDS : title)
            .source(source == null ? NO_WORDS : source)
            .order(order == null ? Order.modular() : order)
            .pairing(pairing == null ? Pairing.ANY : pairing)
            .reasons(reasons == null ? ReasonLists.NONE : reasons);
    if (levels != null) {
      levels.forEach(parts::concern);
    }
    if (facets != null) {
      facets.forEach(parts::appreciation);
    }
    if (caution != null) {
      parts.caution(caution);
    }
    if (derivedFrom != null) {
      parts.derivedFrom(derivedFrom);
    }
    elements.forEach(placed -> parts.element(placed.element()));
    resources.forEach(parts::resource);
    rules.forEach(parts::rule);
    deadlines.forEach(parts::deadline);
    examples.forEach(parts::example);
    if (translations != null) {
      translations.forEach(parts::translation);
    }
    return parts;
  }

  /** A problem that no rules and no conversation are named for. */
  static Problem problem(ProblemCode code, String pointer, String explanation) {
    return new Problem(code, pointer, explanation, List.of(), List.of());
  }
}
