package org.peersupport.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.Life;
import org.peersupport.session.Gate.Who;

/**
 * Follows events that nothing can be said against: what the engine would accept today and record
 * just so, without a departure. That is most of what is in a log, and here it is decided and taken
 * in at once, without the command and the event in between. Of any other event it says nothing.
 */
final class Following {
  private static final int MILLI = 1_000_000;

  private Following() {}

  /** The session after the event, or null when more has to be asked. */
  static @Nullable Session follow(Session s, Event event) {
    Script script = s.situation().script();
    if (event instanceof Event.ElementBegun e) {
      int activity = script.begin(e.element());
      return isQuiet(s, e.session(), e.at(), e.by(), Who.SUPPORTER, e.deviations())
          ? act(s, activity, activity, e.seq(), e.at())
          : null;
    } else if (event instanceof Event.ReferralOffered e) {
      return isQuiet(s, e.session(), e.at(), e.by(), Who.SUPPORTER, e.deviations())
          ? offered(s, e)
          : null;
    } else if (event instanceof Event.AppreciationExpressed e) {
      // Several thanks may each open or discharge obligations; that is left to the engine.
      return isQuiet(s, e.session(), e.at(), e.by(), Who.SUPPORTER, e.deviations())
              && !script.deadlines().concernThanks()
          ? moved(s, script.thanksMove(e.appreciation().facets()), e.seq(), e.at())
          : null;
    } else if (event instanceof Event.ReferralAccepted e) {
      return isQuiet(s, e.session(), e.at(), e.by(), Who.PARTICIPANT, e.deviations())
          ? ofReferral(s, Life.ACCEPT, ReferralState.ACCEPTED, e.referral(), e.seq(), e.at())
          : null;
    } else if (event instanceof Event.ReferralDeclined e) {
      return isQuiet(s, e.session(), e.at(), e.by(), Who.PARTICIPANT, e.deviations())
          ? ofReferral(s, Life.DECLINE, ReferralState.DECLINED, e.referral(), e.seq(), e.at())
          : null;
    } else if (event instanceof Event.ReferralConnected e) {
      return isQuiet(s, e.session(), e.at(), e.by(), Who.SUPPORTER, e.deviations())
          ? ofReferral(s, Life.CONNECT, ReferralState.CONNECTED, e.referral(), e.seq(), e.at())
          : null;
    } else if (event instanceof Event.SessionClosed e) {
      return isQuiet(s, e.session(), e.at(), e.by(), Who.SUPPORTER, e.deviations())
          ? act(s, script.moves.close(), script.deadlines().close(), e.seq(), e.at())
          : null;
    } else if (event instanceof Event.ReferralCompleted e) {
      return isQuiet(s, e.session(), e.at(), e.by(), Who.ANYONE, e.deviations())
          ? ofReferral(s, Life.COMPLETE, ReferralState.COMPLETED, e.referral(), e.seq(), e.at())
          : null;
    } else if (event instanceof Event.ReferralLapsed e) {
      return isQuiet(s, e.session(), e.at(), e.by(), Who.ANYONE, e.deviations())
          ? ofReferral(s, Life.LAPSE, ReferralState.LAPSED, e.referral(), e.seq(), e.at())
          : null;
    } else if (event instanceof Event.ConcernRaised e) {
      int activity = script.concern(e.level());
      return isQuiet(s, e.session(), e.at(), e.by(), Who.PARTICIPANT, e.deviations())
          ? act(s, activity, activity, e.seq(), e.at())
          : null;
    }
    return null;
  }

  /**
   * Whether neither the sender nor the instant nor a departure has to be looked at more closely.
   */
  @SuppressWarnings(
      "JavaInstantGetSecondsGetNano") // what is finer than a millisecond is of interest
  private static boolean isQuiet(
      Session s, String id, Instant at, String by, Who who, List<Deviation> deviations) {
    return deviations.isEmpty()
        && Ids.same(id, s.id())
        && (who == Who.ANYONE || Gate.isAllowed(s, by, who))
        && !at.isBefore(s.at())
        && at.getNano() % MILLI == 0;
  }

  /** Where the move leads, if it departs from nothing; null otherwise. */
  private static @Nullable Situation next(Session s, int move) {
    return move >= 0 && s.situation().answer(move) instanceof Step step && step.isEmpty()
        ? step.next
        : null;
  }

  private static @Nullable Session moved(Session s, int move, int seq, Instant at) {
    Situation next = next(s, move);
    return next == null ? null : s.next(next, seq, at, s.referralChain(), s.obligationChain());
  }

  private static @Nullable Session act(Session s, int move, int moment, int seq, Instant at) {
    Situation next = next(s, move);
    return next == null || isLate(s, moment, null, at)
        ? null
        : s.next(next, seq, at, s.referralChain(), Evolving.obligations(s, moment, null, at));
  }

  private static @Nullable Session offered(Session s, Event.ReferralOffered e) {
    Script script = s.situation().script();
    int resource = script.resources.find(e.resource());
    if (resource < 0 || ReferralChain.find(s.referralChain(), e.referral()) != null) {
      return null;
    }
    int activity = script.ofReferral(Life.OFFER, resource);
    Situation next = next(s, activity);
    if (next == null || isLate(s, activity, e.referral(), e.at())) {
      return null;
    }
    return s.next(
        next,
        e.seq(),
        e.at(),
        new ReferralChain(e.referral(), resource, ReferralState.OFFERED, s.referralChain()),
        Evolving.obligations(s, activity, e.referral(), e.at()));
  }

  private static @Nullable Session ofReferral(
      Session s, int act, ReferralState state, String referral, int seq, Instant at) {
    ReferralChain chain = s.referralChain();
    ReferralChain link = ReferralChain.find(chain, referral);
    if (chain == null
        || link == null
        || DecidingReferrals.misstep(s, link, act) != null
        || (act == Life.CONNECT && s.status() == Status.PAUSED)) {
      return null;
    }
    int activity = s.situation().script().ofReferral(act, link.resource);
    Situation next = next(s, Evolving.move(s, link, act));
    if (next == null || isLate(s, activity, referral, at)) {
      return null;
    }
    return s.next(
        next,
        seq,
        at,
        ReferralChain.with(chain, link, state),
        Evolving.obligations(s, activity, referral, at));
  }

  private static boolean isLate(Session s, int moment, @Nullable String referral, Instant at) {
    Deadlines deadlines = s.situation().script().deadlines();
    ObligationChain open = s.obligationChain();
    return open != null
        && deadlines.discharges(moment)
        && deadlines.meetsLate(open, moment, referral, at);
  }
}
