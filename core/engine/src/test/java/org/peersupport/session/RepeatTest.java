package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.VoidReason;

/** What becomes of a command that is sent twice under one command id. */
class RepeatTest {
  private static final Protocol AMA = Catalogue.amaSixElements();

  private final Talk talk =
      Talk.under(AMA).then("begin:reach-out", "offer:emergency-care", "accept:emergency-care");
  private final Commands supporter = talk.supporter().commandId("c-1");

  /** Sends the command; it must have been recorded before, and nothing changes. */
  private static Event repeated(Talk talk, Command command) {
    Decision decision = Sessions.decide(talk.session(), command, talk.history());
    assertThat(decision).as("%s", command).isInstanceOf(Decision.Repeated.class);
    Decision.Repeated repeated = (Decision.Repeated) decision;
    assertThat(repeated.session()).isSameAs(talk.session());
    return repeated.event();
  }

  @Nested
  class The_same_command {
    @Test
    void is_answered_with_the_event_of_the_first_time() {
      Event first = talk.record(supporter.pause());
      talk.then("resume");

      assertThat(repeated(talk, supporter.pause())).isSameAs(first);
    }

    @Test
    void is_accepted_although_there_is_nothing_to_store() {
      talk.record(supporter.pause());
      Decision decision = Sessions.decide(talk.session(), supporter.pause(), talk.history());

      assertThat(decision.isAccepted()).isTrue();
      assertThat(decision.accepted()).isEmpty();
      assertThat(decision.refusal()).isEmpty();
      assertThatThrownBy(decision::orElseThrow).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void may_be_told_at_another_time_on_other_terms() {
      Event first = talk.record(supporter.overriding("because").begin("reach-out"));
      Commands later =
          supporter
              .at(Talk.START.plusSeconds(9))
              .recordedAt(Talk.START.plusSeconds(10))
              .ifSeq(1)
              .overriding("other words");

      assertThat(repeated(talk, later.begin("reach-out"))).isSameAs(first);
    }

    @Test
    void is_known_although_it_lay_in_the_future_when_it_was_told_first() {
      Commands ahead = supporter.at(Talk.START.plus(Duration.ofDays(365))).recordedAt(Talk.START);
      Event first = talk.record(ahead.raiseConcern("elevated"));

      assertThat(first.at()).isEqualTo(Talk.START);
      assertThat(repeated(talk, ahead.raiseConcern("elevated"))).isSameAs(first);
    }

    @Test
    void is_known_of_every_type() {
      List<Command> recorded = new ArrayList<>();
      Talk all = Talk.under(AMA);
      int number = 0;
      for (String act :
          List.of(
              "begin:reach-out",
              "concern:elevated",
              "offer:chaplaincy",
              "accept:chaplaincy",
              "connect:chaplaincy",
              "complete:chaplaincy",
              "offer:peer-follow-up",
              "decline:peer-follow-up",
              "offer:peer-follow-up",
              "lapse:peer-follow-up",
              "offer:employee-assistance",
              "accept:employee-assistance",
              "withdraw:employee-assistance",
              "thank:work+sharing",
              "pause",
              "resume",
              "transfer:sup-2",
              "correct:2",
              "end:safety",
              "void:test")) {
        Commands from = all.supporter().commandId("c-" + number++);
        Command command = all.command(from, act);
        all.record(command);
        recorded.add(command);
      }

      for (Command command : recorded) {
        Event first = repeated(all, command);
        assertThat(first.metadata().commandId()).isEqualTo(command.terms().metadata().commandId());
        assertThat(first.type()).isEqualTo(command.type());
      }
    }

    @Test
    void is_known_after_its_event_was_corrected() {
      Event first = talk.record(supporter.pause());
      talk.then("correct:" + first.seq());

      assertThat(repeated(talk, supporter.pause())).isSameAs(first);
      assertThat(talk.session().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void is_known_after_the_session_was_voided() {
      Event first = talk.record(supporter.pause());
      Command voiding = talk.supporter().commandId("c-2").voidSession(VoidReason.DUPLICATE);
      Event voided = talk.record(voiding);

      assertThat(repeated(talk, supporter.pause())).isSameAs(first);
      assertThat(repeated(talk, voiding)).isSameAs(voided);
    }

    @Test
    void is_known_whoever_supports_now() {
      Event first = talk.record(supporter.pause());
      talk.then("transfer:sup-2");

      assertThat(repeated(talk, supporter.pause())).isSameAs(first);
    }

    @Test
    void may_give_another_reason_for_a_correction_because_reasons_are_confidential() {
      Event first = talk.record(supporter.correct(2, "tapped by mistake"));

      assertThat(repeated(talk, supporter.correct(2, "it was somebody else"))).isSameAs(first);
    }

    @Test
    void is_decided_anew_when_it_was_refused() {
      Command close = supporter.close();
      assertThat(talk.refused(close).code()).isEqualTo(RefusalCode.RULE_VIOLATED);
      assertThat(talk.refused(close).code()).isEqualTo(RefusalCode.RULE_VIOLATED);
      assertThat(talk.permits("pause")).isTrue();
    }
  }

  @Nested
  class An_opening {
    private final Commands from = Commands.of("s-1", "sup-1", Talk.START).commandId("o-1");

    private List<Event> opened(Command.Open open) {
      return List.of(Sessions.open(AMA, open).orElseThrow().event());
    }

    private Decision again(List<Event> history, Command.Open open) {
      return Sessions.decide(Sessions.start(AMA, history.get(0)), open, history);
    }

    @Test
    void by_the_bare_id_is_the_same_as_by_any_release_of_it() {
      Command.Open bare = from.open("ama-six-elements", Talk.SUPPORTER, Talk.PEER);
      Command.Open full = from.open("ama-six-elements@1.0.0", Talk.SUPPORTER, Talk.PEER);

      for (Command.Open first : List.of(bare, full)) {
        List<Event> history = opened(first);
        assertThat(again(history, bare)).isInstanceOf(Decision.Repeated.class);
        assertThat(again(history, full)).isInstanceOf(Decision.Repeated.class);
      }
    }

    @Test
    void of_another_protocol_or_of_other_people_is_another_one() {
      List<Event> history = opened(from.open("ama-six-elements", Talk.SUPPORTER, Talk.PEER));
      List<Command.Open> others =
          List.of(
              from.open("ama-six-elements@2.0.0", Talk.SUPPORTER, Talk.PEER),
              from.open("ama-six", Talk.SUPPORTER, Talk.PEER),
              from.open("ama-six-elements", Talk.SUPPORTER, Peer.of("peer-1")),
              from.open("ama-six-elements", Peer.of("sup-1").as("nurse"), Talk.PEER),
              from.openFollowUp("ama-six-elements", Talk.SUPPORTER, Talk.PEER, "s-0"));

      for (Command.Open other : others) {
        assertThat(again(history, other).refusal().orElseThrow().code())
            .isEqualTo(RefusalCode.COMMAND_ID_REUSED);
      }
    }

    @Test
    void without_the_id_is_open_already() {
      List<Event> history = opened(from.open("ama-six-elements", Talk.SUPPORTER, Talk.PEER));
      Command.Open unnamed =
          Commands.of("s-1", "sup-1", Talk.START)
              .open("ama-six-elements", Talk.SUPPORTER, Talk.PEER);

      assertThat(again(history, unnamed).refusal().orElseThrow().code())
          .isEqualTo(RefusalCode.SESSION_ALREADY_OPEN);
    }
  }

  @Nested
  class Another_command_under_the_id {
    private void isReused(Command command) {
      Refusal refusal = talk.refused(command);
      assertThat(refusal.code()).isEqualTo(RefusalCode.COMMAND_ID_REUSED);
      assertThat(refusal.remedy()).isEmpty();
    }

    @Test
    void is_refused_when_somebody_else_sends_it() {
      talk.record(supporter.pause());

      isReused(supporter.pause().withBy("peer-1"));
    }

    @Test
    void is_refused_when_it_asks_for_something_else() {
      talk.record(supporter.pause());

      isReused(supporter.resume());
      isReused(supporter.close());
      isReused(supporter.open("ama-six-elements", Talk.SUPPORTER, Talk.PEER));
    }

    @Test
    void is_refused_when_a_member_differs() {
      talk.record(supporter.begin("reach-out"));
      isReused(supporter.begin("invite-and-listen"));
      Commands second = talk.supporter().commandId("c-2");
      talk.record(second.thank("work", "sharing"));
      isReused(second.thank("sharing", "work"));
      Commands third = talk.supporter().commandId("c-3");
      talk.record(third.decline(offered(), "not-now"));
      isReused(third.decline("r-2"));
      Commands fourth = talk.supporter().commandId("c-4");
      talk.record(fourth.correct(2, "in error"));
      isReused(fourth.correct(3, "in error"));
      Commands fifth = talk.supporter().commandId("c-5");
      talk.record(fifth.end(EndReason.SAFETY));
      isReused(fifth.end(EndReason.STOPPED));
      Commands sixth = talk.supporter().commandId("c-6");
      talk.record(sixth.voidSession(VoidReason.TEST));
      isReused(sixth.voidSession(VoidReason.OTHER));
    }

    private String offered() {
      talk.then("concern:elevated", "offer:chaplaincy");
      return "r-2";
    }

    @Test
    void is_refused_before_anything_else_is_looked_at() {
      talk.record(supporter.pause());
      talk.record(talk.supporter().voidSession(VoidReason.TEST));

      isReused(supporter.ifSeq(1).begin("sing"));
    }
  }

  @Test
  void commands_without_an_id_are_never_repeats() {
    talk.then("begin:reach-out", "begin:reach-out");

    assertThat(talk.session().seq()).isEqualTo(6);
  }

  @Test
  void a_repeat_is_looked_for_in_the_whole_history_of_its_own_session() {
    Command elsewhere = Commands.of("s-2", "sup-1", Talk.START).commandId("c-1").pause();
    List<Event> part = talk.history().subList(0, 2);

    assertThatThrownBy(() -> Sessions.decide(talk.session(), elsewhere, talk.history()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Sessions.decide(talk.session(), supporter.pause(), part))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_command_id_has_the_form_of_an_id() {
    Commands from = Commands.of("s-1", "sup-1", Talk.START);

    assertThat(from.commandId("c".repeat(64)).pause().terms().metadata().commandId())
        .isEqualTo(Optional.of("c".repeat(64)));
    for (String wrong : List.of("", "c".repeat(65), " c", "c/1", "-c", "ç")) {
      assertThatThrownBy(() -> from.commandId(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
