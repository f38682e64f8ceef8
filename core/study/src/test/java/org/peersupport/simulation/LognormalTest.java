package org.peersupport.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class LognormalTest {
  private static final double LONGEST = 0x1.0p42;

  private static final Lognormal TALK = Lognormal.of(Duration.ofMinutes(8), 0.5);
  private static final Lognormal ENDLESS = Lognormal.of(Lognormal.LONGEST, Lognormal.WIDEST);

  @Test
  void mean_and_variance_are_the_closed_form_where_no_time_is_too_long() {
    double mean = 480_000 * Math.exp(0.125);

    assertThat(TALK.meanMillis()).isCloseTo(mean, within(1e-12 * mean));
    assertThat(TALK.varianceMillis())
        .isCloseTo(mean * mean * Math.expm1(0.25), within(1e-12 * mean * mean));
  }

  @Test
  void mean_and_variance_are_those_of_times_that_end_at_the_longest() {
    for (double sigma : new double[] {0.25, 0.28, 0.5, 1, 1.5, 2, 3, 4}) {
      for (long days : new long[] {1, 30, 365, 3_653}) {
        Lognormal lognormal = Lognormal.of(Duration.ofDays(days), sigma);
        double median = Duration.ofDays(days).toMillis();
        double cut = Math.log(LONGEST / median) / sigma;
        double mean =
            integral(z -> median * Math.exp(sigma * z), cut)
                + LONGEST * integral(z -> 1, cut, cut + 20);
        double variance =
            integral(z -> Math.pow(median * Math.exp(sigma * z) - mean, 2), cut)
                + Math.pow(LONGEST - mean, 2) * integral(z -> 1, cut, cut + 20);

        assertThat(lognormal.meanMillis()).as("%s", lognormal).isCloseTo(mean, within(1e-9 * mean));
        assertThat(lognormal.varianceMillis())
            .as("%s", lognormal)
            .isCloseTo(variance, within(1e-9 * variance));
      }
    }
  }

  private static double integral(DoubleUnaryOperator f, double to) {
    return integral(f, -20, Math.min(to, 40));
  }

  /** By Simpson's rule, under the normal distribution. */
  private static double integral(DoubleUnaryOperator f, double from, double to) {
    int steps = 20_000;
    double width = (to - from) / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double z = from + i * width;
      double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * f.applyAsDouble(z) * Math.exp(-z * z / 2);
    }
    return sum * width / 3 / Math.sqrt(2 * Math.PI);
  }

  @Test
  void times_that_are_drawn_have_the_mean_and_the_variance() {
    for (Lognormal lognormal : new Lognormal[] {TALK, ENDLESS}) {
      Draws draws = Draws.of(7, 0, 0);
      int n = 1_000_000;
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < n; i++) {
        double off = draws.millis(lognormal) - lognormal.meanMillis();
        sum += off;
        squares += off * off;
      }

      double sd = Math.sqrt(lognormal.varianceMillis());
      assertThat(sum / n).isCloseTo(0, within(5 * sd / Math.sqrt(n)));
      assertThat(Math.sqrt(squares / n)).isCloseTo(sd, within(0.01 * sd));
    }
  }

  @Test
  void the_shortest_median_is_drawn_with_the_mean_that_is_worked_out() {
    Lognormal brief = Lognormal.of(Lognormal.SHORTEST, 0.5);
    Draws draws = Draws.of(7, 0, 0);
    int n = 1_000_000;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += draws.millis(brief);
    }

    assertThat(sum / n).isCloseTo(brief.meanMillis(), within(0.001 * brief.meanMillis()));
  }

  @Test
  void what_always_takes_as_long_is_rounded_to_milliseconds_as_it_is_drawn() {
    Lognormal always = Lognormal.of(Duration.ofNanos(10_400_000), 0);

    assertThat(Draws.of(1, 1, 1).millis(always)).isEqualTo(10);
    assertThat(always.meanMillis()).isEqualTo(10);
    assertThat(always.varianceMillis()).isZero();
  }
}
