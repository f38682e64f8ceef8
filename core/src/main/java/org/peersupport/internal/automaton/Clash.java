package org.peersupport.internal.automaton;

import java.util.BitSet;

/**
 * Finds out which rules stand in each other's way.
 *
 * <p>First a set from which no rule can be left out is found by leaving rules out one after the
 * other, the last in expanded order first. Then the smaller sets are tried, by size and in order,
 * until the patience is at an end: it suffices by far for clashes of a few rules, and bounds the
 * work for rules that were written to take long. All of it is counted in joint states, so the
 * answer is the same on any machine.
 */
public final class Clash {
  /** The joint states of one set of rules after which it is taken for satisfiable. */
  private static final int LARGEST = 20_000;

  /** The joint states, and as many sets, that are gone through in search of a smaller set. */
  private static final int PATIENCE = 400_000;

  private final RuleSystem rules;
  private final char[] position;
  private final int[] candidates;
  private int patience = PATIENCE;

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
   * in expanded order; empty when there is none. Where that would take too long, a set from which
   * no rule can be left out.
   *
   * @param bound rules that clash, or a few of them
   */
  public static BitSet smallest(RuleSystem rules, BitSet bound, char[] position) {
    Clash clash = new Clash(rules, bound, position);
    BitSet core = clash.core(bound);
    for (int size = 1; size < core.cardinality(); size++) {
      BitSet found = new BitSet();
      if (clash.extend(found, 0, size)) {
        return found;
      }
    }
    BitSet first = new BitSet();
    return clash.extend(first, 0, core.cardinality()) ? first : core;
  }

  /** A clashing set from which no rule can be left out; empty when the rules do not clash. */
  private BitSet core(BitSet bound) {
    BitSet core = (BitSet) bound.clone();
    if (!clashes(core, Integer.MAX_VALUE)) {
      return new BitSet();
    }
    for (int c = candidates.length - 1; c >= 0; c--) {
      core.clear(candidates[c]);
      if (!clashes(core, LARGEST)) {
        core.set(candidates[c]);
      }
    }
    return core;
  }

  private boolean clashes(BitSet chosen, int largest) {
    Space space = new Space(rules, chosen, -1);
    space.limitTo(largest);
    try {
      return space.distance(position) == Space.NEVER;
    } catch (TooLargeException e) {
      return false;
    } finally {
      patience -= space.size() + 1;
    }
  }

  private boolean extend(BitSet chosen, int from, int missing) {
    if (missing == 0) {
      return clashes(chosen, LARGEST);
    }
    for (int c = from; c <= candidates.length - missing && patience > 0; c++) {
      chosen.set(candidates[c]);
      if (extend(chosen, c + 1, missing - 1)) {
        return true;
      }
      chosen.clear(candidates[c]);
    }
    return false;
  }
}
