package org.peersupport.simulation;

import java.util.Arrays;
import org.peersupport.internal.automaton.IntList;

/**
 * The strongly connected components of a chain's states, so ordered that every step leads to the
 * same component or to an earlier one.
 *
 * <p>Source: R. Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1(2), 1972;
 * without recursion, because chains are long. Immutable.
 */
final class Components {
  private static final int UNSEEN = -1;

  /** The states, component by component. */
  private final int[] order;

  /** Where each component begins in the order, and at the end its length. */
  private final int[] begins;

  private Components(int[] order, int[] begins) {
    this.order = order;
    this.begins = begins;
  }

  static Components of(Steps steps) {
    return new TarjanSearch(steps).run();
  }

  int count() {
    return begins.length - 1;
  }

  int begin(int component) {
    return begins[component];
  }

  /** The state at a place of the order. */
  int state(int index) {
    return order[index];
  }

  private static final class TarjanSearch {
    private final Steps steps;
    private final int[] index;
    private final int[] low;
    private final int[] nextStep;
    private final boolean[] onStack;
    private final IntList order = new IntList();
    private final IntList begins = new IntList();
    private final int[] stack;
    private final int[] path;
    private int stacked;
    private int seen;

    TarjanSearch(Steps steps) {
      int states = steps.states();
      this.steps = steps;
      this.index = new int[states];
      this.low = new int[states];
      this.nextStep = new int[states];
      this.onStack = new boolean[states];
      this.stack = new int[states];
      this.path = new int[states];
      Arrays.fill(index, UNSEEN);
    }

    Components run() {
      for (int s = 0; s < index.length; s++) {
        if (index[s] == UNSEEN) {
          from(s);
        }
      }
      begins.add(order.size());
      return new Components(order.toArray(), begins.toArray());
    }

    private void from(int root) {
      int depth = 0;
      path[0] = root;
      enter(root);
      while (depth >= 0) {
        int s = path[depth];
        int target = nextUnfinished(s);
        if (target == UNSEEN) {
          leave(s);
          depth--;
          if (depth >= 0) {
            low[path[depth]] = Math.min(low[path[depth]], low[s]);
          }
        } else if (index[target] == UNSEEN) {
          enter(target);
          path[++depth] = target;
        } else {
          low[s] = Math.min(low[s], index[target]);
        }
      }
    }

    /** The next state that a step leads to and that is new or on the stack; -1 after the last. */
    private int nextUnfinished(int s) {
      while (nextStep[s] < steps.end(s)) {
        int target = steps.target(nextStep[s]++);
        if (target >= 0 && (index[target] == UNSEEN || onStack[target])) {
          return target;
        }
      }
      return UNSEEN;
    }

    private void enter(int s) {
      index[s] = seen;
      low[s] = seen;
      seen++;
      nextStep[s] = steps.begin(s);
      stack[stacked++] = s;
      onStack[s] = true;
    }

    private void leave(int s) {
      if (low[s] != index[s]) {
        return;
      }
      begins.add(order.size());
      int member;
      do {
        member = stack[--stacked];
        onStack[member] = false;
        order.add(member);
      } while (member != s);
    }
  }
}
