package org.peersupport.simulation;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.peersupport.internal.study.Wide;

/**
 * What the sessions of two variants have in common when they go in pairs: of each quantity the sum
 * of products, of each share how often both are so. Numbers are those of the second variant. Not
 * safe to share between threads.
 */
final class PairedCounts {
  /** By item, element and reason of the second variant: that of the first, or -1. */
  private final int[] items;

  private final int[] elements;
  private final int[] reasons;
  private final List<String> names;
  private final List<String> elementKeys;
  private final List<String> reasonKeys;

  private long closed;
  private long ended;
  private final long[] endedFor;
  private final long[] endedIn;
  private long lengths;
  private long refused;
  private long withRefusal;
  private long withEvenDraw;
  private final long[] products;
  private final long[] both;
  private final Wide durations = new Wide();
  private final Wide[] times;

  PairedCounts(Counts first, Counts other) {
    names = other.items();
    elementKeys = other.elements();
    items = names.stream().mapToInt(first.items()::indexOf).toArray();
    reasonKeys = other.reasons();
    elements = elementKeys.stream().mapToInt(first.elements()::indexOf).toArray();
    reasons = reasonKeys.stream().mapToInt(first.reasons()::indexOf).toArray();
    endedFor = new long[reasons.length];
    endedIn = new long[elements.length];
    products = new long[items.length];
    both = new long[items.length];
    times = new Wide[elements.length];
    Arrays.setAll(times, e -> new Wide());
  }

  /** Counts a pair: the sessions that both have drawn last. */
  void add(Counts first, Counts other) {
    closed += first.isClosed() && other.isClosed() ? 1 : 0;
    if (first.reason() >= 0 && other.reason() >= 0) {
      ended(first, other);
    }
    lengths += (long) first.length() * other.length();
    refused += (long) first.refusedHere() * other.refusedHere();
    withRefusal += first.refusedHere() > 0 && other.refusedHere() > 0 ? 1 : 0;
    withEvenDraw += first.isEvenHere() && other.isEvenHere() ? 1 : 0;
    for (int i = 0; i < other.touched(); i++) {
      int item = other.touched(i);
      int there = items[item] < 0 ? 0 : first.here(items[item]);
      if (there > 0) {
        both[item]++;
        products[item] += (long) there * other.here(item);
      }
    }
    durations.addProduct(first.millis(), other.millis());
    for (int e = 0; e < elements.length; e++) {
      if (elements[e] >= 0) {
        times[e].addProduct(first.millisIn(elements[e]), other.millisIn(e));
      }
    }
  }

  private void ended(Counts first, Counts other) {
    ended++;
    if (first.reason() == reasons[other.reason()]) {
      endedFor[other.reason()]++;
    }
    int element = other.element();
    if (element >= 0 && elements[element] == first.element() && first.element() >= 0) {
      endedIn[element]++;
    }
  }

  /** Adds what was counted of other pairs. */
  void add(PairedCounts more) {
    closed += more.closed;
    ended += more.ended;
    lengths += more.lengths;
    refused += more.refused;
    withRefusal += more.withRefusal;
    withEvenDraw += more.withEvenDraw;
    Arrays.setAll(endedFor, i -> endedFor[i] + more.endedFor[i]);
    Arrays.setAll(endedIn, i -> endedIn[i] + more.endedIn[i]);
    Arrays.setAll(products, i -> products[i] + more.products[i]);
    Arrays.setAll(both, i -> both[i] + more.both[i]);
    durations.add(more.durations);
    for (int e = 0; e < times.length; e++) {
      times[e].add(more.times[e]);
    }
  }

  /** In how many pairs something is so under both variants. */
  long both(Quantity quantity, String of) {
    return switch (quantity) {
      case CLOSED -> closed;
      case ENDED -> ended;
      case WITH_REFUSAL -> withRefusal;
      case WITH_EVEN_DRAW -> withEvenDraw;
      case ENDED_FOR -> Counts.at(endedFor, reasonKeys.indexOf(of));
      case ENDED_IN -> Counts.at(endedIn, elementKeys.indexOf(of));
      case SESSIONS_WITH -> Counts.at(both, names.indexOf(of));
      default -> throw new IllegalArgumentException("not a share: " + quantity);
    };
  }

  /** The sum over pairs of the product of a quantity under both variants. */
  BigInteger products(Quantity quantity, String of) {
    return switch (quantity) {
      case ACTIVITIES -> BigInteger.valueOf(lengths);
      case REFUSED -> BigInteger.valueOf(refused);
      case HAPPENED, REFUSED_BY_RULE -> BigInteger.valueOf(Counts.at(products, names.indexOf(of)));
      case DURATION -> durations.value();
      case TIME_IN_ELEMENT -> {
        int element = elementKeys.indexOf(of);
        yield element < 0 ? BigInteger.ZERO : times[element].value();
      }
      default -> throw new IllegalArgumentException("not a mean: " + quantity);
    };
  }
}
