package org.peersupport.internal.automaton;

import java.util.BitSet;

/**
 * The search for a smallest set of rules that has a monotone property: every larger set that
 * contains such a set has it too.
 *
 * <p>First a set from which no rule can be left out is found by leaving rules out one after the
 * other, the last in expanded order first. Then the smaller sets are tried, by size and in order,
 * until the patience is at an end: it suffices by far for a few rules, and bounds the work for
 * rules that were written to take long. All of it is counted in joint states, so the answer is the
 * same on any machine.
 */
public abstract class MinimalSubset {
  /** The joint states of one set of rules after which it is taken not to bring it about. */
  protected static final int LARGEST = 20_000;

  /** The joint states, and as many sets, that are gone through in search of a smaller set. */
  private static final int PATIENCE = 400_000;

  private int patience;

  /**
   * Whether the set brings it about.
   *
   * @param largest the joint states after which to give up and say no
   */
  protected abstract boolean holds(BitSet set, int largest);

  /** Counts joint states that were gone through. */
  protected final void spend(int states) {
    patience -= states + 1;
  }

  /**
   * A smallest set of the candidates that brings it about, the first in expanded order; null when
   * all of them together do not. Where that would take too long, a set from which no rule can be
   * left out.
   */
  public final @org.jspecify.annotations.Nullable BitSet among(BitSet candidates) {
    if (!holds(candidates, Integer.MAX_VALUE)) {
      return null;
    }
    BitSet core = (BitSet) candidates.clone();
    for (int r = core.length() - 1; r >= 0; r = core.previousSetBit(r - 1)) {
      core.clear(r);
      if (!holds(core, LARGEST)) {
        core.set(r);
      }
    }
    patience = PATIENCE;
    for (int size = 0; size <= core.cardinality(); size++) {
      BitSet found = new BitSet();
      if (extend(found, candidates, 0, size)) {
        return found;
      }
    }
    return core;
  }

  private boolean extend(BitSet chosen, BitSet candidates, int from, int missing) {
    if (missing == 0) {
      return holds(chosen, LARGEST);
    }
    for (int r = candidates.nextSetBit(from);
        r >= 0 && patience > 0;
        r = candidates.nextSetBit(r + 1)) {
      chosen.set(r);
      if (extend(chosen, candidates, r + 1, missing - 1)) {
        return true;
      }
      chosen.clear(r);
    }
    return false;
  }
}
