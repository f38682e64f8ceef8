package org.peersupport.session;

import java.time.Instant;

/** The same act, told otherwise. */
final class CommandCopy {
  private CommandCopy() {}

  static Command of(Command command, Instant at, String by, Terms terms) {
    String s = command.session();
    return switch (command.type()) {
      case OPEN -> {
        Command.Open c = (Command.Open) command;
        yield new Command.Open(
            s, at, by, terms, c.protocol(), c.supporter(), c.peer(), c.followUpOf());
      }
      case BEGIN -> {
        Command.Begin c = (Command.Begin) command;
        yield new Command.Begin(s, at, by, terms, c.element());
      }
      case CONCERN -> {
        Command.RaiseConcern c = (Command.RaiseConcern) command;
        yield new Command.RaiseConcern(s, at, by, terms, c.level());
      }
      case OFFER -> {
        Command.Offer c = (Command.Offer) command;
        yield new Command.Offer(s, at, by, terms, c.referral(), c.resource());
      }
      case ACCEPT -> {
        Command.Accept c = (Command.Accept) command;
        yield new Command.Accept(s, at, by, terms, c.referral());
      }
      case DECLINE -> {
        Command.Decline c = (Command.Decline) command;
        yield new Command.Decline(s, at, by, terms, c.referral(), c.reason());
      }
      case CONNECT -> {
        Command.Connect c = (Command.Connect) command;
        yield new Command.Connect(s, at, by, terms, c.referral());
      }
      case COMPLETE -> {
        Command.Complete c = (Command.Complete) command;
        yield new Command.Complete(s, at, by, terms, c.referral());
      }
      case WITHDRAW -> {
        Command.Withdraw c = (Command.Withdraw) command;
        yield new Command.Withdraw(s, at, by, terms, c.referral());
      }
      case LAPSE -> {
        Command.Lapse c = (Command.Lapse) command;
        yield new Command.Lapse(s, at, by, terms, c.referral(), c.reason());
      }
      case THANK -> {
        Command.Thank c = (Command.Thank) command;
        yield new Command.Thank(s, at, by, terms, c.appreciation());
      }
      case PAUSE -> new Command.Pause(s, at, by, terms);
      case RESUME -> new Command.Resume(s, at, by, terms);
      case TRANSFER -> {
        Command.Transfer c = (Command.Transfer) command;
        yield new Command.Transfer(s, at, by, terms, c.supporter());
      }
      case CLOSE -> new Command.Close(s, at, by, terms);
      case END -> {
        Command.End c = (Command.End) command;
        yield new Command.End(s, at, by, terms, c.reason());
      }
      case CORRECT -> {
        Command.Correct c = (Command.Correct) command;
        yield new Command.Correct(s, at, by, terms, c.seq(), c.reason());
      }
      case VOID -> {
        Command.VoidSession c = (Command.VoidSession) command;
        yield new Command.VoidSession(s, at, by, terms, c.reason());
      }
    };
  }
}
