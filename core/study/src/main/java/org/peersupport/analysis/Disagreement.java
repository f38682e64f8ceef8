package org.peersupport.analysis;

import java.util.List;
import java.util.Objects;

/**
 * A shortest conversation that one protocol allows up to its close and another refuses. Immutable.
 *
 * @param allowedBy {@code id@release} of the protocol that allows it; where both have the same,
 *     with {@code (the first)} or {@code (the second)} after it
 * @param refusedBy {@code id@release} of the one that refuses it
 * @param conversation its activities in the words of the one that allows it, {@code close} last
 * @param at the place of what is refused, from 1
 * @param rules the rules that refuse it, in expanded order; empty when something else does, such as
 *     an element that the other protocol does not have
 * @param explanation the conversation and the refusal in words
 */
public record Disagreement(
    String allowedBy,
    String refusedBy,
    List<String> conversation,
    int at,
    List<String> rules,
    String explanation) {
  /** Copies the lists and checks that nothing is null. */
  public Disagreement {
    Objects.requireNonNull(allowedBy, "allowedBy");
    Objects.requireNonNull(refusedBy, "refusedBy");
    conversation = List.copyOf(conversation);
    rules = List.copyOf(rules);
    Objects.requireNonNull(explanation, "explanation");
  }
}
