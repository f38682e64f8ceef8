package org.peersupport.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
  private static final int COUNT = 200_000;

  @Test
  void each_number_and_each_purpose_has_draws_of_its_own() {
    assertThat(Draws.of(1, 2, 3).bits())
        .isEqualTo(Draws.of(1, 2, 3).bits())
        .isNotEqualTo(Draws.of(2, 2, 3).bits())
        .isNotEqualTo(Draws.of(1, 3, 3).bits())
        .isNotEqualTo(Draws.of(1, 2, 4).bits());
  }

  @Test
  void exponential_times_have_the_moments_of_their_distribution() {
    Draws draws = Draws.of(5, 0, 0);
    double[] numbers = DoubleStream.generate(draws::exponential).limit(COUNT).toArray();

    assertThat(DoubleStream.of(numbers).average().orElseThrow()).isCloseTo(1, within(0.01));
    assertThat(DoubleStream.of(numbers).map(x -> x * x).average().orElseThrow())
        .isCloseTo(2, within(0.05));
    assertThat(DoubleStream.of(numbers).filter(x -> x > 3).count() / (double) COUNT)
        .isCloseTo(Math.exp(-3), within(0.002));
  }

  @Test
  void lognormal_times_have_the_median_and_the_mean_of_their_distribution() {
    Lognormal distribution = Lognormal.of(Duration.ofHours(1), 0.5);
    Draws draws = Draws.of(5, 0, 0);
    double[] hours =
        DoubleStream.generate(() -> draws.millis(distribution) / 3.6e6).limit(COUNT).toArray();

    assertThat(DoubleStream.of(hours).filter(x -> x < 1).count() / (double) COUNT)
        .isCloseTo(0.5, within(0.004));
    assertThat(DoubleStream.of(hours).average().orElseThrow())
        .isCloseTo(distribution.meanMillis() / 3.6e6, within(0.01));
  }

  @Test
  void without_spread_a_time_is_the_median() {
    assertThat(Draws.of(1, 1, 1).millis(Lognormal.of(Duration.ofMinutes(3), 0))).isEqualTo(180_000);
  }
}
