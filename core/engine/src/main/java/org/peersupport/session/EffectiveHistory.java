package org.peersupport.session;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The effective events of a history: all that stand but the corrections. A correction that is
 * corrected itself takes nothing back, so what it took back stands again.
 */
final class EffectiveHistory {
  private EffectiveHistory() {}

  /**
   * Checks that these are all events of a session up to its last one, in order.
   *
   * @throws IllegalArgumentException if they are not
   */
  static void checkWhole(String session, int seq, List<? extends Event> history) {
    boolean whole = history.size() == seq;
    for (int i = 0; i < history.size() && whole; i++) {
      Event event = history.get(i);
      whole = event.seq() == i + 1 && event.session().equals(session);
    }
    if (!whole) {
      throw new IllegalArgumentException(
          "the history has to be all " + seq + " events of the session, oldest first");
    }
  }

  /** The effective events, oldest first. */
  static List<Event> of(List<? extends Event> history) {
    return effective(history, takenBack(history));
  }

  /** The effective events that there would be if this one were taken back too. */
  static List<Event> without(List<? extends Event> history, int seq) {
    BitSet more = new BitSet();
    more.set(seq);
    return effective(history, takenBack(history, more));
  }

  private static List<Event> effective(List<? extends Event> history, BitSet takenBack) {
    List<Event> effective = new ArrayList<>();
    for (Event event : history) {
      if (!(event instanceof Event.EventCorrected) && !takenBack.get(event.seq())) {
        effective.add(event);
      }
    }
    return effective;
  }

  /**
   * The places that do not stand. A correction of what cannot be corrected, which no decision ever
   * gives, takes nothing back: the opening has to stand, and what comes later is not known yet.
   */
  static BitSet takenBack(List<? extends Event> history) {
    return takenBack(history, new BitSet());
  }

  /** Backwards, because whether a correction stands depends on those after it alone. */
  private static BitSet takenBack(List<? extends Event> history, BitSet takenBack) {
    for (int i = history.size() - 1; i >= 0; i--) {
      if (history.get(i) instanceof Event.EventCorrected e
          && e.corrects() > 1
          && e.corrects() < e.seq()
          && !takenBack.get(e.seq())) {
        takenBack.set(e.corrects());
      }
    }
    return takenBack;
  }

  /** The corrections that would stand if this event were taken back too, oldest first. */
  static List<Event.EventCorrected> correctionsWithout(List<? extends Event> history, int seq) {
    BitSet more = new BitSet();
    more.set(seq);
    BitSet takenBack = takenBack(history, more);
    List<Event.EventCorrected> corrections = new ArrayList<>();
    for (Event event : history) {
      if (event instanceof Event.EventCorrected correction && !takenBack.get(event.seq())) {
        corrections.add(correction);
      }
    }
    return corrections;
  }

  /**
   * The latest correction, which always stands; the rules that it departs from are those that the
   * session does.
   */
  static Optional<Event.EventCorrected> latestCorrection(List<? extends Event> history) {
    for (int i = history.size() - 1; i >= 0; i--) {
      if (history.get(i) instanceof Event.EventCorrected correction) {
        return Optional.of(correction);
      }
    }
    return Optional.empty();
  }
}
