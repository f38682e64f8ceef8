package org.peersupport.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    ObligationChain last = null;
    for (ObligationChain link = chain; link != null; link = link.older) {
      last = link.isDischargedBy(deadline, referral) ? link : last;
    }
    if (last == null) {
      return chain;
    }
    List<ObligationChain> kept = new ArrayList<>();
    for (ObligationChain link = chain; link != null && link != last; link = link.older) {
      if (!link.isDischargedBy(deadline, referral)) {
        kept.add(link);
      }
    }
    ObligationChain left = last.older;
    for (int i = kept.size() - 1; i >= 0; i--) {
      ObligationChain link = kept.get(i);
      left = new ObligationChain(link.deadline, link.referral, link.since, left);
    }
    return left;
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
