package org.peersupport.analysis;

/** A conformance suite was given up, because it would have more conversations than were wanted. */
public final class SuiteTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int states;
  private final int inputs;
  private final int limit;

  SuiteTooLargeException(int states, int inputs, int extra, int limit) {
    super(
        "a suite for "
            + states
            + " states and "
            + inputs
            + " inputs has more than "
            + limit
            + " conversations"
            + reckoned((long) (states * Math.pow(inputs, extra + 1.0)), limit));
    this.states = states;
    this.inputs = inputs;
    this.limit = limit;
  }

  /** A rough reckoning, where it says more than the limit does. */
  private static String reckoned(long about, int limit) {
    return about > limit ? ", about " + about : "";
  }

  /** The states of the minimal machine. */
  public int states() {
    return states;
  }

  /** The inputs of the machine. */
  public int inputs() {
    return inputs;
  }

  /** The limit that was passed, in conversations. */
  public int limit() {
    return limit;
  }
}
