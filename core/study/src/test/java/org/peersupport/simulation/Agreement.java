package org.peersupport.simulation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.peersupport.protocol.EndReason;

/** Whether figures that were drawn lie where those that were worked out predict them. */
public final class Agreement {
  private Agreement() {}

  /**
   * Checks all of them.
   *
   * @param errors how many standard errors a figure may be off
   */
  public static void check(SimulationSummary drawn, ExactAnalysis exact, double errors) {
    double scale = errors / Math.sqrt((double) drawn.sessions());
    share("closed", drawn.closed(), exact.closed(), scale);
    share("ended", drawn.ended(), exact.ended(), scale);
    for (EndReason reason : EndReason.builtIn()) {
      share(reason.wireName(), drawn.ended(reason), exact.ended(reason), scale);
    }
    mean("activities", drawn.activities(), exact.activities(), scale);
    exact
        .happened()
        .forEach((act, mean) -> mean(act, requireNonNull(drawn.happened().get(act)), mean, scale));
    exact
        .probabilities()
        .forEach(
            (act, share) ->
                share(act, requireNonNull(drawn.sessionsWith().get(act)), share, scale));
    share("with refusal", drawn.withRefusal(), exact.withRefusal(), scale);
    share("with even draw", drawn.withEvenDraw(), exact.withEvenDraw(), scale);
    SampleMean refused = drawn.refused();
    assertThat(refused.mean())
        .as("refused")
        .isCloseTo(exact.refused(), within(scale * refused.standardDeviation() + 1e-9));
    for (int r = 0; r < exact.refusedByRule().size(); r++) {
      SampleMean byRule = drawn.refusedByRule().get(r);
      assertThat(byRule.mean())
          .as("refused by rule " + r)
          .isCloseTo(
              exact.refusedByRule().get(r),
              within(scale * (byRule.standardDeviation() + 0.01) + 1e-9));
    }
    exact
        .endedIn()
        .forEach(
            (element, share) ->
                share(element, requireNonNull(drawn.endedIn().get(element)), share, scale));
    exact
        .timeInElements()
        .forEach(
            (element, mean) -> {
              SampleMean time = requireNonNull(drawn.timeInElements().get(element));
              // Its spread is not worked out, so that of the sample stands in. What is nearly never
              // begun may be met a few times less, or not at all.
              ExactMean whole = exact.duration().orElseThrow();
              double few = 10 * (whole.mean() + 3 * whole.standardDeviation()) / drawn.sessions();
              assertThat(time.mean())
                  .as("time in " + element)
                  .isCloseTo(mean, within(scale * time.standardDeviation() + few));
            });
    exact.duration().ifPresent(mean -> mean("time", drawn.duration().orElseThrow(), mean, scale));
  }

  private static void share(String what, SampleShare drawn, double exact, double scale) {
    // Nearly impossible things are not normally distributed; one of them may happen.
    double slack = 3.0 / drawn.whole();
    assertThat(drawn.share())
        .as(what)
        .isCloseTo(exact, within(scale * Math.sqrt(Math.max(0, exact * (1 - exact))) + slack));
  }

  private static void mean(String what, SampleMean drawn, ExactMean exact, double scale) {
    double slack = 3.0 * (1 + exact.standardDeviation()) / drawn.count();
    assertThat(drawn.mean())
        .as(what)
        .isCloseTo(exact.mean(), within(scale * exact.standardDeviation() + slack));
  }
}
