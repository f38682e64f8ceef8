package org.peersupport.internal.engine;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The open obligations of a session, newest first, as a persistent list. */
public final class ObligationChain {
  public final int deadline;
  public final @Nullable String referral;
  public final Instant since;
  public final @Nullable ObligationChain older;

  public ObligationChain(
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
    int kept = 0;
    int keptBeforeLast = 0;
    for (ObligationChain link = chain; link != null; link = link.older) {
      if (link.isDischargedBy(deadline, referral)) {
        last = link;
        keptBeforeLast = kept;
      } else {
        kept++;
      }
    }
    if (last == null) {
      return chain;
    }
    if (keptBeforeLast == 0) {
      return last.older;
    }
    ObligationChain[] newer = new ObligationChain[keptBeforeLast];
    ObligationChain link = Objects.requireNonNull(chain);
    for (int i = 0; i < newer.length; link = Objects.requireNonNull(link.older)) {
      if (!link.isDischargedBy(deadline, referral)) {
        newer[i++] = link;
      }
    }
    ObligationChain left = last.older;
    for (int i = newer.length - 1; i >= 0; i--) {
      left = new ObligationChain(newer[i].deadline, newer[i].referral, newer[i].since, left);
    }
    return left;
  }

  public static boolean same(@Nullable ObligationChain one, @Nullable ObligationChain other) {
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
