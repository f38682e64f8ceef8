package org.peersupport.audit;

import org.peersupport.protocol.Status;
import org.peersupport.protocol.Verdict;

/** How a rule came out of a session, as far as its log goes. */
public enum RuleStanding {
  /** Satisfied as things stand. */
  SATISFIED("satisfied"),
  /**
   * Nothing can satisfy it any more, or it was unsatisfied when the conversation closed; also where
   * it was departed from and that is no {@linkplain SessionReport#violations() violation}.
   */
  VIOLATED("violated"),
  /** Unsatisfied as things stand, and no close has judged it. */
  PENDING("pending");

  private final String wire;

  RuleStanding(String wire) {
    this.wire = wire;
  }

  /** The word for it on the wire. */
  public String wireName() {
    return wire;
  }

  /**
   * @param always whether the rule goes on after the end
   */
  static RuleStanding of(Verdict verdict, Status status, boolean always) {
    return switch (verdict) {
      case SATISFIED, POSSIBLY_SATISFIED -> SATISFIED;
      case VIOLATED -> VIOLATED;
      case POSSIBLY_VIOLATED -> status == Status.CLOSED && !always ? VIOLATED : PENDING;
    };
  }
}
