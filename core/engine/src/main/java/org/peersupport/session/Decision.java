package org.peersupport.session;

import java.util.Objects;
import java.util.Optional;

/**
 * The answer to a command: {@link Accepted} with the event to record and the session after it, a
 * {@link Repeated} with the event that was recorded the first time, or a {@link Refusal}. Deciding
 * changes nothing; a refusal and a repeat leave the session as it was.
 */
public sealed interface Decision permits Decision.Accepted, Decision.Repeated, Refusal {
  /**
   * An accepted command. Immutable.
   *
   * @param event the event to record
   * @param session the session after the event, to be used once the event is stored
   */
  record Accepted(Event event, Session session) implements Decision {
    /** Checks that nothing is null. */
    public Accepted {
      Objects.requireNonNull(event, "event");
      Objects.requireNonNull(session, "session");
    }
  }

  /**
   * A command that was accepted and recorded before, sent again under its command id. There is
   * nothing to store. Immutable.
   *
   * @param event the event of the first time, in the history already
   * @param session the session as it is now
   */
  record Repeated(Event event, Session session) implements Decision {
    /** Checks that nothing is null. */
    public Repeated {
      Objects.requireNonNull(event, "event");
      Objects.requireNonNull(session, "session");
    }
  }

  /** Whether the command is accepted, now or the first time that it was sent. */
  default boolean isAccepted() {
    return !(this instanceof Refusal);
  }

  /** The event to record with the session after it; empty for a refusal and for a repeat. */
  default Optional<Accepted> accepted() {
    return this instanceof Accepted accepted ? Optional.of(accepted) : Optional.empty();
  }

  /** The refusal, when the command is refused. */
  default Optional<Refusal> refusal() {
    return this instanceof Refusal refusal ? Optional.of(refusal) : Optional.empty();
  }

  /**
   * The event to record with the session after it.
   *
   * @throws RefusedException when the command is refused
   * @throws IllegalStateException when it was recorded before: there is nothing to store
   */
  default Accepted orElseThrow() {
    if (this instanceof Refusal refusal) {
      throw new RefusedException(refusal);
    }
    if (this instanceof Accepted accepted) {
      return accepted;
    }
    throw new IllegalStateException(
        "the command was recorded before, so there is nothing to store");
  }
}
