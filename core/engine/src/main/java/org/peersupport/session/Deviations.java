package org.peersupport.session;

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
   * @param moments those of the act, for deadlines
   * @param referral the referral that the act is about, if it is about one
   */
  static List<Deviation> of(
      Session session,
      Command command,
      Transition taken,
      int[] moments,
      @Nullable String referral) {
    DeadlineTable deadlines = session.state().protocol().deadlines();
    List<DeadlineTable.Late> late =
        deadlines.late(session.obligationChain(), moments, referral, command.at());
    if (taken.isPlain() && late.isEmpty()) {
      return List.of();
    }
    List<Deviation> all = new ArrayList<>();
    for (String rule : taken.overridden()) {
      all.add(Deviation.overriding(rule, command.terms().override().orElseThrow()));
    }
    taken.departures().forEach(rule -> all.add(Deviation.from(rule)));
    late.forEach(missed -> all.add(Deviation.late(missed.deadline(), missed.by())));
    return List.copyOf(all);
  }
}
