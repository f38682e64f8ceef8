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
 * The result of the first reading for one session: whether its events are in order, and what the
 * report and the second reading need. Some hundred bytes, however long the session is.
 */
final class SessionScan {
  private static final String OPEN = "open";

  /** The session is in order so far. */
  private boolean inOrder = true;

  /** Its next event may have any place, because a line of it could not be read. */
  private boolean torn;

  private int seq;
  private @Nullable Words words;
  private @Nullable String followUpOf;
  private long opened = Long.MIN_VALUE;
  private long last = Long.MIN_VALUE;

  /** Grows with what happens, so that sessions in which the same happens can be counted. */
  private long activities = 1;

  /** The supporter, the peer, and those who took over. */
  private final List<Peer> people = new ArrayList<>(2);

  /** Who else recorded something; none in most sessions. */
  private Set<String> others = Set.of();

  private Map<String, Integer> referrals = Map.of();
  private String ending = OPEN;

  /** The place of the event with which the session ended. */
  private int endingSeq;

  private boolean corrected;
  private int reasons;
  private int roles;
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
    return event.at().toEpochMilli() < last;
  }

  void open(Event.SessionOpened event, @Nullable Words of, Shared shared) {
    words = of;
    opened = event.at().toEpochMilli();
    followUpOf = event.followUpOf().orElse(null);
    meet(event.supporter(), shared);
    meet(event.peer(), shared);
  }

  private void meet(Peer peer, Shared shared) {
    roles += peer.role().isPresent() ? 1 : 0;
    people.add(shared.one(peer));
  }

  @Nullable Words words() {
    return words;
  }

  /** Whether the event says that it is later than the session is old. */
  boolean isLaterThanPossible(Event event) {
    Duration age = Duration.ofMillis(Math.subtractExact(event.at().toEpochMilli(), opened));
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
  void add(Event event, Shared shared) {
    torn = false;
    seq = event.seq();
    last = event.at().toEpochMilli();
    switch (event.type()) {
      case TRANSFER -> meet(((Event.SupporterChanged) event).supporter(), shared);
      case CLOSE -> end("closed", event);
      case END -> end(((Event.SessionEnded) event).reason().wireName(), event);
      case VOID -> end("voided", event);
      case CORRECT -> correct((Event.EventCorrected) event);
      case OPEN,
          BEGIN,
          CONCERN,
          OFFER,
          ACCEPT,
          DECLINE,
          CONNECT,
          COMPLETE,
          WITHDRAW,
          LAPSE,
          THANK,
          PAUSE,
          RESUME -> {}
    }
    if (people.stream().noneMatch(each -> each.id().equals(event.by()))) {
      others = others.isEmpty() ? new HashSet<>(4) : others;
      others.add(shared.one(event.by()));
    }
    activities = Sequences.after(activities, event, referral -> ordinal(referral, shared));
    for (Deviation deviation : event.deviations()) {
      reasons += deviation.reason().isPresent() ? 1 : 0;
      delays += deviation.lateBy().isPresent() ? 1 : 0;
    }
  }

  private void end(String how, Event event) {
    ending = how;
    endingSeq = event.seq();
  }

  private void correct(Event.EventCorrected correction) {
    corrected = true;
    reasons += correction.reason().isPresent() ? 1 : 0;
    if (correction.corrects() == endingSeq) {
      ending = OPEN;
    }
  }

  /** Which of the session's referrals it is, in the order in which they were first named. */
  private int ordinal(String referral, Shared shared) {
    referrals = referrals.isEmpty() ? new HashMap<>(4) : referrals;
    Integer known = referrals.putIfAbsent(shared.one(referral), referrals.size());
    return known == null ? referrals.size() - 1 : known;
  }

  // --- afterwards

  /** Whether the session is written. */
  boolean isInOrder() {
    return inOrder && words != null;
  }

  /** The words of the protocol of a session that is in order. */
  Words known() {
    if (words == null) {
      throw new IllegalStateException("the session's protocol is unknown, so it is left out");
    }
    return words;
  }

  Optional<String> followUpOf() {
    return Optional.ofNullable(followUpOf);
  }

  int seq() {
    return seq;
  }

  Instant opened() {
    return Instant.ofEpochMilli(opened);
  }

  Instant last() {
    return Instant.ofEpochMilli(last);
  }

  long activities() {
    return activities;
  }

  /** The supporter and the peer of the opening, in this order, and those who took over. */
  List<Peer> people() {
    return people;
  }

  /** The ids of all who take part or recorded something. */
  Set<String> participants() {
    Set<String> participants = new HashSet<>(others);
    people.forEach(each -> participants.add(each.id()));
    return participants;
  }

  int referrals() {
    return referrals.size();
  }

  /** Whether anything in it was corrected. */
  boolean isCorrected() {
    return corrected;
  }

  /** {@code open}, {@code closed}, or the reason of an early end. */
  String ending() {
    return ending;
  }

  int reasons() {
    return reasons;
  }

  int roles() {
    return roles;
  }

  int delays() {
    return delays;
  }
}
