package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.RefusalCode;

/** The acts that a person could ask for, each with the referral that its command would name. */
class OptionsTest {
  private static final Protocol AMA = Catalogue.amaSixElements();

  private static List<Options.Option> options(Talk talk, String by, String activity) {
    return Sessions.options(talk.session(), by, Talk.START).options().stream()
        .filter(option -> option.activity().equals(activity))
        .toList();
  }

  private static List<String> referrals(Talk talk, String activity) {
    return options(talk, "sup-1", activity).stream()
        .map(option -> option.referral().orElse("none"))
        .toList();
  }

  private static Optional<RefusalCode> code(Talk talk, String by, String activity) {
    return options(talk, by, activity).get(0).refusal().map(Refusal::code);
  }

  /** Two of one resource are connected, and a third one is accepted. */
  private static Talk three() {
    return Talk.under(AMA)
        .then("offer:emergency-care", "connect:emergency-care")
        .then("offer:emergency-care", "connect:emergency-care")
        .then("offer:emergency-care", "accept:emergency-care");
  }

  @Test
  void an_act_that_fits_several_referrals_has_an_entry_for_each_oldest_first() {
    Talk talk = three();

    assertThat(referrals(talk, "complete:emergency-care")).containsExactly("r-1", "r-2", "r-3");
    assertThat(referrals(talk, "withdraw:emergency-care")).containsExactly("r-1", "r-2", "r-3");
    assertThat(referrals(talk, "connect:emergency-care")).containsExactly("r-3");
    for (Options.Option option : options(talk, "sup-1", "withdraw:emergency-care")) {
      assertThat(option.isPermitted()).isTrue();
      assertThat(option.act()).isEqualTo(ActType.WITHDRAW);
    }
  }

  @Test
  void an_act_that_fits_none_is_judged_for_the_latest() {
    Talk talk = three();

    assertThat(referrals(talk, "accept:emergency-care")).containsExactly("r-3");
    assertThat(code(talk, "sup-1", "accept:emergency-care"))
        .hasValue(RefusalCode.REFERRAL_WRONG_STATE);
  }

  @Test
  void an_act_without_any_referral_of_its_resource_names_none() {
    Talk talk = three();

    assertThat(referrals(talk, "accept:chaplaincy")).containsExactly("none");
    assertThat(code(talk, "sup-1", "accept:chaplaincy")).hasValue(RefusalCode.REFERRAL_UNKNOWN);
  }

  @Test
  void words_are_listed_with_the_command_that_asks_for_them() {
    Talk talk = three();

    assertThat(options(talk, "sup-1", "end").get(0).act()).isEqualTo(ActType.END);
    assertThat(code(talk, "sup-1", "end")).isEmpty();
    assertThat(code(talk, "sup-1", "pause")).isEmpty();
    assertThat(code(talk, "sup-1", "resume")).hasValue(RefusalCode.SESSION_NOT_PAUSED);
    assertThat(code(talk, "sup-1", "transfer")).isEmpty();
    assertThat(code(talk, "sup-1", "close")).hasValue(RefusalCode.RULE_VIOLATED);
  }

  @Test
  void the_peer_sees_what_the_peer_may_record() {
    Talk talk = three();

    assertThat(code(talk, "peer-1", "begin:reach-out")).hasValue(RefusalCode.ACTOR_NOT_ALLOWED);
    assertThat(code(talk, "peer-1", "close")).hasValue(RefusalCode.ACTOR_NOT_ALLOWED);
    assertThat(code(talk, "peer-1", "concern:imminent")).isEmpty();
    assertThat(code(talk, "peer-1", "withdraw:emergency-care")).isEmpty();
    assertThat(code(talk, "peer-1", "end")).isEmpty();
    assertThat(code(talk, "peer-1", "transfer")).isEmpty();
  }

  @Test
  void anybody_else_sees_what_anyone_may_record() {
    Talk talk = three();

    assertThat(code(talk, "sup-9", "begin:reach-out")).hasValue(RefusalCode.ACTOR_NOT_IN_SESSION);
    assertThat(code(talk, "sup-9", "end")).hasValue(RefusalCode.ACTOR_NOT_IN_SESSION);
    assertThat(code(talk, "sup-9", "concern:imminent")).isEmpty();
    assertThat(code(talk, "sup-9", "complete:emergency-care")).isEmpty();
  }

  @Test
  void what_the_status_bars_is_told_before_who_asks() {
    Talk talk = Talk.under(AMA).then("pause");

    assertThat(code(talk, "peer-1", "begin:reach-out")).hasValue(RefusalCode.SESSION_PAUSED);
    talk.then("end:stopped");
    assertThat(code(talk, "sup-9", "close")).hasValue(RefusalCode.SESSION_FINISHED);
  }
}
