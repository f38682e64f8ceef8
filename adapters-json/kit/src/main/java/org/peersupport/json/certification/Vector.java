package org.peersupport.json.certification;

import java.util.List;

/**
 * A test vector: a few lines with what must come back of each. Immutable.
 *
 * @param name unique in its suite
 * @param rules the ids of the rules that it covers, sorted
 * @param clauses the ids of the clauses that it covers, sorted
 * @param needs the optional capabilities without which it says nothing, sorted
 * @param steps in order
 */
record Vector(
    String name,
    List<String> rules,
    List<String> clauses,
    List<String> needs,
    List<VectorStep> steps) {
  /** Copies the lists. */
  Vector {
    rules = List.copyOf(rules);
    clauses = List.copyOf(clauses);
    needs = List.copyOf(needs);
    steps = List.copyOf(steps);
  }

  /**
   * One line.
   *
   * @param send what is sent, as JSON
   * @param expect the members that must come back, as JSON
   */
  record VectorStep(String send, String expect) {}
}
