package org.peersupport.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.engine.ObligationChain;
import org.peersupport.internal.engine.ReferralChain;
import org.peersupport.internal.engine.Transition;

/** The acceptance of a command: the event, and the session after it. */
final class Acceptance {
  private Acceptance() {}

  /** The acceptance of a move into an element. */
  static Decision ofBegin(
      Session s,
      Transition taken,
      Event event,
      Instant at,
      int[] moments,
      @Nullable String element) {
    return new Decision.Accepted(
        event, s.begun(taken.next(), s.seq() + 1, at, element, obligations(s, moments, null, at)));
  }

  /** The acceptance of an act that is about no referral. */
  static Decision of(Session s, Transition taken, Event event, Instant at, int[] moments) {
    return of(s, taken, event, at, moments, null, s.referralChain());
  }

  /**
   * The acceptance of an act.
   *
   * @param at when it happened, which the event would tell more slowly
   * @param moments those of the act, for deadlines
   * @param referral the referral that the act is about, if it is about one
   * @param referrals those after the act
   */
  static Decision of(
      Session s,
      Transition taken,
      Event event,
      Instant at,
      int[] moments,
      @Nullable String referral,
      @Nullable ReferralChain referrals) {
    ObligationChain obligations = obligations(s, moments, referral, at);
    return new Decision.Accepted(
        event, s.next(taken.next(), s.seq() + 1, at, referrals, obligations));
  }

  private static @Nullable ObligationChain obligations(
      Session s, int[] moments, @Nullable String referral, Instant at) {
    return s.state()
        .protocol()
        .deadlines()
        .after(s.obligationChain(), moments, referral, at, s.status().isFinished());
  }
}
