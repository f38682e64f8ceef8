package org.peersupport.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.Life;
import org.peersupport.session.Gate.Who;

/** Decides the commands that move a referral along its life. */
final class DecidingReferrals {
  private DecidingReferrals() {}

  /** The members of a command come one by one: asking its interface for them would cost. */
  static Decision decide(Session s, Command command) {
    String id;
    Terms terms;
    Instant at;
    String by;
    String referral;
    int act;
    Who who;
    if (command instanceof Command.Accept c) {
      id = c.session();
      terms = c.terms();
      at = c.at();
      by = c.by();
      referral = c.referral();
      act = Life.ACCEPT;
      who = Who.PARTICIPANT;
    } else if (command instanceof Command.Decline c) {
      id = c.session();
      terms = c.terms();
      at = c.at();
      by = c.by();
      referral = c.referral();
      act = Life.DECLINE;
      who = Who.PARTICIPANT;
    } else if (command instanceof Command.Connect c) {
      id = c.session();
      terms = c.terms();
      at = c.at();
      by = c.by();
      referral = c.referral();
      act = Life.CONNECT;
      who = Who.SUPPORTER;
    } else if (command instanceof Command.Complete c) {
      id = c.session();
      terms = c.terms();
      at = c.at();
      by = c.by();
      referral = c.referral();
      act = Life.COMPLETE;
      who = Who.ANYONE;
    } else if (command instanceof Command.Lapse c) {
      id = c.session();
      terms = c.terms();
      at = c.at();
      by = c.by();
      referral = c.referral();
      act = Life.LAPSE;
      who = Who.ANYONE;
    } else {
      throw new AssertionError("unhandled " + command.getClass().getName());
    }
    Situation here = s.situation();
    ReferralChain link = ReferralChain.find(s.referralChain(), referral);
    RefusalCode misstep = misstep(s, link, act);
    Object answer =
        link == null || misstep != null ? null : here.answer(Evolving.move(s, link, act));
    Refusal early = act == Life.CONNECT && !(answer instanceof Step) ? resting(s) : null;
    Object outcome = Gate.pass(s, id, terms, at, by, who, early, misstep, answer);
    if (link == null || !(outcome instanceof Step step)) {
      return Deciding.refused(outcome);
    }
    int activity = here.script().ofReferral(act, link.resource);
    Step taken = Gate.late(s, step, activity, link.id, at);
    int seq = s.seq() + 1;
    return switch (act) {
      case Life.ACCEPT -> new Event.ReferralAccepted(id, seq, at, by, link.id, taken);
      case Life.DECLINE -> new Event.ReferralDeclined(id, seq, at, by, link.id, taken);
      case Life.CONNECT -> new Event.ReferralConnected(id, seq, at, by, link.id, taken);
      case Life.COMPLETE -> new Event.ReferralCompleted(id, seq, at, by, link.id, taken);
      default -> new Event.ReferralLapsed(id, seq, at, by, link.id, taken);
    };
  }

  /** A hand-off is the supporter's act, so it has to wait while the conversation rests. */
  private static @Nullable Refusal resting(Session s) {
    return s.status() == Status.PAUSED
        ? s.situation().script().refusal(RefusalCode.SESSION_PAUSED)
        : null;
  }

  /**
   * The referral that an act means when it names only a resource: the oldest one of the resource
   * that the act fits, or else the latest one. Null when there is none.
   */
  static @Nullable ReferralChain meant(Session s, int resource, int act) {
    Script script = s.situation().script();
    ReferralChain latest = null;
    ReferralChain oldest = null;
    for (ReferralChain link = s.referralChain(); link != null; link = link.older) {
      if (link.resource == resource) {
        latest = latest == null ? link : latest;
        oldest = fits(script, link, act) ? link : oldest;
      }
    }
    return oldest == null ? latest : oldest;
  }

  /** What the state of a referral forbids, or that there is none; null if nothing. */
  static @Nullable RefusalCode misstep(Session s, @Nullable ReferralChain link, int act) {
    if (link == null) {
      return RefusalCode.REFERRAL_UNKNOWN;
    } else if (fits(s.situation().script(), link, act)) {
      return null;
    }
    return act == Life.CONNECT && link.state == ReferralState.OFFERED
        ? RefusalCode.REFERRAL_NO_CONSENT
        : RefusalCode.REFERRAL_WRONG_STATE;
  }

  private static boolean fits(Script script, ReferralChain link, int act) {
    ReferralState state = link.state;
    return switch (act) {
      case Life.ACCEPT, Life.DECLINE -> state == ReferralState.OFFERED;
      case Life.CONNECT ->
          state == ReferralState.ACCEPTED
              || (state == ReferralState.OFFERED && script.isByNotice(link.resource));
      case Life.COMPLETE -> state == ReferralState.CONNECTED;
      default -> !state.isFinal();
    };
  }
}
