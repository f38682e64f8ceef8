package org.peersupport.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.peersupport.internal.study.EndReasons;
import org.peersupport.internal.study.Wide;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;

/**
 * What was counted in some sessions. All of it are sums of whole numbers, so that parts add up to
 * the same whole in any order. Not safe to share between threads.
 *
 * <p>An <em>item</em> is an activity, an act of any resource or a rule, in this order: how often
 * one happened and the other refused is counted alike.
 */
final class Counts implements Walk.Listener {
  private final List<String> items;
  private final CountedActs acts;
  private final List<String> elements;
  private final boolean hasDurations;

  /** Stands for the time before all elements. */
  private final int noElement;

  private final Occurrences occurrences;

  /** The reasons for an early end, by number. */
  private final List<String> reasons;

  /** By reason: how many sessions ended early for it. */
  private final long[] ended;

  long sessions;
  private long closed;
  long cutOff;
  private long lengths;
  private long squaredLengths;
  private long refused;
  private long squaredRefused;
  private long withRefusal;
  private long withEvenDraw;
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

  /** By activity: the element that the session is in from then on; -1 for the one before. */
  private final int[] enters;

  // The session that is being counted, or was counted last.
  private int length;
  private int refusedHere;
  private boolean evenHere;
  private int element;
  private int target;
  private long millis;
  private final long[] timeHere;

  Counts(ConversationChain chain) {
    Protocol protocol = chain.protocol();
    hasDurations = !chain.behaviour().durations().isEmpty();
    reasons = EndReasons.of(protocol);
    ended = new long[reasons.size()];
    acts = new CountedActs(protocol);
    items =
        Stream.concat(
                acts.texts().stream(), protocol.expandedRules().stream().map(ExpandedRule::id))
            .toList();
    occurrences = new Occurrences(items.size());
    refusers =
        chain.structure().reasons().stream()
            .map(reason -> reason.rules().stream().mapToInt(items::indexOf).toArray())
            .toArray(int[][]::new);
    elements = protocol.elements().stream().map(Element::key).toList();
    times = sums(elements.size());
    squaredTimes = sums(elements.size());
    noElement = elements.size();
    element = noElement;
    timeHere = new long[elements.size() + 1];
    endedIn = new long[elements.size() + 1];
    begins =
        protocol.activities().stream()
            .mapToInt(
                each -> each.kind() == ActivityKind.BEGIN ? elements.indexOf(each.qualifier()) : -1)
            .toArray();
    enters =
        IntStream.of(begins)
            .map(e -> e >= 0 && protocol.elements().get(e).isContinuous() ? -1 : e)
            .toArray();
  }

  private static Wide[] sums(int size) {
    return Stream.generate(Wide::new).limit(size).toArray(Wide[]::new);
  }

  /** A session begins. */
  void begin() {
    occurrences.begin();
    length = 0;
    refusedHere = 0;
    evenHere = false;
    element = noElement;
    if (millis > 0) {
      Arrays.fill(timeHere, 0);
      millis = 0;
    }
  }

  @Override
  public void happened(int activity, long time) {
    length++;
    occurrences.count(activity);
    int ofAny = acts.ofAny(activity);
    if (ofAny >= 0) {
      occurrences.count(ofAny);
    }
    int entered = enters[activity];
    element = entered >= 0 ? entered : element;
    if (hasDurations) {
      millis += time;
      timeHere[begins[activity] >= 0 ? begins[activity] : element] += time;
    }
  }

  @Override
  public void refused(int choice, int reason) {
    refusedHere++;
    for (int item : refusers[reason]) {
      occurrences.count(item);
    }
  }

  @Override
  public void drewEvenly() {
    evenHere = true;
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
      endedIn[element]++;
    } else {
      cutOff++;
    }
    lengths += length;
    squaredLengths += (long) length * length;
    lengthHistogram.add(length);
    refused += refusedHere;
    squaredRefused += (long) refusedHere * refusedHere;
    withRefusal += refusedHere > 0 ? 1 : 0;
    withEvenDraw += evenHere ? 1 : 0;
    if (hasDurations) {
      lasted();
    }
  }

  private void lasted() {
    durations.add(millis);
    squaredDurations.addSquare(millis);
    durationHistogram.add(millis);
    for (int e = 0; e < noElement; e++) {
      if (timeHere[e] > 0) {
        times[e].add(timeHere[e]);
        squaredTimes[e].addSquare(timeHere[e]);
      }
    }
  }

  /** Whether the session was closed. */
  boolean isClosed() {
    return target == ChainStructure.CLOSED;
  }

  /** The number of the reason for which the session ended early; -1 if it did not. */
  int reason() {
    return target <= ChainStructure.ENDED ? ChainStructure.ENDED - target : -1;
  }

  /** The element that the session is in, by number; -1 before all of them. */
  int element() {
    return element == noElement ? -1 : element;
  }

  /** How many attempts of the session were refused. */
  int refusedHere() {
    return refusedHere;
  }

  /** Whether an even draw decided in the session. */
  boolean isEvenHere() {
    return evenHere;
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
    return occurrences.here(item);
  }

  /** How many items were counted in the session at all. */
  int touched() {
    return occurrences.touched();
  }

  /** One of them. */
  int touched(int place) {
    return occurrences.touched(place);
  }

  /** The items: activities and acts of any resource as they are written, then the ids of rules. */
  List<String> items() {
    return items;
  }

  /** The reasons for an early end, by number. */
  List<String> reasons() {
    return reasons;
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
      case WITH_REFUSAL -> withRefusal;
      case WITH_EVEN_DRAW -> withEvenDraw;
      case ENDED_FOR -> at(ended, reasons.indexOf(of));
      case ENDED_IN -> at(endedIn, elements.indexOf(of));
      case SESSIONS_WITH -> {
        int item = items.indexOf(of);
        yield item < 0 ? 0 : occurrences.sessions(item);
      }
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
        yield item < 0
            ? SampleMean.of(sessions, 0, 0)
            : SampleMean.of(sessions, occurrences.sum(item), occurrences.squares(item));
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
    occurrences.add(other.occurrences);
    Occurrences.add(ended, other.ended);
    Occurrences.add(endedIn, other.endedIn);
    sessions += other.sessions;
    closed += other.closed;
    cutOff += other.cutOff;
    lengths += other.lengths;
    squaredLengths += other.squaredLengths;
    refused += other.refused;
    squaredRefused += other.squaredRefused;
    withRefusal += other.withRefusal;
    withEvenDraw += other.withEvenDraw;
    lengthHistogram.add(other.lengthHistogram);
    durations.add(other.durations);
    squaredDurations.add(other.squaredDurations);
    durationHistogram.add(other.durationHistogram);
    for (int e = 0; e < times.length; e++) {
      times[e].add(other.times[e]);
      squaredTimes[e].add(other.squaredTimes[e]);
    }
  }
}
