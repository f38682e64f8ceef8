package org.peersupport.internal.search;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.Exploration;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.automaton.StateCodec;
import org.peersupport.internal.automaton.StateSpace;
import org.peersupport.internal.automaton.TooLargeException;

/**
 * The search for a conversation that closes under enforced rules and satisfies {@link Monitors}. At
 * each of its acts of the supporter a close is still possible.
 *
 * <p>Each further enforced rule can only remove such conversations. {@link MinimalSubset} rests on
 * that.
 */
public final class WitnessSearch {
  private final RuleSystem rules;
  private final BitSet enforced;
  private final BitSet monitored;
  private final int limit;
  private int spent;

  /**
   * @param monitored none of the enforced rules
   * @param limit the joint states at which a question is given up, in a {@link TooLargeException}
   */
  public WitnessSearch(RuleSystem rules, BitSet enforced, BitSet monitored, int limit) {
    this.rules = rules;
    this.enforced = enforced;
    this.monitored = monitored;
    this.limit = limit;
  }

  /**
   * Whether there is one. One without concerns and outcomes of referrals is looked for first,
   * because it is found sooner.
   */
  public boolean exists() {
    BitSet both = (BitSet) enforced.clone();
    both.or(monitored);
    GreedySearch quick = new GreedySearch(rules, new StateCodec(rules, both, -1), limit);
    try {
      return quick.finds() || shortest() != null;
    } finally {
      spent += quick.size();
    }
  }

  /**
   * The activities of a shortest one; null when there is none. Where the outcome of referrals
   * matters, up to 15 connected ones of a resource are counted, as long as that stays within the
   * limit, and fewer otherwise.
   */
  public int @Nullable [] shortest() {
    CountingExploration counting = exploration();
    if (!counting.countMore()) {
      return shortest(counting);
    }
    try {
      return shortest(counting);
    } catch (TooLargeException e) {
      return shortest(exploration());
    }
  }

  private CountingExploration exploration() {
    BitSet none = new BitSet();
    StateSpace space =
        new StateSpace(rules, new StateCodec(rules, enforced, monitored, none, none));
    space.limitTo(limit);
    return new CountingExploration(space);
  }

  private int @Nullable [] shortest(CountingExploration exploration) {
    try {
      return exploration.run() ? exploration.trace(exploration.size() - 1) : null;
    } finally {
      spent += exploration.size() + exploration.space.size();
    }
  }

  /** How many joint states have been gone through to answer. */
  public int spent() {
    return spent;
  }

  private final class CountingExploration extends Exploration {
    CountingExploration(StateSpace space) {
      super(WitnessSearch.this.rules, space, new BitSet(), WitnessSearch.this.limit);
    }

    /** What the peer and the outside do is never refused: outcomes may lead on to a close. */
    @Override
    protected boolean comesAnyway(int activity) {
      return activity >= 0 && rules.fact(activity);
    }

    @Override
    protected boolean enter(long[] before, int activity, long[] after) {
      for (int r = monitored.nextSetBit(0); r >= 0; r = monitored.nextSetBit(r + 1)) {
        if (!rules.rule(r).dfa().live(codec.stateOf(after, r))) {
          return false;
        }
      }
      return true;
    }

    @Override
    protected boolean met(int node) {
      long[] state = state(node);
      for (int r = monitored.nextSetBit(0); r >= 0; r = monitored.nextSetBit(r + 1)) {
        if (!rules.rule(r).dfa().accepts(codec.stateOf(state, r))) {
          return false;
        }
      }
      return codec.accepts(state);
    }
  }
}
