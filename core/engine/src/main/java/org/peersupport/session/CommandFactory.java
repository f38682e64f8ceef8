package org.peersupport.session;

import java.time.Instant;
import java.util.Optional;

/** The command that an event came of. */
final class CommandFactory {
  private CommandFactory() {}

  /**
   * The command, on terms that the event does not tell.
   *
   * @throws IllegalArgumentException for a correction, whose reason an event may come without
   */
  static Command of(Event event, Terms terms) {
    String s = event.session();
    Instant at = event.at();
    String by = event.by();
    return switch (event.type()) {
      case OPEN -> {
        Event.SessionOpened e = (Event.SessionOpened) event;
        yield new Command.Open(
            s, at, by, terms, e.protocol(), e.supporter(), e.peer(), followUpOf(e));
      }
      case BEGIN -> {
        Event.ElementBegun e = (Event.ElementBegun) event;
        yield new Command.Begin(s, at, by, terms, e.element());
      }
      case CONCERN -> {
        Event.ConcernRaised e = (Event.ConcernRaised) event;
        yield new Command.RaiseConcern(s, at, by, terms, e.level());
      }
      case OFFER -> {
        Event.ReferralOffered e = (Event.ReferralOffered) event;
        yield new Command.Offer(s, at, by, terms, e.referral(), e.resource());
      }
      case ACCEPT -> new Command.Accept(s, at, by, terms, referral(event));
      case DECLINE -> {
        Event.ReferralDeclined e = (Event.ReferralDeclined) event;
        yield new Command.Decline(s, at, by, terms, e.referral(), e.reason());
      }
      case CONNECT -> new Command.Connect(s, at, by, terms, referral(event));
      case COMPLETE -> new Command.Complete(s, at, by, terms, referral(event));
      case WITHDRAW -> new Command.Withdraw(s, at, by, terms, referral(event));
      case LAPSE -> {
        Event.ReferralLapsed e = (Event.ReferralLapsed) event;
        yield new Command.Lapse(s, at, by, terms, e.referral(), e.reason());
      }
      case THANK -> {
        Event.AppreciationExpressed e = (Event.AppreciationExpressed) event;
        yield new Command.Thank(s, at, by, terms, e.appreciation());
      }
      case PAUSE -> new Command.Pause(s, at, by, terms);
      case RESUME -> new Command.Resume(s, at, by, terms);
      case TRANSFER -> {
        Event.SupporterChanged e = (Event.SupporterChanged) event;
        yield new Command.Transfer(s, at, by, terms, e.supporter());
      }
      case CLOSE -> new Command.Close(s, at, by, terms);
      case END -> {
        Event.SessionEnded e = (Event.SessionEnded) event;
        yield new Command.End(s, at, by, terms, e.reason());
      }
      case CORRECT -> throw new IllegalArgumentException("a correction is not decided again");
      case VOID -> {
        Event.SessionVoided e = (Event.SessionVoided) event;
        yield new Command.VoidSession(s, at, by, terms, e.reason());
      }
    };
  }

  /** No command lets a session follow up itself; a history of before may say that it does. */
  static Optional<String> followUpOf(Event.SessionOpened event) {
    return event.followUpOf().filter(earlier -> !earlier.equals(event.session()));
  }

  private static String referral(Event event) {
    return ((Event.ReferralEvent) event).referral();
  }
}
