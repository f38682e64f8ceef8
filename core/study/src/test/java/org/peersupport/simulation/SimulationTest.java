package org.peersupport.simulation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.EndReason;

class SimulationTest {
  private static final Behaviour BRIEF =
      Behaviour.of("brief", Map.of("begin:reach-out", 1.0))
          .after("begin:reach-out", Map.of("begin:invite-and-listen", 9.0, "end:declined", 1.0))
          .after("begin:invite-and-listen", Map.of("begin:offer-resources", 1.0))
          .after("begin:offer-resources", Map.of("offer:chaplaincy", 1.0))
          .after("offer:chaplaincy", Map.of("accept:chaplaincy", 1.0, "decline:chaplaincy", 1.0))
          .otherwise(
              Map.of(
                  "begin:close-with-thank-you", 1.0,
                  "thank:work", 1.0,
                  "thank:sharing", 1.0,
                  "close", 1.0))
          .lasting("begin:invite-and-listen", Lognormal.of(Duration.ofMinutes(20), 0.5))
          .lasting("accept:chaplaincy", Lognormal.of(Duration.ofMinutes(1), 0));

  private static final ConversationChain CHAIN =
      ConversationChain.of(Catalogue.amaSixElements(), BRIEF);

  /** Every figure, as text. */
  private static String told(SimulationSummary s) {
    return List.of(
            s.sessions(),
            s.closed(),
            s.ended(EndReason.DECLINED),
            s.activities(),
            s.refused(),
            s.refusedByRule(),
            s.happened(),
            s.sessionsWith(),
            s.duration(),
            s.timeInElements(),
            s.durationQuantile(0.9))
        .toString();
  }

  @Test
  void one_thread_or_five_draw_the_same() {
    String one = told(Simulation.of(CHAIN, 5).run(123_457));

    assertThat(told(Simulation.of(CHAIN, 5).run(123_457, 5, ForkJoinPool.commonPool())))
        .isEqualTo(one);
    assertThat(told(Simulation.of(CHAIN, 6).run(123_457))).isNotEqualTo(one);
  }

  @Test
  void what_is_drawn_is_what_is_worked_out() {
    Agreement.check(
        Simulation.of(CHAIN, 5).run(1_000_000, 2, ForkJoinPool.commonPool()),
        ExactAnalysis.of(CHAIN),
        4.5);
  }

  @Test
  void time_is_in_the_element_that_was_begun_last() {
    SimulationSummary summary = Simulation.of(CHAIN, 5).run(10_000);

    assertThat(requireNonNull(summary.timeInElements().get("offer-resources")).mean())
        .isEqualTo(60_000 * requireNonNull(summary.happened().get("accept:chaplaincy")).mean());
    assertThat(summary.timeInElements().values().stream().mapToDouble(SampleMean::mean).sum())
        .isEqualTo(summary.duration().orElseThrow().mean());
  }

  @Test
  void a_simulation_that_is_stopped_tells_of_its_first_sessions() {
    Simulation simulation = Simulation.of(CHAIN, 5);
    simulation.stop();

    SimulationSummary summary = simulation.run(1_000_000, 2, ForkJoinPool.commonPool());

    assertThat(summary.isPartial()).isTrue();
    assertThat(summary.sessions()).isZero();
    assertThat(summary.closed().share()).isNaN();
  }

  @Test
  void no_sessions_have_no_mean() {
    SimulationSummary summary = Simulation.of(CHAIN, 5).run(0);

    assertThat(summary.isPartial()).isFalse();
    assertThat(summary.activities().mean()).isNaN();
    assertThat(summary.activitiesQuantile(0.5)).isNaN();
  }

  @Test
  void less_than_no_sessions_or_no_thread_cannot_be_asked_for() {
    Simulation simulation = Simulation.of(CHAIN, 5);

    assertThatThrownBy(() -> simulation.run(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> simulation.run(1, 0, Runnable::run))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
