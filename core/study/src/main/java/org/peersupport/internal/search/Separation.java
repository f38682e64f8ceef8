package org.peersupport.internal.search;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.Exploration;
import org.peersupport.internal.automaton.ReferralStep;
import org.peersupport.internal.automaton.StateCodec;
import org.peersupport.internal.automaton.StateSpace;
import org.peersupport.internal.automaton.TooLargeException;

/**
 * Looks for a conversation that closes under the first of two systems and that the second refuses:
 * because it does not know an activity, does not allow a hand-off without a yes, or because of its
 * rules.
 *
 * <p>The joint states are gone through until the second system has refused; from there on only the
 * first one counts.
 */
public final class Separation extends Exploration {
  /** So many times more joint states may come of counting more connected referrals. */
  private static final int MORE = 16;

  private final ProductSystem product;
  private final BitSet ofSecond;
  private final StateSpace secondSpace;
  private final int refused;

  private Separation(
      ProductSystem product, StateSpace space, StateCodec codec, BitSet ofSecond, int limit) {
    super(product.first, space, codec, new BitSet(), limit);
    this.product = product;
    this.ofSecond = ofSecond;
    this.refused = product.first.rules() - 1;
    this.secondSpace = new StateSpace(product.second, ofSecond, -1);
    secondSpace.limitTo(limit);
  }

  /**
   * The activities of a shortest conversation that closes under the first system and that the
   * second one refuses; null when there is none. Where the outcome of referrals matters, up to 15
   * connected ones of a resource are counted, as long as that is likely to stay within the limit,
   * and fewer otherwise.
   *
   * @param first the mandatory rules of the first system
   * @param second those of the second, as the pair numbers them
   * @throws TooLargeException when there are more joint states than the limit
   */
  public static int @Nullable [] shortest(
      ProductSystem product, BitSet first, BitSet second, int limit) {
    ProductSystem wider = product.with(Monitors.flag(product.first));
    BitSet watched = (BitSet) second.clone();
    watched.set(wider.first.rules() - 1);
    BitSet strangers = wider.strangers();
    StateSpace space = new StateSpace(wider.first, first, -1);
    space.limitTo(limit);
    StateCodec codec = new StateCodec(wider.first, first, watched, strangers, wider.unlike());
    Separation search = new Separation(wider, space, codec, second, limit);
    int[] found = search.found();
    Separation counting = new Separation(wider, space, codec, second, limit);
    if (search.size() > limit / MORE || !counting.countMore()) {
      return found;
    }
    try {
      return counting.found();
    } catch (TooLargeException e) {
      return found;
    }
  }

  private int @Nullable [] found() {
    return run() ? trace(size() - 1) : null;
  }

  @Override
  protected boolean matters(int activity) {
    return product.isOfFirst(activity)
        && (!product.isOfSecond(activity) || codec.matters(activity));
  }

  @Override
  protected boolean enter(long[] before, int activity, long[] after) {
    if (codec.stateOf(before, refused) == 1 || isRefused(before, activity, after)) {
      for (int r = ofSecond.nextSetBit(0); r >= 0; r = ofSecond.nextSetBit(r + 1)) {
        codec.setState(after, r, 0);
      }
      codec.setState(after, refused, 1);
    }
    return true;
  }

  private boolean isRefused(long[] before, int activity, long[] after) {
    if (!product.isOfSecond(activity)) {
      return true;
    }
    if (rules.step(activity) == ReferralStep.CONNECT && !isAllowedBySecond(before, activity)) {
      return true;
    }
    return !rules.fact(activity) && secondSpace.distance(codec.unpack(after)) == StateSpace.NEVER;
  }

  /** Whether the second system allows the hand-off; where the first is as strict, it does. */
  private boolean isAllowedBySecond(long[] before, int connect) {
    int x = rules.resource(connect);
    return product.first.notice(x) == product.second.notice(x)
        || product.second.allows(codec.unpack(before), connect);
  }

  @Override
  protected boolean met(int node) {
    long[] state = state(node);
    return codec.accepts(state)
        && (codec.stateOf(state, refused) == 1
            || !product.second.unsatisfied(codec.unpack(state), ofSecond).isEmpty());
  }
}
