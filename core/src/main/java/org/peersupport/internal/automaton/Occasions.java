package org.peersupport.internal.automaton;

import java.util.BitSet;

/** Notes in which states of a watched rule an activity may come, in conversations that close. */
public final class Occasions extends Exploration {
  private final int watched;
  private final int activity;
  private final BitSet states = new BitSet();

  private Occasions(RuleSystem rules, Space space, int watched, int activity, int limit) {
    super(rules, space, new BitSet(), limit);
    this.watched = watched;
    this.activity = activity;
  }

  /**
   * The states of the watched rule in which the act may come.
   *
   * @param watched none of the enforced rules
   * @throws TooLargeException when there are more joint states than the limit
   */
  public static BitSet of(RuleSystem rules, BitSet enforced, int watched, int activity, int limit) {
    BitSet watch = new BitSet();
    watch.set(watched);
    BitSet resource = new BitSet();
    if (rules.resource(activity) >= 0) {
      resource.set(rules.resource(activity));
    }
    Space space = new Space(rules, new Packing(rules, enforced, watch, resource, resource));
    space.limitTo(limit);
    Occasions occasions = new Occasions(rules, space, watched, activity, limit);
    occasions.run();
    return occasions.states;
  }

  @Override
  boolean matters(int act) {
    return act == activity || super.matters(act);
  }

  @Override
  void stepped(int from, int act, int to) {
    if (act == activity) {
      states.set(packing.stateOf(state(from), watched));
    }
  }
}
