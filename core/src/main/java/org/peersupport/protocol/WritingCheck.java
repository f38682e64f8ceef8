package org.peersupport.protocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks how a protocol is written: names, references, counts, and nothing said twice. */
final class WritingCheck {
  private static final Set<String> MOMENTS = Set.of("open", "close", "end");

  private final Protocol protocol;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> elements = new HashSet<>();
  private final Set<String> resources = new HashSet<>();

  private WritingCheck(Protocol protocol) {
    this.protocol = protocol;
    for (Element element : protocol.elements()) {
      elements.add(element.key());
    }
    for (Resource resource : protocol.resources()) {
      resources.add(resource.key());
    }
  }

  static List<Problem> problems(Protocol protocol) {
    WritingCheck check = new WritingCheck(protocol);
    check.checkHead();
    check.checkElements();
    check.checkReturns();
    check.checkResources();
    check.checkKeys("/concerns", protocol.concerns(), Limits.LEVELS);
    check.checkKeys("/appreciation", protocol.appreciation(), Limits.LEVELS);
    check.checkRules();
    check.checkDeadlines();
    check.checkExamples();
    return check.problems;
  }

  private void checkHead() {
    checkKey("/id", protocol.id());
    if (!Keys.isId(protocol.release())) {
      add(
          ProblemCode.ILL_FORMED,
          "/release",
          "A release is letters, digits, dots and hyphens, such as 1.0.0.");
    }
    checkText("/title", protocol.title(), true);
    checkText("/source", protocol.source(), true);
  }

  private void checkElements() {
    if (protocol.elements().isEmpty()) {
      add(ProblemCode.MISSING, "/elements", "A protocol has at least one element. Add one.");
    }
    checkSize("/elements", protocol.elements().size(), Limits.ELEMENTS);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < protocol.elements().size(); i++) {
      Element element = protocol.elements().get(i);
      String place = "/elements/" + i;
      keys.add(element.key());
      checkText(place + "/title", element.title(), true);
      checkText(place + "/purpose", element.purpose(), true);
      for (int p = 0; p < element.prompts().size(); p++) {
        checkText(place + "/prompts/" + p, element.prompts().get(p), true);
      }
    }
    checkKeys("/elements", "/key", keys);
  }

  private void checkResources() {
    checkSize("/resources", protocol.resources().size(), Limits.RESOURCES);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < protocol.resources().size(); i++) {
      keys.add(protocol.resources().get(i).key());
      checkText("/resources/" + i + "/title", protocol.resources().get(i).title(), true);
    }
    checkKeys("/resources", "/key", keys);
  }

  private void checkKeys(String place, List<String> keys, int limit) {
    checkSize(place, keys.size(), limit);
    checkKeys(place, "", keys);
  }

  private void checkKeys(String place, String member, List<String> keys) {
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      checkKey(place + "/" + i + member, keys.get(i));
      checkUnique(first, place + "/" + i + member, keys.get(i));
    }
  }

  private void checkReturns() {
    List<Order.Return> returns = protocol.order().returns();
    for (int i = 0; i < returns.size(); i++) {
      String place = "/order/returns/" + i;
      Order.Return pair = returns.get(i);
      int from = place(pair.from());
      int to = place(pair.to());
      if (from < 0) {
        addUnknown(place + "/0", "element", elements);
      }
      if (to < 0) {
        addUnknown(place + "/1", "element", elements);
      }
      if (from < 0 || to < 0) {
        continue;
      }
      if (to >= from) {
        add(
            ProblemCode.CONTRADICTION,
            place,
            "A return leads from an element to an earlier one; this pair leads "
                + (to == from
                    ? "to the same one. Make the element repeatable instead."
                    : "forward. Swap it or drop it."));
      }
      if (!protocol.elements().get(to).isRepeatable()) {
        add(
            ProblemCode.CONTRADICTION,
            place + "/1",
            "A return leads to an element that may begin again; this one is not repeatable. Make it"
                + " repeatable or drop the return.");
      }
    }
  }

  private int place(String key) {
    for (int i = 0; i < protocol.elements().size(); i++) {
      if (protocol.elements().get(i).key().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private void checkRules() {
    for (int i = 0; i < protocol.rules().size(); i++) {
      checkRule("/rules/" + i, protocol.rules().get(i));
    }
    List<ExpandedRule> expanded = protocol.expandedRules();
    checkSize("/rules", expanded.size(), Limits.RULES);
    checkIds();
  }

  private void checkRule(String place, Rule rule) {
    String placeholder = rule.forEach().isEmpty() ? "" : "{" + rule.forEach().get().wire() + "}";
    checkKey(
        place + "/id", placeholder.isEmpty() ? rule.id() : rule.id().replace(placeholder, "x"));
    checkText(place + "/because", rule.because(), false);
    Set<String> keys = rule.forEach().orElse(null) == Rule.ForEach.ELEMENT ? elements : resources;
    for (int i = 0; i < rule.except().size(); i++) {
      if (rule.forEach().isEmpty()) {
        add(
            ProblemCode.CONTRADICTION,
            place + "/except",
            "Only a rule with forEach can except something. Add forEach or drop except.");
        break;
      }
      if (!keys.contains(rule.except().get(i))) {
        addUnknown(place + "/except/" + i, rule.forEach().get().wire(), keys);
      }
    }
    if (!placeholder.isEmpty() && !rule.id().contains(placeholder)) {
      add(
          ProblemCode.CONTRADICTION,
          place + "/id",
          "A rule with forEach needs " + placeholder + " in its id, so that the ids differ.");
    }
    checkSide(place + "/a", rule.a(), rule, placeholder, true);
    checkSide(place + "/b", rule.b(), rule, placeholder, rule.template().isBinary());
    if (!rule.template().isBinary() && !rule.b().isEmpty()) {
      add(
          ProblemCode.CONTRADICTION,
          place + "/b",
          "The template " + rule.template().wire() + " has one side. Drop b.");
    }
    if (rule.count() < 1 || rule.count() > Limits.COUNT) {
      add(
          ProblemCode.OUT_OF_RANGE,
          place + "/count",
          "A count is a whole number from 1 to " + Limits.COUNT + ".");
    } else if (rule.count() != 1 && !rule.template().isCounting()) {
      add(
          ProblemCode.CONTRADICTION,
          place + "/count",
          "The template " + rule.template().wire() + " does not count. Drop count.");
    }
  }

  private void checkSide(
      String place, List<String> side, Rule rule, String placeholder, boolean required) {
    if (side.isEmpty() && required) {
      add(
          ProblemCode.MISSING,
          place,
          "The template " + rule.template().wire() + " needs at least one activity here.");
    }
    Set<String> keys = rule.forEach().orElse(null) == Rule.ForEach.ELEMENT ? elements : resources;
    for (int i = 0; i < side.size(); i++) {
      String pattern = side.get(i);
      String sample = pattern;
      if (!placeholder.isEmpty() && !keys.isEmpty() && pattern.contains(placeholder)) {
        sample = pattern.replace(placeholder, keys.iterator().next());
      }
      checkPattern(place + "/" + i, sample);
    }
  }

  private void checkPattern(String place, String pattern) {
    for (Activity activity : protocol.activities()) {
      if (Alphabet.matches(pattern, activity)) {
        return;
      }
    }
    add(
        ProblemCode.UNKNOWN,
        place,
        "This matches no activity of the protocol. A pattern is kind:key or kind:*, the kind one of"
            + " begin, concern, offer, accept, decline, connect, complete, lapse, thank, the key one"
            + " that the protocol has.");
  }

  /** Ids are compared as they are after expansion, because there two of them would meet. */
  private void checkIds() {
    Map<String, Integer> first = new HashMap<>();
    List<ExpandedRule> expanded = protocol.expandedRules();
    Set<String> reported = new HashSet<>();
    for (ExpandedRule rule : expanded) {
      Integer before = first.putIfAbsent(rule.id(), 1);
      if (before != null && reported.add(rule.id())) {
        addDuplicate("/rules/" + Math.max(0, lastRuleFor(rule.id())) + "/id");
      }
    }
    for (int i = 0; i < protocol.deadlines().size(); i++) {
      String id = protocol.deadlines().get(i).id();
      checkKey("/deadlines/" + i + "/id", id);
      if (first.putIfAbsent(id, 1) != null) {
        addDuplicate("/deadlines/" + i + "/id");
      }
    }
  }

  /** The last rule of the document that expands to the id. */
  private int lastRuleFor(String id) {
    for (int i = protocol.rules().size() - 1; i >= 0; i--) {
      Rule rule = protocol.rules().get(i);
      String start = rule.id();
      int brace = start.indexOf('{');
      if (brace < 0 ? start.equals(id) : id.startsWith(start.substring(0, brace))) {
        return i;
      }
    }
    return -1;
  }

  private void checkDeadlines() {
    checkSize("/deadlines", protocol.deadlines().size(), Limits.DEADLINES);
    for (int i = 0; i < protocol.deadlines().size(); i++) {
      Deadline deadline = protocol.deadlines().get(i);
      String place = "/deadlines/" + i;
      checkMoments(place + "/from", deadline.from());
      checkMoments(place + "/to", deadline.to());
      checkText(place + "/because", deadline.because(), false);
      Duration within = deadline.within();
      if (within.isNegative() || within.isZero() || within.compareTo(Limits.WITHIN) > 0) {
        add(
            ProblemCode.OUT_OF_RANGE,
            place + "/within",
            "A deadline is longer than nothing and at most a hundred years, such as PT30M or P3D.");
      }
    }
  }

  private void checkMoments(String place, List<String> patterns) {
    if (patterns.isEmpty()) {
      add(ProblemCode.MISSING, place, "A deadline needs at least one activity here.");
    }
    for (int i = 0; i < patterns.size(); i++) {
      if (!MOMENTS.contains(patterns.get(i))) {
        checkPattern(place + "/" + i, patterns.get(i));
      }
    }
  }

  private void checkExamples() {
    checkSize("/examples", protocol.examples().size(), Limits.EXAMPLES);
    for (int i = 0; i < protocol.examples().size(); i++) {
      Example example = protocol.examples().get(i);
      checkText("/examples/" + i + "/name", example.name(), true);
      checkSize("/examples/" + i + "/trace", example.trace().size(), Limits.EXAMPLES);
      boolean placed = example.at() >= 1 && example.at() <= example.trace().size();
      if (!example.accepted() && !placed) {
        add(
            ProblemCode.OUT_OF_RANGE,
            "/examples/" + i + "/at",
            "A refused example says at which act of its trace, counted from 1, it is refused.");
      }
    }
  }

  private void checkKey(String place, String key) {
    if (!Keys.isKey(key)) {
      add(
          ProblemCode.ILL_FORMED,
          place,
          "A key or id is 1 to 63 lower-case letters, digits and hyphens, not starting with a hyphen.");
    }
  }

  private void checkUnique(Map<String, Integer> first, String place, String key) {
    if (first.putIfAbsent(key, 1) != null) {
      addDuplicate(place);
    }
  }

  private void checkText(String place, String text, boolean required) {
    if (required && text.isBlank()) {
      add(ProblemCode.MISSING, place, "A text is needed here. Write one.");
    } else if (text.length() > Limits.TEXT) {
      add(
          ProblemCode.OUT_OF_RANGE,
          place,
          "A text has at most " + Limits.TEXT + " characters; this one has " + text.length() + ".");
    }
  }

  private void checkSize(String place, int size, int limit) {
    if (size > limit) {
      add(
          ProblemCode.OUT_OF_RANGE,
          place,
          "At most " + limit + " entries are possible here; there are " + size + ".");
    }
  }

  private void addUnknown(String place, String what, Set<String> known) {
    add(
        ProblemCode.UNKNOWN,
        place,
        "The protocol has no such " + what + ". It has: " + String.join(", ", sorted(known)) + ".");
  }

  private static List<String> sorted(Set<String> keys) {
    List<String> sorted = new ArrayList<>(keys);
    sorted.sort(null);
    return sorted;
  }

  private void addDuplicate(String place) {
    add(
        ProblemCode.DUPLICATE,
        place,
        "Another entry has the same name already. Give each its own, deadlines and the rules of the"
            + " order included.");
  }

  private void add(ProblemCode code, String pointer, String explanation) {
    problems.add(new Problem(code, pointer, explanation, List.of(), List.of()));
  }
}
