package org.peersupport.internal.automaton;

import java.util.BitSet;

/** Finds out which rules stand in each other's way. */
public final class Clash {
  private final RuleSystem rules;
  private final char[] position;
  private final int[] candidates;

  private Clash(RuleSystem rules, BitSet bound, char[] position) {
    this.rules = rules;
    this.position = position;
    IntList list = new IntList();
    for (int r = bound.nextSetBit(0); r >= 0; r = bound.nextSetBit(r + 1)) {
      list.add(r);
    }
    this.candidates = list.toArray();
  }

  /**
   * A smallest set of the bound rules that no continuation from here satisfies together, the first
   * in expanded order; empty when there is none. By size, then in order, so the answer is exact and
   * the work grows with the size of the clash, which is small in practice.
   */
  public static BitSet smallest(RuleSystem rules, BitSet bound, char[] position) {
    Clash clash = new Clash(rules, bound, position);
    for (int size = 1; size <= clash.candidates.length; size++) {
      BitSet found = new BitSet();
      if (clash.extend(found, 0, size)) {
        return found;
      }
    }
    return new BitSet();
  }

  private boolean extend(BitSet chosen, int from, int missing) {
    if (missing == 0) {
      return new Space(rules, chosen, -1).distance(position) == Space.NEVER;
    }
    for (int c = from; c <= candidates.length - missing; c++) {
      chosen.set(candidates[c]);
      if (extend(chosen, c + 1, missing - 1)) {
        return true;
      }
      chosen.clear(candidates[c]);
    }
    return false;
  }
}
