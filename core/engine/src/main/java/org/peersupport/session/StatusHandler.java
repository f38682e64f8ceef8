package org.peersupport.session;

import java.time.Instant;
import java.util.List;
import org.peersupport.internal.engine.Answer;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.internal.engine.Denial;
import org.peersupport.internal.engine.Transition;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.RefusalCode;

/** The decision of what changes the status of a session, or its supporter. */
final class StatusHandler {
  private StatusHandler() {}

  static Decision pause(Session s, Command.Pause c) {
    Answer passed = Guards.pass(s, c, ActType.PAUSE, s.state().answerToWord(ActType.PAUSE));
    if (!(passed instanceof Transition taken)) {
      return Refusal.of(passed);
    }
    int[] moments = s.state().protocol().deadlines().momentsOfWord(ActType.PAUSE);
    Instant at = c.terms().happened(c.at());
    List<Deviation> deviations = Deviations.of(s, c.at(), c.terms(), taken, moments, null);
    Event event =
        new Event.SessionPaused(
            c.session(), s.seq() + 1, at, c.by(), c.terms().metadata(), deviations);
    return Acceptance.of(s, taken, event, at, moments);
  }

  static Decision resume(Session s, Command.Resume c) {
    Answer passed = Guards.pass(s, c, ActType.RESUME, s.state().answerToWord(ActType.RESUME));
    if (!(passed instanceof Transition taken)) {
      return Refusal.of(passed);
    }
    int[] moments = s.state().protocol().deadlines().momentsOfWord(ActType.RESUME);
    Instant at = c.terms().happened(c.at());
    List<Deviation> deviations = Deviations.of(s, c.at(), c.terms(), taken, moments, null);
    Event event =
        new Event.SessionResumed(
            c.session(), s.seq() + 1, at, c.by(), c.terms().metadata(), deviations);
    return Acceptance.of(s, taken, event, at, moments);
  }

  static Decision close(Session s, Command.Close c) {
    Answer passed = Guards.pass(s, c, ActType.CLOSE, s.state().answerToWord(ActType.CLOSE));
    if (!(passed instanceof Transition taken)) {
      return Refusal.of(passed);
    }
    int[] moments = s.state().protocol().deadlines().momentsOfWord(ActType.CLOSE);
    Instant at = c.terms().happened(c.at());
    List<Deviation> deviations = Deviations.of(s, c.at(), c.terms(), taken, moments, null);
    Event event =
        new Event.SessionClosed(
            c.session(), s.seq() + 1, at, c.by(), c.terms().metadata(), deviations);
    return Acceptance.of(s, taken, event, at, moments);
  }

  static Decision end(Session s, Command.End c) {
    boolean known = s.state().protocol().protocol().knows(c.reason());
    Answer answer =
        Answers.withReason(
            s, known, s.protocol().endReasons(), s.state().answerToWord(ActType.END));
    Answer passed = Guards.pass(s, c, ActType.END, answer);
    if (!(passed instanceof Transition taken)) {
      return Refusal.of(passed);
    }
    int[] moments = s.state().protocol().deadlines().momentsOfWord(ActType.END);
    Instant at = c.terms().happened(c.at());
    List<Deviation> deviations = Deviations.of(s, c.at(), c.terms(), taken, moments, null);
    Event event =
        new Event.SessionEnded(
            c.session(), s.seq() + 1, at, c.by(), c.terms().metadata(), c.reason(), deviations);
    return Acceptance.of(s, taken, event, at, moments);
  }

  static Decision transfer(Session s, Command.Transfer c) {
    CompiledProtocol protocol = s.state().protocol();
    Answer answer = Answers.toTransfer(s);
    if (answer instanceof Transition
        && !Pairings.allows(protocol.protocol().pairing(), c.supporter(), s.peer())) {
      answer = protocol.denial(RefusalCode.PAIRING_NOT_ALLOWED);
    }
    Answer passed = Guards.pass(s, c, ActType.TRANSFER, answer);
    if (passed instanceof Denial denial) {
      return Refusal.of(denial);
    }
    Instant at = c.terms().happened(c.at());
    Event event =
        new Event.SupporterChanged(
            c.session(),
            s.seq() + 1,
            at,
            c.by(),
            c.terms().metadata(),
            c.supporter(),
            Deviations.ofClock(c.at(), c.terms()));
    return new Decision.Accepted(event, s.supportedBy(c.supporter()).moved(event.seq(), at));
  }

  static Decision voidSession(Session s, Command.VoidSession c) {
    Answer answer = Voiding.answer(s, c.reason());
    if (Guards.pass(s, c, Voiding.denied(s, c.by()), answer) instanceof Denial denial) {
      return Refusal.of(denial);
    }
    Event event =
        new Event.SessionVoided(
            c.session(),
            s.seq() + 1,
            c.terms().happened(c.at()),
            c.by(),
            c.terms().metadata(),
            c.reason(),
            Deviations.ofClock(c.at(), c.terms()));
    return new Decision.Accepted(event, EventFold.evolve(s, event));
  }
}
