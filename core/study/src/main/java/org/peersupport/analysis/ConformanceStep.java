package org.peersupport.analysis;

import java.util.Objects;
import org.peersupport.session.Command;
import org.peersupport.session.Decision;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/**
 * One command in a session, and what comes of it. Immutable.
 *
 * @param before the session before it; never null
 * @param command what is sent; never null
 * @param decision what comes of it; never null
 */
public record ConformanceStep(Session before, Command command, Decision decision) {
  /** Checks that nothing is null. */
  public ConformanceStep {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(decision, "decision");
  }

  static ConformanceStep of(Session before, Command command) {
    return new ConformanceStep(before, command, Sessions.decide(before, command));
  }

  /** The session after it: the same as before where the command is refused. */
  public Session after() {
    return decision.accepted().map(Decision.Accepted::session).orElse(before);
  }
}
