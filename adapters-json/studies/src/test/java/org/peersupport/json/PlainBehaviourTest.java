package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.ExactAnalysis;
import org.peersupport.simulation.PlainBehaviour;

/** The plain behaviour suits every protocol that ships. */
class PlainBehaviourTest {
  static List<Protocol> protocols() {
    return Variants.all();
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void keeps_the_chain_small_and_most_of_it_permitted(Protocol protocol) {
    ConversationChain chain = ConversationChain.of(protocol, PlainBehaviour.of(protocol));
    ExactAnalysis exact = ExactAnalysis.of(chain);

    assertThat(chain.states()).isLessThan(3_000);
    assertThat(exact.refused()).isLessThan(1);
    assertThat(exact.closed()).isBetween(0.8, 0.99);
    assertThat(exact.activities().mean()).isLessThan(12);
  }

  @ParameterizedTest
  @MethodSource("protocols")
  void everything_happens_now_and_then(Protocol protocol) {
    ExactAnalysis exact =
        ExactAnalysis.of(ConversationChain.of(protocol, PlainBehaviour.of(protocol)));

    Set<String> never = new TreeSet<>();
    exact
        .probabilities()
        .forEach(
            (activity, share) -> {
              if (share < 1e-4) {
                never.add(activity);
              }
            });
    assertThat(never).isSubsetOf(notWaitedFor(protocol));
  }

  /** Where it is enough that the peer is told, the hand-off comes at once. */
  private static Set<String> notWaitedFor(Protocol protocol) {
    Set<String> acts = new TreeSet<>();
    for (Resource resource : protocol.resources()) {
      if (resource.consent() == Consent.NOTICE) {
        for (String act : List.of("accept:", "decline:", "withdraw:", "lapse:")) {
          acts.add(act + resource.key());
        }
      }
    }
    return acts;
  }
}
