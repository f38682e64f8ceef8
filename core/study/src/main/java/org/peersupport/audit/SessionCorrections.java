package org.peersupport.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.session.Event;

/** The corrections of one session: which events count for nothing, and whether they may. */
final class SessionCorrections {
  private final Set<Integer> foreseen;

  /** Who recorded the events that count for nothing. */
  private final Map<Integer, String> recorders = new HashMap<>();

  /** The current supporters as they followed one another, by the place of the event. */
  private final SortedMap<Integer, String> supporters = new TreeMap<>();

  /** The places of the corrections. */
  private final Set<Integer> own = new HashSet<>();

  private final List<CorrectedEvent> found = new ArrayList<>();

  /**
   * @param foreseen the places of the events that will be corrected
   * @param supporter the id of the current supporter
   */
  SessionCorrections(Set<Integer> foreseen, String supporter) {
    this.foreseen = foreseen;
    supporters.put(0, supporter);
  }

  /** An event has passed, whether it counts or not. */
  void passed(Event event) {
    if (event instanceof Event.SupporterChanged changed) {
      supporters.put(event.seq(), changed.supporter().id());
    }
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
   * @param peer the id of the peer
   * @return why it would have been refused, if it would
   */
  Optional<RefusalCode> add(Event.EventCorrected event, String peer) {
    int corrects = event.corrects();
    Optional<RefusalCode> refusal = refusal(event, peer);
    own.add(event.seq());
    if (recorders.containsKey(corrects) && !isCorrected(corrects)) {
      found.add(new CorrectedEvent(event.seq(), corrects));
      supporters.remove(corrects);
    }
    return refusal;
  }

  private Optional<RefusalCode> refusal(Event.EventCorrected event, String peer) {
    String by = event.by();
    int corrects = event.corrects();
    // The supporter at that moment, whom a later correction may have made another's.
    boolean isSupporter = by.equals(supporters.get(supporters.lastKey()));
    if (!isSupporter && !by.equals(recorders.get(corrects))) {
      return Optional.of(
          by.equals(peer) ? RefusalCode.ACTOR_NOT_ALLOWED : RefusalCode.ACTOR_NOT_IN_SESSION);
    }
    if (corrects >= event.seq()) {
      return Optional.of(RefusalCode.CORRECTION_UNKNOWN_EVENT);
    }
    // An event that is missing from the log is a flaw already.
    return corrects == 1 || own.contains(corrects) || isCorrected(corrects)
        ? Optional.of(RefusalCode.CORRECTION_NOT_ALLOWED)
        : Optional.empty();
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
