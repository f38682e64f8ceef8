package org.peersupport.protocol;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The life of a referral: which acts fit in which state, where they lead, and which of several
 * referrals an act means.
 *
 * <pre>
 * act        fits                           leads to
 * offer      (a new referral)               offered
 * accept     offered                        accepted
 * decline    offered                        declined
 * connect    accepted; offered by notice    connected
 * complete   accepted, connected            completed
 * withdraw   accepted, connected            withdrawn
 * lapse      offered, accepted, connected   lapsed
 * </pre>
 *
 * <p>Pure functions; no argument may be null.
 */
public final class ReferralLifecycle {
  /** By their numbers. */
  private static final ReferralState[] STATES = new ReferralState[ReferralState.values().length];

  static {
    for (ReferralState state : ReferralState.values()) {
      STATES[state.number()] = state;
    }
  }

  private ReferralLifecycle() {}

  /**
   * Whether the act is a step of a referral in the state, to whose resource consent is needed so.
   */
  public static boolean fits(ReferralState state, ActType act, Consent consent) {
    return act.step().fits(state.number(), consent == Consent.NOTICE);
  }

  /**
   * The state that an act leads to, whatever the referral's state before.
   *
   * @throws IllegalArgumentException for an act that is no step in the life of a referral
   */
  public static ReferralState after(ActType act) {
    if (!act.isReferral()) {
      throw new IllegalArgumentException(act.commandName() + " is no step of a referral");
    }
    return STATES[act.step().to()];
  }

  /**
   * The referral that an act means when it names only a resource: the oldest one that it fits, or
   * else the latest one.
   *
   * @param referrals those of the resource, oldest first
   * @param fits whether the act fits a referral
   * @return empty when there is none at all
   */
  public static <R> Optional<R> meant(List<R> referrals, Predicate<? super R> fits) {
    for (R referral : referrals) {
      if (fits.test(referral)) {
        return Optional.of(referral);
      }
    }
    return referrals.isEmpty()
        ? Optional.empty()
        : Optional.of(referrals.get(referrals.size() - 1));
  }
}
