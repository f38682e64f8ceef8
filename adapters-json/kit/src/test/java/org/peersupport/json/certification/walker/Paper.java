package org.peersupport.json.certification.walker;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A protocol document and the tables of its rules. */
final class Paper {
  private static final List<String> LIFE =
      List.of("offer", "accept", "decline", "connect", "complete", "withdraw", "lapse");
  private static final Set<String> WORDS = Set.of("open", "close", "end");

  final String reference;
  final List<String> elements;
  final Map<String, String> consents = new LinkedHashMap<>();
  final Set<String> continuous = new TreeSet<>();
  final List<String> levels;
  final List<String> facets;
  final List<String> alphabet;

  /** The acts of a continuation in the order in which remedies prefer them. */
  final List<String> onward = new ArrayList<>();

  final List<Law> laws = new ArrayList<>();
  final List<TimeLimit> limits = new ArrayList<>();
  final String pairing;
  final String fingerprint;

  /** The reasons that the document lists, by the act that they are for. */
  final Map<String, List<String>> reasons = new HashMap<>();

  /**
   * A deadline.
   *
   * @param over whether nothing meets it after the close or the end
   */
  record TimeLimit(String id, List<String> from, List<String> to, Duration within, boolean over) {}

  private final JsonNode document;

  Paper(JsonNode document) {
    this.document = document;
    reference = document.path("id").asText() + "@" + document.path("release").asText();
    elements = texts(document.path("elements"), "key");
    for (JsonNode element : document.path("elements")) {
      if (element.path("continuous").asBoolean()) {
        continuous.add(element.path("key").asText());
      }
    }
    document
        .path("resources")
        .forEach(
            resource ->
                consents.put(
                    resource.path("key").asText(), resource.path("consent").asText("required")));
    levels = texts(document.path("concerns"), "key");
    facets = texts(document.path("appreciation"), "key");
    alphabet = alphabet();
    elements.forEach(element -> onward.add("begin:" + element));
    for (String act : LIFE.subList(0, 4)) {
      consents.keySet().forEach(resource -> onward.add(act + ":" + resource));
    }
    facets.forEach(facet -> onward.add("thank:" + facet));
    document.path("deadlines").forEach(this::addLimit);
    for (String act : List.of("end", "decline", "lapse", "override")) {
      reasons.put(act, texts(document.path("reasons").path(act), "key"));
    }
    pairing = document.path("pairing").path("department").asText("any");
    addOrder();
    document.path("rules").forEach(this::addRule);
    fingerprint = Fingerprint.of(this, document);
  }

  private void addLimit(JsonNode deadline) {
    List<String> to = patterns(deadline.path("to"), "");
    boolean over =
        alphabetAndWords().stream()
            .filter(each -> matches(to, each))
            .allMatch(
                each ->
                    WORDS.contains(each) || each.startsWith("begin:") || each.startsWith("thank:"));
    Duration within = Times.duration(deadline.path("within").asText());
    limits.add(
        new TimeLimit(
            deadline.path("id").asText(), patterns(deadline.path("from"), ""), to, within, over));
  }

  List<String> alphabetAndWords() {
    List<String> all = new ArrayList<>(alphabet);
    all.addAll(WORDS);
    return all;
  }

  String id() {
    return document.path("id").asText();
  }

  private static List<String> texts(JsonNode array, String member) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add((each.isObject() ? each.path(member) : each).asText()));
    return texts;
  }

  private List<String> alphabet() {
    Set<String> all = new TreeSet<>();
    elements.forEach(element -> all.add("begin:" + element));
    levels.forEach(level -> all.add("concern:" + level));
    facets.forEach(facet -> all.add("thank:" + facet));
    LIFE.forEach(act -> consents.keySet().forEach(resource -> all.add(act + ":" + resource)));
    return List.copyOf(all);
  }

  private void addOrder() {
    JsonNode order = document.path("order");
    String mode = order.path("mode").asText("modular");
    boolean overridable = order.path("overridable").asBoolean();
    if (!mode.equals("modular")) {
      boolean strict = mode.equals("strict");
      laws.add(new Law("order.skip", skipping(), strict, overridable, false));
      laws.add(new Law("order.return", returning(order), strict, overridable, false));
    }
    for (JsonNode element : document.path("elements")) {
      if (!element.path("repeatable").asBoolean()) {
        addOrder("order.repeat.", element, "absence", 2, overridable);
      }
    }
    for (JsonNode element : document.path("elements")) {
      if (element.path("need").asText().equals("required")) {
        addOrder("order.required.", element, "existence", 1, overridable);
      }
    }
  }

  private void addOrder(
      String id, JsonNode element, String template, int count, boolean overridable) {
    String key = element.path("key").asText();
    Map<String, Integer> letters = letters(List.of("begin:" + key), List.of());
    Table table = Table.ofTemplate(letters, template, count);
    laws.add(new Law(id + key, table, true, overridable, false));
  }

  /** The elements that are in the order. */
  private List<JsonNode> ordered() {
    List<JsonNode> ordered = new ArrayList<>();
    for (JsonNode element : document.path("elements")) {
      if (!element.path("continuous").asBoolean()) {
        ordered.add(element);
      }
    }
    return ordered;
  }

  /** Which place in the order an activity begins, counted from 1; 0 for all others. */
  private Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    alphabet.forEach(activity -> places.put(activity, 0));
    List<JsonNode> ordered = ordered();
    for (int i = 0; i < ordered.size(); i++) {
      places.put("begin:" + ordered.get(i).path("key").asText(), i + 1);
    }
    return places;
  }

  /** No element begins while an earlier required one never was. The state: what has begun. */
  private Table skipping() {
    List<JsonNode> ordered = ordered();
    Set<Integer> broken = Set.of(-1);
    return Table.<Set<Integer>>of(
        places(),
        Set.of(),
        (begun, place) -> {
          if (place == 0 || begun.equals(broken)) {
            return begun;
          }
          for (int before = 1; before < place; before++) {
            boolean required = ordered.get(before - 1).path("need").asText().equals("required");
            if (required && !begun.contains(before)) {
              return broken;
            }
          }
          Set<Integer> more = new TreeSet<>(begun);
          more.add(place);
          return Set.copyOf(more);
        },
        begun -> !begun.equals(broken));
  }

  /** From the last element back to an earlier one only by a pair. The state: the last element. */
  private Table returning(JsonNode order) {
    List<String> keys = ordered().stream().map(each -> each.path("key").asText()).toList();
    Set<List<Integer>> pairs = new java.util.HashSet<>();
    for (JsonNode pair : order.path("returns")) {
      pairs.add(
          List.of(
              keys.indexOf(pair.path(0).asText()) + 1, keys.indexOf(pair.path(1).asText()) + 1));
    }
    return Table.<Integer>of(
        places(),
        0,
        (last, place) -> {
          if (place == 0 || last < 0) {
            return last;
          }
          return place < last && !pairs.contains(List.of(last, place))
              ? Integer.valueOf(-1)
              : place;
        },
        last -> last >= 0);
  }

  /** What a rule is for, one after the other; once for nothing where it is not for each. */
  List<String> eachOf(JsonNode rule) {
    List<String> each =
        switch (rule.path("forEach").asText()) {
          case "resource" -> new ArrayList<>(consents.keySet());
          case "element" -> new ArrayList<>(elements);
          default -> new ArrayList<>(List.of(""));
        };
    each.removeAll(texts(rule.path("except"), ""));
    return each;
  }

  private void addRule(JsonNode rule) {
    for (String one : eachOf(rule)) {
      Map<String, Integer> letters =
          letters(patterns(rule.path("a"), one), patterns(rule.path("b"), one));
      Table table =
          Table.ofTemplate(letters, rule.path("template").asText(), rule.path("count").asInt(1));
      laws.add(
          new Law(
              filled(rule.path("id").asText(), one),
              table,
              rule.path("strength").asText("mandatory").equals("mandatory"),
              rule.path("overridable").asBoolean(),
              rule.path("holds").asText().equals("always")));
    }
  }

  static String filled(String text, String one) {
    return text.replace("{resource}", one).replace("{element}", one);
  }

  static List<String> patterns(JsonNode array, String one) {
    return texts(array, "").stream().map(text -> filled(text, one)).toList();
  }

  private Map<String, Integer> letters(List<String> a, List<String> b) {
    Map<String, Integer> letters = new HashMap<>();
    for (String activity : alphabet) {
      letters.put(activity, (matches(a, activity) ? 1 : 0) + (matches(b, activity) ? 2 : 0));
    }
    return letters;
  }

  /** Whether one of them matches, and none takes it away again. */
  static boolean matches(List<String> patterns, String activity) {
    boolean matches = false;
    for (String pattern : patterns) {
      boolean takes = pattern.startsWith("!");
      String plain = takes ? pattern.substring(1) : pattern;
      boolean fits =
          plain.equals(activity)
              || (plain.endsWith(":*") && activity.regionMatches(0, plain, 0, plain.length() - 1));
      if (fits && takes) {
        return false;
      }
      matches |= fits;
    }
    return matches;
  }
}
