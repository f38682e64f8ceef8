package org.peersupport.simulation.programme;

import java.time.DayOfWeek;
import java.util.List;

/**
 * When supporters have time, every week. A conversation begins within these hours; it is not broken
 * off when they end. Immutable.
 *
 * @param days the days of the week
 * @param from the first minute of the day, from 0
 * @param to the minute of the day at which it is over, at most 1440
 */
public record OpenHours(List<DayOfWeek> days, int from, int to) {
  /** Minutes of a day. */
  static final int DAY = 1440;

  /** Copies the list. */
  public OpenHours {
    days = List.copyOf(days);
  }

  /** From one full hour to another on these days. */
  public static OpenHours of(int from, int to, DayOfWeek... days) {
    return new OpenHours(List.of(days), from * 60, to * 60);
  }
}
