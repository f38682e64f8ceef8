package org.peersupport.json.deidentification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.Peer;

/**
 * What the first reading keeps of a session: whether its events are in order, and what the report
 * and the second reading need. Some hundred bytes, however long the session is.
 */
final class Trail {
  /** The session is in order so far. */
  private boolean inOrder = true;

  /** Its next event may have any place, because a line of it could not be read. */
  private boolean torn;

  private int seq;
  private @Nullable Words words;
  private Event.@Nullable SessionOpened opening;
  private Instant last = Instant.MIN;

  /** Grows with what happens, so that sessions in which the same happens can be counted. */
  private long activities = 1;

  private final List<Peer> people = new ArrayList<>(2);
  private final Set<String> recorders = new HashSet<>(4);
  private final Map<String, Integer> referrals = new HashMap<>(4);
  private String ending = "open";
  private int reasons;
  private int delays;

  // --- reading

  /** Takes in a line that cannot be read and names this session. */
  void tear() {
    torn = true;
    inOrder = false;
  }

  /** Marks the session as one that is left out. */
  void spoil() {
    inOrder = false;
  }

  /** The place that the next event must have; empty when it may have any. */
  Optional<Integer> expected() {
    return torn ? Optional.empty() : Optional.of(seq + 1);
  }

  /** Whether the opening was read, or stood perhaps where nothing could be read. */
  boolean isOpen() {
    return torn || seq > 0;
  }

  boolean isEarlier(Event event) {
    return event.at().isBefore(last);
  }

  void open(Event.SessionOpened event, @Nullable Words of) {
    opening = event;
    words = of;
    people.add(event.supporter());
    people.add(event.peer());
  }

  @Nullable Words words() {
    return words;
  }

  /** Whether the event says that it is later than the session is old. */
  boolean isLaterThanPossible(Event event) {
    Instant opened = opening == null ? event.at() : opening.at();
    Duration age = Duration.between(opened, event.at());
    for (Deviation deviation : event.deviations()) {
      Duration within = within(deviation);
      if (deviation.lateBy().isPresent()
          && deviation.lateBy().get().plus(within).compareTo(age) > 0) {
        return true;
      }
    }
    return false;
  }

  private Duration within(Deviation deviation) {
    return words == null ? Duration.ZERO : words.within(deviation.rule()).orElse(Duration.ZERO);
  }

  /** Goes on to the event, whether it is in order or not. */
  void add(Event event) {
    torn = false;
    seq = event.seq();
    last = event.at();
    recorders.add(event.by());
    if (event instanceof Event.SupporterChanged changed) {
      people.add(changed.supporter());
    } else if (event instanceof Event.SessionClosed) {
      ending = "closed";
    } else if (event instanceof Event.SessionEnded ended) {
      ending = ended.reason().wire();
    }
    activities = Sequences.after(activities, event, this::ordinal);
    for (Deviation deviation : event.deviations()) {
      reasons += deviation.reason().isPresent() ? 1 : 0;
      delays += deviation.lateBy().isPresent() ? 1 : 0;
    }
  }

  /** Which of the session's referrals it is, in the order in which they were first named. */
  private int ordinal(String referral) {
    Integer known = referrals.putIfAbsent(referral, referrals.size());
    return known == null ? referrals.size() - 1 : known;
  }

  // --- afterwards

  /** Whether the session is written. */
  boolean isInOrder() {
    return inOrder && opening != null;
  }

  Event.SessionOpened opening() {
    if (opening == null) {
      throw new IllegalStateException("the session has no opening, so it is left out");
    }
    return opening;
  }

  /** The words of the protocol of a session that is in order. */
  Words known() {
    if (words == null) {
      throw new IllegalStateException("the session's protocol is unknown, so it is left out");
    }
    return words;
  }

  int seq() {
    return seq;
  }

  Instant last() {
    return last;
  }

  long activities() {
    return activities;
  }

  /** The supporters and the peer, each as often as events describe them. */
  List<Peer> people() {
    return people;
  }

  /** The ids of all who recorded something. */
  Set<String> recorders() {
    return recorders;
  }

  int referrals() {
    return referrals.size();
  }

  /** {@code open}, {@code closed}, or the reason of an early end. */
  String ending() {
    return ending;
  }

  int reasons() {
    return reasons;
  }

  int delays() {
    return delays;
  }
}
