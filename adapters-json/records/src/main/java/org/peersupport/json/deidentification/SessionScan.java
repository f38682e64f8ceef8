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
import org.peersupport.protocol.ActType;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.Peer;

/**
 * The result of the first reading for one session: whether its events are in order, and what the
 * report and the second reading need. Some hundred bytes, however long the session is.
 */
final class SessionScan {
  /** The session is in order so far. */
  private boolean inOrder = true;

  /** Its next event may have any place, because a line of it could not be read. */
  private boolean torn;

  private int seq;
  private @Nullable Words words;
  private @Nullable String followUpOf;

  /** The earliest and the latest instant of its events: not the first and the last of them. */
  private long earliest = Long.MAX_VALUE;

  private long latest = Long.MIN_VALUE;

  /** Grows with what happens, so that sessions in which the same happens can be counted. */
  private long activities = 1;

  /** The supporter, the peer, and those who took over. */
  private final List<Peer> people = new ArrayList<>(2);

  /** Who else recorded something; none in most sessions. */
  private Set<String> others = Set.of();

  private Map<String, Integer> referrals = Map.of();
  private final EndingScan ending = new EndingScan();
  private int reasons;
  private int roles;
  private int delays;
  private int commandIds;
  private int recordedTimes;

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

  void open(Event.SessionOpened event, @Nullable Words of, Shared shared) {
    words = of;
    spread(event);
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

  private void spread(Event event) {
    earliest = Math.min(earliest, event.at().toEpochMilli());
    latest = Math.max(latest, event.at().toEpochMilli());
  }

  /**
   * Whether the event says that it is later than anything in the session is old. What a correction
   * tells of may be any event before it.
   */
  boolean isLaterThanPossible(Event event) {
    long at = event.type() == ActType.CORRECT ? latest : event.at().toEpochMilli();
    Duration age = Duration.ofMillis(Math.max(0, at - earliest));
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
    spread(event);
    ending.add(event);
    if (event instanceof Event.SupporterChanged changed) {
      meet(changed.supporter(), shared);
    } else if (event instanceof Event.EventCorrected correction) {
      reasons += correction.reason().isPresent() ? 1 : 0;
    }
    commandIds += event.metadata().commandId().isPresent() ? 1 : 0;
    recordedTimes += event.metadata().recordedAt().isPresent() ? 1 : 0;
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

  /** Which of the session's referrals it is, in the order in which they were first named. */
  private int ordinal(String referral, Shared shared) {
    referrals = referrals.isEmpty() ? new HashMap<>(4) : referrals;
    Integer known = referrals.putIfAbsent(shared.one(referral), referrals.size());
    return known == null ? referrals.size() - 1 : known;
  }

  // --- afterwards

  /** Whether all of it can be read, follows, and is of its protocol. */
  boolean isInOrder() {
    return inOrder && words != null;
  }

  /** Whether the whole session was entered in error. */
  boolean isVoided() {
    return ending.isVoided();
  }

  /** Whether the session is written: it is in order, and counts. */
  boolean isWritten() {
    return isInOrder() && !isVoided();
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

  Instant earliest() {
    return Instant.ofEpochMilli(earliest);
  }

  Instant latest() {
    return Instant.ofEpochMilli(latest);
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
    return ending.isCorrected();
  }

  /** How it stands in the end, see {@link EndingScan#ending()}. */
  String ending() {
    return ending.ending();
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

  int commandIds() {
    return commandIds;
  }

  int recordedTimes() {
    return recordedTimes;
  }
}
