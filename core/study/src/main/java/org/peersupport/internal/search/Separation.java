package org.peersupport.internal.search;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.Exploration;
import org.peersupport.internal.automaton.Packing;
import org.peersupport.internal.automaton.Space;
import org.peersupport.internal.automaton.TooLargeException;
import org.peersupport.internal.automaton.ReferralStep;

/**
 * Looks for a conversation that closes under the first of two systems and that the second refuses:
 * because it does not know an activity, does not allow a hand-off without a yes, or because of its
 * rules.
 *
 * <p>The joint states are gone through until the second system has refused; from there on only the
 * first one counts.
 */
public final class Separation extends Exploration {
  private final Pair pair;
  private final BitSet ofSecond;
  private final Space secondSpace;
  private final int refused;

  private Separation(Pair pair, Space space, Packing packing, BitSet ofSecond, int limit) {
    super(pair.first, space, packing, new BitSet(), limit);
    this.pair = pair;
    this.ofSecond = ofSecond;
    this.refused = pair.first.rules() - 1;
    this.secondSpace = new Space(pair.second, ofSecond, -1);
    secondSpace.limitTo(limit);
    countMore();
  }

  /**
   * The activities of a shortest conversation that closes under the first system and that the
   * second one refuses; null when there is none.
   *
   * @param first the mandatory rules of the first system
   * @param second those of the second, as the pair numbers them
   * @throws TooLargeException when there are more joint states than the limit
   */
  public static int @Nullable [] shortest(Pair pair, BitSet first, BitSet second, int limit) {
    Pair wider = pair.with(Wishes.flag(pair.first));
    BitSet watched = (BitSet) second.clone();
    watched.set(wider.first.rules() - 1);
    BitSet strangers = wider.strangers();
    Space space = new Space(wider.first, first, -1);
    space.limitTo(limit);
    Packing packing = new Packing(wider.first, first, watched, strangers, wider.unlike());
    Separation search = new Separation(wider, space, packing, second, limit);
    return search.run() ? search.trace(search.size() - 1) : null;
  }

  @Override
  protected boolean matters(int activity) {
    return pair.isOfFirst(activity) && (!pair.isOfSecond(activity) || packing.matters(activity));
  }

  @Override
  protected boolean enter(long[] before, int activity, long[] after) {
    if (packing.stateOf(before, refused) == 1 || isRefused(before, activity, after)) {
      for (int r = ofSecond.nextSetBit(0); r >= 0; r = ofSecond.nextSetBit(r + 1)) {
        packing.setState(after, r, 0);
      }
      packing.setState(after, refused, 1);
    }
    return true;
  }

  private boolean isRefused(long[] before, int activity, long[] after) {
    if (!pair.isOfSecond(activity)) {
      return true;
    }
    if (rules.step(activity) == ReferralStep.CONNECT && !isAllowedBySecond(before, activity)) {
      return true;
    }
    return !rules.fact(activity) && secondSpace.distance(packing.unpack(after)) == Space.NEVER;
  }

  /** Whether the second system allows the hand-off; where the first is as strict, it does. */
  private boolean isAllowedBySecond(long[] before, int connect) {
    int x = rules.resource(connect);
    return pair.first.notice(x) == pair.second.notice(x)
        || pair.second.allows(packing.unpack(before), connect);
  }

  @Override
  protected boolean met(int node) {
    long[] state = state(node);
    return packing.accepts(state)
        && (packing.stateOf(state, refused) == 1
            || !pair.second.unsatisfied(packing.unpack(state), ofSecond).isEmpty());
  }
}
