package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ReferralState;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.simulation.TransitionTable;

/** The table of numbers says what the session engine says. */
class TransitionTableTest {
  private static final Protocol AMA = Catalogue.amaSixElements();
  private static final List<String> BEGUN =
      List.of("begin:reach-out", "begin:invite-and-listen", "begin:offer-resources");
  private static final List<String> OFFERED = List.of("offer:chaplaincy");
  private static final List<String> CONNECTED =
      List.of("offer:chaplaincy", "accept:chaplaincy", "connect:chaplaincy");

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
        List<Integer> permitted = permitted(table, state);
        assertThat(permitted)
            .as("%s", talk.history())
            .extracting(table.alphabet()::get)
            .hasSameElementsAs(permitted(talk.session()));
        int letter = letter(table, permitted, random);
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
          assertThat(table.reason(next))
              .isEqualTo(reason(talk, act, decision.refusal().orElseThrow()));
        }
      }
    }
  }

  private static List<Integer> permitted(TransitionTable table, int state) {
    return IntStream.range(0, table.alphabet().size())
        .filter(letter -> table.next(state, letter) >= 0)
        .boxed()
        .toList();
  }

  /** What a session names as permitted, without what is no letter. */
  private static Set<String> permitted(Session session) {
    Set<String> permitted = new HashSet<>(session.permitted());
    permitted.removeAll(List.of("pause", "resume", "transfer"));
    return permitted;
  }

  /** Any letter, or one that is permitted; an end seldom, and what is of a referral often. */
  private static int letter(TransitionTable table, List<Integer> permitted, Random random) {
    int letter = random.nextInt(table.alphabet().size());
    if (permitted.isEmpty() || random.nextInt(4) == 0) {
      return letter;
    }
    for (int i = 0; i < 3 && (i == 0 || !isOfReferral(table, letter)); i++) {
      letter = permitted.get(random.nextInt(permitted.size()));
    }
    return letter;
  }

  private static boolean isOfReferral(TransitionTable table, int letter) {
    return table
        .alphabet()
        .get(letter)
        .matches("(offer|accept|connect|complete|withdraw|lapse):.*");
  }

  @SafeVarargs
  private static int after(TransitionTable table, int state, List<String>... acts) {
    int next = state;
    for (List<String> each : acts) {
      for (String act : each) {
        next = table.next(next, table.letter(act));
      }
    }
    return next;
  }

  private static String act(TransitionTable table, int letter) {
    String text = table.alphabet().get(letter);
    return text.equals("end") ? "end:stopped" : text;
  }

  /**
   * A table knows what is pending and not what is over: a referral that was never there, and one
   * that was declined or withdrawn, is one that cannot take the step.
   */
  private static TransitionTable.Reason reason(Talk talk, String act, Refusal refusal) {
    String resource = act.substring(act.indexOf(':') + 1);
    boolean isOffered =
        talk.session().referrals().stream()
            .anyMatch(
                each -> each.resource().equals(resource) && each.state() == ReferralState.OFFERED);
    boolean isOver =
        refusal.code() == RefusalCode.REFERRAL_UNKNOWN
            || (refusal.code() == RefusalCode.REFERRAL_NO_CONSENT && !isOffered);
    RefusalCode code = isOver ? RefusalCode.REFERRAL_WRONG_STATE : refusal.code();
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
  void a_connected_referral_is_completed_although_the_resource_was_offered_again() {
    TransitionTable table = TransitionTable.of(AMA);
    int twice = after(table, table.start(), BEGUN, CONNECTED, CONNECTED);
    int complete = table.letter("complete:chaplaincy");

    int once = table.next(after(table, twice, OFFERED), complete);
    int never = table.next(once, complete);

    assertThat(never).isNotNegative();
    assertThat(table.next(never, complete)).isNegative();
    assertThat(after(table, never, List.of("decline:chaplaincy"))).isNotNegative();
  }

  @Example
  void a_lapse_is_that_of_the_oldest_referral() {
    TransitionTable table = TransitionTable.of(AMA);
    int state = after(table, table.start(), BEGUN, CONNECTED, OFFERED, List.of("lapse:chaplaincy"));

    assertThat(table.next(state, table.letter("complete:chaplaincy"))).isNegative();
    assertThat(table.next(state, table.letter("accept:chaplaincy"))).isNotNegative();
  }

  @Example
  void of_more_than_are_told_apart_some_are_forgotten() {
    TransitionTable table = TransitionTable.of(AMA);
    int state = after(table, table.start(), BEGUN, CONNECTED, CONNECTED, CONNECTED);
    int[] two = new int[AMA.resources().size()];
    Arrays.fill(two, 2);
    List<String> complete = List.of("complete:chaplaincy");

    assertThat(table.withAtMost(after(table, state, complete), two))
        .isEqualTo(table.withAtMost(state, two));
    assertThat(after(table, table.withAtMost(state, two), complete, complete))
        .isEqualTo(after(table, state, complete, complete, complete));
    assertThat(table.withAtMost(table.start(), two)).isEqualTo(table.start());
  }

  @Example
  void more_connected_referrals_of_a_resource_than_are_counted_count_as_so_many() {
    TransitionTable table = TransitionTable.of(AMA);
    int state = after(table, table.start(), BEGUN);
    for (int i = 0; i < TransitionTable.MOST_CONNECTED; i++) {
      assertThat(after(table, state, CONNECTED)).isNotEqualTo(state);
      state = after(table, state, CONNECTED);
    }

    assertThat(TransitionTable.MOST_CONNECTED).isEqualTo(255);
    assertThat(after(table, state, CONNECTED)).isEqualTo(state);
  }

  @Example
  void a_letter_or_a_state_that_is_not_there_is_told() {
    TransitionTable table = TransitionTable.of(AMA);

    assertThatThrownBy(() -> table.next(7_000_000, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
