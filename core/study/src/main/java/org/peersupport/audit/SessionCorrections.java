package org.peersupport.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.session.Event;

/** The corrections of one session: which events count for nothing, and whether they may. */
final class SessionCorrections {
  /** What is known of an event that some correction is of. */
  private record Recorded(String by, ActType type) {}

  /** As it will be in the end. */
  private final EffectivePlaces foreseen;

  /** As it is so far. */
  private final EffectivePlaces soFar = new EffectivePlaces();

  private final Map<Integer, Recorded> events = new HashMap<>();

  /** The supporters as they followed one another, by the place of the event. */
  private final TreeMap<Integer, String> supporters = new TreeMap<>();

  /**
   * @param foreseen what will be corrected
   * @param openedBy the id of who opened the session
   * @param supporter the id of the current supporter
   */
  SessionCorrections(EffectivePlaces foreseen, String openedBy, String supporter) {
    this.foreseen = foreseen;
    events.put(1, new Recorded(openedBy, ActType.OPEN));
    supporters.put(1, supporter);
  }

  /** An event has passed, whether it counts or not. */
  void passed(Event event) {
    if (foreseen.isTarget(event.seq())) {
      events.put(event.seq(), new Recorded(event.by(), event.type()));
    }
    if (event instanceof Event.SupporterChanged changed) {
      supporters.put(event.seq(), changed.supporter().id());
    }
    if (event instanceof Event.EventCorrected correction && isOfEarlier(correction)) {
      soFar.correct(correction.seq(), correction.corrects());
    }
  }

  private static boolean isOfEarlier(Event.EventCorrected event) {
    return event.corrects() > 1 && event.corrects() < event.seq();
  }

  /** Whether the event counts for nothing in the end; it is passed over then. */
  boolean passOver(Event event) {
    return foreseen.isTakenBack(event.seq());
  }

  /** Whether the event that is corrected was taken into account, because nobody foresaw this. */
  boolean isTooLate(Event.EventCorrected event) {
    return isOfEarlier(event)
        && !foreseen.isTakenBack(event.seq())
        && !foreseen.isTakenBack(event.corrects());
  }

  /**
   * Why a correction would have been refused when it came, if it would.
   *
   * @param peer the id of the peer
   */
  Optional<RefusalCode> refusal(Event.EventCorrected event, String peer) {
    int corrects = event.corrects();
    Optional<RefusalCode> sender = sender(event, peer);
    if (sender.isPresent()) {
      return sender;
    }
    if (corrects >= event.seq()) {
      return Optional.of(RefusalCode.CORRECTION_UNKNOWN_EVENT);
    }
    // An event that is missing from the log is a flaw already.
    return corrects == 1 || soFar.isTakenBack(corrects)
        ? Optional.of(RefusalCode.CORRECTION_NOT_ALLOWED)
        : Optional.empty();
  }

  /** Nobody takes back for the peer, nor a concern that somebody else raised. */
  private Optional<RefusalCode> sender(Event.EventCorrected event, String peer) {
    String by = event.by();
    Recorded meant = events.get(event.corrects());
    if (meant != null && by.equals(meant.by())) {
      return Optional.empty();
    }
    if (meant != null && (meant.by().equals(peer) || meant.type() == ActType.CONCERN)) {
      return Optional.of(RefusalCode.ACTOR_NOT_ALLOWED);
    }
    if (by.equals(supporter())) {
      return Optional.empty();
    }
    return Optional.of(
        by.equals(peer) ? RefusalCode.ACTOR_NOT_ALLOWED : RefusalCode.ACTOR_NOT_IN_SESSION);
  }

  /** The supporter at that moment, whom a later correction may have made another's. */
  private String supporter() {
    for (Map.Entry<Integer, String> each : supporters.descendingMap().entrySet()) {
      if (!soFar.isTakenBack(each.getKey())) {
        return each.getValue();
      }
    }
    throw new AssertionError("the opening stands");
  }

  /** The corrections that stand so far, in their order. */
  List<CorrectedEvent> found() {
    return soFar.standing();
  }
}
