package org.peersupport.simulation.programme;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When somebody has time, in milliseconds from the start of a programme: the same hours every week.
 * Immutable.
 */
final class Calendar {
  private static final long MINUTE = 60_000;
  private static final long DAY = OpenHours.DAY * MINUTE;
  private static final long WEEK = 7 * DAY;

  /** Time that is open, in milliseconds of the week, Monday first; apart and in order. */
  private record Span(long from, long to) {}

  private final long offset;
  private final List<Span> spans;

  /**
   * @param first the day of the week on which the programme starts, at midnight
   * @param hours empty for every hour
   */
  Calendar(DayOfWeek first, List<OpenHours> hours) {
    this.offset = (first.getValue() - 1) * DAY;
    List<Span> all = new ArrayList<>();
    for (OpenHours each : hours) {
      for (DayOfWeek day : each.days()) {
        long midnight = (day.getValue() - 1) * DAY;
        all.add(new Span(midnight + each.from() * MINUTE, midnight + each.to() * MINUTE));
      }
    }
    if (all.isEmpty()) {
      all.add(new Span(0, WEEK));
    }
    this.spans = joined(all);
  }

  private static List<Span> joined(List<Span> all) {
    all.sort(Comparator.comparingLong(Span::from));
    List<Span> joined = new ArrayList<>();
    for (Span span : all) {
      int last = joined.size() - 1;
      if (last >= 0 && span.from() <= joined.get(last).to()) {
        Span before = joined.get(last);
        joined.set(last, new Span(before.from(), Math.max(before.to(), span.to())));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  /** The first instant from this one on that is open. */
  long nextOpen(long instant) {
    long inWeek = (instant + offset) % WEEK;
    for (Span span : spans) {
      if (inWeek < span.to()) {
        return instant + Math.max(0, span.from() - inWeek);
      }
    }
    return instant + WEEK - inWeek + spans.get(0).from();
  }

  /** How much is open from the start until an instant. */
  long openUntil(long instant) {
    return open(instant + offset) - open(offset);
  }

  /** How much is open from a Monday's midnight on. */
  private long open(long millis) {
    long inWeek = millis % WEEK;
    long open = 0;
    long rest = 0;
    for (Span span : spans) {
      open += span.to() - span.from();
      rest += Math.max(0, Math.min(inWeek, span.to()) - span.from());
    }
    return millis / WEEK * open + rest;
  }
}
