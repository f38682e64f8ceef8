package org.peersupport.session;

import java.util.Optional;

/**
 * What a command leads to: the {@link Event} to record, or a {@link Refusal}. Deciding changes
 * nothing; a refusal leaves the session as it was.
 */
public sealed interface Decision permits Event, Refusal {
  /** Whether the command is accepted. */
  default boolean isAccepted() {
    return this instanceof Event;
  }

  /** The event to record, when the command is accepted. */
  default Optional<Event> event() {
    return this instanceof Event event ? Optional.of(event) : Optional.empty();
  }

  /** The refusal, when the command is refused. */
  default Optional<Refusal> refusal() {
    return this instanceof Refusal refusal ? Optional.of(refusal) : Optional.empty();
  }

  /**
   * The event to record.
   *
   * @throws RefusedException when the command is refused
   */
  default Event orElseThrow() {
    if (this instanceof Refusal refusal) {
      throw new RefusedException(refusal);
    }
    return (Event) this;
  }
}
