package org.peersupport.benchmarks;

import java.util.Map;
import org.peersupport.session.Command;

/** What happens in a conversation, as an event of a plain state machine: an act without content. */
enum Act {
  OPEN,
  REACH_OUT,
  INVITE_AND_LISTEN,
  REFLECT_AND_REFRAME,
  MAKE_SENSE_AND_COPE,
  OFFER_RESOURCES,
  CLOSE_WITH_THANK_YOU,
  CONCERN,
  OFFER,
  ACCEPT,
  DECLINE,
  CONNECT,
  COMPLETE,
  WITHDRAW,
  LAPSE,
  THANK,
  CLOSE,
  END;

  private static final Map<String, Act> WORDS =
      Map.ofEntries(
          Map.entry("open", OPEN),
          Map.entry("concern", CONCERN),
          Map.entry("offer", OFFER),
          Map.entry("accept", ACCEPT),
          Map.entry("decline", DECLINE),
          Map.entry("connect", CONNECT),
          Map.entry("complete", COMPLETE),
          Map.entry("withdraw", WITHDRAW),
          Map.entry("lapse", LAPSE),
          Map.entry("thank", THANK),
          Map.entry("close", CLOSE),
          Map.entry("end", END),
          Map.entry("reach-out", REACH_OUT),
          Map.entry("invite-and-listen", INVITE_AND_LISTEN),
          Map.entry("reflect-and-reframe", REFLECT_AND_REFRAME),
          Map.entry("make-sense-and-cope", MAKE_SENSE_AND_COPE),
          Map.entry("offer-resources", OFFER_RESOURCES),
          Map.entry("close-with-thank-you", CLOSE_WITH_THANK_YOU));

  /** The act that a command asks for; never null. */
  static Act of(Command command) {
    String word =
        command instanceof Command.Begin begin ? begin.element() : command.type().commandName();
    Act act = WORDS.get(word);
    if (act == null) {
      throw new IllegalArgumentException("no act for " + word);
    }
    return act;
  }

  /** The acts of a conversation, in order. */
  static Act[] of(Command[] commands) {
    Act[] acts = new Act[commands.length];
    for (int i = 0; i < acts.length; i++) {
      acts[i] = of(commands[i]);
    }
    return acts;
  }
}
