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
  private final Findings findings;
  private final Set<String> elements = new HashSet<>();
  private final Set<String> resources = new HashSet<>();

  /** Every activity, and every kind with a star that some activity is of. */
  private final Set<String> known = new HashSet<>();

  private RuleWritingCheck(Protocol protocol, Findings findings) {
    this.protocol = protocol;
    this.findings = findings;
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

  static void check(Protocol protocol, Findings findings) {
    RuleWritingCheck check = new RuleWritingCheck(protocol, findings);
    check.checkRules();
    check.checkDeadlines();
  }

  private void checkRules() {
    for (int i = 0; i < protocol.rules().size(); i++) {
      Rule rule = protocol.rules().get(i);
      findings.about(rule.id());
      checkRule("/rules/" + i, rule);
      findings.aboutNone();
    }
    List<ExpandedRule> expanded = protocol.expandedRules();
    findings.size("/rules", expanded.size(), Limits.RULES);
    checkIds();
  }

  private void checkRule(String place, Rule rule) {
    String placeholder =
        rule.forEach().isEmpty() ? "" : "{" + rule.forEach().get().wireName() + "}";
    findings.key(
        place + "/id", placeholder.isEmpty() ? rule.id() : rule.id().replace(placeholder, "x"));
    findings.text(place + "/because", rule.because(), false);
    findings.text(place + "/source", rule.source().orElse(""), false);
    Set<String> keys = rule.forEach().orElse(null) == Rule.ForEach.ELEMENT ? elements : resources;
    for (int i = 0; i < rule.except().size(); i++) {
      if (rule.forEach().isEmpty()) {
        findings.add(
            ProblemCode.CONTRADICTION,
            place + "/except",
            "Only a rule with forEach can except something. Add forEach or drop except.");
        break;
      }
      if (!keys.contains(rule.except().get(i))) {
        findings.unknown(place + "/except/" + i, rule.forEach().get().wireName(), keys);
      }
    }
    if (!placeholder.isEmpty() && !rule.id().contains(placeholder)) {
      findings.add(
          ProblemCode.CONTRADICTION,
          place + "/id",
          "A rule with forEach needs " + placeholder + " in its id, so that the ids differ.");
    }
    checkSide(place + "/a", rule.a(), rule, placeholder, true);
    checkSide(place + "/b", rule.b(), rule, placeholder, rule.template().isBinary());
    if (!rule.template().isBinary() && !rule.b().isEmpty()) {
      findings.add(
          ProblemCode.CONTRADICTION,
          place + "/b",
          "The template " + rule.template().wireName() + " has one side. Drop b.");
    }
    if (rule.count() < 1 || rule.count() > Limits.COUNT) {
      findings.add(
          ProblemCode.OUT_OF_RANGE,
          place + "/count",
          "A count is a whole number from 1 to " + Limits.COUNT + ".");
    } else if (rule.count() != 1 && !rule.template().isCounting()) {
      findings.add(
          ProblemCode.CONTRADICTION,
          place + "/count",
          "The template " + rule.template().wireName() + " does not count. Drop count.");
    }
  }

  private void checkSide(
      String place, List<String> side, Rule rule, String placeholder, boolean required) {
    if (side.isEmpty() && required) {
      findings.add(
          ProblemCode.MISSING,
          place,
          "The template " + rule.template().wireName() + " needs at least one activity here.");
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
    if (known.contains(pattern)) {
      return;
    }
    findings.add(
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
      int place = before == null ? -1 : lastRuleFor(rule.id());
      if (place >= 0 && reported.add(rule.id())) { // the order's own meet where two keys are equal
        findings.duplicate("/rules/" + place + "/id");
      }
    }
    for (int i = 0; i < protocol.deadlines().size(); i++) {
      String id = protocol.deadlines().get(i).id();
      findings.key("/deadlines/" + i + "/id", id);
      if (first.putIfAbsent(id, 1) != null) {
        findings.duplicate("/deadlines/" + i + "/id");
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
    findings.size("/deadlines", protocol.deadlines().size(), Limits.DEADLINES);
    for (int i = 0; i < protocol.deadlines().size(); i++) {
      Deadline deadline = protocol.deadlines().get(i);
      String place = "/deadlines/" + i;
      checkMoments(place + "/from", deadline.from());
      checkMoments(place + "/to", deadline.to());
      findings.text(place + "/because", deadline.because(), false);
      findings.text(place + "/source", deadline.source().orElse(""), false);
      Duration within = deadline.within();
      if (within.isNegative() || within.isZero() || within.compareTo(Limits.WITHIN) > 0) {
        findings.add(
            ProblemCode.OUT_OF_RANGE,
            place + "/within",
            "A deadline is longer than nothing and at most a hundred years, such as PT30M or P3D.");
      }
    }
  }

  private void checkMoments(String place, List<String> patterns) {
    if (patterns.isEmpty()) {
      findings.add(ProblemCode.MISSING, place, "A deadline needs at least one activity here.");
    }
    for (int i = 0; i < patterns.size(); i++) {
      if (!MOMENTS.contains(patterns.get(i))) {
        checkPattern(place + "/" + i, patterns.get(i));
      }
    }
  }
}
