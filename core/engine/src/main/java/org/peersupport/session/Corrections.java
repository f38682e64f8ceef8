package org.peersupport.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.engine.Answer;
import org.peersupport.internal.engine.Denial;
import org.peersupport.internal.engine.Transition;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Status;

/**
 * The decision of corrections, and the sessions after them. A session does not hold its history,
 * and only the history tells what is left without one of its events, so here it is an argument.
 */
final class Corrections {
  private Corrections() {}

  static Decision decide(Session s, Command.Correct c, List<? extends Event> history) {
    EffectiveHistory.checkWhole(s.id(), s.seq(), history);
    Event meant = c.seq() <= s.seq() ? history.get(c.seq() - 1) : null;
    RefusalCode structural = structural(s, meant, history);
    Answer answer =
        structural == null ? Transition.to(s.state()) : s.state().protocol().denial(structural);
    if (Guards.pass(s, c, denied(s, c, meant), answer) instanceof Denial denial) {
      return Refusal.of(denial).ofCorrection(new Correction(c.seq(), null, false, null));
    }
    return decide(s, c, EffectiveHistory.without(history, c.seq()), history);
  }

  /** Why the sender may not correct the event: nobody takes back for the peer, nor a concern. */
  private static @Nullable RefusalCode denied(Session s, Command.Correct c, @Nullable Event meant) {
    if (meant == null) {
      return Guards.denied(s, c.by(), ActType.CORRECT.recorder());
    }
    if (meant.by().equals(c.by())) {
      return null;
    }
    return meant.by().equals(s.peer().id()) || meant.type() == ActType.CONCERN
        ? RefusalCode.ACTOR_NOT_ALLOWED
        : Guards.denied(s, c.by(), ActType.CORRECT.recorder());
  }

  private static @Nullable RefusalCode structural(
      Session s, @Nullable Event meant, List<? extends Event> history) {
    boolean stands = meant != null && !EffectiveHistory.takenBack(history).get(meant.seq());
    if (s.status() == Status.VOIDED
        && !(stands && Objects.requireNonNull(meant).type() == ActType.VOID)) {
      return RefusalCode.SESSION_VOIDED;
    }
    if (meant == null) {
      return RefusalCode.CORRECTION_UNKNOWN_EVENT;
    }
    return meant.seq() == 1 || !stands ? RefusalCode.CORRECTION_NOT_ALLOWED : null;
  }

  private static Decision decide(
      Session s, Command.Correct c, List<Event> standing, List<? extends Event> history) {
    CorrectionCheck again = new CorrectionCheck(s, standing);
    Event inTheWay = again.inTheWay();
    if (inTheWay != null) {
      boolean isBroughtBack = EffectiveHistory.takenBack(history).get(inTheWay.seq());
      return Refusal.of(s.state().protocol().denial(RefusalCode.CORRECTION_IMPOSSIBLE))
          .ofCorrection(new Correction(c.seq(), inTheWay, isBroughtBack, again.why()));
    }
    List<Deviation> deviations =
        new ArrayList<>(
            again.unrecorded(standing, EffectiveHistory.correctionsWithout(history, c.seq())));
    deviations.addAll(Deviations.ofClock(c.at(), c.terms()));
    Event event =
        new Event.EventCorrected(
            c.session(),
            s.seq() + 1,
            c.terms().happened(c.at()),
            c.by(),
            c.terms().metadata(),
            c.seq(),
            Optional.of(c.reason()),
            deviations);
    return new Decision.Accepted(event, evolve(s, event, history));
  }

  static Session evolve(Session s, Event event, List<? extends Event> history) {
    EffectiveHistory.checkWhole(s.id(), s.seq(), history);
    EventFold.checkNext(s, event);
    List<Event> whole = new ArrayList<>(history);
    whole.add(event);
    return replay(s.protocol(), whole);
  }

  /**
   * The session that a whole history comes to: what stands is taken in, while what the latest
   * correction departs from is departed from. Seq and instant are those of the whole.
   */
  static Session replay(Protocol protocol, List<? extends Event> history) {
    List<Event> standing = EffectiveHistory.of(history);
    Optional<Event.EventCorrected> latest = EffectiveHistory.latestCorrection(history);
    Session session = EventFold.start(protocol, standing.get(0));
    if (latest.isPresent()) {
      session = EventFold.departing(session, latest.get().deviations());
    }
    for (Event event : standing.subList(1, standing.size())) {
      session = EventFold.evolve(session, event);
    }
    Event last = history.get(history.size() - 1);
    return latest.isEmpty() ? session : session.moved(last.seq(), last.at());
  }
}
