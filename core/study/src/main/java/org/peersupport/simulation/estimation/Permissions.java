package org.peersupport.simulation.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.peersupport.internal.study.Choices;
import org.peersupport.simulation.TransitionTable;

/**
 * What a protocol permits at each step of conversations that are followed, as numbers: equal sets
 * of choices have the same one. Memory grows with the states that were met and with the different
 * sets. Not safe to share between threads.
 */
final class Permissions {
  /** The number of the set of all choices. */
  static final int ALL = 0;

  /** The state of a conversation that cannot be followed: anything counts as permitted there. */
  static final int LOST = -1;

  private static final int UNKNOWN = -1;

  private final TransitionTable table;
  private final Choices choices;
  private final List<BitSet> sets = new ArrayList<>();
  private final Map<BitSet, Integer> numbers = new HashMap<>();

  /** By place of a state: the number of the set that is permitted there. */
  private int[] permitted = new int[0];

  Permissions(TransitionTable table, Choices choices) {
    this.table = table;
    this.choices = choices;
    BitSet all = new BitSet();
    all.set(0, choices.size());
    number(all);
  }

  /** The state of a conversation that begins. */
  int start() {
    return table.start();
  }

  /** How many different sets there are so far. */
  int size() {
    return sets.size();
  }

  /** The choices of a set; not to be written to. */
  BitSet set(int number) {
    return sets.get(number);
  }

  /**
   * The set of what was permitted when a choice was made; the choice is in it even where the
   * protocol refuses it, for it was made.
   */
  int when(int state, int choice) {
    if (state == LOST) {
      return ALL;
    }
    try {
      int set = permitted(state);
      return sets.get(set).get(choice) ? set : with(set, choice);
    } catch (IllegalStateException e) { // the table is full
      return ALL;
    }
  }

  /** The state after a choice, permitted or not, that does not end the conversation. */
  int after(int state, int choice) {
    if (state == LOST) {
      return LOST;
    }
    try {
      int letter = choices.letter(choice);
      int next = table.next(state, letter);
      return next < 0 ? table.departing(state, letter, next) : next;
    } catch (IllegalStateException e) { // the table is full
      return LOST;
    }
  }

  private int permitted(int state) {
    int index = table.place(state);
    if (index >= permitted.length) {
      int known = permitted.length;
      permitted = Arrays.copyOf(permitted, Math.max(64, 2 * index));
      Arrays.fill(permitted, known, permitted.length, UNKNOWN);
    }
    if (permitted[index] == UNKNOWN) {
      permitted[index] = number(work(state));
    }
    return permitted[index];
  }

  private BitSet work(int state) {
    BitSet set = new BitSet();
    for (int choice = 0; choice < choices.size(); choice++) {
      set.set(choice, table.next(state, choices.letter(choice)) >= 0);
    }
    return set;
  }

  private int with(int set, int choice) {
    BitSet more = (BitSet) sets.get(set).clone();
    more.set(choice);
    return number(more);
  }

  private int number(BitSet set) {
    Integer known = numbers.putIfAbsent(set, sets.size());
    if (known != null) {
      return known;
    }
    sets.add(set);
    return sets.size() - 1;
  }
}
