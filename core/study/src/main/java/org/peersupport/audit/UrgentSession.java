package org.peersupport.audit;

import java.util.List;
import java.util.Objects;
import org.peersupport.protocol.Status;

/**
 * A session in which someone in need still waits. Immutable.
 *
 * @param session its id
 * @param status where it stands
 * @param rules the ids of the rules that are outstanding, in expanded order
 */
public record UrgentSession(String session, Status status, List<String> rules) {
  /** Copies the list and checks that nothing is null. */
  public UrgentSession {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(status, "status");
    rules = List.copyOf(rules);
  }
}
