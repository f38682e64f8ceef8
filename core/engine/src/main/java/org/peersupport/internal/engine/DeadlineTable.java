package org.peersupport.internal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Protocol;

/**
 * The deadlines of a protocol by moment: which of them an activity, the opening, the close or the
 * end opens, and which it discharges. Immutable.
 */
public final class DeadlineTable {
  private static final int[] NO_MOMENT = {};

  private static final int[] NONE = {};

  /**
   * A deadline that was met too late.
   *
   * @param deadline its id
   * @param by how late
   */
  public record Late(String deadline, Duration by) {}

  private final List<Deadline> deadlines;
  private final int activities;
  private final int[][] opened;

  /** The same once the conversation is over: without those that nothing could meet any more. */
  private final int[][] openedLate;

  private final int[][] discharged;
  private final int[][] moments;
  private final boolean concernThanks;
  private final long[] withinSeconds;
  private final int[] withinNanos;

  DeadlineTable(Protocol protocol) {
    this.deadlines = protocol.expandedDeadlines();
    this.activities = protocol.activities().size();
    this.opened = new int[activities + 3][];
    this.openedLate = new int[activities + 3][];
    this.discharged = new int[activities + 3][];
    this.moments = new int[activities + 3][];
    boolean[] over = new boolean[deadlines.size()];
    for (int d = 0; d < over.length; d++) {
      over[d] = deadlines.get(d).isOverAtTheEnd(protocol.activities());
    }
    for (int moment = 0; moment < opened.length; moment++) {
      boolean ends = moment == close() || moment == end();
      int at = moment;
      opened[moment] = matching(d -> matches(protocol, from(d), at) && !(ends && over[d]));
      openedLate[moment] = matching(d -> matches(protocol, from(d), at) && !over[d]);
      discharged[moment] = matching(d -> matches(protocol, to(d), at) || (ends && over[d]));
      boolean concerned = opened[moment].length + discharged[moment].length > 0;
      moments[moment] = concerned ? new int[] {moment} : NO_MOMENT;
    }
    boolean thanks = false;
    for (int a = 0; a < activities; a++) {
      thanks |= moments[a].length > 0 && protocol.activities().get(a).kind() == ActivityKind.THANK;
    }
    this.concernThanks = thanks;
    this.withinSeconds = new long[deadlines.size()];
    this.withinNanos = new int[deadlines.size()];
    for (int d = 0; d < withinSeconds.length; d++) {
      withinSeconds[d] = deadlines.get(d).within().toSeconds();
      withinNanos[d] = deadlines.get(d).within().toNanosPart();
    }
  }

  private int open() {
    return activities;
  }

  private int close() {
    return activities + 1;
  }

  private int end() {
    return activities + 2;
  }

  private List<String> from(int deadline) {
    return deadlines.get(deadline).from();
  }

  private List<String> to(int deadline) {
    return deadlines.get(deadline).to();
  }

  private int[] matching(IntPredicate wanted) {
    List<Integer> found = new ArrayList<>();
    for (int d = 0; d < deadlines.size(); d++) {
      if (wanted.test(d)) {
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
      return patterns.contains(ActType.CLOSE.commandName());
    }
    if (moment == end()) {
      return patterns.contains(ActType.END.commandName());
    }
    Activity activity = protocol.activities().get(moment);
    return activity.matchesAny(patterns);
  }

  // --- moments: those of an act that open or discharge anything

  /** The moment of opening, if it bears on a deadline. */
  public int[] momentsOfOpening() {
    return moments[open()];
  }

  /** The moment of a word such as {@code close}, if it bears on a deadline. */
  public int[] momentsOfWord(ActType word) {
    if (word == ActType.CLOSE) {
      return moments[close()];
    }
    return word == ActType.END ? moments[end()] : NO_MOMENT;
  }

  /** The moment of an activity, if it bears on a deadline. */
  public int[] momentsOf(int activity) {
    return moments[activity];
  }

  /** Whether thanks bear on a deadline. */
  boolean concernThanks() {
    return concernThanks;
  }

  // --- obligations

  /**
   * The obligations after the moments.
   *
   * @param finished whether the conversation was over before
   */
  public @Nullable ObligationChain after(
      @Nullable ObligationChain before,
      int[] atMoments,
      @Nullable String referral,
      Instant at,
      boolean finished) {
    ObligationChain chain = before;
    for (int moment : atMoments) {
      chain = after(chain, moment, referral, at, finished);
    }
    return chain;
  }

  private @Nullable ObligationChain after(
      @Nullable ObligationChain before,
      int moment,
      @Nullable String referral,
      Instant at,
      boolean finished) {
    ObligationChain chain = before;
    for (int d : discharged[moment]) {
      chain = ObligationChain.without(chain, d, referral);
    }
    for (int d : finished ? openedLate[moment] : opened[moment]) {
      chain = new ObligationChain(d, referral, at, chain);
    }
    return chain;
  }

  /** Whether the moments may meet a deadline too late: {@link #late} tells which. */
  public boolean areMetLate(
      @Nullable ObligationChain before, int[] atMoments, @Nullable String referral, Instant at) {
    if (before != null) {
      for (int moment : atMoments) {
        if (meetsLate(before, moment, referral, at)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The deadlines that the moments meet too late, each moment as the obligations stand after those
   * before it; all in the order of the document.
   */
  public List<Late> late(
      @Nullable ObligationChain before,
      int[] atMoments,
      @Nullable String referral,
      Instant at,
      boolean finished) {
    List<List<Late>> byDeadline = new ArrayList<>();
    deadlines.forEach(deadline -> byDeadline.add(new ArrayList<>()));
    ObligationChain chain = before;
    for (int moment : atMoments) {
      addLate(chain, moment, referral, at, byDeadline);
      chain = atMoments.length == 1 ? chain : after(chain, moment, referral, at, finished);
    }
    List<Late> late = new ArrayList<>();
    byDeadline.forEach(late::addAll);
    return late;
  }

  private boolean meetsLate(
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
  public static Instant dueAt(Instant since, Deadline deadline) {
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

  private void addLate(
      @Nullable ObligationChain before,
      int moment,
      @Nullable String referral,
      Instant at,
      List<List<Late>> byDeadline) {
    for (int d : discharged[moment]) {
      List<Late> into = byDeadline.get(d);
      int place = into.size();
      for (ObligationChain link = before; link != null; link = link.older) {
        if (link.isDischargedBy(d, referral) && isLate(link, at)) {
          Instant dueAt = dueAt(link.since, deadlines.get(d));
          into.add(place, new Late(deadlines.get(d).id(), Duration.between(dueAt, at)));
        }
      }
    }
  }
}
