package org.peersupport.simulation;

import java.util.List;
import java.util.Objects;

/**
 * One thing that is wrong with a behaviour, and where. Immutable.
 *
 * @param code what kind of thing
 * @param pointer its place in the document, a JSON pointer such as {@code
 *     /after/begin:reach-out/close}
 * @param explanation what was expected, what came, and what to do next
 * @param conversation the activities of a conversation that shows it; empty where none does
 */
public record BehaviourProblem(
    BehaviourProblemCode code, String pointer, String explanation, List<String> conversation) {
  /** Copies the list and checks that nothing is null. */
  public BehaviourProblem {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(explanation, "explanation");
    conversation = List.copyOf(conversation);
  }
}
