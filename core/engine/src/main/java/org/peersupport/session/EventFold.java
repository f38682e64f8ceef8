package org.peersupport.session;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.internal.engine.DeadlineTable;
import org.peersupport.internal.engine.EngineState;
import org.peersupport.internal.engine.ObligationChain;
import org.peersupport.internal.engine.ReferralChain;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ReferralLifecycle;
import org.peersupport.protocol.ReferralState;

/**
 * The fold of events into sessions. Trusts every event, also those of older releases, but one: see
 * {@link Voiding}.
 */
final class EventFold {
  private static final BitSet NOTHING = new BitSet();

  private EventFold() {}

  static Session start(Protocol protocol, Event first) {
    if (!(first instanceof Event.SessionOpened event)) {
      throw new IllegalArgumentException("a session starts with a session-opened event");
    }
    CompiledProtocol compiled = CompiledProtocol.of(protocol);
    DeadlineTable deadlines = compiled.deadlines();
    return Session.of(
        compiled.start(),
        event,
        deadlines.after(null, deadlines.momentsOfOpening(), null, event.at(), false));
  }

  /**
   * The session after its next event.
   *
   * @throws IllegalArgumentException if it is not the next one
   */
  static Session evolveNext(Session session, Event event) {
    checkNext(session, event);
    return evolve(session, event);
  }

  /**
   * Checks that the event is the session's next one.
   *
   * @throws IllegalArgumentException if it is another session's, or of another place
   */
  static void checkNext(Session session, Event event) {
    if (!session.id().equals(event.session())) {
      throw new IllegalArgumentException("the event is another session's");
    }
    if (event.seq() != session.seq() + 1) {
      throw new IllegalArgumentException(
          "event " + event.seq() + " comes where " + (session.seq() + 1) + " is expected");
    }
  }

  /** The session after an event, wherever in the history it stands. */
  static Session evolve(Session session, Event event) {
    return evolve(session, event, departed(session, event.deviations()));
  }

  /** The session after an event that departs from these rules, whatever it records itself. */
  static Session evolveDeparting(Session session, Event event, Collection<String> rules) {
    return evolve(session, event, mandatory(session, rules));
  }

  private static Session evolve(Session s, Event event, BitSet departed) {
    if (!s.id().equals(event.session())) {
      throw new IllegalArgumentException("the event is another session's");
    }
    CompiledProtocol protocol = s.state().protocol();
    return switch (event.type()) {
      case OPEN -> throw new IllegalArgumentException("the session is open already");
      case BEGIN -> begun(s, (Event.ElementBegun) event, departed);
      case CONCERN ->
          act(s, event, protocol.concern(((Event.ConcernRaised) event).level()), departed);
      case OFFER -> offered(s, (Event.ReferralOffered) event, departed);
      case ACCEPT, DECLINE, CONNECT, COMPLETE, WITHDRAW, LAPSE ->
          referral(s, (Event.ReferralEvent) event, departed);
      case THANK -> thanked(s, (Event.AppreciationExpressed) event, departed);
      case PAUSE, RESUME, CLOSE, END -> word(s, event, departed);
      case VOID -> voided(s, (Event.SessionVoided) event);
      case TRANSFER ->
          s.supportedBy(((Event.SupporterChanged) event).supporter())
              .moved(event.seq(), event.at());
      case CORRECT ->
          throw new IllegalArgumentException(
              "a correction needs the history; give it as the third argument");
    };
  }

  private static Session begun(Session s, Event.ElementBegun e, BitSet departed) {
    CompiledProtocol protocol = s.state().protocol();
    int activity = protocol.begin(e.element());
    if (activity < 0) {
      return s.moved(e.seq(), e.at());
    }
    return s.begun(
        protocol.after(s.state(), activity, departed),
        e.seq(),
        e.at(),
        protocol.elementAfter(activity, s.elementOrNull()),
        obligations(s, e, protocol.deadlines().momentsOf(activity), null));
  }

  private static Session act(Session s, Event e, int activity, BitSet departed) {
    if (activity < 0) {
      return s.moved(e.seq(), e.at());
    }
    CompiledProtocol protocol = s.state().protocol();
    EngineState next = protocol.after(s.state(), activity, departed);
    return next(s, e, next, protocol.deadlines().momentsOf(activity));
  }

  private static Session word(Session s, Event e, BitSet departed) {
    CompiledProtocol protocol = s.state().protocol();
    EngineState next = protocol.after(s.state(), protocol.actions().word(e.type()), departed);
    return next(s, e, next, protocol.deadlines().momentsOfWord(e.type()));
  }

  private static Session voided(Session s, Event.SessionVoided e) {
    EngineState next = Voiding.isAllowed(s, e) ? s.state().voided() : s.state();
    return s.next(next, e.seq(), e.at(), s.referralChain(), s.obligationChain());
  }

  private static Session thanked(Session s, Event.AppreciationExpressed e, BitSet departed) {
    CompiledProtocol protocol = s.state().protocol();
    List<String> facets = e.appreciation().facets();
    EngineState next = protocol.afterThanks(s.state(), facets, departed);
    return next(s, e, next, protocol.momentsOfThanks(facets));
  }

  private static Session offered(Session s, Event.ReferralOffered e, BitSet departed) {
    CompiledProtocol protocol = s.state().protocol();
    int resource = protocol.resources().find(e.resource());
    if (resource < 0) {
      return s.moved(e.seq(), e.at());
    }
    int activity = protocol.ofReferral(ActType.OFFER, resource);
    return s.next(
        protocol.after(s.state(), activity, departed),
        e.seq(),
        e.at(),
        new ReferralChain(e.referral(), resource, ReferralState.OFFERED, s.referralChain()),
        obligations(s, e, protocol.deadlines().momentsOf(activity), e.referral()));
  }

  private static Session referral(Session s, Event.ReferralEvent e, BitSet departed) {
    CompiledProtocol protocol = s.state().protocol();
    ReferralChain chain = s.referralChain();
    ReferralChain link = ReferralChain.find(chain, e.referral());
    if (chain == null || link == null) {
      return s.moved(e.seq(), e.at());
    }
    ActType act = e.type();
    int activity = protocol.ofReferral(act, link.resource);
    return s.next(
        protocol.after(s.state(), protocol.actionOf(chain, link, act), departed),
        e.seq(),
        e.at(),
        ReferralChain.with(chain, link, ReferralLifecycle.after(act)),
        obligations(s, e, protocol.deadlines().momentsOf(activity), e.referral()));
  }

  private static Session next(Session s, Event e, EngineState next, int[] moments) {
    return s.next(next, e.seq(), e.at(), s.referralChain(), obligations(s, e, moments, null));
  }

  private static @Nullable ObligationChain obligations(
      Session s, Event e, int[] moments, @Nullable String referral) {
    return s.state()
        .protocol()
        .deadlines()
        .after(s.obligationChain(), moments, referral, e.at(), s.status().isFinished());
  }

  // --- departures

  /** The same session, departing from the mandatory rules that the deviations name too. */
  static Session departing(Session s, List<Deviation> deviations) {
    BitSet departed = departed(s, deviations);
    return departed.isEmpty()
        ? s
        : s.next(
            s.state().departing(departed), s.seq(), s.at(), s.referralChain(), s.obligationChain());
  }

  /** The mandatory rules that the deviations name. */
  private static BitSet departed(Session s, List<Deviation> deviations) {
    return deviations.isEmpty()
        ? NOTHING
        : mandatory(s, deviations.stream().map(Deviation::rule).toList());
  }

  private static BitSet mandatory(Session s, Collection<String> rules) {
    CompiledProtocol protocol = s.state().protocol();
    BitSet mandatory = new BitSet();
    for (String rule : rules) {
      if (protocol.isMandatory(rule)) {
        mandatory.set(protocol.ruleNumber(rule));
      }
    }
    return mandatory;
  }
}
