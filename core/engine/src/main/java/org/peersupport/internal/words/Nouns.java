package org.peersupport.internal.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Calls what rules speak about by names that people use: patterns become nouns, keys become titles,
 * and several patterns of one kind become one noun. Immutable.
 */
public final class Nouns {
  /** From this many on, all but none or one are said as that instead of one by one. */
  private static final int MANY = 3;

  /** A yes or a no. */
  private static final String ANSWER = "answer";

  /** A hand-off, or that what it leads to is done. */
  private static final String OUTCOME = "outcome";

  /** How the ids of the rules begin that the order stands for. */
  private static final String ORDER = "order.";

  private static final String THANK = "thank";
  private static final String CONCERN = "concern";

  private final Wording wording;
  private final Function<String, Map<String, String>> titles;

  /**
   * Nouns of one protocol in one language.
   *
   * @param titles by the kind of an activity: what people call what such activities are about, by
   *     key; empty where nothing has a title
   */
  public Nouns(Wording wording, Function<String, Map<String, String>> titles) {
    this.wording = wording;
    this.titles = titles;
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
    for (Map.Entry<String, List<String>> group : joined(keys).entrySet()) {
      if (!keys.containsKey(group.getKey() + ".any")) {
        put(group.getKey(), group.getValue(), groups);
      }
    }
    return groups;
  }

  /** The groups, those of two kinds that are one thing for people joined. */
  private static Map<String, List<String>> joined(Map<String, List<String>> keys) {
    Map<String, List<String>> answers = joined(keys, "accept", "decline", ANSWER);
    return joined(answers, "connect", "complete", OUTCOME);
  }

  private static Map<String, List<String>> joined(
      Map<String, List<String>> keys, String one, String other, String both) {
    Map<String, List<String>> joined = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> group : keys.entrySet()) {
      String name = group.getKey();
      String kind = name.startsWith(one) ? one : name.startsWith(other) ? other : "";
      String end = name.substring(kind.length());
      List<String> twin = kind.isEmpty() ? null : keys.get((kind.equals(one) ? other : one) + end);
      boolean isPair =
          twin != null
              && twin.size() == group.getValue().size()
              && twin.containsAll(group.getValue());
      joined.put(isPair ? both + end : name, group.getValue());
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
      case ANSWER -> titles.apply("accept");
      case OUTCOME -> titles.apply("connect");
      default -> titles.apply(kind);
    };
  }

  private List<String> quoted(String kind, List<String> keys) {
    List<String> quoted = new ArrayList<>();
    for (String key : keys) {
      quoted.add(named(kind, key));
    }
    return quoted;
  }

  /** A title as it stands in a sentence. */
  public String quoted(String title) {
    return wording.say("quote", Map.of("title", title));
  }

  /** The title as it stands in a sentence: thanks are for something, and a mere key is a word. */
  public String named(String kind, String key) {
    String title = title(kind, key);
    boolean isKey = kind.equals(CONCERN) && title.equals(key.replace('-', ' '));
    boolean isWord = kind.equals(THANK) || isKey || all(kind).isEmpty();
    return isWord ? title : quoted(title);
  }

  /** What people call it; the key with spaces where it has no title. */
  public String title(String kind, String key) {
    String title = all(kind).get(key);
    return title == null ? key.replace('-', ' ') : title;
  }

  /**
   * What people call a rule; empty for one that has no title.
   *
   * @param id the id of an expanded rule
   * @param title its own title
   * @param a its first side
   */
  public Optional<String> ruleTitle(String id, Optional<String> title, List<String> a) {
    if (title.isPresent() || !id.startsWith(ORDER)) {
      return title;
    }
    int end = id.indexOf('.', ORDER.length());
    String key = "title." + (end < 0 ? id : id.substring(0, end));
    return wording.has(key)
        ? Optional.of(wording.say(key, Map.of("a", anyStepOf(a))))
        : Optional.empty();
  }

  /** A rule as it stands in a sentence: its title and its id, or the id where it has no title. */
  public String rule(String id, Optional<String> title, List<String> a) {
    return ruleTitle(id, title, a)
        .map(known -> wording.say("listed", Map.of("title", known, "key", id)))
        .orElseGet(() -> quoted(id));
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
