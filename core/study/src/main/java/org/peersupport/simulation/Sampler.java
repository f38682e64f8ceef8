package org.peersupport.simulation;

import java.util.List;
import org.peersupport.internal.automaton.IntList;

/**
 * A chain laid out for drawing: arrays of numbers and nothing else, so that a step waits for few
 * loads, one after the other. Immutable; safe to share between threads.
 */
final class Sampler {
  /** A place in a row and a choice are one number: the place has as many bits as slots can have. */
  private static final int PLACE_BITS = Long.SIZE - AliasTable.BITS;

  private static final int PLACE = (1 << PLACE_BITS) - 1;

  /** The state of which the entries begin here is {@code state << STATE_BITS}. */
  private static final int STATE_BITS = 3;

  /** Where the entries of what is drawn after a refusal begin. */
  private static final int INSTEAD = 3;

  /** Where it says whether an even draw decides. */
  private static final int EVENLY = 6;

  /**
   * By state, for the row that is drawn from and then for the row after a refusal: where its slots
   * begin, one less than how many it has, and where its targets begin; then whether an even draw
   * decides. The rest is to spare.
   */
  private final int[] states;

  /** Where the choices of a row lead. */
  private final int[] targets;

  /**
   * By slot: the threshold; then, in the lower half, the choice below it with its place in the row,
   * and in the upper half those above it. Side by side, because both are always needed.
   */
  private final long[] slots;

  /** By activity: the median in milliseconds, and sigma; -1 for no time. */
  private final double[] medians;

  private final double[] sigmas;
  private final boolean hasDurations;

  Sampler(ConversationChain chain) {
    ChainStructure structure = chain.structure();
    List<Row> rows = structure.rows();
    List<AliasTable> tables = rows.stream().map(AliasTable::new).toList();
    int[] begins = new int[rows.size()];
    int size = 0;
    for (int r = 0; r < begins.length; r++) {
      begins[r] = size;
      size += tables.get(r).slots();
    }
    slots = new long[2 * size];
    for (int r = 0; r < begins.length; r++) {
      fill(begins[r], tables.get(r), rows.get(r));
    }
    IntList leading = new IntList();
    states = new int[structure.states() << STATE_BITS];
    for (int s = 0; s < structure.states(); s++) {
      int at = s << STATE_BITS;
      states[at + EVENLY] = structure.isUnsaid(s) ? 1 : 0;
      fill(at, begins, tables, structure.drawn(s), leading.size());
      for (int place = 0; place < rows.get(structure.drawn(s)).size(); place++) {
        leading.add(structure.target(s, place));
      }
      int instead = structure.instead(s);
      if (instead >= 0) {
        fill(at + INSTEAD, begins, tables, instead, leading.size());
        for (int place = 0; place < rows.get(instead).size(); place++) {
          leading.add(structure.targetInstead(s, place));
        }
      }
    }
    targets = leading.toArray();
    int activities = structure.choices().activities();
    medians = new double[activities];
    sigmas = new double[activities];
    for (int a = 0; a < activities; a++) {
      Lognormal duration = chain.behaviour().durations().get(structure.choices().text(a));
      medians[a] = duration == null ? -1 : duration.medianMillis();
      sigmas[a] = duration == null ? 0 : duration.sigma();
    }
    hasDurations = !chain.behaviour().durations().isEmpty();
  }

  private void fill(int begin, AliasTable table, Row row) {
    for (int i = 0; i < table.slots(); i++) {
      // A slot beyond the row has no share of its own.
      long own = drawn(row, Math.min(i, row.size() - 1));
      long alias = drawn(row, table.alias(i));
      slots[2 * (begin + i)] = table.threshold(i);
      slots[2 * (begin + i) + 1] = alias << Integer.SIZE | own;
    }
  }

  private static int drawn(Row row, int place) {
    return row.choices().get(place) << PLACE_BITS | place;
  }

  private void fill(int at, int[] begins, List<AliasTable> tables, int row, int leading) {
    states[at] = begins[row];
    states[at + 1] = tables.get(row).slots() - 1;
    states[at + 2] = leading;
  }

  boolean hasDurations() {
    return hasDurations;
  }

  /** Whether an even draw decides in a state, at once or after a refusal. */
  boolean drawsEvenly(int state) {
    return states[(state << STATE_BITS) + EVENLY] != 0;
  }

  /** What these bits draw in a state: a choice and its place. */
  int draw(int state, long bits) {
    return drawAt(state << STATE_BITS, bits);
  }

  /** What these bits draw after a refusal. */
  int drawInstead(int state, long bits) {
    return drawAt((state << STATE_BITS) + INSTEAD, bits);
  }

  /** Without a branch: which of two choices it is cannot be predicted. */
  private int drawAt(int at, long bits) {
    int slot = 2 * (states[at] + ((int) bits & states[at + 1]));
    long above = ~(((bits >>> PLACE_BITS) - slots[slot]) >> (Long.SIZE - 1));
    return (int) (slots[slot + 1] >>> (above & Integer.SIZE));
  }

  /** Where what was drawn leads. */
  int target(int state, int drawn) {
    return targets[states[(state << STATE_BITS) + 2] + (drawn & PLACE)];
  }

  /** Where what was drawn after a refusal leads. */
  int targetInstead(int state, int drawn) {
    return targets[states[(state << STATE_BITS) + INSTEAD + 2] + (drawn & PLACE)];
  }

  /** The choice of what was drawn. */
  static int choice(int drawn) {
    return drawn >> PLACE_BITS;
  }

  /** How long an activity takes, in whole milliseconds. */
  long time(int activity, long bits) {
    double median = medians[activity];
    return median < 0 ? 0 : Lognormal.millis(median, sigmas[activity], bits);
  }
}
