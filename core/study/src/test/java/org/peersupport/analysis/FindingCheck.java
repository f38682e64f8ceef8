package org.peersupport.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.peersupport.protocol.Protocol;

/**
 * Confirms one finding: its witness by replay through sessions, its rules by trying them and all
 * smaller sets.
 */
final class FindingCheck {
  private final Protocol protocol;
  private final Oracle oracle;
  private final Replay replay;
  private final Finding finding;
  private final List<String> witness;
  private final List<String> causes;

  private FindingCheck(Protocol protocol, Oracle oracle, Finding finding) {
    this.protocol = protocol;
    this.oracle = oracle;
    this.replay = Replay.under(protocol);
    this.finding = finding;
    this.witness = finding.witness();
    this.causes =
        finding.rules().isEmpty() ? List.of() : finding.rules().subList(1, finding.rules().size());
  }

  static void confirm(Protocol protocol, Oracle oracle, Finding finding) {
    assertThat(finding.explanation()).contains(finding.about()).endsWith(".");
    FindingCheck check = new FindingCheck(protocol, oracle, finding);
    switch (finding.kind()) {
      case DEAD_ELEMENT, DEAD_RESOURCE, DEAD_ACTIVITY -> check.dead();
      case REDUNDANT_RULE -> check.redundant();
      case VACUOUS_RULE -> check.vacuous();
      case FORCED -> check.forced();
      case TRAP -> check.trap();
      case UNMEETABLE_DEADLINE -> check.deadline();
      case CONCERN_UNANSWERED -> check.concern();
      default -> throw new AssertionError("not looked for: " + finding);
    }
  }

  private String last() {
    return witness.get(witness.size() - 1);
  }

  private int rule() {
    assertThat(finding.rules()).first().isEqualTo(finding.about());
    return oracle.numbers(List.of(finding.about())).nextSetBit(0);
  }

  private BitSet rules() {
    return oracle.numbers(finding.rules());
  }

  private void dead() {
    assertThat(last()).isEqualTo(finding.about());
    assertThat(replay.refusesLast(witness)).isTrue();
    BitSet act = new BitSet();
    act.set(oracle.number(finding.about()));
    BitSet all = oracle.mandatory();
    assertThat(Oracle.isSmallest(rules(), all, set -> oracle.keepOut(set, act))).isTrue();
  }

  /** Where nothing is enforced the witness departs from the rule; where all is, it is refused. */
  private void redundant() {
    if (!witness.isEmpty()) {
      assertThat(last()).isEqualTo("close");
      Protocol advising = SmallProtocols.advising(protocol);
      assertThat(Replay.under(advising).departs(witness, finding.about())).isTrue();
      assertThat(replay.accepts(witness)).isFalse();
    }
    int r = rule();
    BitSet others = oracle.implying(r);
    assertThat(Oracle.isSmallest(oracle.numbers(causes), others, set -> oracle.imply(set, r)))
        .isTrue();
  }

  /** The rule itself may be one of the smallest set; it is named once. */
  private void vacuous() {
    assertThat(witness.isEmpty() || replay.refusesLast(witness)).isTrue();
    BitSet activating = Objects.requireNonNull(oracle.activating(rule()));
    BitSet all = oracle.mandatory();
    BitSet withItself = rules();
    withItself.and(all);
    assertThat(
            Oracle.isSmallest(oracle.numbers(causes), all, set -> oracle.keepOut(set, activating))
                || Oracle.isSmallest(withItself, all, set -> oracle.keepOut(set, activating)))
        .isTrue();
  }

  private void forced() {
    assertThat(witness).contains(finding.about()).endsWith("close");
    assertThat(replay.accepts(witness)).isTrue();
    int act = oracle.number(finding.about());
    assertThat(
            Oracle.isSmallest(rules(), oracle.mandatory(), set -> !oracle.under(set).canAvoid(act)))
        .isTrue();
  }

  private void trap() {
    assertThat(last()).isEqualTo(finding.about());
    assertThat(replay.lengthening(witness)).isGreaterThanOrEqualTo(3);
    assertThat(oracle.detours(witness))
        .anyMatch(
            step ->
                Oracle.isSmallest(rules(), oracle.mandatory(), set -> oracle.lengthen(set, step)));
  }

  /** When the conversation breaks off after the concern no more is left to do than without it. */
  private void concern() {
    assertThat(witness).startsWith(finding.about()).last().asString().startsWith("end:");
    assertThat(replay.outstanding(witness)).isEqualTo(replay.outstanding(List.of(last())));
    assertThat(rules()).isEqualTo(oracle.asking(finding.about()));
  }

  /** That nothing discharges what is owed is for the oracle to say. */
  private void deadline() {
    assertThat(finding.rules()).isEmpty();
    assertThat(replay.owes(witness, finding.about())).isTrue();
  }
}
