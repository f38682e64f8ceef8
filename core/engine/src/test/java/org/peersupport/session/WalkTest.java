package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Status;

/**
 * What holds in every reachable state of the default protocol with all its resources. Nothing is
 * sampled: every act is offered in every state, and the numbers of states are part of what is
 * checked.
 */
class WalkTest {
  @Nested
  class Of_all_six_resources_with_their_pending_referrals {
    private final Walk walk = Walks.six();

    @Test
    void finds_every_state() {
      assertThat(walk.acts()).isEqualTo(58);
      assertThat(walk.count(Status.OPEN)).isEqualTo(378_206);
      assertThat(walk.count(Status.PAUSED)).isEqualTo(378_206);
      assertThat(walk.count(Status.CLOSED)).isEqualTo(288);
      assertThat(walk.count(Status.ENDED)).isEqualTo(1_458);
      assertThat(walk.transitions()).isEqualTo(16_464_345);
    }

    /** So what is checked here is checked of what is remembered and of what is not. */
    @Test
    void goes_past_the_bound_of_what_is_remembered() {
      assertThat(walk.size()).isGreaterThan(3 * Sessions.REMEMBERED);
      assertThat(walk.state(0).state().protocol().remembered()).isEqualTo(Sessions.REMEMBERED);
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
    void leaves_no_state_that_is_over() {
      WalkChecks.nothing_leaves_an_end(walk);
    }

    @Test
    void closes_what_the_product_of_the_rules_accepts() {
      ProductLanguage.is_what_can_be_closed(walk);
    }

    @Test
    void permits_on_the_way_what_leads_on_to_a_close() {
      ProductLanguage.leads_on_where_it_is_permitted(walk);
    }
  }
}
