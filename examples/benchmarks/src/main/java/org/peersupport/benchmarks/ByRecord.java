package org.peersupport.benchmarks;

import java.time.Instant;
import org.peersupport.session.Command;

/**
 * The limit of any immutable session: a record by hand that keeps to the order of the elements, and
 * a list of its events that shares its tail with the list before.
 *
 * <p>A step makes an event, a link of the list and a new record: 80 bytes where references are
 * compressed. It knows no rules beside the order, no referrals, no time limits and no roles.
 *
 * @param id the conversation's id
 * @param state where it is
 * @param events what has happened, the newest first
 */
record ByRecord(String id, OrderState state, Events events) {
  /** A list that is never changed. */
  record Events(Happened newest, Events older) {}

  /** What happened. */
  record Happened(String conversation, int seq, Instant at, String by, Act act) {}

  /** What is asked for: the same content as a command. */
  record Ask(String conversation, Instant at, String by, Act act) {
    static Ask of(Command command) {
      return new Ask(command.session(), command.at(), command.by(), Act.of(command));
    }

    static Ask[] of(Command[] commands) {
      Ask[] asks = new Ask[commands.length];
      for (int i = 0; i < asks.length; i++) {
        asks[i] = of(commands[i]);
      }
      return asks;
    }
  }

  /** A conversation that has not begun. */
  static ByRecord of(Ask first) {
    return new ByRecord(first.conversation(), OrderState.BEFORE, null);
  }

  /** The conversation one event later; null when the act is out of order. */
  ByRecord step(Ask ask) {
    OrderState next = BySwitch.after(state, ask.act());
    if (next == null) {
      return null;
    }
    int seq = events == null ? 1 : events.newest.seq + 1;
    Happened event = new Happened(id, seq, ask.at(), ask.by(), ask.act());
    return new ByRecord(id, next, new Events(event, events));
  }
}
