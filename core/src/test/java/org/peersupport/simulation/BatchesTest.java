package org.peersupport.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {
  @Test
  void a_stop_is_heard_soon_and_leaves_no_gap() {
    Batches batches = new Batches();
    List<Long> drawn = new ArrayList<>();

    batches.run(
        1_000_000,
        1,
        Runnable::run,
        () ->
            session -> {
              drawn.add(session);
              if (session == 40) {
                batches.stop();
              }
              return 1;
            });

    assertThat(drawn).hasSizeBetween(41, 100).startsWith(0L).isSorted();
    assertThat(batches.done()).isEqualTo(drawn.size());
    assertThat(drawn.get(drawn.size() - 1)).isEqualTo(drawn.size() - 1L);
  }

  @Test
  void long_sessions_are_handed_out_one_by_one() {
    Batches batches = new Batches();
    List<Long> drawn = new ArrayList<>();

    batches.run(
        1_000_000,
        1,
        Runnable::run,
        () ->
            session -> {
              drawn.add(session);
              if (session == 20) {
                batches.stop();
              }
              return Walk.LONGEST;
            });

    assertThat(drawn).hasSize(21);
  }
}
