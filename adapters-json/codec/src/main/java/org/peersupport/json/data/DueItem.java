package org.peersupport.json.data;

import java.util.Comparator;
import java.util.Objects;
import org.peersupport.session.Obligation;

/**
 * What is due in one session among many: an open obligation, or a rule that someone may still be in
 * danger without. Immutable; nothing is ever null.
 */
public sealed interface DueItem {
  /**
   * The order of the wire format: first the rules of finished sessions, by session and rule; then
   * obligations by due instant, deadline, session and referral.
   */
  Comparator<DueItem> FIRST_DUE_FIRST = DueItem::compare;

  /** The id of the session. */
  String session();

  /** The id of its current supporter. */
  String supporter();

  /**
   * A mandatory rule that holds always and is outstanding in a finished session: it is due now.
   *
   * @param session the session's id
   * @param supporter the id of its current supporter
   * @param rule the id of the rule
   */
  record OfRule(String session, String supporter, String rule) implements DueItem {
    /** Checks that nothing is null. */
    public OfRule {
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(supporter, "supporter");
      Objects.requireNonNull(rule, "rule");
    }
  }

  /**
   * An open obligation.
   *
   * @param session the session's id
   * @param supporter the id of its current supporter
   * @param obligation what is due
   * @param overdue whether it is late at the instant of the query
   */
  record OfDeadline(String session, String supporter, Obligation obligation, boolean overdue)
      implements DueItem {
    /** Checks that nothing is null. */
    public OfDeadline {
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(supporter, "supporter");
      Objects.requireNonNull(obligation, "obligation");
    }
  }

  private static int compare(DueItem one, DueItem other) {
    if (one instanceof OfRule a && other instanceof OfRule b) {
      return Comparator.comparing(OfRule::session).thenComparing(OfRule::rule).compare(a, b);
    }
    if (one instanceof OfDeadline a && other instanceof OfDeadline b) {
      return Comparator.comparing((OfDeadline item) -> item.obligation().dueAt())
          .thenComparing(item -> item.obligation().deadline())
          .thenComparing(OfDeadline::session)
          .thenComparing(item -> item.obligation().referral().orElse(""))
          .compare(a, b);
    }
    return one instanceof OfRule ? -1 : 1;
  }
}
