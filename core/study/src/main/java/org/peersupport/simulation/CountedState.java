package org.peersupport.simulation;

import org.peersupport.internal.automaton.ReferralCells;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.internal.engine.EngineState;
import org.peersupport.protocol.ActType;

/**
 * An engine state, and how many referrals of each resource are connected. A session knows its
 * referrals by their ids; where there are none, they have to be counted, or nobody could say
 * whether one is left to be completed.
 *
 * <p>An act of a referral means the oldest one that it fits. One that is connected is older than
 * the pending one, for an offer has to wait until nothing is pending. So a completion, a withdrawal
 * and a lapse are those of a connected one wherever there is one. Immutable.
 *
 * @param connected by resource: how many, as the value of a character, at most {@link #MOST}
 */
record CountedState(EngineState state, String connected) {
  /** Where more are connected at the same time, they count as so many: states must be finite. */
  static final int MOST = 255;

  /** Where a conversation begins. */
  static CountedState start(CompiledProtocol compiled) {
    return new CountedState(compiled.start(), "\0".repeat(compiled.rules().resources()));
  }

  /** What the act of this number is here: it matters whether others stay connected. */
  int action(int activity) {
    RuleSystem rules = compiled().rules();
    int x = rules.resource(activity);
    if (x < 0 || connected.charAt(x) == 0) {
      return activity;
    }
    boolean more = connected.charAt(x) > 1;
    ActType act = ActType.of(compiled().activity(activity).kind());
    int ofConnected = compiled().actions().endConnected(act, x, more);
    return ofConnected < 0 ? activity : ofConnected;
  }

  /** After the act, which led to this state. */
  CountedState after(int activity, EngineState next) {
    RuleSystem rules = compiled().rules();
    int x = rules.resource(activity);
    if (x < 0) {
      return new CountedState(next, connected);
    }
    int count = connected.charAt(x);
    int after =
        switch (rules.step(activity)) {
          case CONNECT -> Math.min(MOST, count + 1);
          case COMPLETE, WITHDRAW, LAPSE -> Math.max(0, count - 1);
          case NONE, OFFER, ACCEPT, DECLINE -> count;
        };
    return new CountedState(
        next, connected.substring(0, x) + (char) after + connected.substring(x + 1));
  }

  /** Whether no more than so many referrals are connected, by resource. */
  boolean isWithin(int[] most) {
    for (int x = 0; x < most.length; x++) {
      if (connected.charAt(x) > most[x]) {
        return false;
      }
    }
    return true;
  }

  /** The same with at most so many connected referrals, by resource. */
  CountedState withAtMost(int[] most) {
    char[] counts = connected.toCharArray();
    char[] position = state.position().clone();
    for (int x = 0; x < counts.length; x++) {
      counts[x] = (char) Math.min(most[x], counts[x]);
      int pending = ReferralCells.pending(compiled().rules().life(position, x));
      compiled().rules().setLife(position, x, ReferralCells.of(pending, counts[x] > 0));
    }
    return new CountedState(state.at(position), String.valueOf(counts));
  }

  private CompiledProtocol compiled() {
    return state.protocol();
  }
}
