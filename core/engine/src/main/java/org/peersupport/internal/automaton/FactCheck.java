package org.peersupport.internal.automaton;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a conversation that would have to refuse the peer: one that accepted acts lead to, and
 * in which something may happen after which no continuation can close.
 *
 * <p>What is found is a shortest such conversation. Where connected referrals are counted, any
 * number of them is assumed from the largest count on, which errs on the side of refusing.
 */
public final class FactCheck extends Exploration {
  private int @Nullable [] found;

  private FactCheck(StateSpaces spaces) {
    super(spaces.rules(), spaces.whole(), new BitSet(), StateSpaces.BOUND);
  }

  /**
   * The activities of a shortest conversation whose last one is a fact that leaves no way to a
   * close; null when there is none. Asked only of rules that can be satisfied at the start.
   *
   * @throws TooLargeException when the joint states are more than the limit
   */
  public static int @Nullable [] refusedFact(StateSpaces spaces) {
    FactCheck check = new FactCheck(spaces);
    check.run();
    return check.found;
  }

  @Override
  protected boolean endless() {
    return true;
  }

  @Override
  protected boolean lost(int node, int activity) {
    if (!rules.fact(activity)) {
      return false;
    }
    found = trace(node, activity);
    return true;
  }
}
