package org.peersupport.analysis;

import java.util.Locale;

/** A conformance suite was given up, because it would have more conversations than were wanted. */
public final class SuiteTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int states;
  private final int inputs;
  private final int limit;

  SuiteTooLargeException(int states, int inputs, int limit) {
    super(
        String.format(
            Locale.ROOT,
            "a suite for %,d states and %,d inputs has more than %,d conversations",
            states,
            inputs,
            limit));
    this.states = states;
    this.inputs = inputs;
    this.limit = limit;
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
