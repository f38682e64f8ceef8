package org.peersupport.internal.automaton;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule refuses an act: the smallest set of earlier events that is enough to break it.
 *
 * <p>By dynamic programming over (events so far, state of the rule); among the smallest sets, the
 * one with the latest events is built from its last event backwards.
 */
public final class Witness {
  private static final int NEVER = Integer.MAX_VALUE;

  private final CompiledRule rule;
  private final int[][] events;

  private Witness(CompiledRule rule, int[][] events) {
    this.rule = rule;
    this.events = events;
  }

  /**
   * The places of the events that are enough.
   *
   * @param events the activities of each earlier event, oldest first
   * @param acts the refused act, or none for a close
   * @return the places of the events in ascending order; empty when the act alone is enough, or
   *     when the rule is not broken at all
   */
  public static int[] of(CompiledRule rule, int[][] events, int[] acts) {
    return new Witness(rule, events).smallest(acts);
  }

  private int[] smallest(int[] acts) {
    int states = rule.dfa().states();
    boolean[] broken = new boolean[states];
    for (int s = 0; s < states; s++) {
      int after = run(s, acts);
      broken[s] = acts.length == 0 ? !rule.dfa().accepts(after) : !rule.dfa().live(after);
    }
    int[][] needed = needed();
    int size = NEVER;
    for (int s = 0; s < states; s++) {
      if (broken[s]) {
        size = Math.min(size, needed[events.length][s]);
      }
    }
    return size == NEVER ? new int[0] : latest(size, broken, needed);
  }

  /** By events so far and state: how many of them must be kept to get there. */
  private int[][] needed() {
    int states = rule.dfa().states();
    int[][] needed = new int[events.length + 1][];
    needed[0] = new int[states];
    Arrays.fill(needed[0], NEVER);
    needed[0][0] = 0;
    for (int e = 0; e < events.length; e++) {
      int[] after = needed[e].clone();
      for (int s = 0; s < states; s++) {
        if (needed[e][s] != NEVER) {
          int target = run(s, events[e]);
          after[target] = Math.min(after[target], needed[e][s] + 1);
        }
      }
      needed[e + 1] = after;
    }
    return needed;
  }

  private int[] latest(int size, boolean[] goal, int[][] needed) {
    int[] chosen = new int[size];
    int e = events.length;
    for (int left = size; left > 0; left--) {
      boolean[] before = null;
      while (before == null) {
        before = leading(--e, left - 1, goal, needed[e]);
      }
      chosen[left - 1] = e;
      goal = before;
    }
    return chosen;
  }

  /** The states that take so many events to reach and that event e leads from to the goal. */
  private boolean @Nullable [] leading(int e, int count, boolean[] goal, int[] needed) {
    boolean[] states = new boolean[goal.length];
    boolean any = false;
    for (int s = 0; s < states.length; s++) {
      states[s] = needed[s] == count && goal[run(s, events[e])];
      any |= states[s];
    }
    return any ? states : null;
  }

  private int run(int state, int[] acts) {
    for (int activity : acts) {
      state = rule.after(state, activity);
    }
    return state;
  }
}
