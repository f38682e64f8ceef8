package org.peersupport.json.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CoarseTimeTest {
  private static final long FIRST = CoarseTime.EARLIEST.toEpochMilli();
  private static final long LAST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

  @Provide
  Arbitrary<Instant> instants() {
    return Arbitraries.longs().between(FIRST, LAST).map(Instant::ofEpochMilli);
  }

  /** Gaps of a conversation and of what comes of it, none included. */
  @Provide
  Arbitrary<Duration> gaps() {
    return Arbitraries.longs().between(0, Duration.ofDays(60).toMillis()).map(Duration::ofMillis);
  }

  @Provide
  Arbitrary<Duration> units() {
    return Arbitraries.longs().between(1, Duration.ofDays(7).toSeconds()).map(Duration::ofSeconds);
  }

  @Property
  void order_stays_and_durations_are_off_by_less_than_a_unit(
      @ForAll("units") Duration unit,
      @ForAll("instants") Instant one,
      @ForAll("gaps") Duration gap,
      @ForAll int drawn) {
    CoarseTime time = new CoarseTime(unit);
    long shift = 1 + Math.floorMod(drawn, time.shifts());
    Instant other = one.plus(gap);

    Duration coarse = Duration.between(time.moved(one, shift), time.moved(other, shift));

    assertThat(coarse.isNegative()).isFalse();
    assertThat(coarse.minus(gap).abs()).isLessThan(unit);
    assertThat(coarse.toMillis() % unit.toMillis()).isZero();
  }

  @Property
  void an_instant_moves_back_by_no_less_than_a_unit_and_no_more_than_364_days_and_one(
      @ForAll("units") Duration unit, @ForAll("instants") Instant at, @ForAll int drawn) {
    CoarseTime time = new CoarseTime(unit);
    long shift = 1 + Math.floorMod(drawn, time.shifts());

    Duration back = Duration.between(time.moved(at, shift), at);

    assertThat(back).isBetween(unit, Duration.ofDays(364).plus(unit));
    assertThat(time.moved(at, shift)).isAfter(Instant.parse("0001-12-25T00:00:00Z"));
  }

  @Property
  void a_delay_is_what_the_coarse_instants_say(
      @ForAll("units") Duration unit,
      @ForAll("instants") Instant since,
      @ForAll("gaps") Duration within,
      @ForAll("gaps") Duration late,
      @ForAll int drawn) {
    CoarseTime time = new CoarseTime(unit);
    long shift = 1 + Math.floorMod(drawn, time.shifts());
    Instant at = since.plus(within).plus(late);

    Duration told = time.lateBy(at, late, within);

    Duration shown = Duration.between(time.moved(since, shift), time.moved(at, shift));
    Duration expected = shown.minus(within);
    assertThat(told).isEqualTo(expected.isNegative() ? Duration.ZERO : expected);
    assertThat(told.minus(late).abs()).isLessThan(unit);
  }

  @Test
  void quarters_of_an_hour() {
    CoarseTime time = new CoarseTime(Duration.ofMinutes(15));

    assertThat(time.shifts()).isEqualTo(364 * 96);
    assertThat(time.moved(Instant.parse("2026-03-02T09:14:59.999Z"), 1))
        .isEqualTo("2026-03-02T08:45:00Z");
    assertThat(time.moved(Instant.parse("2026-03-02T09:15:00Z"), 1))
        .isEqualTo("2026-03-02T09:00:00Z");
    assertThat(time.moved(Instant.parse("1969-12-31T23:59:59.999Z"), 0))
        .isEqualTo("1969-12-31T23:45:00Z");
  }
}
