package org.peersupport.internal.search;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.peersupport.internal.automaton.Exploration;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.automaton.StateCodec;
import org.peersupport.internal.automaton.StateSpace;
import org.peersupport.internal.automaton.TooLargeException;

/**
 * Goes through everything that conversations lead to under some rules, and notes the activities
 * after which the shortest way to a close is longer than before by some measure.
 */
public final class Detours extends Exploration {
  /** A conversation whose last activity makes the way to a close longer. */
  public static final class Detour {
    private final int[] trace;
    private final char[] before;
    private final char[] after;

    Detour(int[] trace, char[] before, char[] after) {
      this.trace = trace;
      this.before = before;
      this.after = after;
    }

    /** The activities. */
    public int[] trace() {
      return trace.clone();
    }

    /** The position just before the last activity. */
    public char[] before() {
      return before.clone();
    }

    /** The position after it. */
    public char[] after() {
      return after.clone();
    }
  }

  private final int longer;
  private final BitSet of;
  private final Map<Integer, Detour> found = new TreeMap<>();

  private Detours(RuleSystem rules, StateSpace space, BitSet of, int longer, int limit) {
    super(rules, space, new BitSet(), limit);
    this.longer = longer;
    this.of = of;
  }

  /**
   * Looks for detours.
   *
   * @param whole the space of the enforced rules, what it knows already need not be found again
   * @param longer by so many activities at least
   * @throws TooLargeException when there are more joint states than the limit
   */
  public static Detours find(
      RuleSystem rules, BitSet enforced, StateSpace whole, int longer, int limit) {
    Detours detours = explore(rules, whole, new BitSet(), longer, limit);
    // Of resources that are alike the first stands for the others: unless an act of another one
    // was found after a conversation as short as for any, it is looked at by itself.
    for (int activity : detours.found.keySet().toArray(new Integer[0])) {
      int shortest = detours.shortestLike(activity);
      for (int other = 0; rules.resource(activity) >= 0 && other < rules.activities(); other++) {
        Detour known = detours.found.get(other);
        if (rules.step(other) == rules.step(activity)
            && (known == null || known.trace.length > shortest)) {
          detours.add(rules, enforced, other, limit);
        }
      }
    }
    return detours;
  }

  /** The length of the shortest detour by the same act of any resource. */
  private int shortestLike(int activity) {
    int shortest = Integer.MAX_VALUE;
    for (Map.Entry<Integer, Detour> other : found.entrySet()) {
      if (rules.step(other.getKey()) == rules.step(activity)) {
        shortest = Math.min(shortest, other.getValue().trace.length);
      }
    }
    return shortest;
  }

  private void add(RuleSystem rules, BitSet enforced, int activity, int limit) {
    BitSet only = new BitSet();
    only.set(activity);
    BitSet resource = new BitSet();
    resource.set(rules.resource(activity));
    StateSpace space =
        new StateSpace(
            rules, new StateCodec(rules, enforced, new BitSet(), new BitSet(), resource));
    found.putAll(explore(rules, space, only, longer, limit).found);
  }

  private static Detours explore(
      RuleSystem rules, StateSpace space, BitSet of, int longer, int limit) {
    space.limitTo(limit);
    Detours detours = new Detours(rules, space, of, longer, limit);
    detours.run();
    return detours;
  }

  /** By activity: a shortest conversation that ends with it and makes the way so much longer. */
  public Map<Integer, Detour> found() {
    return found;
  }

  /** How many joint states conversations lead to; resources that are alike count as one. */
  public int states() {
    return size();
  }

  @Override
  protected void stepped(int from, int activity, int to) {
    int before = space.distanceFrom(number(from));
    int after = space.distanceFrom(number(to));
    if (after >= before + longer
        && !found.containsKey(activity)
        && (of.isEmpty() || of.get(activity))) {
      char[] here = codec.unpack(state(from));
      found.put(activity, new Detour(trace(from, activity), here, position(here, activity, after)));
    }
  }

  /** The position it leads to: what ends a referral may be of the pending or of a connected one. */
  private char[] position(char[] before, int activity, int distance) {
    char[] after = before.clone();
    rules.move(after, activity, false);
    if (rules.step(activity).endsConnected() && space.distance(after) != distance) {
      after = before.clone();
      rules.moveRules(after, activity, false);
    }
    return after;
  }
}
