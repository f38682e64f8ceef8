package org.peersupport.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The words of a protocol in another language, by the keys and ids that they belong to. What it
 * leaves out stays in the document's own language. Immutable; keeps the order of its entries;
 * nothing is ever null.
 *
 * @param language a BCP 47 tag, such as {@code de} or {@code pt-BR}
 * @param title what people call the protocol
 * @param elements the words of elements, by key
 * @param resources the titles of resources, by key
 * @param concerns the titles of levels of concern, by key
 * @param appreciation the titles of facets of appreciation, by key
 * @param reasons the titles of reasons, by key; one key means the same in every list
 * @param rules the reasons of rules, by the id that the document gives them
 * @param deadlines the reasons of deadlines, by id
 */
public record Translation(
    String language,
    Optional<String> title,
    Map<String, ElementWords> elements,
    Map<String, String> resources,
    Map<String, String> concerns,
    Map<String, String> appreciation,
    Map<String, String> reasons,
    Map<String, String> rules,
    Map<String, String> deadlines) {
  /**
   * The words of one element.
   *
   * @param title what people call it
   * @param purpose what it is for
   * @param prompts what a supporter could say; empty to keep the document's own
   */
  public record ElementWords(
      Optional<String> title, Optional<String> purpose, List<String> prompts) {
    /** Copies the list and checks that nothing is null. */
    public ElementWords {
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(purpose, "purpose");
      prompts = List.copyOf(prompts);
    }
  }

  /** Copies the maps and checks that nothing is null. */
  public Translation {
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(title, "title");
    elements = copy(elements);
    resources = copy(resources);
    concerns = copy(concerns);
    appreciation = copy(appreciation);
    reasons = copy(reasons);
    rules = copy(rules);
    deadlines = copy(deadlines);
  }

  /** A translation that says nothing. */
  public static Translation empty(String language) {
    return new Translation(
        language,
        Optional.empty(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of());
  }

  private static <T> Map<String, T> copy(Map<String, T> words) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(words));
  }
}
