package org.peersupport.simulation;

import java.util.Objects;

/**
 * What was about to be done in a conversation that was drawn, and was refused. Immutable.
 *
 * @param after how many activities had happened before
 * @param choice what was drawn: an activity or {@code close}
 * @param reason the code of the refusal and the rules that refused it
 */
public record RefusedAttempt(int after, String choice, TransitionTable.Reason reason) {
  /** Checks that nothing is null. */
  public RefusedAttempt {
    Objects.requireNonNull(choice, "choice");
    Objects.requireNonNull(reason, "reason");
  }
}
