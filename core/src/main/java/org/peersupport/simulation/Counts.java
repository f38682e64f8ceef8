package org.peersupport.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.EndReason;
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
  /** End reasons as they are written. */
  static final List<String> REASONS =
      Arrays.stream(EndReason.values()).map(EndReason::wire).toList();

  private final List<String> items;
  private final List<String> elements;
  private final boolean hasDurations;

  /** By item: how often, summed over sessions, and the squares summed. */
  private final long[] sums;

  private final long[] squares;

  /** By item: in how many sessions at all. */
  private final long[] sessionsWith;

  /** By reason: how many sessions ended early for it. */
  private final long[] ended = new long[REASONS.size()];

  long sessions;
  private long closed;
  long cutOff;
  private long lengths;
  private long squaredLengths;
  private long refused;
  private long squaredRefused;
  final Histogram lengthHistogram = new Histogram();
  private final Wide durations = new Wide();
  private final Wide squaredDurations = new Wide();
  final Histogram durationHistogram = new Histogram();
  private final Wide[] times;
  private final Wide[] squaredTimes;

  /** By refusal reason: the items of the rules that refused. */
  private final int[][] refusers;

  /** By element, and at the end before all elements: how many sessions ended early in it. */
  private final long[] endedIn;

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
    hasDurations = !chain.behaviour().durations().isEmpty();
    items =
        Stream.concat(
                protocol.activities().stream().map(Activity::text),
                protocol.expandedRules().stream().map(ExpandedRule::id))
            .toList();
    sums = new long[items.size()];
    squares = new long[items.size()];
    sessionsWith = new long[items.size()];
    here = new int[items.size()];
    touched = new int[items.size()];
    refusers =
        chain.reasons().stream()
            .map(reason -> reason.rules().stream().mapToInt(items::indexOf).toArray())
            .toArray(int[][]::new);
    elements = protocol.elements().stream().map(Element::key).toList();
    times = sums(elements.size());
    squaredTimes = sums(elements.size());
    timeHere = new long[elements.size()];
    endedIn = new long[elements.size() + 1];
    continuous = new boolean[elements.size()];
    for (int e = 0; e < continuous.length; e++) {
      continuous[e] = protocol.elements().get(e).isContinuous();
    }
    begins =
        protocol.activities().stream()
            .mapToInt(
                each -> each.kind() == ActivityKind.BEGIN ? elements.indexOf(each.qualifier()) : -1)
            .toArray();
  }

  private static Wide[] sums(int size) {
    return Stream.generate(Wide::new).limit(size).toArray(Wide[]::new);
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

  /** The element that the session is in, by number; -1 before all of them. */
  int element() {
    return element;
  }

  /** How many attempts of the session were refused. */
  int refusedHere() {
    return refusedHere;
  }

  /** How long the session took. */
  long millis() {
    return millis;
  }

  /** How long the session was in an element. */
  long millisIn(int each) {
    return timeHere[each];
  }

  /** How often an item was counted in the session. */
  int here(int item) {
    return here[item];
  }

  /** How many items were counted in the session at all. */
  int touched() {
    return touchedCount;
  }

  /** One of them. */
  int touched(int place) {
    return touched[place];
  }

  /** The items: activities as they are written, and then the ids of rules. */
  List<String> items() {
    return items;
  }

  /** The keys of the elements. */
  List<String> elements() {
    return elements;
  }

  /** In how many sessions something is so. */
  long part(Quantity quantity, String of) {
    return switch (quantity) {
      case CLOSED -> closed;
      case ENDED -> sessions - closed - cutOff;
      case ENDED_FOR -> at(ended, REASONS.indexOf(of));
      case ENDED_IN -> at(endedIn, elements.indexOf(of));
      case SESSIONS_WITH -> at(sessionsWith, items.indexOf(of));
      default -> throw new IllegalArgumentException("not a share: " + quantity);
    };
  }

  /** A quantity over all sessions. */
  SampleMean mean(Quantity quantity, String of) {
    return switch (quantity) {
      case ACTIVITIES -> SampleMean.of(sessions, lengths, squaredLengths);
      case REFUSED -> SampleMean.of(sessions, refused, squaredRefused);
      case HAPPENED, REFUSED_BY_RULE -> {
        int item = items.indexOf(of);
        yield SampleMean.of(sessions, at(sums, item), at(squares, item));
      }
      case DURATION -> new SampleMean(sessions, durations.value(), squaredDurations.value());
      case TIME_IN_ELEMENT -> {
        int e = elements.indexOf(of);
        yield e < 0
            ? SampleMean.of(sessions, 0, 0)
            : new SampleMean(sessions, times[e].value(), squaredTimes[e].value());
      }
      default -> throw new IllegalArgumentException("not a mean: " + quantity);
    };
  }

  /** What there is none of was never counted. */
  static long at(long[] numbers, int place) {
    return place < 0 ? 0 : numbers[place];
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
