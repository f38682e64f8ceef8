package org.peersupport.session;

import org.peersupport.internal.automaton.Life;
import org.peersupport.internal.automaton.RuleSystem;

/**
 * A situation, and how many referrals of each resource are connected. A session knows its referrals
 * by their ids; where there are none, they have to be counted, or nobody could say whether one is
 * left to be completed.
 *
 * <p>An act of a referral means the oldest one that it fits. One that is connected is older than
 * the pending one, for an offer has to wait until nothing is pending; so a lapse is that of a
 * connected one wherever there is one. Immutable.
 *
 * @param connected by resource: how many, as the value of a character, at most {@link #MOST}
 */
record CountedSituation(Situation situation, String connected) {
  /** Where more are connected at the same time, they count as so many: states must be finite. */
  static final int MOST = 255;

  /** Where a conversation begins. */
  static CountedSituation start(Script script) {
    return new CountedSituation(script.start, "\0".repeat(script.rules.resources()));
  }

  /** What the act of this number is here: it matters whether others stay connected. */
  int move(int activity) {
    RuleSystem rules = script().rules;
    int x = rules.resource(activity);
    if (x < 0 || connected.charAt(x) == 0) {
      return activity;
    }
    boolean more = connected.charAt(x) > 1;
    if (rules.act(activity) == Life.LAPSE) {
      return script().moves.lapseConnected(x, more);
    }
    return rules.act(activity) == Life.COMPLETE && more
        ? script().moves.completeLeavingMore(x)
        : activity;
  }

  /** After the act, which led to this situation. */
  CountedSituation after(int activity, Situation next) {
    RuleSystem rules = script().rules;
    int x = rules.resource(activity);
    if (x < 0) {
      return new CountedSituation(next, connected);
    }
    int count = connected.charAt(x);
    int after =
        switch (rules.act(activity)) {
          case Life.CONNECT -> Math.min(MOST, count + 1);
          case Life.COMPLETE, Life.LAPSE -> Math.max(0, count - 1);
          default -> count;
        };
    return new CountedSituation(
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
  CountedSituation withAtMost(int[] most) {
    char[] counts = connected.toCharArray();
    char[] position = situation.position().clone();
    for (int x = 0; x < counts.length; x++) {
      counts[x] = (char) Math.min(most[x], counts[x]);
      int pending = Life.pending(script().rules.life(position, x));
      script().rules.setLife(position, x, Life.of(pending, counts[x] > 0));
    }
    return new CountedSituation(
        script().remembered(position, situation.departed(), situation.status()),
        String.valueOf(counts));
  }

  private Script script() {
    return situation.script();
  }
}
