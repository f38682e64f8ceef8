package org.peersupport.simulation.estimation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.simulation.Agreement;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.ConversationHistory;
import org.peersupport.simulation.Conversations;
import org.peersupport.simulation.DrawnConversation;
import org.peersupport.simulation.ExactAnalysis;
import org.peersupport.simulation.Lognormal;
import org.peersupport.simulation.Simulation;

/**
 * Estimating from 100,000 conversations that were simulated gives back the behaviour that they came
 * from: every share and every parameter of a duration within five standard errors, and the little
 * that smoothing moves.
 */
class EstimationRecoveryTest {
  private static final Protocol SIX = Catalogue.amaSixElements();
  private static final int SESSIONS = 100_000;
  private static final long SEED = 20_260_105;
  private static final double ERRORS = 5;

  /** The protocol refuses nothing of it. */
  static final Behaviour STRAIGHT =
      Behaviour.of("straight", Map.of("begin:reach-out", 0.98, "end:unreachable", 0.02))
          .after("begin:reach-out", Map.of("begin:invite-and-listen", 0.9, "end:declined", 0.1))
          .after(
              "begin:invite-and-listen",
              Map.of(
                  "begin:reflect-and-reframe", 0.6,
                  "begin:offer-resources", 0.395,
                  "end:interrupted", 0.005))
          .after(
              "begin:reflect-and-reframe",
              Map.of("begin:invite-and-listen", 0.25, "begin:offer-resources", 0.75))
          .after("begin:offer-resources", Map.of("offer:chaplaincy", 1.0))
          .after("offer:chaplaincy", Map.of("accept:chaplaincy", 0.3, "decline:chaplaincy", 0.7))
          .after("accept:chaplaincy", Map.of("begin:close-with-thank-you", 1.0))
          .after("decline:chaplaincy", Map.of("begin:close-with-thank-you", 1.0))
          .after("begin:close-with-thank-you", Map.of("thank:work", 1.0))
          .after("thank:work", Map.of("thank:sharing", 1.0))
          .after("thank:sharing", Map.of("close", 0.999, "end:stopped", 0.001))
          .lasting("begin:reach-out", Lognormal.of(Duration.ofMinutes(2), 0.3))
          .lasting("begin:invite-and-listen", Lognormal.of(Duration.ofMinutes(15), 0.6))
          .lasting("begin:reflect-and-reframe", Lognormal.of(Duration.ofMinutes(8), 1.5))
          .lasting("offer:chaplaincy", Lognormal.of(Duration.ofSeconds(40), 0))
          .lasting("accept:chaplaincy", Lognormal.of(Duration.ofHours(1), 2))
          .lasting("thank:sharing", Lognormal.of(Duration.ofSeconds(5), 0.1));

  private static EstimatedBehaviour estimated;

  /** Observes a conversation as a log of it would tell it. */
  static long observe(BehaviourEstimation estimation, Conversations drawn, long number) {
    DrawnConversation talk = drawn.draw(SEED, number);
    estimation.add(
        ConversationHistory.of(
            estimation.protocol(), talk, "sim-" + number, Instant.parse("2026-01-01T00:00:00Z")));
    return talk.refused();
  }

  @BeforeAll
  static void estimate() {
    Conversations drawn = Conversations.of(ConversationChain.of(SIX, STRAIGHT));
    BehaviourEstimation estimation = BehaviourEstimation.of(SIX);
    long refused = 0;
    for (int number = 0; number < SESSIONS; number++) {
      refused += observe(estimation, drawn, number);
    }
    assertThat(refused).isZero();
    estimated = estimation.estimate("again", BehaviourEstimation.SMOOTHING);
  }

  private static double sum(SortedMap<String, Double> row) {
    return row.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static void assertRow(
      String where, SortedMap<String, Double> from, SortedMap<String, Double> row, long n) {
    double moved = row.size() * BehaviourEstimation.SMOOTHING / n;
    row.forEach(
        (choice, weight) -> {
          double p = from.getOrDefault(choice, 0.0) / sum(from);
          assertThat(weight / sum(row))
              .as(where + " " + choice)
              .isCloseTo(p, within(ERRORS * Math.sqrt(p * (1 - p) / n) + moved));
        });
    assertThat(row).containsKeys(from.keySet().toArray(new String[0]));
  }

  @Test
  void every_share_is_given_back() {
    Behaviour again = estimated.behaviour();

    assertThat(again.after()).containsOnlyKeys(STRAIGHT.after().keySet());
    assertRow("start", STRAIGHT.start(), again.start(), SESSIONS);
    estimated
        .after()
        .forEach(
            (activity, row) ->
                assertRow(
                    activity,
                    requireNonNull(STRAIGHT.after().get(activity)),
                    requireNonNull(again.after().get(activity)),
                    row.observations()));
    assertThat(estimated.warnings()).isEmpty();
    assertThat(estimated.unfinished()).isZero();
  }

  @Test
  void every_duration_is_given_back() {
    Behaviour again = estimated.behaviour();

    assertThat(again.durations()).containsOnlyKeys(STRAIGHT.durations().keySet());
    again
        .durations()
        .forEach(
            (activity, time) -> {
              Lognormal from = requireNonNull(STRAIGHT.durations().get(activity));
              double n = requireNonNull(estimated.durations().get(activity)).observations();
              double median = from.median().toNanos() / 1e6;
              // The median is in whole milliseconds, sigma has six places.
              assertThat(Math.log(time.median().toNanos() / 1e6))
                  .as("median of " + activity)
                  .isCloseTo(
                      Math.log(median), within(ERRORS * from.sigma() / Math.sqrt(n) + 1 / median));
              assertThat(time.sigma())
                  .as("sigma of " + activity)
                  .isCloseTo(from.sigma(), within(ERRORS * from.sigma() / Math.sqrt(2 * n) + 1e-6));
            });
  }

  @Test
  void what_is_simulated_with_it_comes_to_the_same() {
    // Both are uncertain: the estimate by its 100,000 conversations, the simulation by as many.
    Agreement.check(
        Simulation.of(ConversationChain.of(SIX, estimated.behaviour()), 1).run(SESSIONS),
        ExactAnalysis.of(ConversationChain.of(SIX, STRAIGHT)),
        ERRORS * Math.sqrt(2));
  }

  @Test
  void rows_of_which_nothing_is_refused_are_given_back_beside_others() {
    Behaviour refused =
        STRAIGHT
            .after("decline:chaplaincy", Map.of("begin:close-with-thank-you", 0.5, "close", 0.5))
            .after("thank:work", Map.of("thank:sharing", 0.5, "close", 0.5));
    Conversations drawn = Conversations.of(ConversationChain.of(SIX, refused));
    BehaviourEstimation estimation = BehaviourEstimation.of(SIX);
    long attempts = 0;
    for (int number = 0; number < 20_000; number++) {
      attempts += observe(estimation, drawn, number);
    }
    EstimatedBehaviour found = estimation.estimate("again", 0);

    assertThat(attempts).isGreaterThan(10_000);
    found
        .after()
        .forEach(
            (activity, row) -> {
              SortedMap<String, Double> from =
                  activity.equals("decline:chaplaincy") || activity.equals("thank:work")
                      ? requireNonNull(STRAIGHT.after().get(activity)) // what was permitted of it
                      : requireNonNull(refused.after().get(activity));
              assertRow(
                  activity,
                  from,
                  requireNonNull(found.behaviour().after().get(activity)),
                  row.observations());
            });
  }
}
