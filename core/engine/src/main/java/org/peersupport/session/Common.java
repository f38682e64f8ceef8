package org.peersupport.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** What all commands, and all events, have in common. */
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

  /** A copy that nobody can change; the list that a decision gives is one already. */
  static List<Deviation> copy(List<Deviation> deviations) {
    return deviations instanceof Step ? deviations : List.copyOf(deviations);
  }

  /** A text without anything of a participant. */
  static String text(Command command) {
    return command.wire() + " in " + command.session();
  }

  /** A text without anything of a participant. */
  static String text(Event event) {
    return event.type() + " in " + event.session() + " at " + event.seq();
  }
}
