package org.peersupport.session;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.Life;
import org.peersupport.protocol.Protocol;

/** Folds events into sessions. Trusts every event, also those of older releases. */
final class Evolving {
  private static final BitSet NOTHING = new BitSet();

  private Evolving() {}

  static Session start(Protocol protocol, Event.SessionOpened event) {
    Script script = Script.of(protocol);
    Deadlines deadlines = script.deadlines();
    String followUpOf = event.followUpOf().orElse(null);
    ObligationChain obligations = deadlines.after(null, deadlines.open(), null, event.at());
    return new Session(
        script.start,
        event.session(),
        event.supporter(),
        event.peer(),
        followUpOf,
        event.seq(),
        event.at(),
        null,
        obligations);
  }

  static Session evolve(Session s, Event event) {
    Situation here = s.situation();
    Script script = here.script();
    if (event instanceof Event.ElementBegun e) {
      return act(s, e.session(), e.seq(), begun(here, e), e.at(), e.deviations());
    } else if (event instanceof Event.ReferralOffered e) {
      return offered(s, e);
    } else if (event instanceof Event.AppreciationExpressed e) {
      return thanked(s, e);
    } else if (event instanceof Event.SessionClosed e) {
      int moment = script.deadlines().close();
      return word(s, e.session(), e.seq(), script.moves.close(), moment, e.at(), e.deviations());
    } else if (event instanceof Event.ConcernRaised e) {
      return act(s, e.session(), e.seq(), script.concern(e.level()), e.at(), e.deviations());
    } else if (event instanceof Event.SessionEnded e) {
      int moment = script.deadlines().end();
      return word(s, e.session(), e.seq(), script.moves.end(), moment, e.at(), e.deviations());
    } else if (event instanceof Event.SessionPaused e) {
      return word(s, e.session(), e.seq(), script.moves.pause(), -1, e.at(), e.deviations());
    } else if (event instanceof Event.SessionResumed e) {
      return word(s, e.session(), e.seq(), script.moves.resume(), -1, e.at(), e.deviations());
    } else if (event instanceof Event.SupporterChanged e) {
      check(s, e.session());
      return new Session(
          here,
          s.id(),
          e.supporter(),
          s.peer(),
          s.followUpOf().orElse(null),
          e.seq(),
          e.at(),
          s.referralChain(),
          s.obligationChain());
    } else if (event instanceof Event.SessionOpened) {
      throw new IllegalArgumentException("the session is open already");
    } else if (event instanceof Event.EventCorrected) {
      throw new IllegalArgumentException(
          "a correction needs the history; give it as the third argument");
    }
    return referral(s, event);
  }

  private static void check(Session s, String id) {
    if (!Ids.same(s.id(), id)) {
      throw new IllegalArgumentException("the event is another session's");
    }
  }

  /** The activity of a beginning: known without a look-up when it was decided right here. */
  @SuppressWarnings("ReferenceEquality") // only the key that the decision gave is trusted
  private static int begun(Situation here, Event.ElementBegun e) {
    return e.deviations() instanceof Step step
            && step.from == here
            && here.script().beginning(step.move) == e.element()
        ? step.move
        : here.script().begin(e.element());
  }

  /** Where a recorded move leads: known when it was decided right here, or would be accepted. */
  @SuppressWarnings("ReferenceEquality") // only the very situation knows where its steps lead
  private static Situation next(Situation here, int move, List<Deviation> deviations) {
    if (deviations instanceof Step step && step.from == here && step.move == move) {
      return step.next;
    }
    return deviations.isEmpty() && here.answer(move) instanceof Step step && step.isEmpty()
        ? step.next
        : Judging.recorded(here, move, departed(here.script(), deviations));
  }

  /** The mandatory rules that the deviations name. */
  private static BitSet departed(Script script, List<Deviation> deviations) {
    if (deviations.isEmpty()) {
      return NOTHING;
    }
    BitSet departed = new BitSet();
    for (Deviation deviation : deviations) {
      if (isMandatory(script, deviation)) {
        departed.set(script.ruleNumber(deviation.rule()));
      }
    }
    return departed;
  }

  /** Whether the deviation names a mandatory rule. */
  static boolean isMandatory(Script script, Deviation deviation) {
    int rule = script.ruleNumber(deviation.rule());
    return rule >= 0 && script.rules.rule(rule).mandatory();
  }

  /** The same session, departing from the mandatory rules that the deviations name too. */
  static Session departing(Session s, List<Deviation> deviations) {
    Situation here = s.situation();
    BitSet departed = departed(here.script(), deviations);
    if (departed.isEmpty()) {
      return s;
    }
    departed.or(here.departed());
    Situation next = here.script().remembered(here.position(), departed, here.status());
    return s.next(next, s.seq(), s.at(), s.referralChain(), s.obligationChain());
  }

  private static Session act(
      Session s, String id, int seq, int activity, Instant at, List<Deviation> deviations) {
    check(s, id);
    if (activity < 0) {
      return s.next(s.situation(), seq, at, s.referralChain(), s.obligationChain());
    }
    Situation next = next(s.situation(), activity, deviations);
    return s.next(next, seq, at, s.referralChain(), obligations(s, activity, null, at));
  }

  private static Session word(
      Session s, String id, int seq, int move, int moment, Instant at, List<Deviation> deviations) {
    check(s, id);
    Situation next = next(s.situation(), move, deviations);
    ObligationChain obligations =
        moment < 0 ? s.obligationChain() : obligations(s, moment, null, at);
    return s.next(next, seq, at, s.referralChain(), obligations);
  }

  private static Session thanked(Session s, Event.AppreciationExpressed e) {
    check(s, e.session());
    Situation here = s.situation();
    int move = thanks(here, e);
    Situation next =
        move >= 0
            ? next(here, move, e.deviations())
            : Judging.recordedAll(
                here,
                here.script().thanks(e.appreciation().facets()),
                departed(here.script(), e.deviations()));
    Deadlines deadlines = here.script().deadlines();
    ObligationChain obligations = s.obligationChain();
    if (deadlines.concernThanks()) {
      for (int activity : here.script().thanks(e.appreciation().facets())) {
        obligations = deadlines.after(obligations, activity, null, e.at());
      }
    }
    return s.next(next, e.seq(), e.at(), s.referralChain(), obligations);
  }

  /** The move that the thanks are: known without a look-up when it was decided right here. */
  @SuppressWarnings("ReferenceEquality") // only what the decision gave is trusted
  private static int thanks(Situation here, Event.AppreciationExpressed e) {
    return e.deviations() instanceof Step step
            && step.from == here
            && here.script().appreciation(step.move) == e.appreciation()
        ? step.move
        : here.script().thanksMove(e.appreciation().facets());
  }

  private static Session offered(Session s, Event.ReferralOffered event) {
    check(s, event.session());
    Script script = s.situation().script();
    int resource = script.resources.find(event.resource());
    if (resource < 0) {
      return s.next(s.situation(), event.seq(), event.at(), s.referralChain(), s.obligationChain());
    }
    int activity = script.ofReferral(Life.OFFER, resource);
    return s.next(
        next(s.situation(), activity, event.deviations()),
        event.seq(),
        event.at(),
        new ReferralChain(event.referral(), resource, ReferralState.OFFERED, s.referralChain()),
        obligations(s, activity, event.referral(), event.at()));
  }

  /** The members of an event come one by one: asking its interface for them would cost. */
  private static Session referral(Session s, Event event) {
    String of;
    int seq;
    Instant at;
    String id;
    int act;
    ReferralState state;
    List<Deviation> deviations;
    if (event instanceof Event.ReferralAccepted e) {
      of = e.session();
      seq = e.seq();
      at = e.at();
      id = e.referral();
      act = Life.ACCEPT;
      state = ReferralState.ACCEPTED;
      deviations = e.deviations();
    } else if (event instanceof Event.ReferralDeclined e) {
      of = e.session();
      seq = e.seq();
      at = e.at();
      id = e.referral();
      act = Life.DECLINE;
      state = ReferralState.DECLINED;
      deviations = e.deviations();
    } else if (event instanceof Event.ReferralConnected e) {
      of = e.session();
      seq = e.seq();
      at = e.at();
      id = e.referral();
      act = Life.CONNECT;
      state = ReferralState.CONNECTED;
      deviations = e.deviations();
    } else if (event instanceof Event.ReferralCompleted e) {
      of = e.session();
      seq = e.seq();
      at = e.at();
      id = e.referral();
      act = Life.COMPLETE;
      state = ReferralState.COMPLETED;
      deviations = e.deviations();
    } else if (event instanceof Event.ReferralLapsed e) {
      of = e.session();
      seq = e.seq();
      at = e.at();
      id = e.referral();
      act = Life.LAPSE;
      state = ReferralState.LAPSED;
      deviations = e.deviations();
    } else {
      throw new AssertionError("unhandled " + event.getClass().getName());
    }
    check(s, of);
    ReferralChain chain = s.referralChain();
    ReferralChain link = ReferralChain.find(chain, id);
    if (chain == null || link == null) {
      return s.next(s.situation(), seq, at, chain, s.obligationChain());
    }
    int activity = s.situation().script().ofReferral(act, link.resource);
    return s.next(
        next(s.situation(), move(s, link, act), deviations),
        seq,
        at,
        ReferralChain.with(chain, link, state),
        obligations(s, activity, id, at));
  }

  /** The move that an act of this referral is: it matters whether others stay connected. */
  static int move(Session s, ReferralChain link, int act) {
    Moves moves = s.situation().script().moves;
    boolean ends = act == Life.COMPLETE || act == Life.LAPSE;
    if (ends && link.state == ReferralState.CONNECTED) {
      boolean more = link.leavesConnected(s.referralChain());
      if (act == Life.LAPSE) {
        return moves.lapseConnected(link.resource, more);
      }
      if (more) {
        return moves.completeLeavingMore(link.resource);
      }
    }
    return s.situation().script().ofReferral(act, link.resource);
  }

  static @Nullable ObligationChain obligations(
      Session s, int moment, @Nullable String referral, Instant at) {
    Deadlines deadlines = s.situation().script().deadlines();
    return deadlines.concerns(moment)
        ? deadlines.after(s.obligationChain(), moment, referral, at)
        : s.obligationChain();
  }
}
