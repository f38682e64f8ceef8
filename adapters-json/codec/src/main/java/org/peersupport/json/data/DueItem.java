package org.peersupport.json.data;

import java.util.Objects;
import org.peersupport.session.Obligation;

/**
 * An open obligation of one session among many. Immutable.
 *
 * @param session the session's id; never null
 * @param obligation what is due; never null
 * @param overdue whether it is late at the instant of the query
 */
public record DueItem(String session, Obligation obligation, boolean overdue) {
  /** Checks that nothing is null. */
  public DueItem {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(obligation, "obligation");
  }
}
