package org.peersupport.workbench;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peersupport.json.SessionDesk;

/**
 * What {@code guide} is asked to do.
 *
 * @param protocols the protocols on top of the catalogue, by id or path
 * @param log the log to replay and to write
 * @param sync whether an answer waits for the disk
 */
record Guiding(List<String> protocols, Optional<Path> log, boolean sync) {

  /**
   * Reads arguments in their plain form. A guide answers soon after its start, and picocli alone
   * takes longer to start than the rest together; it reads whatever is not plain, mistakes
   * included.
   */
  static Optional<Guiding> plain(List<String> arguments) {
    List<String> protocols = new ArrayList<>();
    Optional<Path> log = Optional.empty();
    boolean sync = false;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (isValue(argument)) {
        protocols.add(argument);
      } else if (argument.equals("--sync") && !sync) {
        sync = true;
      } else if (argument.equals("--log") && log.isEmpty() && i + 1 < arguments.size()) {
        i++;
        log = isValue(arguments.get(i)) ? path(arguments.get(i)) : Optional.empty();
        if (log.isEmpty()) {
          return Optional.empty();
        }
      } else {
        return Optional.empty();
      }
    }
    boolean sensible = log.isPresent() || !sync;
    return sensible ? Optional.of(new Guiding(protocols, log, sync)) : Optional.empty();
  }

  private static boolean isValue(String argument) {
    return !argument.isEmpty() && "-\"'@".indexOf(argument.charAt(0)) < 0;
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Guides until the input ends, and gives the exit status. */
  int run(Console console) {
    ProtocolSources sources = ProtocolSources.of(protocols);
    if (log.isEmpty()) {
      SessionDesk desk = new SessionDesk(sources::find, event -> {});
      return new Dialogue(desk, Optional.empty(), console).untilTheEnd();
    }
    try (EventLog events = EventLog.open(log.get(), sync)) {
      SessionDesk desk = new SessionDesk(sources::find, events::append);
      events.replay(desk, console);
      return new Dialogue(desk, Optional.of(events), console).untilTheEnd();
    }
  }
}
