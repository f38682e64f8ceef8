package org.peersupport.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** The common parts of commands and of events. */
final class Common {
  private Common() {}

  /** Checks the members, and gives the instant without what is finer than a millisecond. */
  static Instant check(String session, Instant at, String by, Terms terms) {
    Ids.check(session);
    Objects.requireNonNull(at, "at");
    Ids.check(by);
    Objects.requireNonNull(terms, "terms");
    return at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** A text without anything of a participant. */
  static String text(Command command) {
    return command.type().commandName() + " in " + command.session();
  }

  /** A text without anything of a participant. */
  static String text(Event event) {
    return event.type().eventName() + " in " + event.session() + " at " + event.seq();
  }
}
