package org.peersupport.session;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The effective events of a history: all but the corrections and the events that they correct. */
final class EffectiveHistory {
  private EffectiveHistory() {}

  /** The effective events, oldest first. */
  static List<Event> of(List<? extends Event> history) {
    BitSet corrected = corrected(history);
    List<Event> effective = new ArrayList<>();
    for (Event event : history) {
      if (!(event instanceof Event.EventCorrected) && !corrected.get(event.seq())) {
        effective.add(event);
      }
    }
    return effective;
  }

  /**
   * The places that are corrected. A correction of what cannot be corrected, which no decision ever
   * gives, corrects nothing: the opening has to stand, and what comes later is not known yet.
   */
  static BitSet corrected(List<? extends Event> history) {
    BitSet corrected = new BitSet();
    for (Event event : history) {
      if (event instanceof Event.EventCorrected e && e.corrects() > 1 && e.corrects() < e.seq()) {
        corrected.set(e.corrects());
      }
    }
    return corrected;
  }

  /** The latest correction; the rules that it departs from are those that the session does. */
  static Optional<Event.EventCorrected> latestCorrection(List<? extends Event> history) {
    for (int i = history.size() - 1; i >= 0; i--) {
      if (history.get(i) instanceof Event.EventCorrected correction) {
        return Optional.of(correction);
      }
    }
    return Optional.empty();
  }
}
