package org.peersupport.internal.search;

import java.util.Arrays;
import java.util.BitSet;
import org.peersupport.internal.automaton.Exploration;
import org.peersupport.internal.automaton.IntList;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.automaton.StateSpace;
import org.peersupport.internal.automaton.TooLargeException;

/**
 * The activities that may come while a given one is the last of its kind, in conversations that
 * close.
 *
 * <p>What came last does not bear on what may come, so it is no part of the joint states. It is
 * passed along the transitions between them until nothing changes.
 */
public final class LastActivityReach extends Exploration {
  private final BitSet lasts;
  private final BitSet asked;

  /** For each node of the limit, so many steps between nodes are noted at most. */
  private static final int STEPS = 64;

  private final int most;
  private final IntList sources = new IntList();
  private final IntList labels = new IntList();
  private final IntList targets = new IntList();

  private LastActivityReach(
      RuleSystem rules, StateSpace space, BitSet lasts, BitSet asked, int limit) {
    super(rules, space, new BitSet(), limit);
    this.lasts = lasts;
    this.asked = asked;
    this.most = limit * STEPS;
  }

  /**
   * By activity asked for: the lasts after which it may come; the number of all activities stands
   * for none of them having come.
   *
   * @throws TooLargeException when there are more joint states than the limit
   */
  public static BitSet[] of(
      RuleSystem rules, BitSet enforced, BitSet lasts, BitSet asked, int limit) {
    StateSpace space = new StateSpace(rules, enforced, -1);
    space.limitTo(limit);
    LastActivityReach reach = new LastActivityReach(rules, space, lasts, asked, limit);
    reach.run();
    return reach.found(reach.passedAlong());
  }

  /** Whether some conversation closes under these rules at all. */
  public static boolean closes(RuleSystem rules, BitSet enforced, int limit) {
    StateSpace space = new StateSpace(rules, enforced, -1);
    space.limitTo(limit);
    return space.distance(rules.start()) != StateSpace.NEVER;
  }

  @Override
  protected boolean matters(int activity) {
    return lasts.get(activity) || asked.get(activity) || super.matters(activity);
  }

  @Override
  protected void stepped(int from, int activity, int to) {
    if (from != to || lasts.get(activity) || asked.get(activity)) {
      if (labels.size() == most) {
        throw new TooLargeException(most);
      }
      sources.add(from);
      labels.add(activity);
      targets.add(to);
    }
  }

  /** By node: what may have come last there. Only what has grown is passed on again. */
  private BitSet[] passedAlong() {
    BitSet[] last = new BitSet[size()];
    Arrays.setAll(last, node -> new BitSet());
    last[0].set(rules.activities());
    BitSet grown = new BitSet();
    grown.set(0, size());
    while (!grown.isEmpty()) {
      BitSet now = (BitSet) grown.clone();
      grown.clear();
      for (int e = 0; e < labels.size(); e++) {
        int there = targets.get(e);
        if (now.get(sources.get(e)) && pass(last, e)) {
          grown.set(there);
        }
      }
    }
    return last;
  }

  /** Passes along one step what may have come last; whether that is news there. */
  private boolean pass(BitSet[] last, int step) {
    BitSet there = last[targets.get(step)];
    int before = there.cardinality();
    if (lasts.get(labels.get(step))) {
      there.set(labels.get(step));
    } else {
      there.or(last[sources.get(step)]);
    }
    return there.cardinality() > before;
  }

  private BitSet[] found(BitSet[] last) {
    BitSet[] found = new BitSet[rules.activities()];
    Arrays.setAll(found, activity -> new BitSet());
    for (int e = 0; e < labels.size(); e++) {
      if (asked.get(labels.get(e))) {
        found[labels.get(e)].or(last[sources.get(e)]);
      }
    }
    for (int one = asked.nextSetBit(0); one >= 0; one = asked.nextSetBit(one + 1)) {
      for (int other = asked.nextSetBit(0); other >= 0; other = asked.nextSetBit(other + 1)) {
        if (areAlike(one, other)) {
          found[one].or(found[other]);
        }
      }
    }
    return found;
  }

  /** Of resources that are alike not all were followed everywhere. */
  private boolean areAlike(int one, int other) {
    return rules.step(one) == rules.step(other)
        && rules.resource(one) >= 0
        && rules.resource(other) >= 0
        && codec.areAlike(rules.resource(one), rules.resource(other));
  }
}
