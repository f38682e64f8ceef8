package org.peersupport.analysis;

/**
 * A question was given up, because answering it would go through more joint states of the rules
 * than the {@link #limit()}.
 */
public final class TooManyStatesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int limit;

  TooManyStatesException(int limit) {
    super(
        "this goes through more than "
            + limit
            + " joint states of rules and referrals, more than are worked through; make some rules"
            + " advisory, or let rules, deadlines or a property speak of fewer activities");
    this.limit = limit;
  }

  /** The limit that was reached, in joint states. */
  public int limit() {
    return limit;
  }
}
