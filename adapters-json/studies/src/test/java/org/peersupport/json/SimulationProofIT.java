package org.peersupport.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.Lognormal;

/**
 * Ten million sessions of each chain come out as worked out, and a hundredth more of one weight or
 * one time does not.
 */
class SimulationProofIT {
  private static final long SESSIONS = SimulatedQuantities.ENOUGH;

  static List<ConversationChain> chains() {
    return SimulatedQuantities.chains();
  }

  @ParameterizedTest
  @MethodSource("chains")
  void what_is_drawn_lies_where_the_exact_value_predicts(ConversationChain chain) {
    assertThat(SimulatedQuantities.disagreements(chain, chain, SESSIONS))
        .as("%s, %s", chain.protocol().id(), chain.behaviour().id())
        .isEmpty();
  }

  @Test
  void a_weight_that_is_one_percent_off_is_found() {
    Behaviour usual = SimulatedQuantities.usual().behaviour();
    String row = "begin:offer-resources";
    SortedMap<String, Double> weights = new TreeMap<>(requireNonNull(usual.after().get(row)));
    weights.merge("offer:information-sheet", 1.01, (weight, factor) -> weight * factor);

    assertThat(
            SimulatedQuantities.disagreements(
                SimulatedQuantities.chain(usual.after(row, weights)),
                SimulatedQuantities.usual(),
                SESSIONS))
        .extracting(SimulatedQuantities.Quantity::name)
        .contains("offer:information-sheet", "any offer:peer-follow-up");
  }

  @Test
  void a_time_that_is_one_percent_off_is_found_and_nothing_else() {
    Behaviour usual = SimulatedQuantities.usual().behaviour();
    String talk = "begin:invite-and-listen";
    Duration median = requireNonNull(usual.durations().get(talk)).median();
    Lognormal longer = Lognormal.of(median.multipliedBy(101).dividedBy(100), 0.5);

    assertThat(
            SimulatedQuantities.disagreements(
                SimulatedQuantities.chain(usual.lasting(talk, longer)),
                SimulatedQuantities.usual(),
                SESSIONS))
        .extracting(SimulatedQuantities.Quantity::name)
        .containsExactlyInAnyOrder("time", "time in invite-and-listen");
  }
}
