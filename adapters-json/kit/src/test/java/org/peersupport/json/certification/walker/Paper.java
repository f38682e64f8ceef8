package org.peersupport.json.certification.walker;

import com.fasterxml.jackson.databind.JsonNode;
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
      List.of("offer", "accept", "decline", "connect", "complete", "lapse");

  final String reference;
  final List<String> elements;
  final Map<String, String> consents = new LinkedHashMap<>();
  final List<String> levels;
  final List<String> facets;
  final List<String> alphabet;

  /** The acts of a continuation in the order in which remedies prefer them. */
  final List<String> onward = new ArrayList<>();

  final List<Law> laws = new ArrayList<>();
  final List<JsonNode> deadlines = new ArrayList<>();
  final String pairing;
  private final JsonNode document;

  Paper(JsonNode document) {
    this.document = document;
    reference = document.path("id").asText() + "@" + document.path("release").asText();
    elements = texts(document.path("elements"), "key");
    document
        .path("resources")
        .forEach(
            resource ->
                consents.put(
                    resource.path("key").asText(), resource.path("consent").asText("required")));
    levels = texts(document.path("concerns"), "");
    facets = texts(document.path("appreciation"), "");
    alphabet = alphabet();
    elements.forEach(element -> onward.add("begin:" + element));
    for (String act : LIFE.subList(0, 4)) {
      consents.keySet().forEach(resource -> onward.add(act + ":" + resource));
    }
    facets.forEach(facet -> onward.add("thank:" + facet));
    document.path("deadlines").forEach(deadlines::add);
    pairing = document.path("pairing").path("department").asText("any");
    addOrder();
    document.path("rules").forEach(this::addRule);
  }

  String id() {
    return document.path("id").asText();
  }

  private static List<String> texts(JsonNode array, String member) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add((member.isEmpty() ? each : each.path(member)).asText()));
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

  private void addRule(JsonNode rule) {
    List<String> each =
        switch (rule.path("forEach").asText()) {
          case "resource" -> List.copyOf(consents.keySet());
          case "element" -> elements;
          default -> List.of("");
        };
    List<String> left = texts(rule.path("except"), "");
    for (String one : each) {
      if (!left.contains(one)) {
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
  }

  private static String filled(String text, String one) {
    return text.replace("{resource}", one).replace("{element}", one);
  }

  private static List<String> patterns(JsonNode array, String one) {
    return texts(array, "").stream().map(text -> filled(text, one)).toList();
  }

  private Map<String, Integer> letters(List<String> a, List<String> b) {
    Map<String, Integer> letters = new HashMap<>();
    for (String activity : alphabet) {
      letters.put(activity, (matches(a, activity) ? 1 : 0) + (matches(b, activity) ? 2 : 0));
    }
    return letters;
  }

  static boolean matches(List<String> patterns, String activity) {
    for (String pattern : patterns) {
      if (pattern.equals(activity)
          || (pattern.endsWith(":*")
              && activity.regionMatches(0, pattern, 0, pattern.length() - 1))) {
        return true;
      }
    }
    return false;
  }
}
