package org.peersupport.session;

/** The command that an event came of. */
final class Asked {
  private Asked() {}

  /** The command without terms. */
  static Command of(Event event) {
    return of(event, Terms.NONE);
  }

  /** The command on terms that the event does not tell. */
  static Command of(Event event, Terms terms) {
    if (event instanceof Event.ElementBegun e) {
      return new Command.Begin(e.session(), e.at(), e.by(), terms, e.element());
    } else if (event instanceof Event.ConcernRaised e) {
      return new Command.RaiseConcern(e.session(), e.at(), e.by(), terms, e.level());
    } else if (event instanceof Event.AppreciationExpressed e) {
      return new Command.Thank(e.session(), e.at(), e.by(), terms, e.appreciation());
    } else if (event instanceof Event.SessionPaused e) {
      return new Command.Pause(e.session(), e.at(), e.by(), terms);
    } else if (event instanceof Event.SessionResumed e) {
      return new Command.Resume(e.session(), e.at(), e.by(), terms);
    } else if (event instanceof Event.SupporterChanged e) {
      return new Command.Transfer(e.session(), e.at(), e.by(), terms, e.supporter());
    } else if (event instanceof Event.SessionClosed e) {
      return new Command.Close(e.session(), e.at(), e.by(), terms);
    } else if (event instanceof Event.SessionEnded e) {
      return new Command.End(e.session(), e.at(), e.by(), terms, e.reason());
    }
    return ofReferral(event, terms);
  }

  private static Command ofReferral(Event event, Terms terms) {
    if (event instanceof Event.ReferralOffered e) {
      return new Command.Offer(e.session(), e.at(), e.by(), terms, e.referral(), e.resource());
    } else if (event instanceof Event.ReferralAccepted e) {
      return new Command.Accept(e.session(), e.at(), e.by(), terms, e.referral());
    } else if (event instanceof Event.ReferralDeclined e) {
      return new Command.Decline(e.session(), e.at(), e.by(), terms, e.referral());
    } else if (event instanceof Event.ReferralConnected e) {
      return new Command.Connect(e.session(), e.at(), e.by(), terms, e.referral());
    } else if (event instanceof Event.ReferralCompleted e) {
      return new Command.Complete(e.session(), e.at(), e.by(), terms, e.referral());
    } else if (event instanceof Event.ReferralLapsed e) {
      return new Command.Lapse(e.session(), e.at(), e.by(), terms, e.referral());
    }
    throw new AssertionError("unhandled " + event.getClass().getName());
  }
}
