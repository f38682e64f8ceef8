package org.peersupport.internal.automaton;

/**
 * The referrals of one resource as one small number, a <em>cell</em>: what is pending (nothing, an
 * offer, or an accepted offer) and whether a connected referral has not come to its end yet.
 *
 * <p>At most one referral of a resource is pending at a time, so this is all that bears on what may
 * come next. All answers follow from {@link ReferralStep}.
 */
@SuppressWarnings("EnumOrdinal") // tables by step, which searches ask for at every turn
public final class ReferralCells {
  /** What is pending. */
  public static final int NOTHING = 0;

  public static final int OFFERED = 1;
  public static final int ACCEPTED = 2;

  private static final int PENDING = 3;
  private static final int CONNECTED = 4;
  private static final int CELLS = 8;

  private static final boolean[][] ALLOWED = new boolean[ReferralStep.COUNT][CELLS];
  private static final boolean[][] ALLOWED_BY_NOTICE = new boolean[ReferralStep.COUNT][CELLS];
  private static final boolean[][] AHEAD = new boolean[ReferralStep.COUNT][CELLS];
  private static final int[][] PENDING_AFTER = new int[ReferralStep.COUNT][PENDING];

  static {
    for (ReferralStep step : ReferralStep.values()) {
      int s = step.ordinal();
      for (int cell = 0; cell < CELLS; cell++) {
        if ((cell & PENDING) != PENDING) {
          ALLOWED[s][cell] = isAllowed(step, cell, false);
          ALLOWED_BY_NOTICE[s][cell] = isAllowed(step, cell, true);
          AHEAD[s][cell] =
              (pending(cell) != NOTHING && step.isAhead(state(pending(cell))))
                  || (connected(cell) && step.isAhead(ReferralStep.CONNECTED));
        }
      }
      for (int pending = NOTHING; pending <= ACCEPTED; pending++) {
        PENDING_AFTER[s][pending] = after(step, pending);
      }
    }
  }

  private ReferralCells() {}

  public static int pending(int cell) {
    return cell & PENDING;
  }

  public static boolean connected(int cell) {
    return (cell & CONNECTED) != 0;
  }

  public static int of(int pending, boolean connected) {
    return connected ? pending | CONNECTED : pending;
  }

  /** Whether the step fits the referrals there are; {@code notice}: consent is by notice. */
  public static boolean allows(ReferralStep step, int cell, boolean notice) {
    return (notice ? ALLOWED_BY_NOTICE : ALLOWED)[step.ordinal()][cell];
  }

  /** Whether the step fits what is pending, the connected referrals aside. */
  public static boolean isOfPending(ReferralStep step, int pending, boolean notice) {
    return allows(step, of(pending, false), notice);
  }

  /** Whether the step may still come, now or later, in the life of the referrals there are. */
  public static boolean isAhead(ReferralStep step, int cell) {
    return AHEAD[step.ordinal()][cell];
  }

  /** What is pending after the step of the pending referral. */
  public static int pendingAfter(ReferralStep step, int pending) {
    return PENDING_AFTER[step.ordinal()][pending];
  }

  /** The state of a pending referral. */
  private static int state(int pending) {
    return pending == OFFERED ? ReferralStep.OFFERED : ReferralStep.ACCEPTED;
  }

  private static boolean isAllowed(ReferralStep step, int cell, boolean notice) {
    if (!step.followsOffer()) {
      return step == ReferralStep.NONE || pending(cell) == NOTHING;
    }
    return (pending(cell) != NOTHING && step.fits(state(pending(cell)), notice))
        || (connected(cell) && step.fits(ReferralStep.CONNECTED, notice));
  }

  /** Follows what was recorded too, so the step need not fit. */
  private static int after(ReferralStep step, int pending) {
    if (step.to() == ReferralStep.OFFERED) {
      return OFFERED;
    }
    if (step.to() == ReferralStep.ACCEPTED) {
      return ACCEPTED;
    }
    boolean ofPending =
        step.fits(ReferralStep.OFFERED, false) || step.fits(ReferralStep.ACCEPTED, false);
    return ofPending ? NOTHING : pending;
  }
}
