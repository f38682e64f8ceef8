package org.peersupport.json.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  private static String text(Instant instant) {
    char[] text = new char[Instants.LONGEST];
    int length = Instants.format(instant, text);
    return length < 0 ? Instants.far(instant) : new String(text, 0, length);
  }

  @Test
  void every_day_from_the_first_to_the_last_is_as_the_calendar_has_it() {
    int millis = 0;
    for (Instant day = FIRST; day.isBefore(LAST); day = day.plus(1, ChronoUnit.DAYS)) {
      millis = (millis + 86_399_993) % 86_400_000;
      Instant instant = day.plusMillis(millis);
      String text = text(instant);
      if (!text.equals(instant.toString()) || !instant.equals(Instants.parse(text))) {
        assertThat(text).isEqualTo(instant.toString());
        assertThat(Instants.parse(text)).isEqualTo(instant);
      }
    }
    assertThat(text(LAST)).isEqualTo("9999-12-31T23:59:59.999Z");
  }

  @Property
  void what_is_finer_than_a_millisecond_is_cut_off(
      @ForAll @LongRange(min = -62_135_596_800L, max = 253_402_300_799L) long second,
      @ForAll @LongRange(max = 999_999_999) long nanos) {
    Instant instant = Instant.ofEpochSecond(second, nanos);
    assertThat(text(instant)).isEqualTo(instant.truncatedTo(ChronoUnit.MILLIS).toString());
  }

  @Test
  void a_year_that_is_not_of_four_digits_is_written_the_iso_way() {
    assertThat(text(LAST.plusMillis(1))).isEqualTo("+10000-01-01T00:00:00Z");
    assertThat(text(FIRST.minusMillis(1))).isEqualTo("0000-12-31T23:59:59.999Z");
    assertThat(text(Instant.MIN)).startsWith("-1000000000-01-01");
    assertThat(text(Instant.MAX)).startsWith("+1000000000-12-31");
  }

  @Test
  void one_to_three_digits_of_a_second_are_read() {
    assertThat(Instants.parse("2026-03-02T09:00:00.2Z"))
        .isEqualTo(Instant.parse("2026-03-02T09:00:00.200Z"));
    assertThat(Instants.parse("2026-03-02T09:00:00.25Z"))
        .isEqualTo(Instant.parse("2026-03-02T09:00:00.250Z"));
    assertThat(Instants.parse("2026-03-02T09:00:00.000Z"))
        .isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
    assertThat(Instants.parse("2024-02-29T23:59:59.999Z"))
        .isEqualTo(Instant.parse("2024-02-29T23:59:59.999Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T09:00:00+00:00, 2026-03-02T09:00:00Z",
    "2026-03-02T09:00:00-00:00, 2026-03-02T09:00:00Z",
    "2026-03-02T10:00:00+01:00, 2026-03-02T09:00:00Z",
    "2026-03-01T21:30:00.5-11:30, 2026-03-02T09:00:00.500Z",
    "2026-03-03T08:59:00+23:59, 2026-03-02T09:00:00Z",
    "2026-03-02T09:00:00z, 2026-03-02T09:00:00Z",
    "2026-03-02t09:00:00Z, 2026-03-02T09:00:00Z",
    "2026-03-02T09:00:00.123999999Z, 2026-03-02T09:00:00.123Z",
    "2026-03-02T09:00:00.1234Z, 2026-03-02T09:00:00.123Z",
    "1969-12-31T23:59:59.999999999Z, 1969-12-31T23:59:59.999Z",
    "2024-02-29T23:59:59.999-01:00, 2024-03-01T00:59:59.999Z",
    "0001-01-01T00:01:00+00:01, 0001-01-01T00:00:00Z"
  })
  void any_date_time_of_rfc_3339_is_read(String text, Instant instant) {
    assertThat(Instants.parse(text)).isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-03-02",
        "2026-03-02T09:00Z",
        "2026-03-02T09:00:00",
        "2026-03-02 09:00:00Z",
        "2026-03-02T09:00:00.Z",
        "2026-03-02T09:00:00,1Z",
        "2026-03-02T09:00:00.1 Z",
        "2026-03-02T09:00:0aZ",
        "2026-03-02T09:00:60Z",
        "2026-03-02T09:60:00Z",
        "2026-03-02T24:00:00Z",
        "2026-02-29T09:00:00Z",
        "2100-02-29T09:00:00Z",
        "2026-04-31T09:00:00Z",
        "2026-03-32T09:00:00Z",
        "2026-03-00T09:00:00Z",
        "2026-00-02T09:00:00Z",
        "2026-13-02T09:00:00Z",
        "0000-01-01T00:00:00Z",
        "-001-01-01T00:00:00Z",
        "+2026-03-02T09:00:00Z",
        "10000-01-01T00:00:00Z",
        "/026-03-02T09:00:00Z",
        "2026-03-02T09:00:00.25ZZ",
        "２026-03-02T09:00:00Z",
        "2026-03-02T09:00:00.1234567891Z",
        "2026-03-02T09:00:00+25:00",
        "2026-03-02T09:00:00+24:00",
        "2026-03-02T09:00:00+01:60",
        "2026-03-02T09:00:00+0100",
        "2026-03-02T09:00:00+01",
        "2026-03-02T09:00:00+01:00Z",
        "2026-03-02T09:00:00 +01:00",
        "2026-02-29T09:00:00+01:00",
        "2026-03-02T24:00:00+01:00",
        "2026-06-30T23:59:60+00:00",
        "0000-12-31T23:59:59-01:00",
        "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
        " 2026-03-02T09:00:00Z"
      })
  void anything_else_is_no_instant(String text) {
    assertThat(Instants.parse(text)).isNull();
  }
}
