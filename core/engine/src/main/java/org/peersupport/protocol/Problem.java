package org.peersupport.protocol;

import java.util.List;
import java.util.Objects;

/**
 * One thing that is wrong with a protocol, and where. Immutable.
 *
 * @param code what kind of thing; never null
 * @param pointer its place in the document, a JSON pointer such as {@code /rules/3/a/0}; never null
 * @param explanation what was expected, what came, and what to do next; never null
 * @param rules the ids of the rules concerned, in expanded order; empty where none is
 * @param conversation the activities of a conversation that shows it; empty where none does
 */
public record Problem(
    ProblemCode code,
    String pointer,
    String explanation,
    List<String> rules,
    List<String> conversation) {
  /** Copies the lists and checks that nothing is null. */
  public Problem {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(explanation, "explanation");
    rules = List.copyOf(rules);
    conversation = List.copyOf(conversation);
  }
}
