package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peersupport.simulation.ConversationChain;

/**
 * A million sessions of each chain come out as worked out. {@link SimulationProofIT} draws ten
 * times as many.
 */
class SimulationIT {
  private static final long SESSIONS = 1_000_000;

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
}
