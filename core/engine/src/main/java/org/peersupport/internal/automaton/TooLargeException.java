package org.peersupport.internal.automaton;

/** The joint states of a set of rules are more than the limit that the caller set. */
public final class TooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int limit;

  public TooLargeException(int limit) {
    super("more than " + limit + " joint states");
    this.limit = limit;
  }

  /** The limit that was reached, in joint states. */
  public int limit() {
    return limit;
  }
}
