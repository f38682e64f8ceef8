package org.peersupport.internal.automaton;

import java.util.BitSet;

/** Notes which watched rules are satisfied when an act comes, in conversations that close. */
public final class Occasions extends Exploration {
  private final BitSet watched;
  private final int activity;
  private final BitSet satisfied = new BitSet();

  private Occasions(RuleSystem rules, Space space, BitSet watched, int activity, int limit) {
    super(rules, space, new BitSet(), limit);
    this.watched = watched;
    this.activity = activity;
  }

  /**
   * Those of the watched rules that are satisfied just before the act, in some conversation.
   *
   * @param watched none of the enforced rules
   * @throws TooLargeException when there are more joint states than the limit
   */
  public static BitSet of(
      RuleSystem rules, BitSet enforced, BitSet watched, int activity, int limit) {
    BitSet resource = new BitSet();
    if (rules.resource(activity) >= 0) {
      resource.set(rules.resource(activity));
    }
    Space space = new Space(rules, new Packing(rules, enforced, watched, resource, resource));
    space.limitTo(limit);
    Occasions occasions = new Occasions(rules, space, watched, activity, limit);
    occasions.run();
    return occasions.satisfied;
  }

  @Override
  boolean matters(int act) {
    return act == activity || super.matters(act);
  }

  @Override
  void stepped(int from, int act, int to) {
    if (act == activity) {
      for (int r = watched.nextSetBit(0); r >= 0; r = watched.nextSetBit(r + 1)) {
        if (rules.rule(r).dfa().accepts(packing.stateOf(state(from), r))) {
          satisfied.set(r);
        }
      }
    }
  }
}
