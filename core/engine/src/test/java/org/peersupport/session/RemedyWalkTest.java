package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Status;

/**
 * Every remedy, and the whole life of referrals, in every reachable state of the default protocol
 * with some of its resources or rules; see {@link WalkTest}.
 */
class RemedyWalkTest {
  @Nested
  class Of_all_six_resources_under_the_mandatory_rules {
    private final Walk walk = Walks.sixMandatory();

    @Test
    void finds_every_state() {
      assertThat(walk.count(Status.OPEN)).isEqualTo(92_320);
      assertThat(walk.transitions()).isEqualTo(4_018_629);
      assertThat(WalkChecks.vectors(walk)).isEqualTo(704);
    }

    @Test
    void has_hardly_more_states_than_its_conversations_need() {
      assertThat(ProductLanguage.fewestStates(walk)).isEqualTo(92_300);
    }

    @Test
    void offers_the_safest_of_the_shortest_remedies_for_every_refusal() {
      assertThat(WalkChecks.refusals_mended_by_the_first_of_the_shortest_remedies(walk))
          .isEqualTo(332_816);
    }
  }

  @Nested
  class Of_three_resources_under_the_mandatory_rules_with_the_whole_life_of_their_referrals {
    private final Walk walk = Walks.threeMandatory();

    @Test
    void finds_every_state() {
      assertThat(walk.acts()).isEqualTo(49);
      assertThat(walk.count(Status.OPEN)).isEqualTo(52_000);
      assertThat(walk.count(Status.PAUSED)).isEqualTo(52_000);
      assertThat(walk.count(Status.CLOSED)).isEqualTo(648);
      assertThat(walk.count(Status.ENDED)).isEqualTo(1_458);
      assertThat(walk.transitions()).isEqualTo(2_227_707);
    }

    @Test
    void gives_every_act_one_outcome_which_is_what_permitted_says() {
      WalkChecks.permitted_says_what_is_accepted(walk);
    }

    @Test
    void never_refuses_the_peer_or_the_outside() {
      WalkChecks.facts_are_refused_only_when_their_referral_could_not_do_that(walk);
    }

    @Test
    void leads_from_every_open_state_to_a_close() {
      WalkChecks.every_open_state_leads_to_a_close(walk);
    }

    @Test
    void offers_the_safest_of_the_shortest_remedies_for_every_refusal() {
      assertThat(WalkChecks.refusals_mended_by_the_first_of_the_shortest_remedies(walk))
          .isEqualTo(187_244);
    }

    @Test
    void leaves_no_state_that_is_over() {
      WalkChecks.nothing_leaves_an_end(walk);
    }

    @Test
    void lists_as_options_what_permitted_says() {
      WalkChecks.options_say_what_permitted_says(walk);
    }

    @Test
    void settles_exactly_where_nothing_is_left_to_follow() {
      for (int n = 0; n < walk.size(); n++) {
        Session session = walk.state(n);
        boolean nothingLeft = session.referrals().isEmpty() && session.outstanding().isEmpty();
        boolean settled = session.status().isFinished() && nothingLeft;
        if (session.isSettled() != settled) {
          assertThat(session.isSettled()).as("state %s", n).isEqualTo(settled);
        }
      }
    }

    @Test
    void meets_these_codes_and_no_other() {
      Set<RefusalCode> met = new HashSet<>();
      for (int n = 0; n < walk.size(); n++) {
        for (int a = 0; a < walk.acts(); a++) {
          RefusalCode code = walk.code(n, a);
          if (code != null) {
            met.add(code);
          }
        }
      }

      assertThat(met)
          .containsExactlyInAnyOrder(
              RefusalCode.SESSION_FINISHED,
              RefusalCode.SESSION_PAUSED,
              RefusalCode.SESSION_NOT_PAUSED,
              RefusalCode.REFERRAL_UNKNOWN,
              RefusalCode.REFERRAL_PENDING,
              RefusalCode.REFERRAL_WRONG_STATE,
              RefusalCode.REFERRAL_NO_CONSENT,
              RefusalCode.RULE_VIOLATED);
    }
  }

  @Nested
  class Of_two_resources_under_the_mandatory_rules {
    private final Walk walk = Walks.two();

    @Test
    void finds_every_state() {
      assertThat(walk.count(Status.OPEN)).isEqualTo(568);
      assertThat(WalkChecks.vectors(walk)).isEqualTo(144);
    }
  }

  @Nested
  class Of_two_resources_under_all_rules_with_the_whole_life_of_their_referrals {
    private final Walk walk = Walks.twoWhole();

    @Test
    void gives_every_act_one_outcome_which_is_what_permitted_says() {
      WalkChecks.permitted_says_what_is_accepted(walk);
    }

    @Test
    void never_refuses_the_peer_or_the_outside() {
      WalkChecks.facts_are_refused_only_when_their_referral_could_not_do_that(walk);
    }

    @Test
    void leads_from_every_open_state_to_a_close() {
      WalkChecks.every_open_state_leads_to_a_close(walk);
    }

    @Test
    void lists_as_options_what_permitted_says() {
      WalkChecks.options_say_what_permitted_says(walk);
    }
  }
}
