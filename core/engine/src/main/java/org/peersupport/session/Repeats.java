package org.peersupport.session;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.peersupport.protocol.RefusalCode;

/** Finds a command that was recorded before by its command id. */
final class Repeats {
  private Repeats() {}

  /**
   * The answer to a command whose id is in the history: the event of the first time, or that the id
   * is another command's. Empty for a command without an id, and for a new one.
   */
  static Optional<Decision> find(Session now, Command command, List<? extends Event> history) {
    Optional<String> id = command.terms().metadata().commandId();
    if (id.isEmpty()) {
      return Optional.empty();
    }
    if (!command.session().equals(now.id())) {
      throw new IllegalArgumentException("the command is meant for another session");
    }
    EffectiveHistory.checkWhole(now.id(), now.seq(), history);
    for (Event event : history) {
      if (event.metadata().commandId().equals(id)) {
        return Optional.of(
            isRecordedAs(command, event)
                ? new Decision.Repeated(event, now)
                : Refusal.of(now.state().protocol().denial(RefusalCode.COMMAND_ID_REUSED)));
      }
    }
    return Optional.empty();
  }

  /** Whether the event records this command, whenever it was told. */
  private static boolean isRecordedAs(Command command, Event event) {
    if (command.type() != event.type() || !command.by().equals(event.by())) {
      return false;
    }
    if (command instanceof Command.Correct correct) {
      // Its reason is confidential, and no part of what makes a command the same.
      return correct.seq() == ((Event.EventCorrected) event).corrects();
    }
    Command recorded = CommandFactory.of(event, command.terms()).withAt(command.at());
    return command instanceof Command.Open open
        ? isSameOpening(open, (Command.Open) recorded)
        : command.equals(recorded);
  }

  /** A bare protocol id equals any release of it. */
  private static boolean isSameOpening(Command.Open command, Command.Open recorded) {
    String named = command.protocol();
    boolean sameProtocol =
        named.equals(recorded.protocol()) || recorded.protocol().startsWith(named + "@");
    return sameProtocol
        && command.session().equals(recorded.session())
        && command.supporter().equals(recorded.supporter())
        && command.peer().equals(recorded.peer())
        && Objects.equals(command.followUpOf(), recorded.followUpOf());
  }
}
