package org.peersupport.json.certification;

import java.util.List;
import java.util.Objects;

/**
 * A short play of lines that stands on its own: its sessions occur in no other vector. Immutable.
 *
 * @param name its name, which no other vector of the file has; never null
 * @param rules the ids of the rules that it covers
 * @param clauses the ids of the clauses of the contract that it covers
 * @param needs the capabilities without which it is skipped; empty when everybody must pass it
 * @param steps what is sent and expected, in this order; never empty
 */
public record TestVector(
    String name,
    List<String> rules,
    List<String> clauses,
    List<String> needs,
    List<TestStep> steps) {
  /** Copies the lists and checks that there is a step. */
  public TestVector {
    Objects.requireNonNull(name, "name");
    rules = List.copyOf(rules);
    clauses = List.copyOf(clauses);
    needs = List.copyOf(needs);
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a vector has at least one step");
    }
  }
}
