package org.peersupport.session;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The open obligations of a session, newest first, as a persistent list. */
final class ObligationChain {
  final int deadline;
  final @Nullable String referral;
  final Instant since;
  final @Nullable ObligationChain older;

  ObligationChain(
      int deadline, @Nullable String referral, Instant since, @Nullable ObligationChain older) {
    this.deadline = deadline;
    this.referral = referral;
    this.since = since;
    this.older = older;
  }

  /**
   * Whether an activity of the referral, or of none, discharges this obligation of the deadline.
   */
  boolean isDischargedBy(int deadlineNumber, @Nullable String ofReferral) {
    return deadline == deadlineNumber
        && (ofReferral == null || referral == null || referral.equals(ofReferral));
  }

  /** The chain without what the activity discharges. */
  static @Nullable ObligationChain without(
      @Nullable ObligationChain chain, int deadline, @Nullable String referral) {
    if (chain == null) {
      return null;
    }
    ObligationChain older = without(chain.older, deadline, referral);
    if (chain.isDischargedBy(deadline, referral)) {
      return older;
    }
    return older == chain.older
        ? chain
        : new ObligationChain(chain.deadline, chain.referral, chain.since, older);
  }

  static boolean same(@Nullable ObligationChain one, @Nullable ObligationChain other) {
    ObligationChain a = one;
    ObligationChain b = other;
    while (a != null && b != null && a != b) {
      if (a.deadline != b.deadline
          || !Objects.equals(a.referral, b.referral)
          || !a.since.equals(b.since)) {
        return false;
      }
      a = a.older;
      b = b.older;
    }
    return a == b;
  }
}
