package org.peersupport.internal.automaton;

import java.util.BitSet;

/** A smallest set of rules that no continuation of a conversation satisfies together. */
public final class MinimalConflict extends MinimalSubset {
  private final RuleSystem rules;
  private final char[] position;

  private MinimalConflict(RuleSystem rules, char[] position) {
    this.rules = rules;
    this.position = position;
  }

  /**
   * A smallest set of the bound rules that no continuation from here satisfies together, the first
   * in expanded order; empty when there is none. Where that would take too long, a set from which
   * no rule can be left out.
   *
   * @param bound rules that conflict, or a few of them
   */
  public static BitSet find(RuleSystem rules, BitSet bound, char[] position) {
    BitSet smallest = new MinimalConflict(rules, position).among(bound);
    return smallest == null ? new BitSet() : smallest;
  }

  @Override
  protected boolean holds(BitSet set, int largest) {
    StateSpace space = new StateSpace(rules, set, -1);
    space.limitTo(largest);
    try {
      return space.distance(position) == StateSpace.NEVER;
    } catch (TooLargeException e) {
      return false;
    } finally {
      spend(space.size());
    }
  }
}
