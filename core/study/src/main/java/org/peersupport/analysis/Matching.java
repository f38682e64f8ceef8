package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Protocol;

/**
 * Which words of one protocol stand for which of another: those that are named, and where nothing
 * is named, those with the same key. Immutable.
 *
 * <pre>{@code
 * Matching.byKey().element("invite-and-listen", "listen").resource("chaplaincy", "spiritual-care")
 * }</pre>
 *
 * @param elements keys of the first protocol's elements, and what they are called in the second
 * @param resources the same for resources
 * @param concerns the same for levels of concern
 * @param appreciation the same for facets of appreciation
 */
public record Matching(
    Map<String, String> elements,
    Map<String, String> resources,
    Map<String, String> concerns,
    Map<String, String> appreciation) {
  /** Copies the maps. */
  public Matching {
    elements = Map.copyOf(elements);
    resources = Map.copyOf(resources);
    concerns = Map.copyOf(concerns);
    appreciation = Map.copyOf(appreciation);
  }

  /** What has the same key is the same. */
  public static Matching byKey() {
    return new Matching(Map.of(), Map.of(), Map.of(), Map.of());
  }

  /** The same, and this element of the first protocol is that of the second. */
  public Matching element(String first, String second) {
    return new Matching(with(elements, first, second), resources, concerns, appreciation);
  }

  /** The same, and this resource of the first protocol is that of the second. */
  public Matching resource(String first, String second) {
    return new Matching(elements, with(resources, first, second), concerns, appreciation);
  }

  private static Map<String, String> with(Map<String, String> map, String first, String second) {
    Map<String, String> more = new LinkedHashMap<>(map);
    more.put(first, second);
    return more;
  }

  /** The matching seen from the second protocol. */
  public Matching inverse() {
    return new Matching(
        inverse(elements), inverse(resources), inverse(concerns), inverse(appreciation));
  }

  private static Map<String, String> inverse(Map<String, String> map) {
    Map<String, String> inverse = new LinkedHashMap<>();
    map.forEach((first, second) -> inverse.put(second, first));
    return inverse;
  }

  /**
   * What is wrong with the matching of two protocols: names that one of them does not have, and two
   * that would stand for the same. Empty when it is in order.
   */
  public List<String> problems(Protocol first, Protocol second) {
    List<String> problems = new ArrayList<>();
    for (ActivityKind kind :
        List.of(ActivityKind.BEGIN, ActivityKind.OFFER, ActivityKind.CONCERN, ActivityKind.THANK)) {
      Set<String> taken = new HashSet<>();
      for (Map.Entry<String, String> pair : new TreeMap<>(named(kind)).entrySet()) {
        check(first, kind, pair.getKey(), problems);
        check(second, kind, pair.getValue(), problems);
        if (!taken.add(pair.getValue())) {
          problems.add("Two names are matched with the same " + word(kind) + ". Match each once.");
        }
      }
    }
    return problems;
  }

  /** The key is not repeated: it is whatever somebody wrote. */
  private static void check(
      Protocol protocol, ActivityKind kind, String key, List<String> problems) {
    if (!protocol.activities().contains(new Activity(kind, key))) {
      List<String> known = new ArrayList<>();
      for (Activity activity : protocol.activities()) {
        if (activity.kind() == kind) {
          known.add(activity.qualifier());
        }
      }
      problems.add(
          (kind == ActivityKind.BEGIN ? "An " : "A ")
              + word(kind)
              + " is matched that "
              + protocol.reference()
              + " does not have. It has: "
              + String.join(", ", known)
              + ".");
    }
  }

  private static String word(ActivityKind kind) {
    return switch (kind) {
      case BEGIN -> "element";
      case CONCERN -> "level of concern";
      case THANK -> "facet of appreciation";
      case OFFER, ACCEPT, DECLINE, CONNECT, COMPLETE, WITHDRAW, LAPSE -> "resource";
    };
  }

  private Map<String, String> named(ActivityKind kind) {
    return switch (kind) {
      case BEGIN -> elements;
      case CONCERN -> concerns;
      case THANK -> appreciation;
      case OFFER, ACCEPT, DECLINE, CONNECT, COMPLETE, WITHDRAW, LAPSE -> resources;
    };
  }

  /** What an activity of the first protocol would be called in the second; empty for nothing. */
  Optional<Activity> image(Activity activity) {
    Map<String, String> named = named(activity.kind());
    String key = named.get(activity.qualifier());
    if (key != null) {
      return Optional.of(new Activity(activity.kind(), key));
    }
    return named.containsValue(activity.qualifier()) ? Optional.empty() : Optional.of(activity);
  }
}
