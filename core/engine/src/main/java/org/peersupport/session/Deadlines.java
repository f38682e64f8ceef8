package org.peersupport.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Protocol;

/** Which activities and moments open obligations, and which discharge them. Immutable. */
final class Deadlines {
  private static final int[] NONE = {};

  private final List<Deadline> deadlines;
  private final int activities;
  private final int[][] opened;
  private final int[][] discharged;
  private final boolean[] concerned;
  private final boolean concernThanks;
  private final long[] withinSeconds;
  private final int[] withinNanos;

  Deadlines(Protocol protocol) {
    this.deadlines = protocol.deadlines();
    this.activities = protocol.activities().size();
    this.opened = new int[activities + 3][];
    this.discharged = new int[activities + 3][];
    this.concerned = new boolean[activities + 3];
    for (int moment = 0; moment < opened.length; moment++) {
      opened[moment] = matching(protocol, moment, true);
      discharged[moment] = matching(protocol, moment, false);
      concerned[moment] = opened[moment].length + discharged[moment].length > 0;
    }
    boolean thanks = false;
    for (int a = 0; a < activities; a++) {
      thanks |= concerned[a] && protocol.activities().get(a).kind() == ActivityKind.THANK;
    }
    this.concernThanks = thanks;
    this.withinSeconds = new long[deadlines.size()];
    this.withinNanos = new int[deadlines.size()];
    for (int d = 0; d < withinSeconds.length; d++) {
      withinSeconds[d] = deadlines.get(d).within().toSeconds();
      withinNanos[d] = deadlines.get(d).within().toNanosPart();
    }
  }

  /** The moment of opening, which is numbered after the activities. */
  int open() {
    return activities;
  }

  int close() {
    return activities + 1;
  }

  int end() {
    return activities + 2;
  }

  private int[] matching(Protocol protocol, int moment, boolean from) {
    List<Integer> found = new ArrayList<>();
    for (int d = 0; d < deadlines.size(); d++) {
      Deadline deadline = deadlines.get(d);
      if (matches(protocol, from ? deadline.from() : deadline.to(), moment)) {
        found.add(d);
      }
    }
    if (found.isEmpty()) {
      return NONE;
    }
    int[] numbers = new int[found.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = found.get(i);
    }
    return numbers;
  }

  private boolean matches(Protocol protocol, List<String> patterns, int moment) {
    if (moment == open()) {
      return patterns.contains("open");
    }
    if (moment == close()) {
      return patterns.contains(Script.CLOSE);
    }
    if (moment == end()) {
      return patterns.contains(Script.END);
    }
    Activity activity = protocol.activities().get(moment);
    return activity.matchesAny(patterns);
  }

  /** Whether thanks open or discharge anything. */
  boolean concernThanks() {
    return concernThanks;
  }

  /** Whether the moment opens or discharges anything. */
  boolean concerns(int moment) {
    return concerned[moment];
  }

  /** Whether the moment discharges anything. */
  boolean discharges(int moment) {
    return discharged[moment].length > 0;
  }

  /** The obligations after the moment. */
  @Nullable ObligationChain after(
      @Nullable ObligationChain before, int moment, @Nullable String referral, Instant at) {
    ObligationChain chain = before;
    for (int d : discharged[moment]) {
      chain = ObligationChain.without(chain, d, referral);
    }
    for (int d : opened[moment]) {
      chain = new ObligationChain(d, referral, at, chain);
    }
    return chain;
  }

  /** Whether the moment meets one of the open obligations too late. */
  boolean meetsLate(
      @Nullable ObligationChain open, int moment, @Nullable String referral, Instant at) {
    for (int d : discharged[moment]) {
      for (ObligationChain link = open; link != null; link = link.older) {
        if (link.isDischargedBy(d, referral) && isLate(link, at)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * When an obligation of the deadline is due; an instant that is too late to write is the last.
   */
  static Instant dueAt(Instant since, Deadline deadline) {
    return since.isAfter(Instant.MAX.minus(deadline.within()))
        ? Instant.MAX
        : since.plus(deadline.within());
  }

  /** Compares without making an instant, because most obligations are met in time. */
  private boolean isLate(ObligationChain link, Instant at) {
    int d = link.deadline;
    long seconds = at.getEpochSecond() - link.since.getEpochSecond() - withinSeconds[d];
    long nanos = (long) at.getNano() - link.since.getNano() - withinNanos[d];
    // The nanoseconds are between minus two seconds and one: beyond that the seconds decide.
    return seconds > 2 || (seconds > -2 && seconds * 1_000_000_000 + nanos > 0);
  }

  /** Adds the deadlines that the moment meets too late, in the order of the document. */
  void addLate(
      @Nullable ObligationChain before,
      int moment,
      @Nullable String referral,
      Instant at,
      List<Deviation> into) {
    for (int d : discharged[moment]) {
      int place = into.size();
      for (ObligationChain link = before; link != null; link = link.older) {
        if (link.isDischargedBy(d, referral) && isLate(link, at)) {
          Instant dueAt = dueAt(link.since, deadlines.get(d));
          into.add(place, Deviation.late(deadlines.get(d).id(), Duration.between(dueAt, at)));
        }
      }
    }
  }
}
