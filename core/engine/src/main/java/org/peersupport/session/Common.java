package org.peersupport.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** The common parts of commands and of events. */
final class Common {
  private static final List<Deviation> NO_DEVIATIONS = List.of();

  private Common() {}

  /** Checks the members, and gives the instant without what is finer than a millisecond. */
  static Instant check(String session, Instant at, String by, Terms terms) {
    Ids.check(session);
    Objects.requireNonNull(at, "at");
    Ids.check(by);
    Objects.requireNonNull(terms, "terms");
    return at.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * A copy of the list. Most events deviate from nothing, and then no call comes between the making
   * of an event and the filling of its members: after a call the collector would watch the writing.
   */
  @SuppressWarnings("ReferenceEquality") // the empty list is always the same
  static List<Deviation> copy(List<Deviation> deviations) {
    return deviations == NO_DEVIATIONS ? NO_DEVIATIONS : List.copyOf(deviations);
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
