package org.peersupport.session;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.peersupport.internal.engine.Answer;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.internal.engine.Denial;
import org.peersupport.internal.engine.ReferralChain;
import org.peersupport.internal.engine.Transition;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.ReferralLifecycle;
import org.peersupport.protocol.ReferralState;
import org.peersupport.protocol.RefusalCode;

/** The decision of the acts of a referral. */
final class ReferralHandler {
  private ReferralHandler() {}

  static Decision offer(Session s, Command.Offer c) {
    CompiledProtocol protocol = s.state().protocol();
    int resource = protocol.resources().find(c.resource());
    int activity = resource < 0 ? -1 : protocol.ofReferral(ActType.OFFER, resource);
    Answer answer = Answers.toNamed(s, activity, RefusalCode.RESOURCE_UNKNOWN, false);
    boolean barred = activity < 0 || (answer instanceof Denial denial && denial.isOfStatus());
    boolean known = ReferralChain.find(s.referralChain(), c.referral()) != null;
    Answer named = known && !barred ? protocol.denial(RefusalCode.REFERRAL_DUPLICATE) : answer;
    Answer passed = Guards.pass(s, c, ActType.OFFER, named);
    if (!(passed instanceof Transition taken)) {
      return Refusal.of(passed);
    }
    int[] moments = protocol.deadlines().momentsOf(activity);
    Instant at = c.terms().happened(c.at());
    List<Deviation> deviations = Deviations.of(s, c.at(), c.terms(), taken, moments, c.referral());
    Event event =
        new Event.ReferralOffered(
            c.session(),
            s.seq() + 1,
            at,
            c.by(),
            c.terms().metadata(),
            c.referral(),
            c.resource(),
            deviations);
    ReferralChain referrals =
        new ReferralChain(c.referral(), resource, ReferralState.OFFERED, s.referralChain());
    return Acceptance.of(s, taken, event, at, moments, c.referral(), referrals);
  }

  static Decision accept(Session s, Command.Accept c) {
    ReferralChain link = ReferralChain.find(s.referralChain(), c.referral());
    Answer passed = Guards.pass(s, c, ActType.ACCEPT, Answers.toReferral(s, link, ActType.ACCEPT));
    if (link == null || !(passed instanceof Transition taken)) {
      return Refusal.of(passed);
    }
    int[] moments = moments(s, link, ActType.ACCEPT);
    Instant at = c.terms().happened(c.at());
    List<Deviation> deviations = Deviations.of(s, c.at(), c.terms(), taken, moments, link.id);
    Event event =
        new Event.ReferralAccepted(
            c.session(), s.seq() + 1, at, c.by(), c.terms().metadata(), c.referral(), deviations);
    return Acceptance.of(s, taken, event, at, moments, link.id, after(s, link, ActType.ACCEPT));
  }

  static Decision decline(Session s, Command.Decline c) {
    ReferralChain link = ReferralChain.find(s.referralChain(), c.referral());
    Answer answer =
        Answers.withReason(
            s,
            isKnown(s, ActType.DECLINE, c.reason()),
            s.protocol().reasons().of(ActType.DECLINE),
            Answers.toReferral(s, link, ActType.DECLINE));
    Answer passed = Guards.pass(s, c, ActType.DECLINE, answer);
    if (link == null || !(passed instanceof Transition taken)) {
      return Refusal.of(passed);
    }
    int[] moments = moments(s, link, ActType.DECLINE);
    Instant at = c.terms().happened(c.at());
    List<Deviation> deviations = Deviations.of(s, c.at(), c.terms(), taken, moments, link.id);
    Event event =
        new Event.ReferralDeclined(
            c.session(),
            s.seq() + 1,
            at,
            c.by(),
            c.terms().metadata(),
            c.referral(),
            c.reason(),
            deviations);
    return Acceptance.of(s, taken, event, at, moments, link.id, after(s, link, ActType.DECLINE));
  }

  static Decision connect(Session s, Command.Connect c) {
    ReferralChain link = ReferralChain.find(s.referralChain(), c.referral());
    Answer passed =
        Guards.pass(s, c, ActType.CONNECT, Answers.toReferral(s, link, ActType.CONNECT));
    if (link == null || !(passed instanceof Transition taken)) {
      return Refusal.of(passed);
    }
    int[] moments = moments(s, link, ActType.CONNECT);
    Instant at = c.terms().happened(c.at());
    List<Deviation> deviations = Deviations.of(s, c.at(), c.terms(), taken, moments, link.id);
    Event event =
        new Event.ReferralConnected(
            c.session(), s.seq() + 1, at, c.by(), c.terms().metadata(), c.referral(), deviations);
    return Acceptance.of(s, taken, event, at, moments, link.id, after(s, link, ActType.CONNECT));
  }

  static Decision complete(Session s, Command.Complete c) {
    ReferralChain link = ReferralChain.find(s.referralChain(), c.referral());
    Answer passed =
        Guards.pass(s, c, ActType.COMPLETE, Answers.toReferral(s, link, ActType.COMPLETE));
    if (link == null || !(passed instanceof Transition taken)) {
      return Refusal.of(passed);
    }
    int[] moments = moments(s, link, ActType.COMPLETE);
    Instant at = c.terms().happened(c.at());
    List<Deviation> deviations = Deviations.of(s, c.at(), c.terms(), taken, moments, link.id);
    Event event =
        new Event.ReferralCompleted(
            c.session(), s.seq() + 1, at, c.by(), c.terms().metadata(), c.referral(), deviations);
    return Acceptance.of(s, taken, event, at, moments, link.id, after(s, link, ActType.COMPLETE));
  }

  static Decision withdraw(Session s, Command.Withdraw c) {
    ReferralChain link = ReferralChain.find(s.referralChain(), c.referral());
    Answer passed =
        Guards.pass(s, c, ActType.WITHDRAW, Answers.toReferral(s, link, ActType.WITHDRAW));
    if (link == null || !(passed instanceof Transition taken)) {
      return Refusal.of(passed);
    }
    int[] moments = moments(s, link, ActType.WITHDRAW);
    Instant at = c.terms().happened(c.at());
    List<Deviation> deviations = Deviations.of(s, c.at(), c.terms(), taken, moments, link.id);
    Event event =
        new Event.ReferralWithdrawn(
            c.session(), s.seq() + 1, at, c.by(), c.terms().metadata(), c.referral(), deviations);
    return Acceptance.of(s, taken, event, at, moments, link.id, after(s, link, ActType.WITHDRAW));
  }

  static Decision lapse(Session s, Command.Lapse c) {
    ReferralChain link = ReferralChain.find(s.referralChain(), c.referral());
    Answer answer =
        Answers.withReason(
            s,
            isKnown(s, ActType.LAPSE, c.reason()),
            s.protocol().reasons().of(ActType.LAPSE),
            Answers.toReferral(s, link, ActType.LAPSE));
    Answer passed = Guards.pass(s, c, ActType.LAPSE, answer);
    if (link == null || !(passed instanceof Transition taken)) {
      return Refusal.of(passed);
    }
    int[] moments = moments(s, link, ActType.LAPSE);
    Instant at = c.terms().happened(c.at());
    List<Deviation> deviations = Deviations.of(s, c.at(), c.terms(), taken, moments, link.id);
    Event event =
        new Event.ReferralLapsed(
            c.session(),
            s.seq() + 1,
            at,
            c.by(),
            c.terms().metadata(),
            c.referral(),
            c.reason(),
            deviations);
    return Acceptance.of(s, taken, event, at, moments, link.id, after(s, link, ActType.LAPSE));
  }

  private static boolean isKnown(Session s, ActType act, Optional<String> reason) {
    return reason.isEmpty() || s.state().protocol().knowsReason(act, reason.get());
  }

  /** The moments of an act of the referral, for deadlines. */
  private static int[] moments(Session s, ReferralChain link, ActType act) {
    CompiledProtocol protocol = s.state().protocol();
    return protocol.deadlines().momentsOf(protocol.ofReferral(act, link.resource));
  }

  /** The referrals after an act of one of them. */
  private static ReferralChain after(Session s, ReferralChain link, ActType act) {
    return ReferralChain.with(
        Objects.requireNonNull(s.referralChain()), link, ReferralLifecycle.after(act));
  }
}
