package org.peersupport.internal.search;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.Exploration;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.automaton.StateCodec;
import org.peersupport.internal.automaton.StateSpace;
import org.peersupport.internal.automaton.TooLargeException;

/** The search for a shortest conversation after which one of some acts would be refused. */
public final class RefusalSearch extends Exploration {
  private final BitSet acts;
  private int @Nullable [] found;

  private RefusalSearch(RuleSystem rules, StateSpace space, BitSet acts, int limit) {
    super(rules, space, new BitSet(), limit);
    this.acts = acts;
  }

  /**
   * The activities of a shortest conversation whose last one is the first of these acts that the
   * enforced rules refuse; null when they refuse none.
   *
   * @throws TooLargeException when there are more joint states than the limit
   */
  public static int @Nullable [] shortest(
      RuleSystem rules, BitSet enforced, BitSet acts, int limit) {
    BitSet resources = new BitSet();
    for (int a = acts.nextSetBit(0); a >= 0; a = acts.nextSetBit(a + 1)) {
      if (rules.resource(a) >= 0) {
        resources.set(rules.resource(a));
      }
    }
    StateSpace space =
        new StateSpace(rules, new StateCodec(rules, enforced, new BitSet(), resources, resources));
    space.limitTo(limit);
    RefusalSearch attempts = new RefusalSearch(rules, space, acts, limit);
    attempts.run();
    return attempts.found;
  }

  @Override
  protected boolean matters(int activity) {
    return acts.get(activity) || super.matters(activity);
  }

  @Override
  protected boolean lost(int node, int activity) {
    if (!acts.get(activity)) {
      return false;
    }
    found = trace(node, activity);
    return true;
  }
}
