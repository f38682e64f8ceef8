package org.peersupport.simulation.programme;

import java.util.Objects;

/**
 * One thing that is wrong with a scenario, and where. Immutable.
 *
 * @param code what kind of thing
 * @param pointer its place in the document, a JSON pointer such as {@code /supporters/2/mostCases}
 * @param explanation what was expected, what came, and what to do next
 */
public record ScenarioProblem(ScenarioProblemCode code, String pointer, String explanation) {
  /** Checks that nothing is null. */
  public ScenarioProblem {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(explanation, "explanation");
  }
}
