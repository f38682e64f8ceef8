package org.peersupport.json.data;

import java.time.Instant;
import java.util.Objects;
import org.peersupport.session.Command;

/** What a line may ask for: an act, or one of the queries, which change nothing. Immutable. */
public sealed interface Request {
  /**
   * To record something.
   *
   * @param command what; never null
   */
  record Act(Command command) implements Request {
    /** Checks that nothing is null. */
    public Act {
      Objects.requireNonNull(command, "command");
    }
  }

  /**
   * What may happen in a session and why not: {@code "do":"options"}.
   *
   * @param session its id; never null
   * @param at the instant that tells what is overdue; never null
   */
  record OptionsQuery(String session, Instant at) implements Request {
    /** Checks that nothing is null. */
    public OptionsQuery {
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * What is due in all sessions: {@code "do":"due"}.
   *
   * @param at the instant that tells what is overdue; never null
   */
  record DueQuery(Instant at) implements Request {
    /** Checks that nothing is null. */
    public DueQuery {
      Objects.requireNonNull(at, "at");
    }
  }
}
