package org.peersupport.internal.automaton;

/**
 * The life of the referrals of one resource, as one small number: what is pending (nothing, an
 * offer, or an accepted offer) and whether a connected referral has not come to its end yet.
 *
 * <p>At most one referral of a resource is pending at a time, so this is all that bears on what may
 * come next.
 */
public final class Life {
  /** An activity that is no referral's. */
  public static final int NONE = 0;

  public static final int OFFER = 1;
  public static final int ACCEPT = 2;
  public static final int DECLINE = 3;
  public static final int CONNECT = 4;
  public static final int COMPLETE = 5;
  public static final int LAPSE = 6;

  /** What is pending. */
  public static final int NOTHING = 0;

  public static final int OFFERED = 1;
  public static final int ACCEPTED = 2;

  private static final int PENDING = 3;
  private static final int CONNECTED = 4;

  private Life() {}

  public static int pending(int cell) {
    return cell & PENDING;
  }

  public static boolean connected(int cell) {
    return (cell & CONNECTED) != 0;
  }

  public static int of(int pending, boolean connected) {
    return connected ? pending | CONNECTED : pending;
  }

  /** Whether the act fits the referrals there are; {@code notice}: consent is by notice. */
  public static boolean allows(int act, int cell, boolean notice) {
    int pending = cell & PENDING;
    return switch (act) {
      case OFFER -> pending == NOTHING;
      case ACCEPT, DECLINE -> pending == OFFERED;
      case CONNECT -> pending == ACCEPTED || (notice && pending == OFFERED);
      case COMPLETE -> connected(cell);
      case LAPSE -> pending != NOTHING || connected(cell);
      default -> true;
    };
  }

  /** Whether the act may still come, now or later, in the life of the referrals there are. */
  public static boolean isAhead(int act, int cell) {
    int pending = cell & PENDING;
    return switch (act) {
      case ACCEPT, DECLINE -> pending == OFFERED;
      case CONNECT -> pending != NOTHING;
      case COMPLETE, LAPSE -> pending != NOTHING || connected(cell);
      default -> false;
    };
  }

  /** What is pending after the act on the pending referral. */
  public static int pendingAfter(int act, int pending) {
    return switch (act) {
      case OFFER -> OFFERED;
      case ACCEPT -> ACCEPTED;
      case DECLINE, CONNECT, LAPSE -> NOTHING;
      default -> pending;
    };
  }
}
