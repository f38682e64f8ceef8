package org.peersupport.session;

import java.util.List;
import org.peersupport.protocol.Protocol;

/** The decision of what an event records, made once more as if it were asked for now. */
final class Redecision {
  private static final Terms OVERRIDE = Terms.NONE.overriding(OverrideReason.of("recorded"));

  private Redecision() {}

  static Decision opening(Protocol protocol, Event.SessionOpened event) {
    Command.Open again =
        new Command.Open(
            event.session(),
            event.at(),
            event.by(),
            Terms.NONE,
            protocol.reference(),
            event.supporter(),
            event.peer(),
            CommandFactory.followUpOf(event));
    return CommandHandler.open(protocol, again);
  }

  static Decision decide(Session before, Event event) {
    Decision plain = CommandHandler.decide(before, CommandFactory.of(event, Terms.NONE));
    if (plain.isAccepted() || event.deviations().isEmpty()) {
      return plain;
    }
    Decision overridden = CommandHandler.decide(before, CommandFactory.of(event, OVERRIDE));
    return overridden instanceof Decision.Accepted again
            && !records(event.deviations(), again.event())
        ? plain
        : overridden;
  }

  /** Whether every rule that the act would depart from on purpose is among those recorded. */
  private static boolean records(List<Deviation> recorded, Event again) {
    for (Deviation departure : again.deviations()) {
      if (departure.reason().isPresent() && !names(recorded, departure.rule())) {
        return false;
      }
    }
    return true;
  }

  private static boolean names(List<Deviation> recorded, String rule) {
    for (Deviation deviation : recorded) {
      if (deviation.rule().equals(rule)) {
        return true;
      }
    }
    return false;
  }
}
