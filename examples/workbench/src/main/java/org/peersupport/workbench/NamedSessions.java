package org.peersupport.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sessions that have something in common: all of them are counted, the first of them named. */
final class NamedSessions {
  /** As many as people read. */
  static final int SHOWN = 50;

  private final List<String> shown = new ArrayList<>();
  private long count;

  void add(String session) {
    count++;
    if (shown.size() < SHOWN) {
      shown.add(session);
    }
  }

  /** A sentence that names them; empty when there is none. */
  Optional<String> sentence(String says) {
    if (count == 0) {
      return Optional.empty();
    }
    String more =
        count == shown.size()
            ? "."
            : String.format(
                Locale.ROOT,
                ", and %,d more; without --text each has a line of its own.",
                count - shown.size());
    return Optional.of(says + ": " + String.join(", ", shown) + more);
  }
}
