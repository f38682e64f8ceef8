package org.peersupport.protocol;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.Engine;
import org.peersupport.internal.automaton.EngineHolder;
import org.peersupport.internal.automaton.MinimalConflict;
import org.peersupport.internal.automaton.ReferralCells;
import org.peersupport.internal.automaton.ReferralStep;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.automaton.StateSpace;

/** Plays one trace against the rules of a protocol, without ids, times and people. */
final class ExampleRun {
  /**
   * What became of a trace.
   *
   * @param at the place of the refused or unknown act, from 1; 0 when all were accepted
   * @param rules the rules that the refusal names, in expanded order
   * @param unknown whether the act is no activity of the protocol
   */
  record Outcome(int at, List<String> rules, boolean unknown) {}

  private static final BitSet NOTHING = new BitSet();

  private final Protocol protocol;
  private final Engine engine;
  private final RuleSystem rules;
  private final List<int[]> referrals = new ArrayList<>();
  private char[] position;
  private boolean finished;

  ExampleRun(Protocol protocol) {
    this.protocol = protocol;
    this.engine = ((EngineHolder) protocol).engine();
    this.rules = engine.rules();
    this.position = rules.start();
  }

  Outcome play(List<String> trace) {
    for (int i = 0; i < trace.size(); i++) {
      String text = trace.get(i);
      int activity = number(text);
      boolean ends = isEnd(text);
      if (activity < 0 && !ends && !text.equals("close")) {
        return new Outcome(i + 1, List.of(), true);
      }
      List<String> named = new ArrayList<>();
      boolean accepted = activity < 0 ? finish(ends, named) : act(activity, named);
      if (!accepted) {
        return new Outcome(i + 1, named, false);
      }
    }
    return new Outcome(0, List.of(), false);
  }

  private boolean isEnd(String text) {
    return text.startsWith("end:") && protocol.knows(new EndReason(text.substring(4)));
  }

  private int number(String text) {
    for (int i = 0; i < protocol.activities().size(); i++) {
      if (protocol.activities().get(i).text().equals(text)) {
        return i;
      }
    }
    return -1;
  }

  private boolean finish(boolean early, List<String> named) {
    if (finished) {
      return false;
    }
    if (!early) {
      name(rules.unsatisfied(position, rules.bound(NOTHING, false)), named);
    }
    finished = named.isEmpty();
    return finished;
  }

  private boolean act(int activity, List<String> named) {
    ReferralStep act = rules.step(activity);
    int[] referral =
        act == ReferralStep.NONE || act == ReferralStep.OFFER ? null : oldest(activity);
    boolean fits =
        act == ReferralStep.NONE
            || (act == ReferralStep.OFFER ? rules.allows(position, activity) : referral != null);
    if (!fits) {
      return false;
    }
    char[] after = position.clone();
    rules.moveRules(after, activity, finished);
    boolean ofReferral = act.followsOffer();
    if (finished && !ofReferral && !rules.fact(activity) && !discharges(after, activity)) {
      return false;
    }
    if (!finished && !rules.fact(activity)) {
      judge(after, activity, named);
    }
    if (!named.isEmpty()) {
      return false;
    }
    position = after;
    follow(activity, referral);
    return true;
  }

  /** Whether an act after the end brings the outstanding rules closer to their discharge. */
  private boolean discharges(char[] after, int activity) {
    StateSpace debts = engine.spaces().of(rules.bound(NOTHING, true));
    int before = debts.distance(position);
    char[] moved = after.clone();
    pend(moved, activity);
    return before != 0 && before != StateSpace.NEVER && debts.distance(moved) < before;
  }

  private void judge(char[] after, int activity, List<String> named) {
    BitSet bound = rules.bound(NOTHING, false);
    BitSet dead = rules.dead(after, bound);
    char[] moved = after.clone();
    pend(moved, activity);
    if (dead.isEmpty() && engine.spaces().of(bound).distance(moved) == StateSpace.NEVER) {
      dead = MinimalConflict.find(rules, bound, moved);
    }
    name(dead, named);
  }

  private void name(BitSet set, List<String> named) {
    for (int r = set.nextSetBit(0); r >= 0; r = set.nextSetBit(r + 1)) {
      named.add(protocol.expandedRules().get(r).id());
    }
  }

  /** The oldest referral that the act fits, as resource and what is pending; null without one. */
  private int @Nullable [] oldest(int activity) {
    int x = rules.resource(activity);
    for (int[] referral : referrals) {
      if (referral[0] == x && fits(rules.step(activity), referral[1], rules.notice(x))) {
        return referral;
      }
    }
    return null;
  }

  private static boolean fits(ReferralStep act, int cell, boolean notice) {
    return ReferralCells.allows(act, cell, notice);
  }

  private void pend(char[] there, int activity) {
    int x = rules.resource(activity);
    if (x >= 0) {
      int pending = ReferralCells.pending(rules.life(there, x));
      rules.setLife(
          there,
          x,
          ReferralCells.of(ReferralCells.pendingAfter(rules.step(activity), pending), false));
    }
  }

  /** Follows the life of the referral: what is left of it decides what is pending. */
  private void follow(int activity, int @Nullable [] referral) {
    ReferralStep act = rules.step(activity);
    if (act == ReferralStep.NONE) {
      return;
    }
    int x = rules.resource(activity);
    int[] subject =
        referral == null ? new int[] {x, ReferralCells.of(ReferralCells.NOTHING, false)} : referral;
    if (referral == null) {
      referrals.add(subject);
    }
    boolean wasPending =
        ReferralCells.pending(subject[1]) != ReferralCells.NOTHING || act == ReferralStep.OFFER;
    subject[1] =
        act == ReferralStep.CONNECT
            ? ReferralCells.of(ReferralCells.NOTHING, true)
            : ReferralCells.of(
                ReferralCells.pendingAfter(act, ReferralCells.pending(subject[1])), false);
    if (wasPending) {
      rules.setLife(position, x, ReferralCells.of(ReferralCells.pending(subject[1]), false));
    }
  }
}
