package org.peersupport.audit;

import java.util.HashMap;
import java.util.Map;
import org.peersupport.session.Event;

/**
 * Which events were corrected, and which sessions entered in error, in all logs of an audit. A
 * correction comes later than what it corrects, and a session is judged by what stands; so
 * corrections are looked for first, and an audit needs no session's history. A correction that is
 * corrected itself takes nothing back. Not to be changed once an audit has begun.
 */
public final class Corrections {
  private final Map<String, EffectivePlaces> sessions = new HashMap<>();

  /** None so far. */
  public Corrections() {}

  /**
   * Takes note of a correction; of what cannot be corrected, such as the opening, there is none.
   */
  public void add(Event.EventCorrected event) {
    if (event.corrects() > 1 && event.corrects() < event.seq()) {
      places(event.session()).correct(event.seq(), event.corrects());
    }
  }

  /** Takes note that a session was entered in error, unless that is corrected. */
  public void add(Event.SessionVoided event) {
    places(event.session()).voided(event.seq());
  }

  /** Takes note of all the others. */
  public void addAll(Corrections others) {
    others.sessions.forEach((session, places) -> places(session).addAll(places));
  }

  private EffectivePlaces places(String session) {
    return sessions.computeIfAbsent(session, id -> new EffectivePlaces());
  }

  /** Whether the event at this place of a session counts for nothing. */
  public boolean has(String session, int seq) {
    EffectivePlaces places = sessions.get(session);
    return places != null && places.isTakenBack(seq);
  }

  /** Whether a session was entered in error, so that it counts nowhere. */
  public boolean isVoided(String session) {
    EffectivePlaces places = sessions.get(session);
    return places != null && places.isVoided();
  }

  /** The places of a session; of none that was corrected where nothing is known of it. */
  EffectivePlaces of(String session) {
    return sessions.getOrDefault(session, EffectivePlaces.NONE);
  }
}
