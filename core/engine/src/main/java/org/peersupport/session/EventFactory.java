package org.peersupport.session;

import java.util.List;
import java.util.Optional;

/** The event that records a command. */
final class EventFactory {
  private EventFactory() {}

  static Event of(Command command, int seq, List<Deviation> deviations) {
    return switch (command.type()) {
      case OPEN -> {
        Command.Open c = (Command.Open) command;
        yield new Event.SessionOpened(
            c.session(),
            seq,
            c.at(),
            c.by(),
            c.protocol(),
            c.supporter(),
            c.peer(),
            c.followUpOf(),
            deviations);
      }
      case BEGIN -> {
        Command.Begin c = (Command.Begin) command;
        yield new Event.ElementBegun(c.session(), seq, c.at(), c.by(), c.element(), deviations);
      }
      case CONCERN -> {
        Command.RaiseConcern c = (Command.RaiseConcern) command;
        yield new Event.ConcernRaised(c.session(), seq, c.at(), c.by(), c.level(), deviations);
      }
      case OFFER -> {
        Command.Offer c = (Command.Offer) command;
        yield new Event.ReferralOffered(
            c.session(), seq, c.at(), c.by(), c.referral(), c.resource(), deviations);
      }
      case ACCEPT -> {
        Command.Accept c = (Command.Accept) command;
        yield new Event.ReferralAccepted(
            c.session(), seq, c.at(), c.by(), c.referral(), deviations);
      }
      case DECLINE -> {
        Command.Decline c = (Command.Decline) command;
        yield new Event.ReferralDeclined(
            c.session(), seq, c.at(), c.by(), c.referral(), deviations);
      }
      case CONNECT -> {
        Command.Connect c = (Command.Connect) command;
        yield new Event.ReferralConnected(
            c.session(), seq, c.at(), c.by(), c.referral(), deviations);
      }
      case COMPLETE -> {
        Command.Complete c = (Command.Complete) command;
        yield new Event.ReferralCompleted(
            c.session(), seq, c.at(), c.by(), c.referral(), deviations);
      }
      case LAPSE -> {
        Command.Lapse c = (Command.Lapse) command;
        yield new Event.ReferralLapsed(c.session(), seq, c.at(), c.by(), c.referral(), deviations);
      }
      case THANK -> {
        Command.Thank c = (Command.Thank) command;
        yield new Event.AppreciationExpressed(
            c.session(), seq, c.at(), c.by(), c.appreciation(), deviations);
      }
      case PAUSE ->
          new Event.SessionPaused(command.session(), seq, command.at(), command.by(), deviations);
      case RESUME ->
          new Event.SessionResumed(command.session(), seq, command.at(), command.by(), deviations);
      case TRANSFER -> {
        Command.Transfer c = (Command.Transfer) command;
        yield new Event.SupporterChanged(
            c.session(), seq, c.at(), c.by(), c.supporter(), deviations);
      }
      case CLOSE ->
          new Event.SessionClosed(command.session(), seq, command.at(), command.by(), deviations);
      case END -> {
        Command.End c = (Command.End) command;
        yield new Event.SessionEnded(c.session(), seq, c.at(), c.by(), c.reason(), deviations);
      }
      case CORRECT -> {
        Command.Correct c = (Command.Correct) command;
        yield new Event.EventCorrected(
            c.session(), seq, c.at(), c.by(), c.seq(), Optional.of(c.reason()), deviations);
      }
    };
  }
}
