package org.peersupport.simulation.programme;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What is going to happen, the next first; of what happens at the same instant, what was added
 * first. So the order depends on nothing else. Not safe to share between threads.
 */
final class EventQueue {
  /** What kind of thing happens. */
  enum Kind {
    /** A person is referred to the programme. */
    REFERRED,
    /** A person's contact or next conversation is due. */
    DUE,
    /** A supporter has time again. */
    OPEN,
    /** A person's contact or conversation is over. */
    OVER
  }

  /**
   * Something that happens.
   *
   * @param at in milliseconds from the start
   * @param added the how manieth that was added
   * @param subject the number of the person or the supporter
   */
  record ScheduledEvent(long at, long added, Kind kind, int subject) {}

  private final PriorityQueue<ScheduledEvent> events =
      new PriorityQueue<>(
          Comparator.comparingLong(ScheduledEvent::at).thenComparingLong(ScheduledEvent::added));

  private long added;

  void add(long at, Kind kind, int subject) {
    events.add(new ScheduledEvent(at, added, kind, subject));
    added++;
  }

  boolean isEmpty() {
    return events.isEmpty();
  }

  /** The next one, which is taken out. */
  ScheduledEvent next() {
    return events.remove();
  }
}
