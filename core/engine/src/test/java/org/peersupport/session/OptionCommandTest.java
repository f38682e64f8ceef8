package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Catalogue;

class OptionCommandTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
  private static final Commands SUPPORTER = Commands.of("s-1", "sup-1", AT).commandId("c-1");
  private static final Optional<String> NONE = Optional.empty();

  private static Options.Option option(Session session, String activity) {
    return Sessions.options(session, AT).options().stream()
        .filter(each -> each.activity().equals(activity))
        .findFirst()
        .orElseThrow();
  }

  private static Session opened() {
    return Sessions.open(
            Catalogue.amaSixElements(),
            SUPPORTER.open("ama-six-elements", Peer.of("sup-1"), Peer.of("peer-1")))
        .orElseThrow()
        .session();
  }

  @Test
  void an_option_becomes_its_command_in_one_call() {
    Session session = opened();
    Command offer = SUPPORTER.of(option(session, "offer:emergency-care"), "r-1");

    assertThat(offer).isEqualTo(SUPPORTER.offer("r-1", "emergency-care"));
    session = Sessions.decide(session, offer).orElseThrow().session();
    assertThat(SUPPORTER.of(option(session, "connect:emergency-care")))
        .isEqualTo(SUPPORTER.connect("r-1"));
    assertThat(SUPPORTER.of(option(session, "lapse:emergency-care")))
        .isEqualTo(SUPPORTER.lapse("r-1"));
    assertThat(SUPPORTER.of(option(session, "begin:reach-out")))
        .isEqualTo(SUPPORTER.begin("reach-out"));
    assertThat(SUPPORTER.of(option(session, "pause"))).isEqualTo(SUPPORTER.pause());
  }

  @Test
  void so_does_an_entry_that_came_as_text() {
    Optional<String> referral = Optional.of("r-7");
    assertThat(SUPPORTER.of("begin:talk", NONE)).isEqualTo(SUPPORTER.begin("talk"));
    assertThat(SUPPORTER.of("concern:high", NONE)).isEqualTo(SUPPORTER.raiseConcern("high"));
    assertThat(SUPPORTER.of("thank:work", referral)).isEqualTo(SUPPORTER.thank("work"));
    assertThat(SUPPORTER.of("offer:a", referral)).isEqualTo(SUPPORTER.offer("r-7", "a"));
    assertThat(SUPPORTER.of("accept:a", referral)).isEqualTo(SUPPORTER.accept("r-7"));
    assertThat(SUPPORTER.of("decline:a", referral)).isEqualTo(SUPPORTER.decline("r-7"));
    assertThat(SUPPORTER.of("connect:a", referral)).isEqualTo(SUPPORTER.connect("r-7"));
    assertThat(SUPPORTER.of("complete:a", referral)).isEqualTo(SUPPORTER.complete("r-7"));
    assertThat(SUPPORTER.of("withdraw:a", referral)).isEqualTo(SUPPORTER.withdraw("r-7"));
    assertThat(SUPPORTER.of("lapse:a", referral)).isEqualTo(SUPPORTER.lapse("r-7"));
    assertThat(SUPPORTER.of("pause", NONE)).isEqualTo(SUPPORTER.pause());
    assertThat(SUPPORTER.of("resume", NONE)).isEqualTo(SUPPORTER.resume());
    assertThat(SUPPORTER.of("close", NONE)).isEqualTo(SUPPORTER.close());
  }

  @Test
  void the_type_of_the_command_is_that_of_the_option() {
    for (Options.Option option : Sessions.options(opened(), AT).options()) {
      if (option.act() != ActType.END && option.act() != ActType.TRANSFER) {
        assertThat(SUPPORTER.of(option.activity(), Optional.of("r-1")).type())
            .isEqualTo(option.act());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "end, end(reason)",
    "transfer, transfer(supporter)",
    "offer:emergency-care, 'of(option, newReferral)'",
    "accept:emergency-care, 'offer(referral, resource)'"
  })
  void what_needs_more_names_the_method_to_use(String activity, String method) {
    Options.Option option = option(opened(), activity);
    assertThatThrownBy(() -> SUPPORTER.of(option))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(method);
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "correct", "void", "begin", "SECRET", "begin:*", "SECRET:x"})
  void what_is_no_option_is_told_without_repeating_it(String text) {
    assertThatThrownBy(() -> SUPPORTER.of(text, NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("SECRET");
  }

  @Test
  void only_an_offer_opens_a_referral() {
    Options.Option begin = option(opened(), "begin:reach-out");
    assertThatThrownBy(() -> SUPPORTER.of(begin, "r-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("of(option)");
  }

  @Test
  void a_session_does_not_follow_up_itself() {
    Peer supporter = Peer.of("sup-1");
    Peer peer = Peer.of("peer-1");
    assertThatThrownBy(() -> SUPPORTER.openFollowUp("ama-six-elements", supporter, peer, "s-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a session does not follow up itself");
    assertThatThrownBy(() -> SUPPORTER.openFollowUp("ama-six-elements", supporter, peer, "s 0"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(SUPPORTER.openFollowUp("ama-six-elements", supporter, peer, "s-0").followUpOf())
        .contains("s-0");
  }
}
