package org.peersupport.simulation;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Draws from a row in constant time: each slot holds one choice up to a threshold, and another one
 * above it.
 *
 * <p>Sources: A. J. Walker, An efficient method for generating discrete random variables with
 * general distributions, ACM TOMS 3(3), 1977; M. D. Vose, A linear algorithm for generating random
 * numbers with a given distribution, IEEE TSE 17(9), 1991. Thresholds have {@value #BITS} bits, so
 * that a probability is off by less than the rounding of the weights. Immutable.
 */
final class AliasTable {
  /** Bits of a draw that are compared with the threshold; the others choose the slot. */
  static final int BITS = 53;

  /** Slots that the other bits can choose from. */
  static final int MOST_SLOTS = 1 << (Long.SIZE - BITS);

  private final long[] thresholds;
  private final int[] aliases;

  AliasTable(Row row) {
    int slots = Math.max(1, Integer.highestOneBit(2 * row.size() - 1));
    this.thresholds = new long[slots];
    this.aliases = new int[slots];
    double[] share = new double[slots];
    Deque<Integer> small = new ArrayDeque<>();
    Deque<Integer> large = new ArrayDeque<>();
    for (int i = 0; i < slots; i++) {
      share[i] = i < row.size() ? row.probability(i) * slots : 0;
      (share[i] < 1 ? small : large).add(i);
    }
    while (!small.isEmpty() && !large.isEmpty()) {
      int less = small.remove();
      int more = large.element();
      fill(less, share[less], more);
      share[more] -= 1 - share[less];
      if (share[more] < 1) {
        small.add(large.remove());
      }
    }
    // Rounding has left these a little less or more than one.
    large.forEach(slot -> fill(slot, 1, slot));
    small.forEach(slot -> fill(slot, slot < row.size() ? 1 : 0, slot < row.size() ? slot : 0));
  }

  private void fill(int slot, double share, int alias) {
    thresholds[slot] = (long) StrictMath.rint(share * (1L << BITS));
    aliases[slot] = alias;
  }

  int slots() {
    return thresholds.length;
  }

  /** The bits of a draw below which the slot's own choice is taken. */
  long threshold(int slot) {
    return thresholds[slot];
  }

  /** The choice that is taken otherwise. */
  int alias(int slot) {
    return aliases[slot];
  }
}
