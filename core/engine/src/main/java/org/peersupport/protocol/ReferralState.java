package org.peersupport.protocol;

import org.peersupport.internal.automaton.ReferralStep;

/** Where a referral stands. */
public enum ReferralState {
  /** Offered, not answered. */
  OFFERED("offered", ReferralStep.OFFERED),
  /** The peer has consented. */
  ACCEPTED("accepted", ReferralStep.ACCEPTED),
  /** The hand-off has happened. */
  CONNECTED("connected", ReferralStep.CONNECTED),
  /** The peer has declined; final. */
  DECLINED("declined", ReferralStep.DECLINED),
  /** It came to a good end; final. */
  COMPLETED("completed", ReferralStep.COMPLETED),
  /** It came to nothing; final. */
  LAPSED("lapsed", ReferralStep.LAPSED),
  /** The peer has taken the yes back; final. */
  WITHDRAWN("withdrawn", ReferralStep.WITHDRAWN);

  private final String wire;
  private final int number;

  ReferralState(String wire, int number) {
    this.wire = wire;
    this.number = number;
  }

  /** The name in documents. */
  public String wireName() {
    return wire;
  }

  /** The number by which {@link ReferralStep} knows it. */
  int number() {
    return number;
  }

  /** Whether nothing more can become of the referral. */
  public boolean isFinal() {
    return compareTo(DECLINED) >= 0;
  }

  /** Whether it is offered or accepted and not yet connected. */
  public boolean isPending() {
    return this == OFFERED || this == ACCEPTED;
  }
}
