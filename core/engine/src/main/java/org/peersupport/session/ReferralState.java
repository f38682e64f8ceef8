package org.peersupport.session;

/** Where a referral stands. */
public enum ReferralState {
  /** Offered, not answered. */
  OFFERED("offered"),
  /** The peer has consented. */
  ACCEPTED("accepted"),
  /** The hand-off has happened. */
  CONNECTED("connected"),
  /** The peer has declined; final. */
  DECLINED("declined"),
  /** It came to a good end; final. */
  COMPLETED("completed"),
  /** It came to nothing; final. */
  LAPSED("lapsed");

  private final String wire;

  ReferralState(String wire) {
    this.wire = wire;
  }

  /** The name in documents. */
  public String wire() {
    return wire;
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
