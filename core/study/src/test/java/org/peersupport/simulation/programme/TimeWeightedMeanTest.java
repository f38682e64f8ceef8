package org.peersupport.simulation.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeWeightedMeanTest {
  @Test
  void people_count_for_as_long_as_they_are_there() {
    TimeWeightedMean level = new TimeWeightedMean();
    level.add(1, 10);
    level.add(2, 20);
    level.add(-3, 25);
    level.add(1, 25);

    assertThat(level.people()).isEqualTo(1);
    assertThat(level.most()).isEqualTo(3);
    assertThat(level.area(25)).isEqualTo(10 + 15);
    assertThat(level.area(125)).isEqualTo(10 + 15 + 100);
  }

  @Test
  void nobody_has_been_there_at_first() {
    assertThat(new TimeWeightedMean().area(1_000)).isZero();
    assertThat(new TimeWeightedMean().most()).isZero();
  }
}
