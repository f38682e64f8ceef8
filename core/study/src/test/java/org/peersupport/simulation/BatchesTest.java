package org.peersupport.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private final Batches batches = new Batches();

  /** The sessions that are drawn until one of them asks to stop. */
  private List<Long> drawn(long activities, long last) {
    List<Long> drawn = new ArrayList<>();
    batches.run(
        1_000_000,
        1,
        Runnable::run,
        () ->
            session -> {
              drawn.add(session);
              if (session == last) {
                batches.stop();
              }
              return activities;
            });
    return drawn;
  }

  @Test
  void a_stop_is_heard_soon_and_leaves_no_gap() {
    List<Long> drawn = drawn(1, 40);

    assertThat(drawn).hasSizeBetween(41, 100);
    assertThat(drawn).containsExactlyElementsOf(LongStream.range(0, drawn.size()).boxed().toList());
    assertThat(batches.done()).isEqualTo(drawn.size());
  }

  @Test
  void long_sessions_are_handed_out_one_by_one() {
    assertThat(drawn(Walk.LONGEST, 20)).hasSize(21);
  }
}
