package org.peersupport.internal.search;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.Exploration;
import org.peersupport.internal.automaton.Packing;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.automaton.Space;
import org.peersupport.internal.automaton.TooLargeException;

/**
 * The conversations that close under some rules and fulfil a wish: at every act of the supporter a
 * close was still possible, and at the end those rules and the wished ones are satisfied.
 *
 * <p>They become fewer, never more, with every rule that is enforced; the smallest sets of rules
 * that bring something about rest on that.
 */
public final class Conversations {
  private final RuleSystem rules;
  private final BitSet enforced;
  private final BitSet wished;
  private final int limit;
  private int spent;

  /**
   * @param wished none of the enforced rules
   * @param limit the joint states at which a question is given up, in a {@link TooLargeException}
   */
  public Conversations(RuleSystem rules, BitSet enforced, BitSet wished, int limit) {
    this.rules = rules;
    this.enforced = enforced;
    this.wished = wished;
    this.limit = limit;
  }

  /**
   * Whether there is one. One without concerns and outcomes of referrals is looked for first,
   * because it is found sooner.
   */
  public boolean exist() {
    BitSet both = (BitSet) enforced.clone();
    both.or(wished);
    Reach quick = new Reach(rules, new Packing(rules, both, -1), limit);
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
    Search counting = search();
    if (!counting.countMore()) {
      return shortest(counting);
    }
    try {
      return shortest(counting);
    } catch (TooLargeException e) {
      return shortest(search());
    }
  }

  private Search search() {
    BitSet none = new BitSet();
    Space space = new Space(rules, new Packing(rules, enforced, wished, none, none));
    space.limitTo(limit);
    return new Search(space);
  }

  private int @Nullable [] shortest(Search search) {
    try {
      return search.run() ? search.trace(search.size() - 1) : null;
    } finally {
      spent += search.size() + search.space.size();
    }
  }

  /** How many joint states have been gone through to answer. */
  public int spent() {
    return spent;
  }

  private final class Search extends Exploration {
    Search(Space space) {
      super(Conversations.this.rules, space, new BitSet(), Conversations.this.limit);
    }

    /** What the peer and the outside do is never refused: outcomes may lead on to a close. */
    @Override
    protected boolean comesAnyway(int activity) {
      return activity >= 0 && rules.fact(activity);
    }

    @Override
    protected boolean enter(long[] before, int activity, long[] after) {
      for (int r = wished.nextSetBit(0); r >= 0; r = wished.nextSetBit(r + 1)) {
        if (!rules.rule(r).dfa().live(packing.stateOf(after, r))) {
          return false;
        }
      }
      return true;
    }

    @Override
    protected boolean met(int node) {
      long[] state = state(node);
      for (int r = wished.nextSetBit(0); r >= 0; r = wished.nextSetBit(r + 1)) {
        if (!rules.rule(r).dfa().accepts(packing.stateOf(state, r))) {
          return false;
        }
      }
      return packing.accepts(state);
    }
  }
}
