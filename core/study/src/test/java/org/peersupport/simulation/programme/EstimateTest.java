package org.peersupport.simulation.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
  @ParameterizedTest
  @CsvSource({
    "1, 12.7062047", "2, 4.30265273", "3, 3.18244631", "4, 2.77644511", "5, 2.57058184",
    "7, 2.36462425", "10, 2.22813885", "29, 2.04522964", "99, 1.98421695", "999, 1.96234146"
  })
  void the_quantile_of_students_t_is_that_of_the_tables(int freedom, double table) {
    Percentage off = Percentage.withPercentage(freedom < 10 ? 0.5 : 0.01);

    assertThat(StudentT.quantile(freedom)).isCloseTo(table, off);
  }

  @Test
  void a_mean_has_its_interval_and_the_range_of_most_runs() {
    Estimate estimate =
        Estimate.of(IntStream.rangeClosed(1, 100).mapToDouble(each -> each).toArray());

    assertThat(estimate.runs()).isEqualTo(100);
    assertThat(estimate.mean()).isEqualTo(50.5);
    // 1.98422 times the standard deviation 29.01149, divided by 10.
    assertThat(estimate.low()).isCloseTo(50.5 - 5.75652, within(0.001));
    assertThat(estimate.high()).isCloseTo(50.5 + 5.75652, within(0.001));
    assertThat(estimate.from()).isEqualTo(3);
    assertThat(estimate.to()).isEqualTo(98);
    assertThat(estimate.isUsual(98)).isTrue();
    assertThat(estimate.isUsual(98.5)).isFalse();
  }

  @Test
  void an_interval_ends_at_what_is_possible() {
    double[] rare = {0, 0, 0, 1};
    double[] usual = {1, 1, 1, 0};

    // 3.18 times the standard deviation 0.5, divided by 2, is more than the mean.
    assertThat(Estimate.of(rare).low()).isNegative();
    assertThat(Estimate.of(rare).cut(0, 1).low()).isZero();
    assertThat(Estimate.of(rare).cut(0, 1).high()).isEqualTo(1);
    assertThat(Estimate.of(usual).cut(0, 9).high()).isEqualTo(Estimate.of(usual).high());
    assertThat(Estimate.of(usual).cut(0, 1).high()).isEqualTo(1);
    assertThat(Estimate.of(usual).cut(0, 1).mean()).isEqualTo(0.75);
    assertThat(Estimate.of(new double[] {4}).cut(0, 9).low()).isNaN();
  }

  @Test
  void runs_without_a_value_are_left_out() {
    Estimate estimate = Estimate.of(new double[] {1, Double.NaN, 3});

    assertThat(estimate.runs()).isEqualTo(2);
    assertThat(estimate.mean()).isEqualTo(2);
  }

  @Test
  void one_run_has_no_interval_and_none_no_mean() {
    assertThat(Estimate.of(new double[] {4}).mean()).isEqualTo(4);
    assertThat(Estimate.of(new double[] {4}).low()).isNaN();
    assertThat(Estimate.of(new double[0]).mean()).isNaN();
    assertThat(Estimate.of(new double[0]).isUsual(0)).isFalse();
  }
}
