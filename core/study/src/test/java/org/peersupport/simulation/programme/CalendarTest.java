package org.peersupport.simulation.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CalendarTest {
  private static final long MINUTE = 60_000;
  private static final int WEEK = 7 * OpenHours.DAY;

  @Test
  void the_next_open_instant_may_be_next_week() {
    Calendar calendar =
        new Calendar(DayOfWeek.TUESDAY, List.of(OpenHours.of(9, 17, DayOfWeek.MONDAY)));

    assertThat(calendar.nextOpen(0)).isEqualTo((6 * 24 + 9) * 60 * MINUTE);
    assertThat(calendar.nextOpen((6 * 24 + 17) * 60 * MINUTE - 1))
        .isEqualTo((6 * 24 + 17) * 60 * MINUTE - 1);
    assertThat(calendar.nextOpen((6 * 24 + 17) * 60 * MINUTE))
        .isEqualTo((13 * 24 + 9) * 60 * MINUTE);
  }

  @Test
  void without_hours_everything_is_open() {
    Calendar calendar = new Calendar(DayOfWeek.FRIDAY, List.of());

    assertThat(calendar.nextOpen(12_345_678)).isEqualTo(12_345_678);
    assertThat(calendar.openUntil(12_345_678_901L)).isEqualTo(12_345_678_901L);
  }

  @Test
  void hours_that_overlap_count_once() {
    OpenHours morning = OpenHours.of(9, 12, DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
    OpenHours noon = OpenHours.of(11, 13, DayOfWeek.TUESDAY);
    Calendar calendar = new Calendar(DayOfWeek.MONDAY, List.of(noon, morning, morning));

    assertThat(calendar.openUntil(WEEK * MINUTE)).isEqualTo((3 + 4) * 60 * MINUTE);
  }

  @RepeatedTest(20)
  void any_hours_are_what_they_are_minute_by_minute(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<OpenHours> hours =
        IntStream.range(0, 1 + random.nextInt(4))
            .mapToObj(
                i -> {
                  int from = random.nextInt(OpenHours.DAY);
                  int to = from + 1 + random.nextInt(OpenHours.DAY - from);
                  return new OpenHours(List.of(DayOfWeek.of(1 + random.nextInt(7))), from, to);
                })
            .toList();
    DayOfWeek first = DayOfWeek.of(1 + random.nextInt(7));
    Calendar calendar = new Calendar(first, hours);

    long open = 0;
    long next = Long.MAX_VALUE;
    long[] nexts = new long[WEEK];
    for (int minute = 3 * WEEK - 1; minute >= 0; minute--) {
      next = isOpen(first, hours, minute) ? minute : next;
      if (minute < WEEK) {
        nexts[minute] = next;
      }
    }
    for (int minute = 0; minute < WEEK; minute++) {
      assertThat(calendar.nextOpen(minute * MINUTE)).isEqualTo(nexts[minute] * MINUTE);
      assertThat(calendar.openUntil(minute * MINUTE)).isEqualTo(open * MINUTE);
      open += isOpen(first, hours, minute) ? 1 : 0;
    }
    assertThat(calendar.openUntil(52 * WEEK * MINUTE)).isEqualTo(52 * open * MINUTE);
  }

  private static boolean isOpen(DayOfWeek first, List<OpenHours> hours, int minute) {
    DayOfWeek day = first.plus(minute / OpenHours.DAY);
    int inDay = minute % OpenHours.DAY;
    return hours.stream()
        .anyMatch(each -> each.days().contains(day) && each.from() <= inDay && inDay < each.to());
  }
}
