package org.peersupport.internal.automaton;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks for conversations that close under some rules and fulfil a wish: at every act of the
 * supporter a close was still possible, and at the end those rules and the wished ones are
 * satisfied.
 *
 * <p>The conversations that close become fewer, never more, with every rule that is added; the
 * smallest sets of rules that bring something about rest on that.
 */
public final class Conversations extends Exploration {
  private final BitSet wished;
  private int found = -1;

  private Conversations(RuleSystem rules, BitSet enforced, BitSet wished, int limit) {
    super(rules, space(rules, enforced, wished, limit), new BitSet(), limit);
    this.wished = wished;
  }

  private static Space space(RuleSystem rules, BitSet enforced, BitSet wished, int limit) {
    Space space = new Space(rules, new Packing(rules, enforced, wished, new BitSet()));
    space.limitTo(limit);
    return space;
  }

  /**
   * The activities of a shortest conversation that closes under the enforced rules and satisfies
   * the wished ones; null when there is none.
   *
   * @param wished none of the enforced rules
   * @throws TooLargeException when there are more joint states than the limit
   */
  public static int @Nullable [] shortest(
      RuleSystem rules, BitSet enforced, BitSet wished, int limit) {
    Conversations search = new Conversations(rules, enforced, wished, limit);
    return search.run() ? search.trace(search.found) : null;
  }

  /**
   * Whether there is such a conversation. One without concerns and outcomes of referrals is looked
   * for first, because it is found sooner.
   */
  public static boolean exists(RuleSystem rules, BitSet enforced, BitSet wished, int limit) {
    BitSet both = (BitSet) enforced.clone();
    both.or(wished);
    Space quick = new Space(rules, both, -1);
    quick.limitTo(limit);
    return quick.closes(rules.start()) || shortest(rules, enforced, wished, limit) != null;
  }

  @Override
  boolean enter(long[] before, int activity, long[] state) {
    for (int r = wished.nextSetBit(0); r >= 0; r = wished.nextSetBit(r + 1)) {
      if (!rules.rule(r).dfa().live(packing.stateOf(state, r))) {
        return false;
      }
    }
    return true;
  }

  @Override
  boolean met(int node) {
    long[] state = state(node);
    boolean fulfilled = packing.accepts(state);
    for (int r = wished.nextSetBit(0); r >= 0 && fulfilled; r = wished.nextSetBit(r + 1)) {
      fulfilled = rules.rule(r).dfa().accepts(packing.stateOf(state, r));
    }
    found = fulfilled ? node : found;
    return fulfilled;
  }
}
