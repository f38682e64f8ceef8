package org.peersupport.benchmarks;

import java.util.List;
import java.util.Optional;
import org.peersupport.session.Appreciation;
import org.peersupport.session.Command;
import org.peersupport.session.Peer;

/**
 * Gives every command strings of its own, as if each had been read from a line of JSON: no two
 * equal ids are the same object, and no key is the one the protocol holds.
 */
final class Strings {
  private Strings() {}

  static Command[][] own(Command[][] conversations) {
    Command[][] own = new Command[conversations.length][];
    for (int i = 0; i < own.length; i++) {
      own[i] = own(conversations[i]);
    }
    return own;
  }

  static Command[] own(Command[] commands) {
    Command[] own = new Command[commands.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = own(commands[i]);
    }
    return own;
  }

  private static Command own(Command command) {
    String session = own(command.session());
    String by = own(command.by());
    var at = command.at();
    var terms = command.terms();
    if (command instanceof Command.Open c) {
      return new Command.Open(
          session,
          at,
          by,
          terms,
          own(c.protocol()),
          own(c.supporter()),
          own(c.peer()),
          c.followUpOf());
    } else if (command instanceof Command.Begin c) {
      return new Command.Begin(session, at, by, terms, own(c.element()));
    } else if (command instanceof Command.RaiseConcern c) {
      return new Command.RaiseConcern(session, at, by, terms, own(c.level()));
    } else if (command instanceof Command.Offer c) {
      return new Command.Offer(session, at, by, terms, own(c.referral()), own(c.resource()));
    } else if (command instanceof Command.Accept c) {
      return new Command.Accept(session, at, by, terms, own(c.referral()));
    } else if (command instanceof Command.Decline c) {
      return new Command.Decline(
          session, at, by, terms, own(c.referral()), c.reason().map(Strings::own));
    } else if (command instanceof Command.Connect c) {
      return new Command.Connect(session, at, by, terms, own(c.referral()));
    } else if (command instanceof Command.Complete c) {
      return new Command.Complete(session, at, by, terms, own(c.referral()));
    } else if (command instanceof Command.Withdraw c) {
      return new Command.Withdraw(session, at, by, terms, own(c.referral()));
    } else if (command instanceof Command.Lapse c) {
      return new Command.Lapse(
          session, at, by, terms, own(c.referral()), c.reason().map(Strings::own));
    } else if (command instanceof Command.Thank c) {
      List<String> facets = c.appreciation().facets().stream().map(Strings::own).toList();
      return new Command.Thank(session, at, by, terms, Appreciation.of(facets));
    } else if (command instanceof Command.Close) {
      return new Command.Close(session, at, by, terms);
    } else if (command instanceof Command.End c) {
      return new Command.End(session, at, by, terms, c.reason());
    }
    throw new IllegalArgumentException(
        "not in these conversations: " + command.type().commandName());
  }

  private static Peer own(Peer peer) {
    Optional<String> department = peer.department().map(Strings::own);
    Peer own = Peer.of(own(peer.id()));
    return department.isPresent() ? own.from(department.get()) : own;
  }

  private static String own(String text) {
    return String.valueOf(text.toCharArray());
  }
}
