package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peersupport.protocol.Rule.any;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.Pairing;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.ReferralState;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.Template;
import org.peersupport.protocol.Verdict;

/** What a session permits, refuses and records, example by example. */
class SessionTest {
  private static final Protocol AMA = Catalogue.amaSixElements();

  private static Talk ama(String... acts) {
    return Talk.under(AMA).then(acts);
  }

  private static Talk readyToClose() {
    return ama(
        "begin:reach-out",
        "begin:invite-and-listen",
        "begin:offer-resources",
        "offer:chaplaincy",
        "accept:chaplaincy",
        "begin:close-with-thank-you",
        "thank:work+sharing");
  }

  /** Elements that may come in any order. */
  private static ProtocolBuilder free() {
    return ProtocolBuilder.of("free", "1.0.0")
        .title("T")
        .source("S")
        .element(Element.optional("a", "A", "P").asRepeatable())
        .element(Element.optional("b", "B", "P").asRepeatable())
        .element(Element.optional("c", "C", "P").asRepeatable());
  }

  private static List<String> rules(Refusal refusal) {
    List<String> rules = new ArrayList<>();
    for (Violation violation : refusal.violations()) {
      violation.rule().ifPresent(rules::add);
    }
    return rules;
  }

  private static List<RefusalCode> codes(Refusal refusal) {
    List<RefusalCode> codes = new ArrayList<>();
    refusal.violations().forEach(violation -> codes.add(violation.code()));
    return codes;
  }

  private static List<String> remedy(Refusal refusal) {
    List<String> texts = new ArrayList<>();
    for (Activity activity : refusal.remedy().orElseThrow()) {
      texts.add(activity.text());
    }
    return texts;
  }

  private static List<String> departures(Event event) {
    List<String> rules = new ArrayList<>();
    event.deviations().forEach(deviation -> rules.add(deviation.rule()));
    return rules;
  }

  @Nested
  class Opening {
    private final Commands coordinator = Commands.of("s-1", "coordinator-1", Talk.START);

    @Test
    void is_recorded_by_anyone_as_the_first_event() {
      Command.Open open = coordinator.open("ama-six-elements", Talk.SUPPORTER, Talk.PEER);

      Event event = Sessions.open(AMA, open).orElseThrow().event();
      Session session = Sessions.start(AMA, (Event.SessionOpened) event);

      assertThat(event)
          .isEqualTo(
              new Event.SessionOpened(
                  "s-1",
                  1,
                  Talk.START,
                  "coordinator-1",
                  Metadata.NONE,
                  "ama-six-elements@1.0.0",
                  Optional.of(AMA.fingerprint()),
                  Talk.SUPPORTER,
                  Talk.PEER,
                  Optional.empty(),
                  List.of()));
      assertThat(session.status()).isEqualTo(Status.OPEN);
      assertThat(session.seq()).isEqualTo(1);
      assertThat(session.isSettled()).isFalse();
      assertThat(session.referrals()).isEmpty();
      assertThat(session.due()).isEmpty();
      assertThat(session.followUpOf()).isEmpty();
    }

    @Test
    void remembers_the_session_that_it_follows_up() {
      Command.Open open =
          coordinator.openFollowUp("ama-six-elements", Talk.SUPPORTER, Talk.PEER, "s-0");

      Event event = Sessions.open(AMA, open).orElseThrow().event();

      assertThat(Sessions.start(AMA, (Event.SessionOpened) event).followUpOf()).hasValue("s-0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ama-six-elements@2.0.0", "ama", "", "ama-six-elements@"})
    void is_refused_under_a_protocol_of_another_name_or_release(String named) {
      assertThat(Sessions.open(AMA, coordinator.open(named, Talk.SUPPORTER, Talk.PEER)).refusal())
          .hasValueSatisfying(
              refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.PROTOCOL_UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource({
      "ANY, surgery, surgery, true",
      "ANY, , , true",
      "SAME, surgery, surgery, true",
      "SAME, surgery, emergency, false",
      "SAME, surgery, , false",
      "SAME, , , false",
      "DIFFERENT, surgery, emergency, true",
      "DIFFERENT, surgery, surgery, false",
      "DIFFERENT, , emergency, false",
      "DIFFERENT, , , false"
    })
    void needs_departments_that_fit(Pairing pairing, String one, String other, boolean fits) {
      Protocol protocol = free().pairing(pairing).build();
      Peer supporter = one == null ? Peer.of("sup-1") : Peer.of("sup-1").from(one);
      Peer peer = other == null ? Peer.of("peer-1") : Peer.of("peer-1").from(other);

      Decision decision = Sessions.open(protocol, coordinator.open("free", supporter, peer));

      assertThat(decision.isAccepted()).isEqualTo(fits);
      assertThat(decision.refusal().map(Refusal::code).orElse(RefusalCode.PAIRING_NOT_ALLOWED))
          .isEqualTo(RefusalCode.PAIRING_NOT_ALLOWED);
    }

    @Test
    void needs_two_people() {
      Decision decision =
          Sessions.open(AMA, coordinator.open("ama-six-elements", Talk.PEER, Talk.PEER));

      assertThat(decision.refusal().orElseThrow().code())
          .isEqualTo(RefusalCode.PAIRING_NOT_ALLOWED);
    }

    @Test
    void happens_once() {
      Talk talk = ama();

      Refusal refusal =
          talk.refused(talk.supporter().open("ama-six-elements", Talk.SUPPORTER, Talk.PEER));

      assertThat(refusal.code()).isEqualTo(RefusalCode.SESSION_ALREADY_OPEN);
    }
  }

  @Nested
  class Who_records {
    @ParameterizedTest
    @ValueSource(strings = {"accept:chaplaincy", "decline:chaplaincy", "pause", "end:stopped"})
    void the_peer_records_what_is_the_peers(String act) {
      Talk talk = offered();

      assertThat(Sessions.permits(talk.session(), talk.command(talk.peer(), act))).isTrue();
      assertThat(talk.refused(talk.command(talk.by("sup-9"), act)).code())
          .isEqualTo(RefusalCode.ACTOR_NOT_IN_SESSION);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "begin:offer-resources",
          "offer:peer-follow-up",
          "connect:chaplaincy",
          "thank:work",
          "close"
        })
    void the_peer_does_not_record_what_is_the_supporters(String act) {
      Talk talk = offered();

      assertThat(talk.refused(talk.command(talk.peer(), act)).code())
          .isEqualTo(RefusalCode.ACTOR_NOT_ALLOWED);
      assertThat(talk.refused(talk.command(talk.by("sup-9"), act)).code())
          .isEqualTo(RefusalCode.ACTOR_NOT_IN_SESSION);
    }

    @Test
    void the_peer_resumes_too() {
      Talk talk = ama("pause");

      assertThat(talk.record(talk.peer().resume()).type()).isEqualTo(ActType.RESUME);
    }

    @Test
    void anyone_records_a_concern() {
      Talk talk = offered();

      Event raised = talk.record(talk.by("ward-clerk-1").raiseConcern("imminent"));

      assertThat(raised.by()).isEqualTo("ward-clerk-1");
      assertThat(talk.session().outstanding()).contains("imminent-concern-met");
    }

    @Test
    void anyone_records_what_becomes_of_a_referral_and_a_transfer() {
      Talk talk = offered().then("accept:chaplaincy", "connect:chaplaincy");
      talk.then("offer:peer-follow-up", "accept:peer-follow-up");
      Commands coordinator = talk.by("coordinator-1");

      talk.record(coordinator.complete("r-1"));
      talk.record(coordinator.withdraw("r-2"));
      talk.record(coordinator.transfer(Peer.of("sup-2")));
      talk.record(talk.by("sup-2").offer("r-3", "chaplaincy"));
      Event lapsed = talk.record(coordinator.lapse("r-3"));

      assertThat(lapsed.by()).isEqualTo("coordinator-1");
    }

    private Talk offered() {
      return ama(
          "begin:reach-out",
          "begin:invite-and-listen",
          "begin:offer-resources",
          "offer:chaplaincy");
    }
  }

  @Nested
  class Time_and_place {
    @Test
    void may_stand_still_and_go_back() {
      Talk talk = ama("begin:reach-out");
      Instant before = Talk.START.minus(Duration.ofHours(1));

      assertThat(talk.permits("begin:reach-out")).isTrue();
      Event paused = talk.record(talk.supporter().at(before).pause());

      assertThat(paused.at()).isEqualTo(before);
      assertThat(paused.seq()).isEqualTo(3);
      assertThat(talk.session().at()).isEqualTo(before);
    }

    @Test
    void are_refused_to_a_sender_who_knows_another_last_event() {
      Talk talk = ama("begin:reach-out");

      assertThat(Sessions.permits(talk.session(), talk.supporter().ifSeq(2).pause())).isTrue();
      assertThat(talk.refused(talk.supporter().ifSeq(1).pause()).code())
          .isEqualTo(RefusalCode.SESSION_CHANGED);
      assertThat(talk.refused(talk.supporter().ifSeq(3).pause()).code())
          .isEqualTo(RefusalCode.SESSION_CHANGED);
    }

    @Test
    void belong_to_one_session() {
      Talk talk = ama();
      Commands elsewhere = Commands.of("s-2", "sup-1", Talk.START);
      Event other = Event.SessionPaused.class.cast(talk.record(talk.supporter().pause()));
      Event foreign =
          new Event.SessionPaused("s-2", 2, Talk.START, "sup-1", Metadata.NONE, List.of());

      assertThat(other.session()).isEqualTo("s-1");
      assertThatThrownBy(() -> Sessions.decide(talk.session(), elsewhere.resume()))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> Sessions.evolve(talk.session(), foreign))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** Where several structural codes apply, the first in their order stands. */
  @Nested
  class The_order_of_the_codes {
    @Test
    void puts_what_the_sender_does_not_know_first() {
      Talk talk = ama("end:stopped");
      Commands wrong = talk.by("sup-9").ifSeq(1).recordedAt(Instant.EPOCH);

      assertThat(talk.refused(wrong.begin("sing")).code()).isEqualTo(RefusalCode.SESSION_CHANGED);
    }

    @Test
    void puts_the_end_before_who_and_when() {
      Talk talk = ama("end:stopped");
      Commands wrong = talk.by("sup-9").recordedAt(Instant.EPOCH);

      assertThat(talk.refused(wrong.begin("sing")).code()).isEqualTo(RefusalCode.SESSION_FINISHED);
      assertThat(talk.refused(wrong.resume()).code()).isEqualTo(RefusalCode.SESSION_FINISHED);
    }

    @Test
    void puts_the_pause_before_who_and_when() {
      Talk talk = ama("pause");
      Commands wrong = talk.by("sup-9").recordedAt(Instant.EPOCH);

      assertThat(talk.refused(wrong.begin("sing")).code()).isEqualTo(RefusalCode.SESSION_PAUSED);
    }

    @Test
    void puts_who_before_when_and_when_before_what() {
      Talk talk = ama();

      assertThat(talk.refused(ahead(talk.by("sup-9")).begin("sing")).code())
          .isEqualTo(RefusalCode.ACTOR_NOT_IN_SESSION);
      assertThat(talk.refused(ahead(talk.peer()).begin("sing")).code())
          .isEqualTo(RefusalCode.ACTOR_NOT_ALLOWED);
      assertThat(talk.refused(ahead(talk.supporter()).begin("sing")).code())
          .isEqualTo(RefusalCode.TIME_IN_FUTURE);
      assertThat(talk.refused(ahead(talk.supporter()).close()).code())
          .isEqualTo(RefusalCode.TIME_IN_FUTURE);
    }

    private static Commands ahead(Commands from) {
      return from.recordedAt(Talk.START.minus(Duration.ofMinutes(6)));
    }

    @Test
    void puts_what_is_unknown_before_what_the_rules_say() {
      Talk talk = ama();

      assertThat(talk.refused("begin:sing").code()).isEqualTo(RefusalCode.ELEMENT_UNKNOWN);
      assertThat(talk.refused("offer:massage").code()).isEqualTo(RefusalCode.RESOURCE_UNKNOWN);
      assertThat(talk.refused("concern:mild").code()).isEqualTo(RefusalCode.LEVEL_UNKNOWN);
      assertThat(talk.refused("thank:work+patience").code()).isEqualTo(RefusalCode.FACET_UNKNOWN);
      assertThat(talk.refused("connect:chaplaincy").code()).isEqualTo(RefusalCode.REFERRAL_UNKNOWN);
    }

    @Test
    void puts_a_taken_id_before_a_pending_offer() {
      Talk talk = ama("offer:emergency-care");

      assertThat(talk.refused(talk.supporter().offer("r-1", "massage")).code())
          .isEqualTo(RefusalCode.RESOURCE_UNKNOWN);
      assertThat(talk.refused(talk.supporter().offer("r-1", "emergency-care")).code())
          .isEqualTo(RefusalCode.REFERRAL_DUPLICATE);
      assertThat(talk.refused(talk.supporter().offer("r-2", "emergency-care")).code())
          .isEqualTo(RefusalCode.REFERRAL_PENDING);
    }

    @Test
    void lets_a_structural_refusal_stand_alone_whatever_the_override() {
      Talk talk = ama();

      Refusal refusal = talk.refused(talk.supporter().overriding(" ").begin("sing"));

      assertThat(codes(refusal)).containsExactly(RefusalCode.ELEMENT_UNKNOWN);
      assertThat(refusal.remedy()).isEmpty();
    }
  }

  @Nested
  class A_pause {
    private final Talk talk =
        ama(
            "begin:reach-out",
            "begin:invite-and-listen",
            "begin:offer-resources",
            "offer:chaplaincy",
            "pause");

    @Test
    void lets_only_what_happens_anyway_happen() {
      assertThat(talk.session().status()).isEqualTo(Status.PAUSED);
      assertThat(talk.session().permitted())
          .containsExactly(
              "accept:chaplaincy",
              "concern:elevated",
              "concern:imminent",
              "decline:chaplaincy",
              "end",
              "lapse:chaplaincy",
              "resume",
              "transfer");
    }

    @Test
    void lets_a_hand_off_happen_that_was_agreed_on() {
      talk.then("accept:chaplaincy", "connect:chaplaincy");

      assertThat(talk.session().status()).isEqualTo(Status.PAUSED);
      assertThat(talk.session().referrals())
          .containsExactly(Referral.of("r-1", "chaplaincy", ReferralState.CONNECTED));
    }

    @Test
    void refuses_everything_else() {
      talk.then("accept:chaplaincy");

      for (String act :
          List.of("begin:reach-out", "thank:work", "offer:emergency-care", "close", "pause")) {
        assertThat(talk.refused(act).code()).isEqualTo(RefusalCode.SESSION_PAUSED);
      }
    }

    @Test
    void lets_the_supporter_do_what_someone_in_danger_waits_for_and_nothing_else() {
      talk.record(talk.by("ward-clerk-1").raiseConcern("imminent"));

      assertThat(talk.session().permitted()).contains("offer:emergency-care");
      assertThat(talk.refused("offer:employee-assistance").code())
          .isEqualTo(RefusalCode.SESSION_PAUSED);
      talk.then("offer:emergency-care", "connect:emergency-care");

      assertThat(talk.session().status()).isEqualTo(Status.PAUSED);
      assertThat(talk.session().outstanding()).doesNotContain("imminent-concern-met");
      assertThat(talk.refused("offer:emergency-care").code()).isEqualTo(RefusalCode.SESSION_PAUSED);
    }

    @Test
    void judges_such_an_act_by_all_rules_and_reckons_the_way_out_as_if_it_were_over() {
      Protocol protocol =
          free()
              .concerns("grave")
              .resource(Resource.of("care", "Care").byNotice())
              .rule(
                  Rule.of("met", Template.RESPONSE, any("concern:grave"), any("connect:care"))
                      .bindingAlways())
              .rule(Rule.of("a-first", Template.PRECEDENCE, any("begin:a"), any("offer:care")))
              .build();
      Talk resting = Talk.under(protocol).then("concern:grave", "pause");

      Refusal refusal = resting.refused("offer:care");

      assertThat(rules(refusal)).containsExactly("a-first");
      assertThat(remedy(refusal)).containsExactly("begin:a");
      assertThat(resting.refused("begin:a").code()).isEqualTo(RefusalCode.SESSION_PAUSED);
    }

    @Test
    void changes_nothing_of_what_is_outstanding() {
      List<String> outstanding = talk.session().outstanding();

      talk.then("resume");

      assertThat(talk.session().status()).isEqualTo(Status.OPEN);
      assertThat(talk.session().outstanding()).isEqualTo(outstanding);
      assertThat(talk.refused("resume").code()).isEqualTo(RefusalCode.SESSION_NOT_PAUSED);
    }
  }

  @Nested
  class A_transfer {
    @Test
    void gives_the_conversation_to_another_supporter() {
      Talk talk = ama("begin:reach-out", "pause", "transfer:sup-2", "resume");

      assertThat(talk.session().supporter().id()).isEqualTo("sup-2");
      assertThat(talk.refused(talk.by("sup-1").begin("reach-out")).code())
          .isEqualTo(RefusalCode.ACTOR_NOT_IN_SESSION);
      talk.then("begin:reach-out");
      assertThat(talk.last().by()).isEqualTo("sup-2");
    }

    @Test
    void needs_two_people_whose_departments_fit() {
      Talk talk = Talk.under(free().pairing(Pairing.DIFFERENT).build());

      assertThat(talk.refused(talk.supporter().transfer(Talk.PEER)).code())
          .isEqualTo(RefusalCode.PAIRING_NOT_ALLOWED);
      assertThat(talk.refused(talk.supporter().transfer(Peer.of("sup-2").from("emergency"))).code())
          .isEqualTo(RefusalCode.PAIRING_NOT_ALLOWED);
      assertThat(talk.refused(talk.supporter().transfer(Peer.of("sup-2"))).code())
          .isEqualTo(RefusalCode.PAIRING_NOT_ALLOWED);
    }

    @Test
    void is_possible_after_the_end_until_everything_is_settled() {
      Talk talk = readyToClose().then("close");

      talk.then("transfer:sup-2", "connect:chaplaincy");
      assertThat(talk.last().by()).isEqualTo("sup-2");
      talk.then("complete:chaplaincy");

      assertThat(talk.session().isSettled()).isTrue();
      assertThat(talk.session().permitted())
          .containsExactly("concern:elevated", "concern:imminent");
      assertThat(talk.refused("transfer:sup-3").code()).isEqualTo(RefusalCode.SESSION_FINISHED);
    }
  }

  @Nested
  class A_referral {
    private final Talk talk =
        ama("begin:reach-out", "begin:invite-and-listen", "begin:offer-resources");

    @Test
    void is_offered_accepted_connected_and_completed() {
      talk.then(
          "offer:chaplaincy", "accept:chaplaincy", "connect:chaplaincy", "complete:chaplaincy");

      assertThat(talk.session().referrals())
          .containsExactly(Referral.of("r-1", "chaplaincy", ReferralState.COMPLETED));
    }

    @Test
    void is_connected_only_with_the_peers_consent() {
      talk.then("offer:chaplaincy");

      assertThat(talk.refused("connect:chaplaincy").code())
          .isEqualTo(RefusalCode.REFERRAL_NO_CONSENT);
    }

    @Test
    void is_not_connected_any_more_once_the_yes_is_taken_back() {
      talk.then("offer:chaplaincy", "accept:chaplaincy");
      talk.record(talk.peer().withdraw("r-1"));

      assertThat(talk.session().referrals())
          .containsExactly(Referral.of("r-1", "chaplaincy", ReferralState.WITHDRAWN));
      assertThat(talk.refused("connect:chaplaincy").code())
          .isEqualTo(RefusalCode.REFERRAL_NO_CONSENT);
      talk.then(
          "offer:chaplaincy", "accept:chaplaincy", "connect:chaplaincy", "withdraw:chaplaincy");
      assertThat(talk.session().referral("r-2"))
          .hasValue(Referral.of("r-2", "chaplaincy", ReferralState.WITHDRAWN));
    }

    @Test
    void is_not_connected_after_a_no() {
      talk.then("offer:chaplaincy", "decline:chaplaincy");

      assertThat(talk.refused("connect:chaplaincy").code())
          .isEqualTo(RefusalCode.REFERRAL_NO_CONSENT);
    }

    @Test
    void is_completed_without_a_hand_off_when_the_peer_went_alone() {
      talk.then("offer:chaplaincy", "accept:chaplaincy", "complete:chaplaincy");

      assertThat(talk.session().referrals())
          .containsExactly(Referral.of("r-1", "chaplaincy", ReferralState.COMPLETED));
      assertThat(talk.session().due()).isEmpty();
    }

    @Test
    void is_connected_at_once_where_the_peer_is_told() {
      talk.then("offer:emergency-care", "connect:emergency-care");

      assertThat(talk.session().referrals())
          .extracting(Referral::state)
          .containsExactly(ReferralState.CONNECTED);
    }

    @ParameterizedTest
    @CsvSource({
      "offer, complete withdraw",
      "offer accept, accept decline",
      "offer decline, accept decline complete withdraw lapse",
      "offer lapse, accept decline connect complete withdraw lapse",
      "offer accept withdraw, accept decline complete withdraw lapse",
      "offer accept complete, accept decline connect complete withdraw lapse",
      "offer accept connect, accept decline connect",
      "offer accept connect withdraw, accept decline complete withdraw lapse",
      "offer accept connect complete, accept decline connect complete withdraw lapse",
      "offer accept connect lapse, accept decline connect complete withdraw lapse"
    })
    void refuses_a_step_that_does_not_fit(String steps, String refused) {
      for (String step : steps.split(" ", -1)) {
        talk.then(step + ":chaplaincy");
      }

      for (String step : refused.split(" ", -1)) {
        assertThat(talk.refused(step + ":chaplaincy").code())
            .as("%s after %s", step, steps)
            .isEqualTo(RefusalCode.REFERRAL_WRONG_STATE);
      }
    }

    @Test
    void is_the_only_pending_one_of_its_resource() {
      talk.then("offer:chaplaincy");
      assertThat(talk.refused("offer:chaplaincy").code()).isEqualTo(RefusalCode.REFERRAL_PENDING);
      talk.then("accept:chaplaincy");
      assertThat(talk.refused("offer:chaplaincy").code()).isEqualTo(RefusalCode.REFERRAL_PENDING);
      talk.then("connect:chaplaincy");

      talk.then("offer:chaplaincy", "accept:chaplaincy", "connect:chaplaincy");

      talk.record(talk.supporter().complete("r-1"));
      assertThat(talk.session().permitted()).contains("complete:chaplaincy", "lapse:chaplaincy");
      talk.record(talk.supporter().complete("r-2"));
      assertThat(talk.session().permitted()).doesNotContain("complete:chaplaincy");
    }

    @Test
    void may_lapse_while_another_of_its_resource_is_pending() {
      talk.then("offer:chaplaincy", "accept:chaplaincy", "connect:chaplaincy", "offer:chaplaincy");

      talk.record(talk.supporter().lapse("r-1"));

      assertThat(talk.session().permitted()).contains("accept:chaplaincy", "lapse:chaplaincy");
      assertThat(talk.session().permitted())
          .doesNotContain("offer:chaplaincy", "complete:chaplaincy");
    }

    @Test
    void lives_on_after_the_close_until_it_is_settled() {
      Talk closed = readyToClose().then("close");

      assertThat(closed.session().status()).isEqualTo(Status.CLOSED);
      assertThat(closed.session().isSettled()).isFalse();
      assertThat(closed.session().permitted())
          .containsExactly(
              "complete:chaplaincy",
              "concern:elevated",
              "concern:imminent",
              "connect:chaplaincy",
              "lapse:chaplaincy",
              "transfer",
              "withdraw:chaplaincy");
      closed.then("connect:chaplaincy");
      assertThat(closed.session().isSettled()).isFalse();
      closed.then("complete:chaplaincy");
      assertThat(closed.session().isSettled()).isTrue();
      assertThat(closed.refused("offer:chaplaincy").code()).isEqualTo(RefusalCode.SESSION_FINISHED);
    }
  }

  @Nested
  class The_rules {
    @Test
    void name_everything_that_a_close_still_waits_for() {
      Talk talk = ama("begin:reach-out");

      assertThat(rules(talk.refused("close")))
          .containsExactly(
              "order.required.invite-and-listen",
              "order.required.offer-resources",
              "order.required.close-with-thank-you",
              "resources-offered",
              "thanked-for-work",
              "thanked-for-sharing");
      assertThat(talk.session().outstanding()).isSorted().hasSize(6);
    }

    @Test
    void name_every_rule_that_an_act_violates_in_expanded_order() {
      Talk talk = ama("begin:reach-out", "begin:invite-and-listen");

      Refusal refusal = talk.refused("begin:close-with-thank-you");

      assertThat(refusal.code()).isEqualTo(RefusalCode.RULE_VIOLATED);
      assertThat(rules(refusal)).containsExactly("order.skip");
      assertThat(remedy(refusal)).containsExactly("begin:offer-resources");
    }

    @Test
    void take_thanks_for_several_facets_as_one_act() {
      Talk talk = ama("begin:reach-out", "begin:invite-and-listen", "begin:offer-resources");
      Talk early = ama("begin:reach-out", "thank:work+sharing");
      assertThat(departures(early.last())).containsExactly("thanks-in-their-place");
      talk.then("begin:close-with-thank-you", "thank:sharing+work");

      assertThat(((Event.AppreciationExpressed) talk.last()).appreciation().facets())
          .containsExactly("sharing", "work");
      assertThat(talk.session().outstanding()).containsExactly("resources-offered");
    }

    @Test
    void point_at_the_events_that_broke_them() {
      Talk talk =
          Talk.under(
                  free()
                      .rule(
                          Rule.of("no-b", Template.NOT_SUCCESSION, any("begin:a"), any("begin:b")))
                      .rule(Rule.of("two-c", Template.ABSENCE, any("begin:c")).times(3))
                      .build())
              .then("begin:a", "begin:c", "begin:a", "begin:c");

      assertThat(talk.refused("begin:b").witness("no-b", talk.history())).containsExactly(4);
      assertThat(talk.refused("begin:c").witness("two-c", talk.history())).containsExactly(3, 5);
      assertThat(talk.refused("begin:c").witness("no-such-rule", talk.history())).isEmpty();
      assertThat(ama().refused("close").witness("thanked-for-work", List.of())).isEmpty();
    }

    @Test
    void point_at_the_answer_that_is_missing_at_the_close() {
      Talk talk = ama("begin:reach-out", "concern:imminent", "begin:invite-and-listen");

      assertThat(talk.refused("close").witness("imminent-concern-met", talk.history()))
          .containsExactly(3);
    }

    @Test
    void stand_in_each_others_way_as_one_conflict() {
      Protocol protocol =
          free()
              .rule(Rule.of("unused", Template.RESPONSE, any("begin:c"), any("begin:a")))
              .rule(Rule.of("one", Template.RESPONSE, any("begin:a"), any("begin:b")))
              .rule(Rule.of("other", Template.NOT_SUCCESSION, any("begin:c"), any("begin:b")))
              .build();
      Talk talk = Talk.under(protocol).then("begin:a");

      Refusal refusal = talk.refused("begin:c");

      assertThat(codes(refusal)).containsExactly(RefusalCode.RULE_CONFLICT);
      assertThat(refusal.violations().get(0).rules()).containsExactly("one", "other");
      assertThat(refusal.witness("one", talk.history())).isEmpty();
    }

    @Test
    void say_so_when_they_are_advice_only_once() {
      Protocol protocol =
          free()
              .rule(
                  Rule.of("advice", Template.NOT_SUCCESSION, any("begin:a"), any("begin:b"))
                      .asAdvisory())
              .build();
      Talk talk = Talk.under(protocol).then("begin:a", "begin:b");
      Event first = talk.last();

      talk.then("begin:b", "close");

      assertThat(departures(first)).containsExactly("advice");
      assertThat(departures(talk.last())).isEmpty();
      assertThat(departures(talk.history().get(3))).isEmpty();
    }

    @Test
    void say_at_the_close_what_advice_is_unsatisfied_but_not_at_an_early_end() {
      Talk closing = readyToClose().then("concern:elevated");
      Event closed = closing.record(closing.command("close"));
      Talk ending = readyToClose().then("concern:elevated");
      Event ended = ending.record(ending.command("end:stopped"));

      assertThat(departures(closed)).containsExactly("elevated-concern-met", "thanks-come-last");
      assertThat(departures(ended)).isEmpty();
    }

    @Test
    void keep_their_verdicts_running() {
      Talk talk = ama();
      assertThat(verdict(talk, "thanked-for-work")).isEqualTo(Verdict.POSSIBLY_VIOLATED);
      assertThat(verdict(talk, "thanks-in-their-place")).isEqualTo(Verdict.POSSIBLY_SATISFIED);
      assertThat(verdict(talk, "imminent-concern-met")).isEqualTo(Verdict.POSSIBLY_SATISFIED);

      talk = readyToClose();

      assertThat(verdict(talk, "thanked-for-work")).isEqualTo(Verdict.SATISFIED);
      assertThat(verdict(talk, "thanks-in-their-place")).isEqualTo(Verdict.SATISFIED);
      assertThat(verdict(talk, "thanks-come-last")).isEqualTo(Verdict.POSSIBLY_SATISFIED);
      talk.then("concern:imminent");
      assertThat(verdict(talk, "imminent-concern-met")).isEqualTo(Verdict.POSSIBLY_VIOLATED);
    }

    @Test
    void are_judged_over_the_activities_that_there_are() {
      Protocol onlyA =
          ProtocolBuilder.of("only", "1.0.0")
              .title("T")
              .source("S")
              .element(Element.optional("a", "A", "P").asRepeatable())
              .rule(Rule.of("first", Template.INIT, any("begin:*")))
              .rule(Rule.of("last", Template.END, any("begin:*")))
              .build();
      Talk talk = Talk.under(onlyA);
      assertThat(talk.session().verdicts())
          .containsExactly(Verdict.POSSIBLY_VIOLATED, Verdict.POSSIBLY_VIOLATED);

      talk.then("begin:a");

      assertThat(talk.session().verdicts()).containsExactly(Verdict.SATISFIED, Verdict.SATISFIED);
    }

    private Verdict verdict(Talk talk, String rule) {
      return Sessions.options(talk.session(), Talk.START).rules().stream()
          .filter(each -> each.id().equals(rule))
          .findFirst()
          .orElseThrow()
          .verdict();
    }
  }

  @Nested
  class An_override {
    private final Talk talk = ama("begin:reach-out", "begin:invite-and-listen");

    private Commands overriding(Talk of) {
      return of.supporter().overriding("the colleague asked for it at once");
    }

    @Test
    void departs_from_a_rule_with_its_reason_and_the_rule_binds_no_more() {
      Event offered = talk.record(overriding(talk).offer("r-1", "chaplaincy"));

      assertThat(offered.deviations())
          .containsExactly(
              Deviation.overriding(
                  "offers-in-their-place",
                  OverrideReason.of("the colleague asked for it at once")));
      assertThat(talk.permits("offer:peer-follow-up")).isTrue();
    }

    @Test
    void is_ignored_where_no_rule_would_be_departed_from() {
      Event begun = talk.record(overriding(talk).begin("reflect-and-reframe"));
      Event blank = talk.record(talk.supporter().overriding("").begin("reflect-and-reframe"));

      assertThat(begun.deviations()).isEmpty();
      assertThat(blank.deviations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void needs_a_reason(String reason) {
      Refusal refusal =
          talk.refused(talk.supporter().overriding(reason).offer("r-1", "chaplaincy"));

      assertThat(codes(refusal))
          .containsExactly(RefusalCode.RULE_VIOLATED, RefusalCode.OVERRIDE_NO_REASON);
      assertThat(refusal.remedy()).isEmpty();
    }

    @Test
    void does_not_help_against_a_rule_that_binds_in_any_case() {
      Refusal refusal = talk.refused(overriding(talk).begin("close-with-thank-you"));

      assertThat(rules(refusal)).containsExactly("order.skip");
      assertThat(codes(refusal))
          .containsExactly(RefusalCode.RULE_VIOLATED, RefusalCode.OVERRIDE_NOT_ALLOWED);
      assertThat(refusal.remedy()).isEmpty();
    }

    @Test
    void does_not_help_when_one_of_several_rules_binds_in_any_case() {
      Talk closing = readyToClose().then("concern:imminent");

      Refusal refusal = closing.refused(overriding(closing).close());

      assertThat(rules(refusal)).containsExactly("imminent-concern-met");
      assertThat(codes(refusal)).contains(RefusalCode.OVERRIDE_NOT_ALLOWED);
    }

    @Test
    void closes_without_an_answer_that_never_came() {
      Talk closing =
          ama(
              "begin:reach-out",
              "begin:invite-and-listen",
              "begin:offer-resources",
              "offer:chaplaincy",
              "begin:close-with-thank-you",
              "thank:work+sharing");
      assertThat(rules(closing.refused("close"))).containsExactly("answered-chaplaincy");

      Event closed = closing.record(overriding(closing).close());

      assertThat(departures(closed)).containsExactly("answered-chaplaincy");
      assertThat(closing.session().outstanding()).isEmpty();
    }

    @Test
    void does_not_help_against_a_conflict() {
      Protocol protocol =
          free()
              .rule(
                  Rule.of("one", Template.RESPONSE, any("begin:a"), any("begin:b")).asOverridable())
              .rule(
                  Rule.of("other", Template.NOT_SUCCESSION, any("begin:c"), any("begin:b"))
                      .asOverridable())
              .build();
      Talk clashing = Talk.under(protocol).then("begin:a");

      Refusal refusal = clashing.refused(overriding(clashing).begin("c"));
      Refusal unexplained = clashing.refused(clashing.supporter().overriding(" ").begin("c"));

      assertThat(codes(refusal))
          .containsExactly(RefusalCode.RULE_CONFLICT, RefusalCode.OVERRIDE_NOT_ALLOWED);
      assertThat(codes(unexplained))
          .containsExactly(RefusalCode.RULE_CONFLICT, RefusalCode.OVERRIDE_NO_REASON);
    }

    @Test
    void does_not_help_when_what_is_left_could_not_be_closed() {
      Protocol protocol =
          free()
              .rule(Rule.of("no-c", Template.ABSENCE, any("begin:c")).asOverridable())
              .rule(Rule.of("then-b", Template.RESPONSE, any("begin:c"), any("begin:b")))
              .rule(Rule.of("no-b", Template.ABSENCE, any("begin:b")))
              .build();
      Talk stuck = Talk.under(protocol);

      Refusal refusal = stuck.refused(overriding(stuck).begin("c"));

      assertThat(rules(refusal)).containsExactly("no-c");
      assertThat(codes(refusal)).contains(RefusalCode.OVERRIDE_NOT_ALLOWED);
    }

    @Test
    void departs_from_the_order_where_the_protocol_allows_it() {
      Protocol protocol =
          ProtocolBuilder.of("ordered", "1.0.0")
              .title("T")
              .source("S")
              .element(Element.required("a", "A", "P").asRepeatable())
              .element(Element.required("b", "B", "P"))
              .order(Order.strict().returning("b", "a").allowingOverride())
              .build();
      Talk ordered = Talk.under(protocol);

      Event skipped = ordered.record(overriding(ordered).begin("b"));
      ordered.then("begin:a");
      Event repeated = ordered.record(overriding(ordered).begin("b"));

      assertThat(departures(skipped)).containsExactly("order.skip");
      assertThat(departures(repeated)).containsExactly("order.repeat.b");
      assertThat(ordered.permits("close")).isTrue();
    }

    @Test
    void does_not_help_where_the_order_would_leave_no_way_back_to_what_is_required() {
      Protocol protocol =
          ProtocolBuilder.of("ordered", "1.0.0")
              .title("T")
              .source("S")
              .element(Element.required("a", "A", "P").asRepeatable())
              .element(Element.required("b", "B", "P"))
              .order(Order.strict().allowingOverride())
              .build();
      Talk ordered = Talk.under(protocol);

      Refusal refusal = ordered.refused(overriding(ordered).begin("b"));

      assertThat(rules(refusal)).containsExactly("order.skip");
      assertThat(codes(refusal)).contains(RefusalCode.OVERRIDE_NOT_ALLOWED);
    }

    @Test
    void leaves_a_fact_to_break_what_it_left_in_pieces() {
      Protocol protocol =
          free()
              .concerns("grave")
              .rule(Rule.of("no-a", Template.ABSENCE, any("begin:a")).asOverridable())
              .rule(
                  Rule.of(
                      "not-after-a", Template.NOT_SUCCESSION, any("begin:a"), any("concern:grave")))
              .build();
      Talk broken = Talk.under(protocol);
      broken.record(overriding(broken).begin("a"));

      Event raised = broken.record(broken.command("concern:grave"));

      assertThat(raised.deviations()).containsExactly(Deviation.from("not-after-a"));
      assertThat(broken.permits("close")).isTrue();
    }

    @Test
    void comes_first_among_the_departures_and_deadlines_last() {
      Protocol protocol =
          free()
              .rule(Rule.of("advice", Template.ABSENCE, any("begin:a")).asAdvisory())
              .rule(Rule.of("no-a", Template.ABSENCE, any("begin:a")).asOverridable())
              .deadline(Deadline.of("soon", any("open"), any("begin:*"), Duration.ofMinutes(5)))
              .build();
      Talk late = Talk.under(protocol).after(Duration.ofHours(1));

      Event begun = late.record(overriding(late).begin("a"));

      assertThat(departures(begun)).containsExactly("no-a", "advice", "soon");
    }
  }

  @Test
  void is_the_same_under_the_same_protocol_made_twice() {
    assertThat(Talk.under(free().build()).then("begin:a").session())
        .isEqualTo(Talk.under(free().build()).then("begin:a").session())
        .isNotEqualTo(Talk.under(free().title("Other").build()).then("begin:a").session());
  }

  @Test
  void happens_at_a_millisecond_so_that_it_can_be_stored() {
    Instant fine = Instant.parse("2026-03-02T09:00:00.123456789Z");

    assertThat(Commands.of("s-1", "sup-1", fine).close().at())
        .isEqualTo(Instant.parse("2026-03-02T09:00:00.123Z"));
  }

  @Test
  void says_that_it_is_open_before_anything_else() {
    Talk talk = ama("begin:reach-out");
    Command again =
        Commands.of("s-1", "sup-1", Instant.EPOCH)
            .ifSeq(9)
            .open("another", Peer.of("sup-1"), Peer.of("peer-1"));

    assertThat(Sessions.decide(talk.session(), again).refusal().orElseThrow().code())
        .isEqualTo(RefusalCode.SESSION_ALREADY_OPEN);
  }

  @Test
  void is_not_replayed_from_a_history_with_a_gap_or_of_an_unknown_protocol() {
    Talk talk = ama("begin:reach-out", "begin:invite-and-listen");
    List<Event> gap = new ArrayList<>(talk.history());
    gap.remove(1);
    List<Event> twice = new ArrayList<>(talk.history());
    twice.add(twice.get(2));

    assertThat(Sessions.replay(reference -> AMA, talk.history())).isEqualTo(talk.session());
    assertThatThrownBy(() -> Sessions.replay(reference -> AMA, gap))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("event 3 comes where 2 is expected");
    assertThatThrownBy(() -> Sessions.replay(reference -> AMA, twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("event 3 comes where 4 is expected");
    assertThatThrownBy(() -> Sessions.replay(reference -> null, talk.history()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no protocol ama-six-elements@1.0.0");
  }

  @Test
  void keeps_a_text_that_was_cut_in_the_midst_of_a_sign() {
    assertThat(ConfidentialText.of("a\ud83d\udc22b").reveal()).isEqualTo("a\ud83d\udc22b");
    assertThat(ConfidentialText.of("a\ud83d").reveal()).isEqualTo("a\ufffd");
    assertThat(ConfidentialText.of("\udc22\u0000\ud83dx").reveal())
        .isEqualTo("\ufffd\ufffd\ufffdx");
    assertThat(Peer.of("p").as("n\ud83d").role()).contains("n\ufffd");
    String longest = "x".repeat(ConfidentialText.LONGEST);
    assertThat(ConfidentialText.of(longest).reveal()).isEqualTo(longest);
    assertThatThrownBy(() -> ConfidentialText.of(longest + "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 100000 characters");
  }

  @Test
  void is_due_at_the_last_instant_when_that_comes_before_the_deadline() {
    Protocol protocol =
        free()
            .deadline(Deadline.of("soon", any("open"), any("begin:*"), Duration.ofMinutes(5)))
            .build();
    Commands by = Commands.of("s-1", "sup-1", Instant.MAX);
    Event opened =
        Sessions.open(protocol, by.open("free", Peer.of("sup-1"), Peer.of("peer-1")))
            .orElseThrow()
            .event();

    Session session = Sessions.start(protocol, opened);

    assertThat(session.due()).extracting(Obligation::dueAt).containsExactly(Instant.MAX);
    assertThat(Sessions.decide(session, by.begin("a")).orElseThrow().event().deviations())
        .isEmpty();
  }

  @Nested
  class An_early_end {
    @Test
    void needs_nothing_but_leaves_the_debts_that_always_bind() {
      Talk talk = ama("begin:reach-out", "concern:imminent", "end:interrupted");

      assertThat(talk.session().status()).isEqualTo(Status.ENDED);
      assertThat(talk.session().outstanding()).containsExactly("imminent-concern-met");
      assertThat(talk.session().isSettled()).isFalse();
      assertThat(talk.session().permitted())
          .containsExactly(
              "concern:elevated", "concern:imminent", "offer:emergency-care", "transfer");
    }

    @Test
    void lets_the_supporter_do_what_discharges_a_debt_and_nothing_else() {
      Talk talk = ama("begin:reach-out", "concern:imminent", "end:interrupted");
      assertThat(talk.refused("offer:chaplaincy").code()).isEqualTo(RefusalCode.SESSION_FINISHED);
      assertThat(talk.refused("end:safety").code()).isEqualTo(RefusalCode.SESSION_FINISHED);

      talk.then("offer:emergency-care", "connect:emergency-care");

      assertThat(talk.session().outstanding()).isEmpty();
      assertThat(talk.refused("offer:emergency-care").code())
          .isEqualTo(RefusalCode.SESSION_FINISHED);
      talk.then("complete:emergency-care");
      assertThat(talk.session().isSettled()).isTrue();
    }

    /** An offer that comes to nothing hands nobody over. */
    @Test
    void leaves_a_debt_when_the_offer_that_should_discharge_it_is_declined() {
      Talk talk = ama("begin:reach-out", "concern:imminent", "end:interrupted");

      talk.then("offer:emergency-care", "decline:emergency-care");

      assertThat(talk.session().outstanding()).containsExactly("imminent-concern-met");
      assertThat(talk.session().permitted()).contains("offer:emergency-care");
    }

    @Test
    void hears_a_concern_that_comes_later_and_is_unsettled_by_it() {
      Talk talk = ama("begin:reach-out", "end:declined");
      assertThat(talk.session().isSettled()).isTrue();

      talk.record(talk.by("ward-clerk-1").raiseConcern("imminent"));

      assertThat(talk.session().isSettled()).isFalse();
      assertThat(talk.session().outstanding()).containsExactly("imminent-concern-met");
      assertThat(talk.session().due())
          .extracting(Obligation::deadline)
          .containsExactly("imminent-concern-in-time");
      talk.then("offer:emergency-care", "connect:emergency-care", "complete:emergency-care");
      assertThat(talk.session().isSettled()).isTrue();
      assertThat(talk.session().due()).isEmpty();
    }

    @Test
    void stays_settled_when_a_concern_leaves_no_rule_unsatisfied() {
      Talk talk = ama("begin:reach-out", "end:declined", "concern:elevated");

      assertThat(talk.session().isSettled()).isTrue();
      assertThat(talk.last().deviations()).isEmpty();
    }

    @Test
    void is_settled_at_once_when_nothing_is_left() {
      assertThat(ama("begin:reach-out", "end:declined").session().isSettled()).isTrue();
    }

    @Test
    void freezes_the_rules_of_the_conversation() {
      Talk talk =
          ama(
              "begin:reach-out",
              "begin:invite-and-listen",
              "begin:offer-resources",
              "offer:chaplaincy",
              "end:stopped");
      List<Verdict> before = talk.session().verdicts();

      talk.then("accept:chaplaincy");

      assertThat(talk.session().verdicts()).isEqualTo(before);
    }

    @Test
    void is_possible_for_every_reason_and_from_a_pause() {
      for (EndReason reason : EndReason.builtIn()) {
        Talk talk = ama("pause");
        Event ended = talk.record(talk.peer().end(reason));
        assertThat(((Event.SessionEnded) ended).reason()).isEqualTo(reason);
      }
    }
  }

  @Nested
  class A_deadline {
    @Test
    void opens_an_obligation_that_is_met_in_time() {
      Talk talk = offered().then("accept:chaplaincy");
      Instant since = Talk.START;

      assertThat(talk.session().due())
          .containsExactly(
              new Obligation(
                  "connect-in-time", Optional.of("r-1"), since, since.plus(Duration.ofDays(3))));
      talk.after(Duration.ofDays(3)).then("connect:chaplaincy");
      assertThat(talk.last().deviations()).isEmpty();
      assertThat(talk.session().due()).isEmpty();
    }

    @Test
    void records_how_late_it_is_met() {
      Talk talk = offered().then("accept:chaplaincy");

      talk.after(Duration.ofDays(3).plusHours(5)).then("lapse:chaplaincy");

      assertThat(talk.last().deviations())
          .containsExactly(Deviation.late("connect-in-time", Duration.ofHours(5)));
    }

    @Test
    void is_each_referrals_own() {
      Talk talk = offered().then("offer:peer-follow-up", "accept:chaplaincy");
      talk.after(Duration.ofDays(1)).then("accept:peer-follow-up", "connect:peer-follow-up");

      assertThat(talk.session().due())
          .extracting(Obligation::referral)
          .containsExactly(Optional.of("r-1"));
    }

    @Test
    void is_overdue_after_its_instant_and_not_before() {
      Talk talk = offered().then("accept:chaplaincy");
      Obligation obligation = talk.session().due().get(0);

      assertThat(obligation.isOverdue(obligation.dueAt())).isFalse();
      assertThat(obligation.isOverdue(obligation.dueAt().plusMillis(1))).isTrue();
      assertThat(Sessions.options(talk.session(), Talk.START).due()).containsExactly(obligation);
    }

    @Test
    void speaks_of_opening_closing_and_ending_too() {
      Protocol protocol =
          free()
              .deadline(Deadline.of("contact", any("open"), any("begin:a"), Duration.ofMinutes(30)))
              .deadline(
                  Deadline.of("done", any("begin:a"), any("close", "end"), Duration.ofHours(1)))
              .build();
      Talk talk = Talk.under(protocol);
      assertThat(talk.session().due()).extracting(Obligation::deadline).containsExactly("contact");

      talk.after(Duration.ofMinutes(31)).then("begin:a");
      assertThat(talk.last().deviations())
          .containsExactly(Deviation.late("contact", Duration.ofMinutes(1)));
      assertThat(talk.session().due()).extracting(Obligation::deadline).containsExactly("done");
      talk.after(Duration.ofHours(2)).then("end:stopped");

      assertThat(talk.last().deviations())
          .containsExactly(Deviation.late("done", Duration.ofHours(1)));
      assertThat(talk.session().due()).isEmpty();
    }

    @Test
    void that_several_activities_opened_is_met_for_all_of_them() {
      Protocol protocol =
          free()
              .deadline(
                  Deadline.of("then-b", any("begin:a"), any("begin:b"), Duration.ofMinutes(10)))
              .build();
      Talk talk = Talk.under(protocol).then("begin:a").after(Duration.ofMinutes(5)).then("begin:a");
      assertThat(talk.session().due()).hasSize(2);

      talk.after(Duration.ofMinutes(10)).then("begin:b");

      assertThat(talk.last().deviations())
          .containsExactly(Deviation.late("then-b", Duration.ofMinutes(5)));
      assertThat(talk.session().due()).isEmpty();
    }

    @Test
    void of_a_referral_is_met_by_what_is_no_referrals() {
      Protocol protocol =
          free()
              .resource(Resource.of("walk", "A walk"))
              .deadline(Deadline.of("back", any("offer:walk"), any("begin:a"), Duration.ofDays(1)))
              .build();
      Talk talk = Talk.under(protocol).then("offer:walk");
      assertThat(talk.session().due())
          .extracting(Obligation::referral)
          .containsExactly(Optional.of("r-1"));

      talk.then("begin:a");

      assertThat(talk.session().due()).isEmpty();
    }

    @Test
    void lists_what_is_due_by_instant_then_by_id() {
      Protocol protocol =
          free()
              .deadline(Deadline.of("z", any("open"), any("begin:a"), Duration.ofMinutes(1)))
              .deadline(Deadline.of("b", any("open"), any("begin:a"), Duration.ofMinutes(2)))
              .deadline(Deadline.of("a", any("open"), any("begin:a"), Duration.ofMinutes(2)))
              .build();

      assertThat(Talk.under(protocol).session().due())
          .extracting(Obligation::deadline)
          .containsExactly("z", "a", "b");
    }

    private Talk offered() {
      return ama(
          "begin:reach-out",
          "begin:invite-and-listen",
          "begin:offer-resources",
          "offer:chaplaincy");
    }
  }

  @Nested
  class The_options {
    @Test
    void list_every_activity_and_the_words_in_order() {
      Talk talk = ama("begin:reach-out");

      Options options = Sessions.options(talk.session(), Talk.START);

      List<String> expected =
          new ArrayList<>(List.of("close", "end", "pause", "resume", "transfer"));
      AMA.activities().forEach(activity -> expected.add(activity.text()));
      expected.sort(null);
      assertThat(options.options()).extracting(Options.Option::activity).isEqualTo(expected);
      assertThat(options.status()).isEqualTo(Status.OPEN);
      assertThat(options.rules()).hasSameSizeAs(AMA.expandedRules());
    }

    @Test
    void judge_an_act_of_a_referral_for_the_oldest_one_that_it_fits_or_else_the_latest() {
      Talk talk =
          ama(
              "begin:reach-out",
              "begin:invite-and-listen",
              "begin:offer-resources",
              "offer:chaplaincy",
              "accept:chaplaincy",
              "connect:chaplaincy");
      assertThat(code(talk, "complete:chaplaincy")).isEmpty();
      talk.then("offer:chaplaincy");

      assertThat(code(talk, "complete:chaplaincy")).isEmpty();
      assertThat(code(talk, "lapse:chaplaincy")).isEmpty();
      assertThat(talk.session().permitted()).contains("complete:chaplaincy");
      assertThat(code(talk, "connect:chaplaincy")).hasValue(RefusalCode.REFERRAL_NO_CONSENT);
      assertThat(code(talk, "accept:peer-follow-up")).hasValue(RefusalCode.REFERRAL_UNKNOWN);
      assertThat(code(talk, "offer:chaplaincy")).hasValue(RefusalCode.REFERRAL_PENDING);
      talk.then("decline:chaplaincy").then("complete:chaplaincy");
      assertThat(code(talk, "lapse:chaplaincy")).hasValue(RefusalCode.REFERRAL_WRONG_STATE);
    }

    private Optional<RefusalCode> code(Talk talk, String act) {
      return Sessions.options(talk.session(), Talk.START).options().stream()
          .filter(option -> option.activity().equals(act))
          .findFirst()
          .orElseThrow()
          .refusal()
          .map(Refusal::code);
    }
  }

  @Nested
  class Refusals {
    @Test
    void are_given_by_the_keeper_of_sessions_too() {
      assertThat(Refusal.of(RefusalCode.SESSION_UNKNOWN).code())
          .isEqualTo(RefusalCode.SESSION_UNKNOWN);
      assertThatThrownBy(() -> Refusal.of(RefusalCode.RULE_VIOLATED))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void are_thrown_at_those_who_ask_for_the_event_anyway() {
      Decision decision = ama().trying("close");

      assertThatThrownBy(decision::orElseThrow)
          .isInstanceOfSatisfying(
              RefusedException.class, thrown -> assertThat(thrown.refusal()).isEqualTo(decision));
    }

    @Test
    void are_equal_when_they_say_the_same() {
      assertThat(ama().refused("close"))
          .isEqualTo(ama().refused("close"))
          .hasSameHashCodeAs(ama().refused("close"))
          .isNotEqualTo(ama("begin:reach-out").refused("close"));
    }
  }

  @Nested
  class Histories {
    @Test
    void replay_also_what_the_rules_refuse_today() {
      Talk talk = ama();
      Session begun =
          Sessions.evolve(
              talk.session(),
              new Event.ElementBegun(
                  "s-1", 2, Talk.START, "sup-1", Metadata.NONE, "close-with-thank-you", List.of()));

      assertThat(begun.seq()).isEqualTo(2);
      assertThat(begun.outstanding()).contains("order.skip");
    }

    @Test
    void replay_also_what_the_protocol_does_not_know_any_more() {
      Session session = ama("begin:reach-out").session();
      List<String> outstanding = session.outstanding();
      List<Event> unknown =
          List.of(
              new Event.ElementBegun(
                  "s-1", 3, Talk.START, "sup-1", Metadata.NONE, "sing", List.of()),
              new Event.ConcernRaised(
                  "s-1", 4, Talk.START, "sup-1", Metadata.NONE, "mild", List.of()),
              new Event.ReferralOffered(
                  "s-1", 5, Talk.START, "sup-1", Metadata.NONE, "r-1", "massage", List.of()),
              new Event.ReferralAccepted(
                  "s-1", 6, Talk.START, "sup-1", Metadata.NONE, "r-1", List.of()),
              new Event.AppreciationExpressed(
                  "s-1",
                  7,
                  Talk.START,
                  "sup-1",
                  Metadata.NONE,
                  Appreciation.of("patience"),
                  List.of()));

      for (Event event : unknown) {
        session = Sessions.evolve(session, event);
      }

      assertThat(session.seq()).isEqualTo(7);
      assertThat(session.outstanding()).isEqualTo(outstanding);
    }

    @Test
    void replay_however_many_referrals_they_have() {
      Session session = ama().session();
      int seq = 2;
      for (int i = 0; i < 30_000; i++) {
        String id = "r-" + i;
        session =
            Sessions.evolve(
                session,
                new Event.ReferralOffered(
                    "s-1",
                    seq++,
                    Talk.START,
                    "sup-1",
                    Metadata.NONE,
                    id,
                    "emergency-care",
                    List.of()));
        session =
            Sessions.evolve(
                session,
                new Event.ReferralConnected(
                    "s-1", seq++, Talk.START, "sup-1", Metadata.NONE, id, List.of()));
      }

      Event completed = Sessions.decide(session, command("r-0")).orElseThrow().event();

      assertThat(Sessions.evolve(session, completed).seq()).isEqualTo(seq);
    }

    private Command command(String referral) {
      return Commands.of("s-1", "sup-1", Talk.START).complete(referral);
    }

    @Test
    void replay_however_many_obligations_they_have() {
      Protocol protocol =
          free()
              .deadline(Deadline.of("done", any("begin:a"), any("end"), Duration.ofHours(1)))
              .build();
      Session session = Talk.under(protocol).session();
      for (int i = 0; i < 200_000; i++) {
        session =
            Sessions.evolve(
                session,
                new Event.ElementBegun(
                    "s-1", i + 2, Talk.START, "sup-1", Metadata.NONE, "a", List.of()));
      }

      Command end = Commands.of("s-1", "sup-1", Talk.START).end(EndReason.STOPPED);
      Session ended = Sessions.evolve(session, Sessions.decide(session, end).orElseThrow().event());

      assertThat(ended.due()).isEmpty();
    }

    @Test
    void start_with_an_opening() {
      List<Event> history = ama("begin:reach-out").history();

      assertThatThrownBy(() -> Sessions.replay(r -> AMA, history.subList(1, 2)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> Sessions.replay(r -> AMA, List.of()))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> Sessions.evolve(ama().session(), history.get(0)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
