package org.peersupport.json.data;

import java.util.Comparator;
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
  /** The order of the wire format: by due instant, then deadline, session and referral. */
  public static final Comparator<DueItem> FIRST_DUE_FIRST =
      Comparator.comparing((DueItem item) -> item.obligation().dueAt())
          .thenComparing(item -> item.obligation().deadline())
          .thenComparing(DueItem::session)
          .thenComparing(item -> item.obligation().referral().orElse(""));

  /** Checks that nothing is null. */
  public DueItem {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(obligation, "obligation");
  }
}
