package org.peersupport.internal.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Calls what rules speak about by names that people use: patterns become nouns, keys become titles,
 * and several patterns of one kind become one noun. Immutable.
 */
public final class Nouns {
  /** From this many on, all but none or one are said as that instead of one by one. */
  private static final int MANY = 3;

  private final Wording wording;
  private final Map<String, String> elements;
  private final Map<String, String> resources;
  private final Map<String, String> levels;
  private final Map<String, String> facets;

  /**
   * Nouns of one protocol in one language.
   *
   * @param elements the titles of the elements by their keys
   * @param resources the titles of the resources by their keys
   */
  public Nouns(Wording wording, Map<String, String> elements, Map<String, String> resources) {
    this(wording, elements, resources, Map.of(), Map.of());
  }

  /**
   * The same where levels of concern and facets of appreciation have titles too.
   *
   * @param levels the titles by key, of those that have one
   * @param facets the titles by key, of those that have one; each follows a word such as "for"
   */
  public Nouns(
      Wording wording,
      Map<String, String> elements,
      Map<String, String> resources,
      Map<String, String> levels,
      Map<String, String> facets) {
    this.wording = wording;
    this.elements = elements;
    this.resources = resources;
    this.levels = levels;
    this.facets = facets;
  }

  /** Any of the patterns, as a noun; an element is a part of the conversation. */
  public String anyOf(List<String> patterns) {
    return anyOf(patterns, "noun.begin");
  }

  /** The same with an element as the moment at which it starts. */
  public String anyMomentOf(List<String> patterns) {
    return anyOf(patterns, "moment.begin");
  }

  /** The same with an element as its title alone. */
  public String anyStepOf(List<String> patterns) {
    return anyOf(patterns, "told.begin");
  }

  private String anyOf(List<String> patterns, String begin) {
    Map<String, List<String>> groups = grouped(patterns);
    List<String> said = new ArrayList<>();
    boolean isLong = groups.size() > 2;
    for (Map.Entry<String, List<String>> group : groups.entrySet()) {
      String key =
          group.getKey().startsWith("begin")
              ? begin + group.getKey().substring("begin".length())
              : "noun." + group.getKey();
      List<String> titles = group.getValue();
      isLong |= titles.size() > 1 || key.endsWith(".except");
      said.add(wording.say(key, Map.of("titles", list(titles, "list.or"))));
    }
    return list(said, isLong ? "list.or.long" : "list.or");
  }

  /** The titles to be said with each noun, by the end of the noun's key. */
  private Map<String, List<String>> grouped(List<String> patterns) {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    for (String pattern : patterns) {
      int colon = pattern.indexOf(':');
      String kind = colon < 0 ? pattern : pattern.substring(0, colon);
      String key = pattern.substring(colon + 1);
      if (colon < 0) {
        keys.put(kind, new ArrayList<>());
      } else if (key.equals("*")) {
        keys.put(kind + ".any", new ArrayList<>());
      } else if (key.startsWith("{")) {
        keys.put(kind + ".each", new ArrayList<>());
      } else {
        List<String> listed = keys.computeIfAbsent(kind, first -> new ArrayList<>());
        if (!listed.contains(key)) {
          listed.add(key);
        }
      }
    }
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> group : answers(keys).entrySet()) {
      if (!keys.containsKey(group.getKey() + ".any")) {
        put(group.getKey(), group.getValue(), groups);
      }
    }
    return groups;
  }

  /** Yes and no to the same are an answer to it. */
  private static Map<String, List<String>> answers(Map<String, List<String>> keys) {
    Map<String, List<String>> joined = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> group : keys.entrySet()) {
      String name = group.getKey();
      boolean isYes = name.startsWith("accept");
      boolean isNo = name.startsWith("decline");
      String end = name.substring(isYes ? "accept".length() : isNo ? "decline".length() : 0);
      List<String> other =
          isYes ? keys.get("decline" + end) : isNo ? keys.get("accept" + end) : null;
      boolean isAnswer =
          other != null
              && other.size() == group.getValue().size()
              && other.containsAll(group.getValue());
      joined.put(isAnswer ? "answer" + end : name, group.getValue());
    }
    return joined;
  }

  private void put(String name, List<String> keys, Map<String, List<String>> groups) {
    Map<String, String> all = all(name);
    List<String> missing = new ArrayList<>(all.keySet());
    missing.removeAll(keys);
    boolean isMany = keys.size() >= MANY && all.keySet().containsAll(keys);
    if (isMany && missing.isEmpty()) {
      groups.put(name + ".any", List.of());
    } else if (isMany && missing.size() == 1) {
      groups.put(name + ".except", quoted(name, missing));
    } else {
      groups.put(name, quoted(name, keys));
    }
  }

  /** The titles by key of what an activity of the kind can speak about, where they have titles. */
  private Map<String, String> all(String kind) {
    return switch (kind) {
      case "begin" -> elements;
      case "offer", "accept", "decline", "answer", "connect", "complete", "withdraw", "lapse" ->
          resources;
      default -> Map.of();
    };
  }

  private List<String> quoted(String kind, List<String> keys) {
    List<String> quoted = new ArrayList<>();
    for (String key : keys) {
      quoted.add(named(kind, key));
    }
    return quoted;
  }

  /** What an activity of the kind speaks about, as it stands in a sentence. */
  public String named(String kind, String key) {
    String title = title(kind, key);
    boolean isName = kind.equals("concern") ? levels.containsKey(key) : !all(kind).isEmpty();
    return isName ? quoted(title) : title;
  }

  /** A title as it stands in a sentence. */
  public String quoted(String title) {
    return wording.say("quote", Map.of("title", title));
  }

  /** What people call an element, a resource, a level or a facet; the key where it has no title. */
  public String title(String kind, String key) {
    Map<String, String> titles =
        switch (kind) {
          case "concern" -> levels;
          case "thank" -> facets;
          default -> all(kind);
        };
    String title = titles.get(key);
    return title == null ? key.replace('-', ' ') : title;
  }

  /** How often, in words. */
  public String times(int count) {
    return count <= 2
        ? wording.say("times." + count)
        : wording.say("times.many", Map.of("count", Integer.toString(count)));
  }

  /**
   * The items one after another, with commas, and with words before the last.
   *
   * @param last the key of what joins the last one, such as {@code list.or}
   */
  public String list(List<String> items, String last) {
    return list(items, "list.comma", last);
  }

  /** The same with something else between the others. */
  public String list(List<String> items, String between, String last) {
    String said = "";
    for (int i = 0; i < items.size(); i++) {
      String join = i == items.size() - 1 ? last : between;
      String item = items.get(i);
      said = i == 0 ? item : wording.say(join, Map.of("before", said, "next", item));
    }
    return said;
  }

  /** The text as it stands at the start of a sentence. */
  public static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
