package org.peersupport.analysis;

import java.util.List;
import java.util.Objects;

/**
 * One thing that a verification has found out about a protocol. Immutable.
 *
 * @param kind what kind of thing; never null
 * @param about what it is about: the text of an activity such as {@code begin:reach-out}, the id of
 *     a rule or a deadline, the JSON pointer of an example; empty when it is about the protocol as
 *     a whole; never null
 * @param rules the ids of the rules concerned: first the one that it is about, where it is about
 *     one, then a smallest set of mandatory rules that brings it about, in expanded order; empty
 *     where the life of referrals alone does. Where finding a smallest set would take too long, one
 *     from which no rule can be left out
 * @param explanation a sentence for people; never null
 * @param witness a shortest conversation that shows it, as {@link FindingKind} asks: its
 *     activities, {@code close} and {@code end:<reason>}; empty where none is needed or none exists
 */
public record Finding(
    FindingKind kind, String about, List<String> rules, String explanation, List<String> witness) {
  /** Copies the lists and checks that nothing is null. */
  public Finding {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(about, "about");
    rules = List.copyOf(rules);
    Objects.requireNonNull(explanation, "explanation");
    witness = List.copyOf(witness);
  }
}
