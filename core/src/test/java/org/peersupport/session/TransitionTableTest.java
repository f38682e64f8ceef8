package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;

/** The table of numbers says what the session engine says. */
class TransitionTableTest {
  private static final Protocol AMA = Catalogue.amaSixElements();

  @Property(tries = 300)
  void each_letter_does_what_its_command_does(@ForAll long seed) {
    Random random = new Random(seed);
    Protocol protocol = random.nextInt(4) == 0 ? AMA : Histories.protocol(random);
    TransitionTable table = TransitionTable.of(protocol);
    for (int talks = 0; talks < 3; talks++) {
      Talk talk = Talk.under(protocol);
      int state = table.start();
      for (int i = 0; i < 30; i++) {
        assertThat(table.verdicts(state)).isEqualTo(talk.session().verdicts());
        assertThat(table.status(state)).isEqualTo(talk.session().status());
        int letter = random.nextInt(table.alphabet().size());
        String act = act(table, letter);
        Decision decision = talk.trying(act);
        int next = table.next(state, letter);
        assertThat(table.next(state, letter)).isEqualTo(next);
        if (decision.isAccepted()) {
          assertThat(next).as("%s in %s", act, talk.history()).isNotNegative();
          talk.then(act);
          state = next;
        } else {
          assertThat(next).as("%s in %s", act, talk.history()).isNegative();
          assertThat(table.reason(next)).isEqualTo(reason(decision.refusal().orElseThrow()));
        }
      }
    }
  }

  private static String act(TransitionTable table, int letter) {
    String text = table.alphabet().get(letter);
    return text.equals("end") ? "end:stopped" : text;
  }

  /** A referral that was never there is one that cannot take the step. */
  private static TransitionTable.Reason reason(Refusal refusal) {
    RefusalCode code =
        refusal.code() == RefusalCode.REFERRAL_UNKNOWN
            ? RefusalCode.REFERRAL_WRONG_STATE
            : refusal.code();
    List<String> rules =
        refusal.violations().stream()
            .flatMap(each -> each.rule().map(List::of).orElse(each.rules()).stream())
            .toList();
    return new TransitionTable.Reason(code, rules);
  }

  @Example
  void the_alphabet_is_the_activities_and_two_words() {
    TransitionTable table = TransitionTable.of(AMA);

    assertThat(table.alphabet()).hasSize(AMA.activities().size() + 2);
    assertThat(table.alphabet().get(table.close())).isEqualTo("close");
    assertThat(table.letter("end")).isEqualTo(table.close() + 1);
    assertThat(table.letter("begin:nothing")).isEqualTo(-1);
  }

  @Example
  void what_was_recorded_against_a_rule_departs_from_it() {
    TransitionTable table = TransitionTable.of(AMA);
    int letter = table.letter("begin:offer-resources");
    int refused = table.next(table.start(), letter);

    int after = table.departing(table.start(), letter, refused);

    assertThat(table.reason(refused).rules()).containsExactly("order.skip");
    assertThat(table.departed(after)).containsExactly("order.skip");
    assertThat(table.next(after, table.letter("begin:reach-out"))).isNegative();
  }

  @Example
  void what_could_not_happen_has_changed_nothing() {
    TransitionTable table = TransitionTable.of(AMA);
    int letter = table.letter("accept:chaplaincy");
    int refused = table.next(table.start(), letter);

    assertThat(table.reason(refused).code()).isEqualTo(RefusalCode.REFERRAL_WRONG_STATE);
    assertThat(table.departing(table.start(), letter, refused)).isEqualTo(table.start());
  }

  @Example
  void a_new_offer_takes_the_place_of_a_referral_that_is_connected() {
    TransitionTable table = TransitionTable.of(AMA);
    int state = table.start();
    for (String act :
        List.of(
            "begin:reach-out",
            "begin:invite-and-listen",
            "begin:offer-resources",
            "offer:chaplaincy",
            "accept:chaplaincy",
            "connect:chaplaincy",
            "offer:chaplaincy",
            "decline:chaplaincy")) {
      state = table.next(state, table.letter(act));
    }

    assertThat(table.next(state, table.letter("complete:chaplaincy"))).isNegative();
  }

  @Example
  void a_letter_or_a_state_that_is_not_there_is_told() {
    TransitionTable table = TransitionTable.of(AMA);

    assertThatThrownBy(() -> table.next(7_000_000, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
