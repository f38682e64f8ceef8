package org.peersupport.internal.automaton;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a conversation that would have to refuse the peer: one that accepted acts lead to, and
 * in which something may happen after which no continuation can close.
 *
 * <p>Breadth first over the joint states, so what is found is a shortest such conversation.
 * Connected referrals of a resource whose outcome a mandatory rule speaks of are counted up to the
 * states that such a rule has, at most 15; from there on any number is assumed, which errs on the
 * side of refusing.
 */
public final class FactCheck {
  /** Counts are kept in so many bits. */
  private static final int BITS = 4;

  private static final int MOST = (1 << BITS) - 1;

  private final Space space;
  private final Packing packing;
  private final RuleSystem rules;
  private final StateTable seen;
  private final int[] many;
  private final List<long[]> states = new ArrayList<>();
  private final List<int[]> connected = new ArrayList<>();
  private final IntList parents = new IntList();
  private final IntList arrivals = new IntList();

  private FactCheck(Spaces spaces) {
    this.rules = spaces.rules();
    this.space = spaces.whole();
    this.packing = space.packing();
    this.seen = new StateTable(1 + words(rules.resources()));
    this.many = many(rules);
  }

  private static int words(int resources) {
    return (resources * BITS + Long.SIZE - 1) / Long.SIZE;
  }

  /** By resource: from how many connected referrals on one more makes no difference to a rule. */
  private static int[] many(RuleSystem rules) {
    int[] many = new int[rules.resources()];
    for (int activity = 0; activity < rules.activities(); activity++) {
      int act = rules.act(activity);
      for (int r : rules.touched(activity)) {
        if ((act == Life.COMPLETE || act == Life.LAPSE) && rules.rule(r).mandatory()) {
          int states = Math.min(MOST, rules.rule(r).dfa().states());
          many[rules.resource(activity)] = Math.max(many[rules.resource(activity)], states);
        }
      }
    }
    return many;
  }

  /**
   * The activities of a shortest conversation whose last one is a fact that leaves no way to a
   * close; null when there is none. Asked only of rules that can be satisfied at the start.
   *
   * @throws TooLargeException when the joint states are more than the limit
   */
  public static int @Nullable [] refusedFact(Spaces spaces) {
    return new FactCheck(spaces).search();
  }

  private int @Nullable [] search() {
    long[] start = new long[packing.words()];
    packing.pack(rules.start(), start);
    visit(start, new int[rules.resources()], -1, -1);
    for (int n = 0; n < states.size(); n++) {
      for (int activity = 0; activity < rules.activities(); activity++) {
        if (packing.matters(activity) && !follow(n, activity)) {
          return trace(n, activity);
        }
      }
    }
    return null;
  }

  /** Follows an activity in all the ways it may happen; false when the peer would be refused. */
  private boolean follow(int n, int activity) {
    int x = rules.resource(activity);
    long[] state = states.get(n);
    int[] counts = connected.get(n);
    return switch (rules.act(activity)) {
      case Life.COMPLETE -> counts[x] == 0 || endOne(n, activity);
      case Life.LAPSE ->
          (packing.pending(state, x) == Life.NOTHING || take(n, activity, counts))
              && (counts[x] == 0 || endOne(n, activity));
      case Life.NONE -> take(n, activity, counts);
      default ->
          !packing.allows(state, activity)
              || packing.shadowed(state, x)
              || take(n, activity, countedAfter(counts, activity));
    };
  }

  private int[] countedAfter(int[] counts, int activity) {
    int x = rules.resource(activity);
    if (rules.act(activity) != Life.CONNECT || !packing.isOutcomeSpokenOf(x)) {
      return counts;
    }
    int[] more = counts.clone();
    more[x] = Math.min(many[x], more[x] + 1);
    return more;
  }

  /** A connected referral comes to its end: the rules move, what is pending stays. */
  private boolean endOne(int n, int activity) {
    int x = rules.resource(activity);
    long[] after = states.get(n).clone();
    if (!packing.stepRules(after, activity)) {
      return false;
    }
    int[] counts = connected.get(n);
    int[] fewer = counts.clone();
    fewer[x]--;
    return arrive(after, fewer, n, activity)
        && (counts[x] < many[x] || arrive(after, counts, n, activity));
  }

  private boolean take(int n, int activity, int[] counts) {
    long[] after = states.get(n).clone();
    boolean live = packing.step(after, activity);
    return live ? arrive(after, counts, n, activity) : !rules.fact(activity);
  }

  private boolean arrive(long[] state, int[] counts, int parent, int activity) {
    return visit(state, counts, parent, activity) || !rules.fact(activity);
  }

  /** Notes a state that a close can be reached from; false for any other. */
  private boolean visit(long[] state, int[] counts, int parent, int activity) {
    int number = space.numberOf(state.clone());
    if (!space.closes(number)) {
      return false;
    }
    int before = seen.size();
    seen.intern(key(number, counts));
    if (seen.size() > Spaces.LARGEST) {
      throw new TooLargeException(Spaces.LARGEST);
    }
    if (seen.size() > before) {
      states.add(state);
      connected.add(counts);
      parents.add(parent);
      arrivals.add(activity);
    }
    return true;
  }

  private static long[] key(int number, int[] counts) {
    long[] key = new long[1 + words(counts.length)];
    key[0] = number;
    for (int x = 0; x < counts.length; x++) {
      key[1 + x * BITS / Long.SIZE] |= (long) counts[x] << (x * BITS % Long.SIZE);
    }
    return key;
  }

  private int[] trace(int n, int last) {
    IntList backwards = new IntList();
    backwards.add(last);
    for (int i = n; parents.get(i) >= 0; i = parents.get(i)) {
      backwards.add(arrivals.get(i));
    }
    int[] trace = new int[backwards.size()];
    for (int i = 0; i < trace.length; i++) {
      trace[i] = backwards.get(trace.length - 1 - i);
    }
    return trace;
  }
}
