package org.peersupport.session;

import java.util.Objects;
import java.util.Optional;

/**
 * The answer to a command: {@link Accepted} with the event to record and the session after it, or a
 * {@link Refusal}. Deciding changes nothing; a refusal leaves the session as it was.
 */
public sealed interface Decision permits Decision.Accepted, Refusal {
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

  /** Whether the command is accepted. */
  default boolean isAccepted() {
    return this instanceof Accepted;
  }

  /** The event to record with the session after it, when the command is accepted. */
  default Optional<Accepted> accepted() {
    return this instanceof Accepted accepted ? Optional.of(accepted) : Optional.empty();
  }

  /** The refusal, when the command is refused. */
  default Optional<Refusal> refusal() {
    return this instanceof Refusal refusal ? Optional.of(refusal) : Optional.empty();
  }

  /**
   * The accepted command.
   *
   * @throws RefusedException when the command is refused
   */
  default Accepted orElseThrow() {
    if (this instanceof Refusal refusal) {
      throw new RefusedException(refusal);
    }
    return (Accepted) this;
  }
}
