package org.peersupport.internal.automaton;

/**
 * A step in the life of one referral: the states it may come from, and the state it leads to. This
 * table is the only one; the states are numbered as {@code ReferralState} of the protocol package
 * numbers them.
 *
 * <pre>
 * step       from                           to
 * OFFER      (a new referral)               offered
 * ACCEPT     offered                        accepted
 * DECLINE    offered                        declined
 * CONNECT    accepted; offered by notice    connected
 * COMPLETE   accepted, connected            completed
 * WITHDRAW   accepted, connected            withdrawn
 * LAPSE      offered, accepted, connected   lapsed
 * </pre>
 */
public enum ReferralStep {
  /** An activity that is no referral's. */
  NONE(-1),
  OFFER(ReferralStep.OFFERED),
  ACCEPT(ReferralStep.ACCEPTED, ReferralStep.OFFERED),
  DECLINE(ReferralStep.DECLINED, ReferralStep.OFFERED),
  CONNECT(ReferralStep.CONNECTED, ReferralStep.ACCEPTED),
  COMPLETE(ReferralStep.COMPLETED, ReferralStep.ACCEPTED, ReferralStep.CONNECTED),
  WITHDRAW(ReferralStep.WITHDRAWN, ReferralStep.ACCEPTED, ReferralStep.CONNECTED),
  LAPSE(ReferralStep.LAPSED, ReferralStep.OFFERED, ReferralStep.ACCEPTED, ReferralStep.CONNECTED);

  public static final int OFFERED = 0;
  public static final int ACCEPTED = 1;
  public static final int CONNECTED = 2;
  public static final int DECLINED = 3;
  public static final int COMPLETED = 4;
  public static final int LAPSED = 5;
  public static final int WITHDRAWN = 6;

  /** How many steps there are, {@link #NONE} among them. */
  public static final int COUNT = values().length;

  private final int to;
  private final int from;

  ReferralStep(int to, int... from) {
    this.to = to;
    int states = 0;
    for (int state : from) {
      states |= 1 << state;
    }
    this.from = states;
  }

  /** The state it leads to; -1 for {@link #NONE}. */
  public int to() {
    return to;
  }

  /** Whether a referral in the state can take the step; {@code notice}: consent is by notice. */
  public boolean fits(int state, boolean notice) {
    return (from >> state & 1) != 0 || (notice && this == CONNECT && state == OFFERED);
  }

  /** Whether it is a step of a referral that there is already. */
  public boolean followsOffer() {
    return from != 0;
  }

  /** Whether it is the last step of a connected referral. */
  public boolean endsConnected() {
    return fits(CONNECTED, false);
  }

  /** Whether the step may still come, now or later, in the life of a referral in the state. */
  boolean isAhead(int state) {
    if (fits(state, true)) {
      return true;
    }
    for (ReferralStep step : values()) {
      if (step.fits(state, true) && isAhead(step.to)) {
        return true;
      }
    }
    return false;
  }
}
