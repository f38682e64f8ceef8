package org.peersupport.session;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What all commands, and all events, have in common. */
final class Common {
  private static final List<Deviation> NOTHING = List.of();

  private Common() {}

  static void check(String session, Instant at, String by, Terms terms) {
    Ids.check(session);
    Objects.requireNonNull(at, "at");
    Ids.check(by);
    Objects.requireNonNull(terms, "terms");
  }

  /** A copy that nobody can change; most events depart from nothing. */
  @SuppressWarnings("ReferenceEquality") // the empty list is looked for, not an equal one
  static List<Deviation> copy(List<Deviation> deviations) {
    return deviations == NOTHING ? NOTHING : List.copyOf(deviations);
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
