package org.peersupport.json.data;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
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
   * @param by for whom; empty for the current supporter; never null
   * @param at the instant that tells what is overdue; never null
   */
  record OptionsQuery(String session, Optional<String> by, Instant at) implements Request {
    /** Checks that nothing is null. */
    public OptionsQuery {
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * Where a session stands: {@code "do":"state"}.
   *
   * @param session its id; never null
   */
  record StateQuery(String session) implements Request {
    /** Checks that nothing is null. */
    public StateQuery {
      Objects.requireNonNull(session, "session");
    }
  }

  /**
   * What is due in all sessions, or in one: {@code "do":"due"}.
   *
   * @param session the id of the one; empty for all; never null
   * @param at the instant that tells what is overdue; never null
   */
  record DueQuery(Optional<String> session, Instant at) implements Request {
    /** Checks that nothing is null. */
    public DueQuery {
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(at, "at");
    }
  }
}
