package org.peersupport.session;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a deadline asks for and nobody has done yet. Immutable.
 *
 * @param deadline the id of the deadline
 * @param referral the referral it is about, if it is a referral's
 * @param since when it was opened
 * @param dueAt when it is due, to be met at the latest in this instant
 */
public record Obligation(String deadline, Optional<String> referral, Instant since, Instant dueAt) {
  /** Checks that nothing is null. */
  public Obligation {
    Objects.requireNonNull(deadline, "deadline");
    Objects.requireNonNull(referral, "referral");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(dueAt, "dueAt");
  }

  /** Whether it is late at the given instant. */
  public boolean isOverdue(Instant now) {
    return now.isAfter(dueAt);
  }
}
