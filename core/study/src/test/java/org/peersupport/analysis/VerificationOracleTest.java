package org.peersupport.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Rule;

/**
 * Brute force on small random protocols: every finding is right, none is missing, every witness is
 * a shortest one that sessions confirm, and no smaller set of rules brings it about.
 */
class VerificationOracleTest {
  private static final int SEEDS = Integer.getInteger("verification.seeds", 3_000);
  private static final int FIRST = Integer.getInteger("verification.first", 0);

  /** How often what was found, so that no kind goes untested. */
  private final Map<FindingKind, Integer> times = new EnumMap<>(FindingKind.class);

  @Test
  void every_finding_is_right_and_none_is_missing() {
    int looked = 0;
    int passed = 0;
    for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
      Optional<Protocol> protocol = SmallProtocols.of(seed);
      if (protocol.isPresent()) {
        try {
          look(seed, protocol.get());
          looked++;
        } catch (Situations.TooMany e) {
          passed++;
        }
      }
    }
    assertThat(looked).isGreaterThan(SEEDS / 3);
    assertThat(passed).isLessThan(1 + SEEDS / 100);
    for (FindingKind kind : FindingKind.values()) {
      boolean ofProtocolsThatBuild =
          kind.compareTo(FindingKind.DEAD_ELEMENT) >= 0 && kind != FindingKind.BROKEN_PROPERTY;
      assertThat(times.containsKey(kind)).as("%s", kind).isEqualTo(ofProtocolsThatBuild);
    }
  }

  private void look(long seed, Protocol protocol) {
    Verification verification = Verification.of(protocol);
    Oracle oracle = new Oracle(protocol);
    List<Oracle.Found> found = verification.findings().stream().map(Oracle.Found::of).toList();

    assertThat(found)
        .as("seed %d: %s", seed, protocol.rules())
        .containsExactlyInAnyOrderElementsOf(oracle.findings());
    assertThat(verification.findings()).isSortedAccordingTo((a, b) -> a.kind().compareTo(b.kind()));
    assertThat(verification.states()).isPositive();
    assertThat(Verification.of(protocol)).isEqualTo(verification);
    for (Finding finding : verification.findings()) {
      times.merge(finding.kind(), 1, Integer::sum);
      try {
        FindingCheck.confirm(protocol, oracle, finding);
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + ": " + finding + " " + protocol.rules(), e);
      }
    }
  }

  @Test
  void a_property_is_broken_by_a_shortest_conversation_or_by_none() {
    int broken = 0;
    int obeyed = 0;
    for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
      Optional<Protocol> protocol = SmallProtocols.of(seed);
      if (protocol.isPresent()) {
        if (breaks(seed, protocol.get(), SmallProtocols.property(seed))) {
          broken++;
        } else {
          obeyed++;
        }
      }
    }
    assertThat(broken).isGreaterThan(SEEDS / 10);
    assertThat(obeyed).isGreaterThan(SEEDS / 40);
  }

  private static boolean breaks(long seed, Protocol protocol, Rule property) {
    Verification verification = Verification.ofProperty(protocol, property);
    Protocol advising = SmallProtocols.advising(protocol, property);
    List<ExpandedRule> rules = advising.expandedRules();
    Law law = Law.of(advising, rules.get(rules.size() - 1));
    int shortest = new Oracle(protocol).shortestBreach(law);

    assertThat(verification.findings())
        .as("seed %d: %s %s", seed, property, protocol.rules())
        .hasSize(shortest < 0 ? 0 : 1);
    assertThat(verification.states()).isPositive();
    for (Finding finding : verification.findings()) {
      assertThat(finding.kind()).isEqualTo(FindingKind.BROKEN_PROPERTY);
      assertThat(finding.about()).isEqualTo(property.id());
      assertThat(finding.rules()).containsExactly(property.id());
      assertThat(finding.witness()).hasSize(shortest + 1).endsWith("close");
      assertThat(Replay.under(protocol).accepts(finding.witness())).isTrue();
      // Advice that nothing could follow is not departed from by anybody.
      assertThat(Replay.under(advising).departs(finding.witness(), property.id()))
          .isEqualTo(law.live(0));
    }
    return shortest >= 0;
  }
}
