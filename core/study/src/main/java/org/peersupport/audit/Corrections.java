package org.peersupport.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.peersupport.session.Event;

/**
 * Which events were corrected, in all logs of an audit. A correction comes later than what it
 * corrects, and a session is judged by what stands; so corrections are looked for first, and an
 * audit needs no session's history. Not to be changed once an audit has begun.
 */
public final class Corrections {
  private final Map<String, Set<Integer>> sessions = new HashMap<>();

  /** None so far. */
  public Corrections() {}

  /**
   * Takes note of a correction; of what cannot be corrected, such as the opening, there is none.
   */
  public void add(Event.EventCorrected event) {
    if (event.corrects() > 1 && event.corrects() < event.seq()) {
      sessions.computeIfAbsent(event.session(), id -> new TreeSet<>()).add(event.corrects());
    }
  }

  /** Takes note of all the others. */
  public void addAll(Corrections others) {
    others.sessions.forEach(
        (session, seqs) -> sessions.computeIfAbsent(session, id -> new TreeSet<>()).addAll(seqs));
  }

  /** Whether the event at this place of a session was corrected. */
  public boolean has(String session, int seq) {
    return of(session).contains(seq);
  }

  /** The places of the events that were corrected. */
  Set<Integer> of(String session) {
    return sessions.isEmpty() ? Set.of() : sessions.getOrDefault(session, Set.of());
  }
}
