package org.peersupport.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.Resource;
import org.peersupport.session.Acted;

/** Of connected referrals a chain forgets what nobody will ask about, and nothing else. */
class ConnectedReferralsTest {
  private static final int MOST = 15;
  private static final int SEEDS = 1500;
  private static final Protocol FREE = protocol(1);

  @Test
  void what_is_not_told_apart_changes_no_figure() {
    int smaller = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Protocol protocol = Acted.protocol(random);
      Behaviour behaviour = offeringAgain(protocol, random);
      ChainExploration whole = whole(protocol, behaviour);
      if (!whole.isWhole()) {
        continue;
      }
      ChainExploration part = part(protocol, behaviour);
      if (!ends(whole)) {
        assertThatThrownBy(part::structure)
            .as("seed %s", seed)
            .hasMessageContaining("nothing that is drawn leads to a close or an end");
      } else {
        check(
            figures(new ConversationChain(protocol, behaviour, part.structure())),
            figures(new ConversationChain(protocol, behaviour, whole.structure())));
        smaller += part.states() < whole.states() ? 1 : 0;
      }
    }
    assertThat(smaller).isGreaterThan(SEEDS / 20);
  }

  /** The chain that tells apart what matters, of at most as many. */
  private static ChainExploration part(Protocol protocol, Behaviour behaviour) {
    BitSet rows = new BitSet();
    while (true) {
      ChainExploration part = new ChainExploration(protocol, behaviour, MOST, rows);
      part.run(4000, states -> {});
      int before = rows.cardinality();
      rows.or(part.unsaidRows());
      if (rows.cardinality() == before) {
        return part;
      }
    }
  }

  private static boolean ends(ChainExploration whole) {
    try {
      return whole.structure().states() > 0;
    } catch (InvalidBehaviourException e) {
      return false;
    }
  }

  private static void check(Map<String, Double> figures, Map<String, Double> expected) {
    assertThat(figures).hasSameSizeAs(expected);
    figures.forEach(
        (name, figure) ->
            assertThat(figure)
                .as(name)
                .isCloseTo(expected.getOrDefault(name, Double.NaN), within(1e-9 * (1 + figure))));
  }

  /** The chain that tells all of them apart, as if anything could be drawn from each row. */
  private static ChainExploration whole(Protocol protocol, Behaviour behaviour) {
    BitSet everyRow = new BitSet();
    everyRow.set(0, 1000);
    ChainExploration whole = new ChainExploration(protocol, behaviour, MOST, everyRow);
    whole.run(4000, states -> {});
    return whole;
  }

  /** What follows in the life of a referral is drawn often, and then the next is offered. */
  private static Behaviour offeringAgain(Protocol protocol, Random random) {
    Behaviour behaviour = Behaviour.of("again", row(protocol, random));
    for (Activity activity : protocol.activities()) {
      Map<String, Double> row = row(protocol, random);
      for (String next : next(activity.kind())) {
        if (random.nextInt(4) > 0) {
          row.put(next + ":" + activity.qualifier(), random.nextDouble());
        }
      }
      behaviour = behaviour.after(activity.text(), row);
    }
    return random.nextInt(3) == 0 ? behaviour : behaviour.otherwise(row(protocol, random));
  }

  private static List<String> next(ActivityKind kind) {
    return switch (kind) {
      case OFFER -> List.of("accept");
      case ACCEPT -> List.of("connect", "lapse", "withdraw", "complete");
      case CONNECT -> List.of("offer", "complete", "withdraw");
      case COMPLETE, WITHDRAW, LAPSE, DECLINE -> List.of("offer");
      default -> List.of();
    };
  }

  private static Map<String, Double> row(Protocol protocol, Random random) {
    List<Activity> activities =
        protocol.activities().stream()
            .filter(each -> random.nextInt(20) == 0 || !isEnd(each.kind()))
            .toList();
    Map<String, Double> row = new TreeMap<>();
    row.put(activities.get(random.nextInt(activities.size())).text(), 0.1 + random.nextDouble());
    row.put("close", 0.1 + random.nextDouble());
    if (random.nextInt(4) > 0) {
      row.put("end:stopped", 0.1);
    }
    return row;
  }

  private static boolean isEnd(ActivityKind kind) {
    return kind == ActivityKind.COMPLETE
        || kind == ActivityKind.WITHDRAW
        || kind == ActivityKind.LAPSE;
  }

  private static Map<String, Double> figures(ConversationChain chain) {
    ExactAnalysis exact = ExactAnalysis.of(chain);
    Map<String, Double> figures = new HashMap<>(exact.probabilities());
    exact.happened().forEach((act, mean) -> figures.put("mean " + act, mean.mean()));
    figures.put("closed", exact.closed());
    figures.put("activities", exact.activities().mean());
    figures.put("refused", exact.refused());
    figures.put("with refusal", exact.withRefusal());
    figures.put("with even draw", exact.withEvenDraw());
    return figures;
  }

  @Test
  void each_that_was_connected_is_completed_although_others_were_offered_since() {
    ExactAnalysis exact = ExactAnalysis.of(ConversationChain.of(FREE, again(0.125)));

    // One, and another with 1/8 each time; then completed, until there is none left.
    assertThat(mean(exact, "connect:r0")).isCloseTo(8.0 / 7, within(1e-12));
    assertThat(mean(exact, "complete:r0")).isCloseTo(8.0 / 7, within(1e-12));
    assertThat(exact.refused()).isCloseTo(1, within(1e-12));
  }

  @Test
  void where_no_conversation_has_so_many_nothing_is_said_of_it() {
    Behaviour once =
        connecting()
            .after("connect:r0", Map.of("complete:r0", 1.0))
            .otherwise(Map.of("complete:r0", 1.0, "begin:talk", 1.0, "close", 1.0));

    assertThat(ConversationChain.of(FREE, once).mostConnected()).isEmpty();
  }

  @Test
  void more_than_are_told_apart_are_reckoned_as_so_many() {
    ExactAnalysis exact = ExactAnalysis.of(ConversationChain.of(FREE, again(0.99)));

    assertThat(mean(exact, "connect:r0")).isCloseTo(100, within(1e-7));
    // Of each beyond so many, which comes with 0.99 of the one before, nothing is known any more.
    double known = 100 * (1 - Math.pow(0.99, 254));
    assertThat(mean(exact, "complete:r0")).isCloseTo(known, within(1e-7));
    assertThat(exact.chain().mostConnected()).hasValue(254);
  }

  /** Offers and connects; what comes then is left to be said. */
  private static Behaviour connecting() {
    return Behaviour.of("connecting", Map.of("offer:r0", 1.0))
        .after("offer:r0", Map.of("accept:r0", 1.0))
        .after("accept:r0", Map.of("connect:r0", 1.0));
  }

  /** Connects, with a probability once more each time, then completes as long as there is one. */
  private static Behaviour again(double probability) {
    return connecting()
        .after("connect:r0", Map.of("offer:r0", probability, "complete:r0", 1 - probability))
        .after("complete:r0", Map.of("complete:r0", 1.0))
        .otherwise(Map.of("close", 1.0));
  }

  private static double mean(ExactAnalysis exact, String activity) {
    return exact.happened().getOrDefault(activity, new ExactMean(Double.NaN, 0)).mean();
  }

  @Test
  void nothing_is_kept_of_what_is_never_ended() {
    Behaviour never = connecting().after("connect:r0", Map.of("offer:r0", 1.0, "close", 1.0));

    // The opening, after the offer, accepted, and connected as often as it may be.
    ConversationChain chain = ConversationChain.of(FREE, never);
    assertThat(chain.states()).isEqualTo(4);
    assertThat(chain.mostConnected()).isEmpty();
  }

  @Test
  void a_chain_that_grows_large_tells_fewer_apart_and_says_so() {
    Protocol protocol = protocol(3);
    Map<String, Double> any = new TreeMap<>(Map.of("close", 1.0));
    protocol.activities().forEach(each -> any.put(each.text(), 1.0));

    ConversationChain chain =
        ConversationChain.of(protocol, Behaviour.of("any", any).otherwise(any));

    assertThat(chain.mostConnected()).hasValue(14);
    assertThat(chain.states()).isLessThanOrEqualTo(100_000);
  }

  private static Protocol protocol(int resources) {
    ProtocolBuilder builder =
        ProtocolBuilder.of("free", "1.0.0")
            .title("Free")
            .source("Made for this test")
            .element(Element.optional("talk", "Talk", "Talk.").asRepeatable());
    for (int x = 0; x < resources; x++) {
      builder.resource(Resource.of("r" + x, "R"));
    }
    return builder.build();
  }
}
