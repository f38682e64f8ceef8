package org.peersupport.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peersupport.session.Event;
import org.peersupport.session.RefusalCode;
import org.peersupport.session.Session;

/** The corrections of one session: which events count for nothing, and whether they may. */
final class SessionCorrections {
  private final Set<Integer> foreseen;

  /** Who recorded the events that count for nothing. */
  private final Map<Integer, String> recorders = new HashMap<>();

  private final List<CorrectedEvent> found = new ArrayList<>();
  private Instant last;

  /**
   * @param foreseen the places of the events that will be corrected
   * @param last the instant of the event before
   */
  SessionCorrections(Set<Integer> foreseen, Instant last) {
    this.foreseen = foreseen;
    this.last = last;
  }

  /** The instant of the last event, whether it counts or not. */
  Instant last() {
    return last;
  }

  /** An event has passed, whether it counts or not. */
  void passed(Instant at) {
    last = at;
  }

  /** Whether the event counts for nothing; it is passed over then. */
  boolean passOver(Event event) {
    if (event instanceof Event.EventCorrected || !foreseen.contains(event.seq())) {
      return false;
    }
    recorders.put(event.seq(), event.by());
    return true;
  }

  /** Whether the event that is corrected was taken into account, because nobody foresaw this. */
  boolean isTooLate(Event.EventCorrected event) {
    int corrects = event.corrects();
    return corrects > 1 && corrects < event.seq() && !foreseen.contains(corrects);
  }

  /**
   * Takes note of a correction.
   *
   * @param session as it stands; null where it cannot be judged
   * @return why it would have been refused, if it would
   */
  Optional<RefusalCode> add(Event.EventCorrected event, @Nullable Session session) {
    int corrects = event.corrects();
    boolean isKnown = recorders.containsKey(corrects);
    Optional<RefusalCode> refusal = refusal(event, session, isKnown);
    if (isKnown && !isCorrected(corrects)) {
      found.add(new CorrectedEvent(event.seq(), corrects));
    }
    return refusal;
  }

  private Optional<RefusalCode> refusal(
      Event.EventCorrected event, @Nullable Session session, boolean isKnown) {
    String by = event.by();
    if (session != null
        && !by.equals(session.supporter().id())
        && !by.equals(recorders.get(event.corrects()))) {
      return Optional.of(
          by.equals(session.peer().id())
              ? RefusalCode.ACTOR_NOT_ALLOWED
              : RefusalCode.ACTOR_NOT_IN_SESSION);
    }
    if (event.at().isBefore(last)) {
      return Optional.of(RefusalCode.TIME_BEFORE_LAST_EVENT);
    }
    if (event.corrects() >= event.seq()) {
      return Optional.of(RefusalCode.CORRECTION_UNKNOWN_EVENT);
    }
    return isKnown && !isCorrected(event.corrects())
        ? Optional.empty()
        : Optional.of(RefusalCode.CORRECTION_NOT_ALLOWED);
  }

  private boolean isCorrected(int seq) {
    for (CorrectedEvent each : found) {
      if (each.corrects() == seq) {
        return true;
      }
    }
    return false;
  }

  /** The events that were corrected, in the order of their corrections. */
  List<CorrectedEvent> found() {
    return found;
  }
}
