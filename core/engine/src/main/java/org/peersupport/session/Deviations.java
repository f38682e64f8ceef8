package org.peersupport.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.engine.DeadlineTable;
import org.peersupport.internal.engine.Transition;

/**
 * The deviations that an event records: overrides, other departures, deadlines, and last the clock.
 */
final class Deviations {
  private Deviations() {}

  /**
   * The deviations of a command that is accepted.
   *
   * @param asked when the command says that it happened
   * @param terms those of the command
   * @param moments those of the act, for deadlines
   * @param referral the referral that the act is about, if it is about one
   */
  static List<Deviation> of(
      Session session,
      Instant asked,
      Terms terms,
      Transition taken,
      int[] moments,
      @Nullable String referral) {
    Instant at = terms.happened(asked);
    DeadlineTable deadlines = session.state().protocol().deadlines();
    return taken.isPlain()
            && at.equals(asked)
            && !deadlines.areMetLate(session.obligationChain(), moments, referral, at)
        ? List.of()
        : all(session, asked, terms, taken, moments, referral);
  }

  /** Apart, because most commands deviate from nothing. */
  private static List<Deviation> all(
      Session session,
      Instant asked,
      Terms terms,
      Transition taken,
      int[] moments,
      @Nullable String referral) {
    List<Deviation> all = new ArrayList<>();
    for (String rule : taken.overridden()) {
      all.add(Deviation.overriding(rule, terms.override().orElseThrow()));
    }
    taken.departures().forEach(rule -> all.add(Deviation.from(rule)));
    boolean finished = session.status().isFinished();
    DeadlineTable deadlines = session.state().protocol().deadlines();
    for (DeadlineTable.Late late :
        deadlines.late(
            session.obligationChain(), moments, referral, terms.happened(asked), finished)) {
      all.add(Deviation.late(late.deadline(), late.by()));
    }
    all.addAll(ofClock(asked, terms));
    return List.copyOf(all);
  }

  /** That the act was said to lie in the future, if it was. */
  static List<Deviation> ofClock(Instant asked, Terms terms) {
    Duration ahead = terms.metadata().ahead(asked);
    return ahead.isZero() ? List.of() : List.of(Deviation.inFuture(ahead));
  }
}
