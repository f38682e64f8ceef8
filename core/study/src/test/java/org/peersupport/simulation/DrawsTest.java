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

  /**
   * Whatever the exponential of this machine is: half of the times are where it must not decide.
   */
  @Test
  void times_are_those_of_the_exponential_that_is_the_same_everywhere() {
    SplitMix64 random = new SplitMix64();
    random.begin(3, 1, 4);
    for (int i = 0; i < 1_000_000; i++) {
      double sigma = i % 4 + 0.25;
      long bits = random.next();
      double exponential = StrictMath.exp(sigma * Normal.of(bits));
      // So that it comes out next to a half, where the last place decides on the rounding.
      double median = (i % 2 == 0 ? i : i + 0.5) / exponential;
      double millis = Math.min(median * exponential, 1L << 42);

      assertThat(Lognormal.millis(median, sigma, bits)).isEqualTo((long) StrictMath.rint(millis));
    }
  }
}
