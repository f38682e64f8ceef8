package org.peersupport.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One vocabulary of acts: what a new type must be known to is asked for here, or by switches. */
class VocabularyTest {
  @Test
  void every_kind_of_activity_is_one_type_of_act() {
    assertThat(Stream.of(ActType.values()).map(ActType::activityKind).flatMap(Optional::stream))
        .containsExactlyInAnyOrder(ActivityKind.values());
    for (ActivityKind kind : ActivityKind.values()) {
      assertThat(ActType.of(kind).activityKind()).contains(kind);
      assertThat(ActType.of(kind).commandName()).isEqualTo(kind.wireName());
    }
  }

  @Test
  void every_kind_of_activity_stands_in_the_alphabet_of_a_protocol_that_has_everything() {
    assertThat(Catalogue.amaSixElements().activities())
        .extracting(Activity::kind)
        .containsAll(EnumSet.allOf(ActivityKind.class));
  }

  @Test
  void words_are_found_and_stand_for_one_type_each() {
    Set<String> commands = new TreeSet<>();
    Set<String> events = new TreeSet<>();
    for (ActType type : ActType.values()) {
      assertThat(ActType.ofCommand(type.commandName())).contains(type);
      assertThat(commands.add(type.commandName())).isTrue();
      assertThat(events.add(type.eventName())).isTrue();
    }
    assertThat(ActType.ofCommand("sing")).isEmpty();
  }

  @Test
  void only_a_follow_up_and_the_reason_of_an_outcome_may_be_left_out_of_commands() {
    assertThat(Stream.of(ActMember.values()).filter(ActMember::isOptionalInCommands))
        .containsExactly(ActMember.FOLLOW_UP_OF, ActMember.OUTCOME_REASON);
  }

  @Test
  void of_events_the_fingerprint_and_the_reason_of_a_correction_may_be_left_out_too() {
    assertThat(Stream.of(ActMember.values()).filter(ActMember::isOptionalInEvents))
        .containsExactly(
            ActMember.FINGERPRINT,
            ActMember.FOLLOW_UP_OF,
            ActMember.OUTCOME_REASON,
            ActMember.CORRECTION_REASON);
    assertThat(Stream.of(ActMember.values()).filter(member -> !member.isInCommands()))
        .containsExactly(ActMember.FINGERPRINT);
  }

  @Test
  void the_life_of_a_referral_is_this_table() {
    assertThat(
            Stream.of(ActType.values())
                .filter(ActType::isReferral)
                .map(VocabularyTest::life)
                .toList())
        .containsExactly(
            "offer: [] -> offered",
            "accept: [offered] -> accepted",
            "decline: [offered] -> declined",
            "connect: [accepted, offered by notice] -> connected",
            "complete: [accepted, connected] -> completed",
            "withdraw: [accepted, connected] -> withdrawn",
            "lapse: [offered, accepted, connected] -> lapsed");
  }

  private static String life(ActType act) {
    List<String> from =
        Stream.of(ReferralState.values())
            .filter(state -> ReferralLifecycle.fits(state, act, Consent.NOTICE))
            .map(
                state ->
                    ReferralLifecycle.fits(state, act, Consent.REQUIRED)
                        ? state.wireName()
                        : state.wireName() + " by notice")
            .sorted((one, other) -> Boolean.compare(one.contains(" "), other.contains(" ")))
            .collect(Collectors.toList());
    return act.commandName() + ": " + from + " -> " + ReferralLifecycle.after(act).wireName();
  }

  @Test
  void an_act_of_no_referral_leads_to_no_state() {
    for (ActType act : ActType.values()) {
      if (!act.isReferral()) {
        assertThatIllegalArgumentException().isThrownBy(() -> ReferralLifecycle.after(act));
        for (ReferralState state : ReferralState.values()) {
          assertThat(ReferralLifecycle.fits(state, act, Consent.NOTICE)).isFalse();
        }
      }
    }
  }

  @Test
  void an_act_means_the_oldest_referral_that_it_fits_or_else_the_latest() {
    List<String> referrals = List.of("declined", "connected", "also connected");

    assertThat(ReferralLifecycle.meant(referrals, each -> each.contains("connected")))
        .contains("connected");
    assertThat(ReferralLifecycle.meant(referrals, each -> false)).contains("also connected");
    assertThat(ReferralLifecycle.meant(List.of(), each -> true)).isEmpty();
  }
}
