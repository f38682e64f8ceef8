package org.peersupport.internal.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.peersupport.internal.automaton.IntList;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.automaton.StateCodec;
import org.peersupport.internal.automaton.StateTable;
import org.peersupport.internal.automaton.TooLargeException;

/**
 * The best-first search for a joint state in which all bound rules are satisfied. It goes on from
 * the state with the fewest unsatisfied rules, of several from the last one met. It stops at the
 * first state found, and goes through all of them when there is none.
 */
final class GreedySearch {
  private final RuleSystem rules;
  private final StateCodec codec;
  private final int limit;
  private final StateTable table;
  private final List<Deque<Integer>> left = new ArrayList<>();

  /**
   * @param limit the joint states at which it gives up, in a {@link TooLargeException}
   */
  GreedySearch(RuleSystem rules, StateCodec codec, int limit) {
    this.rules = rules;
    this.codec = codec;
    this.limit = limit;
    this.table = new StateTable(codec.words());
  }

  /** Whether there is one, from the start of a conversation. */
  boolean finds() {
    long[] state = new long[codec.words()];
    if (!codec.pack(rules.start(), state)) {
      return false;
    }
    IntList moves = moves();
    long[] next = new long[codec.words()];
    boolean found = meet(state);
    for (int here = next(); here >= 0 && !found; here = found ? here : next()) {
      table.read(here, state);
      for (int i = 0; i < moves.size() && !found; i++) {
        found = follow(state, moves.get(i), next);
      }
    }
    return found;
  }

  /** How many joint states have been met. */
  int size() {
    return table.size();
  }

  private IntList moves() {
    IntList moves = new IntList();
    for (int i = 0; i < rules.moves(); i++) {
      if (codec.matters(rules.move(i))) {
        moves.add(rules.move(i));
      }
    }
    return moves;
  }

  private boolean follow(long[] state, int activity, long[] next) {
    int x = rules.resource(activity);
    if (!codec.allows(state, activity) || (x >= 0 && codec.shadowed(state, x))) {
      return false;
    }
    System.arraycopy(state, 0, next, 0, state.length);
    if (!codec.step(next, activity)) {
      return false;
    }
    codec.sort(next);
    return meet(next);
  }

  /** Notes a state that is new; true when all bound rules are satisfied in it. */
  private boolean meet(long[] state) {
    int known = table.size();
    int number = table.intern(state);
    if (number < known) {
      return false;
    }
    if (table.size() > limit) {
      throw new TooLargeException(limit);
    }
    int unsatisfied = codec.unsatisfied(state);
    while (left.size() <= unsatisfied) {
      left.add(new ArrayDeque<>());
    }
    left.get(unsatisfied).push(number);
    return unsatisfied == 0;
  }

  /** The state to go on from; -1 when none is left. */
  private int next() {
    for (Deque<Integer> alike : left) {
      if (!alike.isEmpty()) {
        return alike.pop();
      }
    }
    return -1;
  }
}
