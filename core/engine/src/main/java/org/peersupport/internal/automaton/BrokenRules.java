package org.peersupport.internal.automaton;

import java.util.BitSet;
import java.util.function.Function;

/**
 * The rules that have to be departed from, because something has happened that leaves no
 * continuation which satisfies all that bind.
 */
public final class BrokenRules {
  private BrokenRules() {}

  /**
   * The bound rules that no sequence of activities can satisfy any more, then smallest conflicts,
   * one after the other, until a continuation satisfies the rest.
   *
   * @param spaces the space of a set of rules
   * @param departed rules that bind no more
   * @param finished whether only the rules that hold always bind any more
   */
  public static BitSet find(
      RuleSystem rules,
      Function<BitSet, StateSpace> spaces,
      BitSet departed,
      char[] position,
      boolean finished) {
    BitSet broken = new BitSet();
    while (true) {
      BitSet gone = (BitSet) departed.clone();
      gone.or(broken);
      BitSet bound = rules.bound(gone, finished);
      BitSet dead = rules.dead(position, bound);
      if (dead.isEmpty()) {
        if (spaces.apply(bound).closes(position)) {
          return broken;
        }
        dead = MinimalConflict.find(rules, bound, position);
      }
      broken.or(dead);
    }
  }
}
