package org.peersupport.protocol;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks how the rules and the deadlines of a protocol are written. */
final class RuleWritingCheck {
  private static final Set<String> MOMENTS = Set.of("open", "close", "end");

  private final Protocol protocol;
  private final ProblemCollector problems;
  private final Set<String> elements = new HashSet<>();
  private final Set<String> resources = new HashSet<>();

  /** Every activity, and every kind with a star that some activity is of. */
  private final Set<String> known = new HashSet<>();

  private RuleWritingCheck(Protocol protocol, ProblemCollector problems) {
    this.protocol = protocol;
    this.problems = problems;
    for (Element element : protocol.elements()) {
      elements.add(element.key());
    }
    for (Resource resource : protocol.resources()) {
      resources.add(resource.key());
    }
    for (Activity activity : protocol.activities()) {
      known.add(activity.text());
      known.add(activity.kind().text("*"));
    }
  }

  static void check(Protocol protocol, ProblemCollector problems) {
    RuleWritingCheck check = new RuleWritingCheck(protocol, problems);
    check.checkRules();
    check.checkDeadlines();
  }

  private void checkRules() {
    for (int i = 0; i < protocol.rules().size(); i++) {
      Rule rule = protocol.rules().get(i);
      problems.about(rule.id());
      checkRule("/rules/" + i, rule);
      problems.aboutNone();
    }
    List<ExpandedRule> expanded = protocol.expandedRules();
    problems.size("/rules", expanded.size(), Limits.RULES);
    checkIds();
  }

  private void checkRule(String pointer, Rule rule) {
    String placeholder =
        rule.forEach().isEmpty() ? "" : "{" + rule.forEach().get().wireName() + "}";
    problems.key(
        pointer + "/id", placeholder.isEmpty() ? rule.id() : rule.id().replace(placeholder, "x"));
    rule.title().ifPresent(title -> problems.text(pointer + "/title", title, true));
    problems.text(pointer + "/because", rule.because(), false);
    problems.text(pointer + "/source", rule.source().orElse(""), false);
    Set<String> keys = rule.forEach().orElse(null) == Rule.ForEach.ELEMENT ? elements : resources;
    for (int i = 0; i < rule.except().size(); i++) {
      if (rule.forEach().isEmpty()) {
        problems.add(
            ProblemCode.CONTRADICTION,
            pointer + "/except",
            "Only a rule with forEach can except something. Add forEach or drop except.");
        break;
      }
      if (!keys.contains(rule.except().get(i))) {
        problems.unknown(pointer + "/except/" + i, rule.forEach().get().wireName(), keys);
      }
    }
    if (!placeholder.isEmpty() && !rule.id().contains(placeholder)) {
      problems.add(
          ProblemCode.CONTRADICTION,
          pointer + "/id",
          "A rule with forEach needs " + placeholder + " in its id, so that the ids differ.");
    }
    checkSide(pointer + "/a", rule.a(), rule, placeholder, true);
    checkSide(pointer + "/b", rule.b(), rule, placeholder, rule.template().isBinary());
    if (!rule.template().isBinary() && !rule.b().isEmpty()) {
      problems.add(
          ProblemCode.CONTRADICTION,
          pointer + "/b",
          "The template " + rule.template().wireName() + " has one side. Drop b.");
    }
    if (rule.count() < 1 || rule.count() > Limits.COUNT) {
      problems.add(
          ProblemCode.OUT_OF_RANGE,
          pointer + "/count",
          "A count is a whole number from 1 to " + Limits.COUNT + ".");
    } else if (rule.count() != 1 && !rule.template().isCounting()) {
      problems.add(
          ProblemCode.CONTRADICTION,
          pointer + "/count",
          "The template " + rule.template().wireName() + " does not count. Drop count.");
    }
  }

  private void checkSide(
      String pointer, List<String> side, Rule rule, String placeholder, boolean required) {
    if (side.isEmpty() && required) {
      problems.add(
          ProblemCode.MISSING,
          pointer,
          "The template " + rule.template().wireName() + " needs at least one activity here.");
    }
    Set<String> keys = rule.forEach().orElse(null) == Rule.ForEach.ELEMENT ? elements : resources;
    for (int i = 0; i < side.size(); i++) {
      String pattern = side.get(i);
      String sample = pattern;
      if (!placeholder.isEmpty() && !keys.isEmpty() && pattern.contains(placeholder)) {
        sample = pattern.replace(placeholder, keys.iterator().next());
      }
      checkPattern(pointer + "/" + i, sample);
    }
    Set<String> meant = new HashSet<>(placeholder.isEmpty() ? Set.of("") : keys);
    meant.removeAll(rule.except());
    for (String key : meant) {
      if (isEmptied(side.stream().map(pattern -> pattern.replace(placeholder, key)).toList())) {
        matchesNothing(pointer);
        return;
      }
    }
  }

  /** Whether patterns are there that are known, and what is taken away leaves nothing of them. */
  private boolean isEmptied(List<String> side) {
    for (String pattern : side) {
      String plain = Patterns.plain(pattern);
      if (!known.contains(plain) && !MOMENTS.contains(plain)) {
        return false;
      }
    }
    return !side.isEmpty() && Patterns.resolved(side, protocol.activities()).isEmpty();
  }

  private void matchesNothing(String pointer) {
    problems.add(
        ProblemCode.CONTRADICTION,
        pointer,
        "What is taken away leaves nothing here. Drop a pattern that begins with an exclamation"
            + " mark, or add one that does not.");
  }

  private void checkPattern(String pointer, String pattern) {
    if (known.contains(Patterns.plain(pattern))) {
      return;
    }
    problems.add(
        ProblemCode.UNKNOWN,
        pointer,
        "This matches no activity of the protocol. A pattern is kind:key or kind:*, the kind one of"
            + " begin, concern, offer, accept, decline, connect, complete, withdraw, lapse, thank, the key"
            + " one that the protocol has; an exclamation mark before it takes away what it matches.");
  }

  /** Ids are compared as they are after expansion, because there two of them would meet. */
  private void checkIds() {
    Map<String, Integer> first = new HashMap<>();
    List<ExpandedRule> expanded = protocol.expandedRules();
    Set<String> reported = new HashSet<>();
    for (ExpandedRule rule : expanded) {
      Integer before = first.putIfAbsent(rule.id(), 1);
      int pointer = before == null ? -1 : lastRuleFor(rule.id());
      if (pointer >= 0
          && reported.add(rule.id())) { // the order's own meet where two keys are equal
        problems.duplicate("/rules/" + pointer + "/id");
      }
    }
    for (int i = 0; i < protocol.deadlines().size(); i++) {
      String id = protocol.deadlines().get(i).id();
      problems.key("/deadlines/" + i + "/id", id);
      if (first.putIfAbsent(id, 1) != null) {
        problems.duplicate("/deadlines/" + i + "/id");
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
    problems.size("/deadlines", protocol.deadlines().size(), Limits.DEADLINES);
    for (int i = 0; i < protocol.deadlines().size(); i++) {
      Deadline deadline = protocol.deadlines().get(i);
      String pointer = "/deadlines/" + i;
      checkMoments(pointer + "/from", deadline.from());
      checkMoments(pointer + "/to", deadline.to());
      problems.text(pointer + "/because", deadline.because(), false);
      problems.text(pointer + "/source", deadline.source().orElse(""), false);
      Duration within = deadline.within();
      if (within.isNegative() || within.isZero() || within.compareTo(Limits.WITHIN) > 0) {
        problems.add(
            ProblemCode.OUT_OF_RANGE,
            pointer + "/within",
            "A deadline is longer than nothing and at most a hundred years, such as PT30M or P3D.");
      }
    }
  }

  private void checkMoments(String pointer, List<String> patterns) {
    if (patterns.isEmpty()) {
      problems.add(ProblemCode.MISSING, pointer, "A deadline needs at least one activity here.");
    }
    for (int i = 0; i < patterns.size(); i++) {
      if (!MOMENTS.contains(Patterns.plain(patterns.get(i)))) {
        checkPattern(pointer + "/" + i, patterns.get(i));
      }
    }
    if (isEmptied(patterns)) {
      matchesNothing(pointer);
    }
  }
}
