package org.peersupport.session;

/** The command that an event came of. */
final class CommandFactory {
  private CommandFactory() {}

  /**
   * The command, on terms that the event does not tell.
   *
   * @throws IllegalArgumentException for a correction, whose reason an event may come without
   */
  static Command of(Event event, Terms terms) {
    return switch (event.type()) {
      case OPEN -> {
        Event.SessionOpened e = (Event.SessionOpened) event;
        yield new Command.Open(
            e.session(),
            e.at(),
            e.by(),
            terms,
            e.protocol(),
            e.supporter(),
            e.peer(),
            e.followUpOf());
      }
      case BEGIN ->
          new Command.Begin(
              event.session(),
              event.at(),
              event.by(),
              terms,
              ((Event.ElementBegun) event).element());
      case CONCERN ->
          new Command.RaiseConcern(
              event.session(),
              event.at(),
              event.by(),
              terms,
              ((Event.ConcernRaised) event).level());
      case OFFER -> {
        Event.ReferralOffered e = (Event.ReferralOffered) event;
        yield new Command.Offer(e.session(), e.at(), e.by(), terms, e.referral(), e.resource());
      }
      case ACCEPT ->
          new Command.Accept(event.session(), event.at(), event.by(), terms, referral(event));
      case DECLINE ->
          new Command.Decline(event.session(), event.at(), event.by(), terms, referral(event));
      case CONNECT ->
          new Command.Connect(event.session(), event.at(), event.by(), terms, referral(event));
      case COMPLETE ->
          new Command.Complete(event.session(), event.at(), event.by(), terms, referral(event));
      case LAPSE ->
          new Command.Lapse(event.session(), event.at(), event.by(), terms, referral(event));
      case THANK ->
          new Command.Thank(
              event.session(),
              event.at(),
              event.by(),
              terms,
              ((Event.AppreciationExpressed) event).appreciation());
      case PAUSE -> new Command.Pause(event.session(), event.at(), event.by(), terms);
      case RESUME -> new Command.Resume(event.session(), event.at(), event.by(), terms);
      case TRANSFER ->
          new Command.Transfer(
              event.session(),
              event.at(),
              event.by(),
              terms,
              ((Event.SupporterChanged) event).supporter());
      case CLOSE -> new Command.Close(event.session(), event.at(), event.by(), terms);
      case END ->
          new Command.End(
              event.session(),
              event.at(),
              event.by(),
              terms,
              ((Event.SessionEnded) event).reason());
      case CORRECT -> throw new IllegalArgumentException("a correction is not decided again");
    };
  }

  private static String referral(Event event) {
    return ((Event.ReferralEvent) event).referral();
  }
}
