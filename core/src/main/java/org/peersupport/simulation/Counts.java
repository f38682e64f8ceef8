package org.peersupport.simulation;

import java.util.Arrays;
import java.util.List;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;

/**
 * What was counted in some sessions. All of it are sums of whole numbers, so that parts add up to
 * the same whole in any order. Not safe to share between threads.
 *
 * <p>An <em>item</em> is an activity or, after all activities, a rule: how often the one happened
 * and the other refused is counted alike.
 */
final class Counts {
  private static final int REASONS = 5;

  final int activities;
  private final boolean hasDurations;

  /** By item: how often, summed over sessions, and the squares summed. */
  final long[] sums;

  final long[] squares;

  /** By item: in how many sessions at all. */
  final long[] sessionsWith;

  /** By reason: how many sessions ended early for it. */
  final long[] ended = new long[REASONS];

  long sessions;
  long closed;
  long cutOff;
  long lengths;
  long squaredLengths;
  long refused;
  long squaredRefused;
  final Histogram lengthHistogram = new Histogram();
  final Wide durations = new Wide();
  final Wide squaredDurations = new Wide();
  final Histogram durationHistogram = new Histogram();
  final Wide[] times;
  final Wide[] squaredTimes;

  /** By refusal reason: the items of the rules that refused. */
  private final int[][] refusers;

  /** By element, and at the end before all elements: how many sessions ended early in it. */
  final long[] endedIn;

  /** By activity: the element it begins, or -1. */
  private final int[] begins;

  /** By element: whether it leaves the one before going on. */
  private final boolean[] continuous;

  // The session that is being counted, or was counted last.
  private final int[] here;
  private final int[] touched;
  private int touchedCount;
  private int length;
  private int refusedHere;
  private int element = -1;
  private int target;
  private long millis;
  private final long[] timeHere;

  Counts(ConversationChain chain) {
    Protocol protocol = chain.protocol();
    List<ExpandedRule> rules = protocol.expandedRules();
    activities = chain.choices().activities();
    hasDurations = !chain.behaviour().durations().isEmpty();
    int items = activities + rules.size();
    sums = new long[items];
    squares = new long[items];
    sessionsWith = new long[items];
    here = new int[items];
    touched = new int[items];
    List<String> ids = rules.stream().map(ExpandedRule::id).toList();
    refusers =
        chain.reasons().stream()
            .map(
                reason ->
                    reason.rules().stream().mapToInt(id -> activities + ids.indexOf(id)).toArray())
            .toArray(int[][]::new);
    int elements = protocol.elements().size();
    times = new Wide[elements];
    squaredTimes = new Wide[elements];
    for (int e = 0; e < elements; e++) {
      times[e] = new Wide();
      squaredTimes[e] = new Wide();
    }
    timeHere = new long[elements];
    endedIn = new long[elements + 1];
    begins = new int[activities];
    continuous = new boolean[elements];
    List<String> keys = protocol.elements().stream().map(Element::key).toList();
    for (int e = 0; e < elements; e++) {
      continuous[e] = protocol.elements().get(e).isContinuous();
    }
    for (int a = 0; a < activities; a++) {
      Activity activity = protocol.activities().get(a);
      begins[a] = activity.kind() == ActivityKind.BEGIN ? keys.indexOf(activity.qualifier()) : -1;
    }
  }

  /** A session begins. */
  void begin() {
    for (int i = 0; i < touchedCount; i++) {
      here[touched[i]] = 0;
    }
    touchedCount = 0;
    length = 0;
    refusedHere = 0;
    element = -1;
    if (millis > 0) {
      Arrays.fill(timeHere, 0);
      millis = 0;
    }
  }

  /** An activity happened. */
  void happened(int activity) {
    length++;
    count(activity);
    int begun = begins[activity];
    if (begun >= 0 && !continuous[begun]) {
      element = begun;
    }
  }

  /** An attempt was refused. */
  void refused(int reason) {
    refusedHere++;
    for (int item : refusers[reason]) {
      count(item);
    }
  }

  private void count(int item) {
    int before = here[item]++;
    if (before == 0) {
      touched[touchedCount++] = item;
      sessionsWith[item]++;
    }
    sums[item]++;
    squares[item] += 2L * before + 1;
  }

  /** The activity that happened last took so many milliseconds. */
  void took(int activity, long time) {
    millis += time;
    int in = begins[activity] >= 0 ? begins[activity] : element;
    if (in >= 0) {
      timeHere[in] += time;
    }
  }

  /** How many activities the session has had. */
  int length() {
    return length;
  }

  /**
   * The session is over.
   *
   * @param where one of a chain's targets that are no state; a state when it was cut off
   */
  void over(int where) {
    target = where;
    sessions++;
    if (isClosed()) {
      closed++;
    } else if (target < 0) {
      ended[reason()]++;
      endedIn[element < 0 ? endedIn.length - 1 : element]++;
    } else {
      cutOff++;
    }
    lengths += length;
    squaredLengths += (long) length * length;
    lengthHistogram.add(length);
    refused += refusedHere;
    squaredRefused += (long) refusedHere * refusedHere;
    if (hasDurations) {
      lasted();
    }
  }

  private void lasted() {
    durations.add(millis);
    squaredDurations.addSquare(millis);
    durationHistogram.add(millis);
    for (int e = 0; e < timeHere.length; e++) {
      if (timeHere[e] > 0) {
        times[e].add(timeHere[e]);
        squaredTimes[e].addSquare(timeHere[e]);
      }
    }
  }

  /** Whether the session was closed. */
  boolean isClosed() {
    return target == ConversationChain.CLOSED;
  }

  /** The number of the reason for which the session ended early; -1 if it did not. */
  int reason() {
    return target <= ConversationChain.ENDED ? ConversationChain.ENDED - target : -1;
  }

  /** Adds what was counted in other sessions. */
  void add(Counts other) {
    add(sums, other.sums);
    add(squares, other.squares);
    add(sessionsWith, other.sessionsWith);
    add(ended, other.ended);
    add(endedIn, other.endedIn);
    sessions += other.sessions;
    closed += other.closed;
    cutOff += other.cutOff;
    lengths += other.lengths;
    squaredLengths += other.squaredLengths;
    refused += other.refused;
    squaredRefused += other.squaredRefused;
    lengthHistogram.add(other.lengthHistogram);
    durations.add(other.durations);
    squaredDurations.add(other.squaredDurations);
    durationHistogram.add(other.durationHistogram);
    for (int e = 0; e < times.length; e++) {
      times[e].add(other.times[e]);
      squaredTimes[e].add(other.squaredTimes[e]);
    }
  }

  private static void add(long[] to, long[] more) {
    for (int i = 0; i < to.length; i++) {
      to[i] += more[i];
    }
  }
}
