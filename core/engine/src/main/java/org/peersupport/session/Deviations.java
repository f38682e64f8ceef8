package org.peersupport.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.engine.DeadlineTable;
import org.peersupport.internal.engine.Transition;

/** The deviations that an event records: overrides, other departures, deadlines, in this order. */
final class Deviations {
  private Deviations() {}

  /**
   * The deviations of a command that is accepted.
   *
   * @param at when it happened
   * @param terms those of the command
   * @param moments those of the act, for deadlines
   * @param referral the referral that the act is about, if it is about one
   */
  static List<Deviation> of(
      Session session,
      Instant at,
      Terms terms,
      Transition taken,
      int[] moments,
      @Nullable String referral) {
    DeadlineTable deadlines = session.state().protocol().deadlines();
    return taken.isPlain()
            && !deadlines.areMetLate(session.obligationChain(), moments, referral, at)
        ? List.of()
        : all(session, at, terms, taken, moments, referral);
  }

  /** Apart, because most commands deviate from nothing. */
  private static List<Deviation> all(
      Session session,
      Instant at,
      Terms terms,
      Transition taken,
      int[] moments,
      @Nullable String referral) {
    List<Deviation> all = new ArrayList<>();
    for (String rule : taken.overridden()) {
      all.add(Deviation.overriding(rule, terms.override().orElseThrow()));
    }
    taken.departures().forEach(rule -> all.add(Deviation.from(rule)));
    DeadlineTable deadlines = session.state().protocol().deadlines();
    for (DeadlineTable.Late late :
        deadlines.late(session.obligationChain(), moments, referral, at)) {
      all.add(Deviation.late(late.deadline(), late.by()));
    }
    return List.copyOf(all);
  }
}
