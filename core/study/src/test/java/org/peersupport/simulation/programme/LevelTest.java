package org.peersupport.simulation.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LevelTest {
  @Test
  void people_count_for_as_long_as_they_are_there() {
    Level level = new Level();
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
    assertThat(new Level().area(1_000)).isZero();
    assertThat(new Level().most()).isZero();
  }
}
