package org.peersupport.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The problems of a protocol that were found, and the checks that many entries share. */
final class ProblemCollector {
  private final List<Problem> problems = new ArrayList<>();
  private List<String> rules = List.of();

  List<Problem> problems() {
    return problems;
  }

  void key(String pointer, String key) {
    if (!Keys.isKey(key)) {
      add(
          ProblemCode.ILL_FORMED,
          pointer,
          "A key or id is 1 to 63 lower-case letters, digits and hyphens, not starting with a hyphen.");
    }
  }

  void text(String pointer, String text, boolean required) {
    if (required && text.isBlank()) {
      add(ProblemCode.MISSING, pointer, "A text is needed here. Write one.");
    } else if (text.length() > Limits.TEXT) {
      add(
          ProblemCode.OUT_OF_RANGE,
          pointer,
          "A text has at most " + Limits.TEXT + " characters; this one has " + text.length() + ".");
    }
  }

  void size(String pointer, int size, int limit) {
    if (size > limit) {
      add(
          ProblemCode.OUT_OF_RANGE,
          pointer,
          "At most " + limit + " entries are possible here; there are " + size + ".");
    }
  }

  void unknown(String pointer, String what, Set<String> known) {
    add(
        ProblemCode.UNKNOWN,
        pointer,
        "The protocol has no such " + what + ". It has: " + String.join(", ", sorted(known)) + ".");
  }

  private static List<String> sorted(Set<String> keys) {
    List<String> sorted = new ArrayList<>();
    for (String key : keys) {
      if (Keys.isKey(key)) { // an ill-formed one has its own problem and is not repeated here
        sorted.add(key);
      }
    }
    sorted.sort(null);
    return sorted;
  }

  /** What is found from now on concerns this rule; an ill-formed id is not repeated. */
  void about(String rule) {
    rules = Keys.isKey(rule) ? List.of(rule) : List.of();
  }

  /** What is found from now on concerns no rule more than another. */
  void aboutNone() {
    rules = List.of();
  }

  void duplicate(String pointer) {
    add(
        ProblemCode.DUPLICATE,
        pointer,
        "Another entry has the same name already. Give each its own, deadlines and the rules of the"
            + " order included.");
  }

  void add(ProblemCode code, String pointer, String explanation) {
    if (problems.size() < Limits.PROBLEMS) {
      problems.add(new Problem(code, pointer, explanation, rules, List.of()));
    }
  }
}
