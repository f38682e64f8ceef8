package org.peersupport.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks how a protocol is written: names, references, counts, and nothing said twice. */
final class WritingCheck {
  private final Protocol protocol;
  private final ProblemCollector problems;

  private WritingCheck(Protocol protocol, ProblemCollector problems) {
    this.protocol = protocol;
    this.problems = problems;
  }

  static List<Problem> problems(Protocol protocol) {
    ProblemCollector problems = new ProblemCollector();
    WritingCheck check = new WritingCheck(protocol, problems);
    check.checkHead();
    check.checkElements();
    check.checkReturns();
    check.checkResources();
    check.checkTitledKeys("/concerns", protocol.levels());
    check.checkTitledKeys("/appreciation", protocol.facets());
    check.checkReasons();
    RuleWritingCheck.check(protocol, problems);
    check.checkExamples();
    TranslationCheck.check(protocol, problems);
    return problems.problems();
  }

  private void checkHead() {
    problems.key("/id", protocol.id());
    if (!Keys.isId(protocol.release())) {
      problems.add(
          ProblemCode.ILL_FORMED,
          "/release",
          "A release is letters, digits, dots and hyphens, such as 1.0.0.");
    }
    problems.text("/title", protocol.title(), true);
    problems.text("/source", protocol.source(), true);
    protocol.caution().ifPresent(caution -> problems.text("/caution", caution, true));
  }

  private void checkElements() {
    if (protocol.elements().isEmpty()) {
      problems.add(
          ProblemCode.MISSING, "/elements", "A protocol has at least one element. Add one.");
    }
    problems.size("/elements", protocol.elements().size(), Limits.ELEMENTS);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < protocol.elements().size(); i++) {
      Element element = protocol.elements().get(i);
      String pointer = "/elements/" + i;
      keys.add(element.key());
      problems.text(pointer + "/title", element.title(), true);
      problems.text(pointer + "/purpose", element.purpose(), true);
      problems.text(pointer + "/source", element.source().orElse(""), false);
      for (int p = 0; p < element.prompts().size(); p++) {
        problems.text(pointer + "/prompts/" + p, element.prompts().get(p), true);
      }
    }
    checkKeys("/elements", "/key", keys);
  }

  private void checkResources() {
    problems.size("/resources", protocol.resources().size(), Limits.RESOURCES);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < protocol.resources().size(); i++) {
      keys.add(protocol.resources().get(i).key());
      problems.text("/resources/" + i + "/title", protocol.resources().get(i).title(), true);
    }
    checkKeys("/resources", "/key", keys);
  }

  private void checkReasons() {
    ReasonLists reasons = protocol.reasons();
    checkReasons("/reasons/end", reasons.end());
    checkReasons("/reasons/decline", reasons.decline());
    checkReasons("/reasons/lapse", reasons.lapse());
    checkReasons("/reasons/override", reasons.override());
    for (int i = 0; i < reasons.end().size(); i++) {
      if (new EndReason(reasons.end().get(i).key()).isBuiltIn()) {
        problems.add(
            ProblemCode.DUPLICATE,
            "/reasons/end/" + i + "/key",
            "Every protocol knows this reason already. Drop it here, or choose another key.");
      }
    }
  }

  /** People choose from reasons, so each has a title. */
  private void checkReasons(String pointer, List<TitledKey> reasons) {
    checkTitledKeys(pointer, reasons);
    for (int i = 0; i < reasons.size(); i++) {
      if (reasons.get(i).title().isEmpty()) {
        problems.text(pointer + "/" + i + "/title", "", true);
      }
    }
  }

  /** Where an entry has no title, it stands for its key itself. */
  private void checkTitledKeys(String pointer, List<TitledKey> entries) {
    problems.size(pointer, entries.size(), Limits.LEVELS);
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      TitledKey entry = entries.get(i);
      String place = pointer + "/" + i + (entry.title().isPresent() ? "/key" : "");
      problems.key(place, entry.key());
      if (entry.title().isPresent()) {
        problems.text(pointer + "/" + i + "/title", entry.title().get(), true);
      }
      if (first.putIfAbsent(entry.key(), i) != null) {
        problems.duplicate(place);
      }
    }
  }

  private void checkKeys(String pointer, String member, List<String> keys) {
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      problems.key(pointer + "/" + i + member, keys.get(i));
      if (first.putIfAbsent(keys.get(i), i) != null) {
        problems.duplicate(pointer + "/" + i + member);
      }
    }
  }

  private void checkReturns() {
    List<Order.Return> returns = protocol.order().returns();
    for (int i = 0; i < returns.size(); i++) {
      String pointer = "/order/returns/" + i;
      Order.Return pair = returns.get(i);
      int from = place(pair.from());
      int to = place(pair.to());
      if (from < 0) {
        problems.unknown(pointer + "/0", "element", elementKeys());
      }
      if (to < 0) {
        problems.unknown(pointer + "/1", "element", elementKeys());
      }
      if (from < 0 || to < 0) {
        continue;
      }
      if (to >= from) {
        problems.add(
            ProblemCode.CONTRADICTION,
            pointer,
            "A return leads from an element to an earlier one; this pair leads "
                + (to == from
                    ? "to the same one. Make the element repeatable instead."
                    : "forward. Swap it or drop it."));
      }
      if (!protocol.elements().get(to).isRepeatable()) {
        problems.add(
            ProblemCode.CONTRADICTION,
            pointer + "/1",
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

  private void checkExamples() {
    problems.size("/examples", protocol.examples().size(), Limits.EXAMPLES);
    for (int i = 0; i < protocol.examples().size(); i++) {
      Example example = protocol.examples().get(i);
      problems.text("/examples/" + i + "/name", example.name(), true);
      problems.size("/examples/" + i + "/trace", example.trace().size(), Limits.EXAMPLES);
      boolean placed = example.at() >= 1 && example.at() <= example.trace().size();
      if (!example.accepted() && !placed) {
        problems.add(
            ProblemCode.OUT_OF_RANGE,
            "/examples/" + i + "/at",
            "A refused example says at which act of its trace, counted from 1, it is refused.");
      }
    }
  }

  private Set<String> elementKeys() {
    Set<String> keys = new HashSet<>();
    for (Element element : protocol.elements()) {
      keys.add(element.key());
    }
    return keys;
  }
}
