package org.peersupport.session;

import java.util.List;
import java.util.Optional;

/**
 * The event that records a command: a method for each, so that its class is known to the caller.
 */
final class EventFactory {
  private EventFactory() {}

  static Event.ElementBegun of(Command.Begin c, int seq, List<Deviation> deviations) {
    return new Event.ElementBegun(c.session(), seq, c.at(), c.by(), c.element(), deviations);
  }

  static Event.ConcernRaised of(Command.RaiseConcern c, int seq, List<Deviation> deviations) {
    return new Event.ConcernRaised(c.session(), seq, c.at(), c.by(), c.level(), deviations);
  }

  static Event.ReferralOffered of(Command.Offer c, int seq, List<Deviation> deviations) {
    return new Event.ReferralOffered(
        c.session(), seq, c.at(), c.by(), c.referral(), c.resource(), deviations);
  }

  static Event.AppreciationExpressed of(Command.Thank c, int seq, List<Deviation> deviations) {
    return new Event.AppreciationExpressed(
        c.session(), seq, c.at(), c.by(), c.appreciation(), deviations);
  }

  static Event.SessionPaused of(Command.Pause c, int seq, List<Deviation> deviations) {
    return new Event.SessionPaused(c.session(), seq, c.at(), c.by(), deviations);
  }

  static Event.SessionResumed of(Command.Resume c, int seq, List<Deviation> deviations) {
    return new Event.SessionResumed(c.session(), seq, c.at(), c.by(), deviations);
  }

  static Event.SupporterChanged of(Command.Transfer c, int seq, List<Deviation> deviations) {
    return new Event.SupporterChanged(c.session(), seq, c.at(), c.by(), c.supporter(), deviations);
  }

  static Event.SessionClosed of(Command.Close c, int seq, List<Deviation> deviations) {
    return new Event.SessionClosed(c.session(), seq, c.at(), c.by(), deviations);
  }

  static Event.SessionEnded of(Command.End c, int seq, List<Deviation> deviations) {
    return new Event.SessionEnded(c.session(), seq, c.at(), c.by(), c.reason(), deviations);
  }

  static Event.EventCorrected of(Command.Correct c, int seq, List<Deviation> deviations) {
    return new Event.EventCorrected(
        c.session(), seq, c.at(), c.by(), c.seq(), Optional.of(c.reason()), deviations);
  }

  static Event.ReferralAccepted of(Command.Accept c, int seq, List<Deviation> deviations) {
    return new Event.ReferralAccepted(c.session(), seq, c.at(), c.by(), c.referral(), deviations);
  }

  static Event.ReferralDeclined of(Command.Decline c, int seq, List<Deviation> deviations) {
    return new Event.ReferralDeclined(c.session(), seq, c.at(), c.by(), c.referral(), deviations);
  }

  static Event.ReferralConnected of(Command.Connect c, int seq, List<Deviation> deviations) {
    return new Event.ReferralConnected(c.session(), seq, c.at(), c.by(), c.referral(), deviations);
  }

  static Event.ReferralCompleted of(Command.Complete c, int seq, List<Deviation> deviations) {
    return new Event.ReferralCompleted(c.session(), seq, c.at(), c.by(), c.referral(), deviations);
  }

  static Event.ReferralLapsed of(Command.Lapse c, int seq, List<Deviation> deviations) {
    return new Event.ReferralLapsed(c.session(), seq, c.at(), c.by(), c.referral(), deviations);
  }
}
