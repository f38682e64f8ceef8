package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peersupport.protocol.Rule.any;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.ReferralState;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.Template;
import org.peersupport.protocol.VoidReason;

/** What a correction does, and when it is refused, example by example. */
class CorrectionTest {
  private static final Protocol AMA = Catalogue.amaSixElements();

  private static Talk ama(String... acts) {
    return Talk.under(AMA).then(acts);
  }

  /** Seq 5 is an offer, 6 the answer to it, 9 the close. */
  private static Talk closed() {
    return ama(
        "begin:reach-out",
        "begin:invite-and-listen",
        "begin:offer-resources",
        "offer:chaplaincy",
        "accept:chaplaincy",
        "begin:close-with-thank-you",
        "thank:work+sharing",
        "close");
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

  private static List<String> departures(Event event) {
    List<String> rules = new ArrayList<>();
    event.deviations().forEach(deviation -> rules.add(deviation.rule()));
    return rules;
  }

  private static String explanation(Refusal refusal) {
    assertThat(refusal.violations()).hasSize(1);
    assertThat(refusal.explanation()).isEqualTo(refusal.violations().get(0).explanation());
    return refusal.explanation();
  }

  @Nested
  class Accepted {
    @Test
    void is_recorded_as_an_event_that_names_the_one_in_error() {
      Talk talk = ama("begin:reach-out", "begin:reach-out").after(Duration.ofMinutes(5));

      Event event = talk.record(talk.supporter().correct(3, "tapped twice"));

      assertThat(event)
          .isEqualTo(
              new Event.EventCorrected(
                  "s-1",
                  4,
                  Talk.START.plusSeconds(300),
                  "sup-1",
                  Metadata.NONE,
                  3,
                  Optional.of(ConfidentialText.of("tapped twice")),
                  List.of()));
      assertThat(talk.session().seq()).isEqualTo(4);
      assertThat(talk.session().at()).isEqualTo(Talk.START.plusSeconds(300));
    }

    @Test
    void leaves_the_session_as_if_the_event_had_not_been() {
      Talk talk =
          ama("begin:reach-out", "begin:invite-and-listen", "begin:offer-resources")
              .then("offer:chaplaincy", "correct:5");

      Talk without = ama("begin:reach-out", "begin:invite-and-listen", "begin:offer-resources");

      assertThat(talk.session().referrals()).isEmpty();
      assertThat(talk.session().permitted()).isEqualTo(without.session().permitted());
      assertThat(talk.session().outstanding()).isEqualTo(without.session().outstanding());
      assertThat(talk.session().verdicts()).isEqualTo(without.session().verdicts());
    }

    @Test
    void takes_an_offer_back_after_the_answer_to_it() {
      Talk talk =
          ama("begin:reach-out", "begin:invite-and-listen", "begin:offer-resources")
              .then("offer:chaplaincy", "accept:chaplaincy");

      talk.then("correct:6");
      assertThat(talk.session().referrals())
          .containsExactly(Referral.of("r-1", "chaplaincy", ReferralState.OFFERED));
      assertThat(talk.session().due()).isEmpty();

      talk.then("correct:5");
      assertThat(talk.session().referrals()).isEmpty();
    }

    @Test
    void gives_a_yes_back_where_a_no_was_recorded() {
      Talk talk =
          ama("begin:reach-out", "begin:invite-and-listen", "begin:offer-resources")
              .then("offer:chaplaincy", "decline:chaplaincy", "correct:6", "accept:chaplaincy");

      assertThat(talk.session().referrals())
          .containsExactly(Referral.of("r-1", "chaplaincy", ReferralState.ACCEPTED));
    }

    @Test
    void reopens_a_conversation_that_was_closed_in_error() {
      Talk talk = closed().then("correct:9");

      assertThat(talk.session().status()).isEqualTo(Status.OPEN);
      assertThat(talk.then("thank:work", "close").session().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void reopens_a_conversation_that_ended_in_error_and_keeps_what_came_after() {
      Talk talk =
          ama("begin:reach-out", "begin:invite-and-listen", "begin:offer-resources")
              .then("offer:chaplaincy", "end:interrupted", "accept:chaplaincy", "correct:6");

      assertThat(talk.session().status()).isEqualTo(Status.OPEN);
      assertThat(talk.session().referrals())
          .containsExactly(Referral.of("r-1", "chaplaincy", ReferralState.ACCEPTED));
    }

    @Test
    void may_come_while_the_conversation_rests_and_after_everything_is_settled() {
      Talk paused = ama("begin:reach-out", "begin:reach-out", "pause").then("correct:3");
      Talk settled = ama("end:declined").then("correct:2");

      assertThat(paused.session().status()).isEqualTo(Status.PAUSED);
      assertThat(settled.session().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void opens_the_obligation_again_that_the_event_had_discharged() {
      Talk talk = closed().then("connect:chaplaincy");
      assertThat(talk.session().due()).isEmpty();

      talk.after(Duration.ofDays(1)).then("correct:10");

      assertThat(talk.session().due())
          .containsExactly(
              new Obligation(
                  "connect-in-time",
                  Optional.of("r-1"),
                  Talk.START,
                  Talk.START.plus(Duration.ofDays(3))));
    }

    @Test
    void gives_the_session_back_to_the_supporter_before() {
      Talk talk = ama("begin:reach-out", "transfer:sup-2", "correct:3");

      assertThat(talk.session().supporter()).isEqualTo(Talk.SUPPORTER);
    }

    @Test
    void lets_a_rule_bind_again_that_only_the_event_departed_from() {
      Talk talk = ama("begin:reach-out");
      talk.record(talk.supporter().overriding("the phone rang").offer("r-1", "chaplaincy"));
      assertThat(talk.permits("offer:peer-follow-up")).isTrue();

      talk.then("correct:3");

      assertThat(talk.refused("offer:peer-follow-up").violations())
          .extracting(violation -> violation.rule().orElseThrow())
          .containsExactly("offers-in-their-place");
    }

    @Test
    void departs_from_no_rule_so_an_override_is_ignored() {
      Talk talk = ama("begin:reach-out", "begin:reach-out");

      Event event = talk.record(talk.supporter().overriding(" ").correct(3, "twice"));

      assertThat(event.deviations()).isEmpty();
    }

    @Test
    void is_not_pointed_back_to_by_a_refusal_and_neither_is_what_it_corrects() {
      Protocol once =
          free()
              .rule(Rule.of("never-after", Template.NOT_SUCCESSION, any("begin:a"), any("begin:b")))
              .build();
      Talk talk = Talk.under(once).then("begin:a", "begin:a", "correct:3");

      assertThat(talk.refused("begin:b").witness("never-after", talk.history())).containsExactly(2);
    }

    @Test
    void of_the_pause_before_a_correction_keeps_the_correction() {
      Talk talk = ama("begin:reach-out", "begin:reach-out", "pause", "correct:3", "correct:4");

      assertThat(talk.session().status()).isEqualTo(Status.OPEN);
      assertThat(HistoryReview.effective(talk.history()))
          .extracting(Event::seq)
          .containsExactly(1, 2);
      assertThat(Sessions.replay(reference -> AMA, talk.history())).isEqualTo(talk.session());
    }
  }

  @Nested
  class Departures {
    private final Protocol advising =
        free()
            .rule(
                Rule.of("a-first", Template.PRECEDENCE, any("begin:a"), any("begin:b"))
                    .asAdvisory())
            .rule(
                Rule.of("a-before", Template.PRECEDENCE, any("begin:a"), any("begin:c"))
                    .asAdvisory())
            .build();

    @Test
    void from_advice_that_the_rest_no_longer_follows_stand_on_the_correction() {
      Talk talk = Talk.under(advising).then("begin:a", "begin:c", "begin:b", "correct:2");

      assertThat(departures(talk.last())).containsExactly("a-first", "a-before");
    }

    @Test
    void that_stand_on_an_event_or_an_earlier_correction_are_not_told_again() {
      Talk talk =
          Talk.under(advising).then("begin:b", "begin:a", "begin:c", "begin:a", "correct:3");
      assertThat(departures(talk.last())).containsExactly("a-before");

      talk.then("correct:5");
      assertThat(departures(talk.last())).isEmpty();
    }

    @Test
    void that_only_a_correction_told_which_was_taken_back_are_told_again() {
      Talk talk = Talk.under(advising).then("begin:a", "begin:c", "begin:b", "correct:2");

      assertThat(departures(talk.then("correct:5").last())).isEmpty();
      assertThat(departures(talk.then("correct:2").last())).containsExactly("a-first", "a-before");
    }

    @Test
    void at_the_close_count_too() {
      Protocol protocol =
          free().rule(Rule.of("some-a", Template.EXISTENCE, any("begin:a")).asAdvisory()).build();
      Talk talk = Talk.under(protocol).then("begin:a", "close", "correct:2");

      assertThat(departures(talk.last())).containsExactly("some-a");
    }

    @Test
    void from_a_deadline_that_a_later_event_now_meets_too_late_are_told_once() {
      Protocol protocol =
          free()
              .deadline(Deadline.of("soon", any("open"), any("begin:a"), Duration.ofMinutes(30)))
              .build();
      Talk talk = Talk.under(protocol).then("begin:a", "begin:b").after(Duration.ofHours(1));
      talk.then("begin:a", "correct:2");

      assertThat(talk.last().deviations())
          .containsExactly(Deviation.late("soon", Duration.ofMinutes(30)));
      assertThat(departures(talk.then("correct:3").last())).isEmpty();
    }

    @Test
    void from_a_deadline_stay_where_they_were_recorded() {
      Protocol protocol =
          free()
              .deadline(Deadline.of("soon", any("open"), any("begin:a"), Duration.ofMinutes(30)))
              .build();
      Talk talk = Talk.under(protocol).then("begin:b").after(Duration.ofHours(1));
      talk.then("begin:a");
      assertThat(departures(talk.last())).containsExactly("soon");

      assertThat(departures(talk.then("correct:2").last())).isEmpty();
    }

    /**
     * The peer's no broke nothing while the rule was out of force. Once the rule binds again it
     * does, and a no is never refused.
     */
    @Test
    void from_a_rule_that_a_fact_breaks_leave_a_way_to_the_close() {
      Protocol protocol =
          free()
              .resource(Resource.of("x", "X"))
              .rule(never("a-after-offer", "offer:x", "begin:a"))
              .rule(never("offer-after-a", "begin:a", "offer:x"))
              .rule(never("neither-after-a", "begin:a", "decline:x", "begin:b"))
              .build();
      Talk talk = Talk.under(protocol).then("offer:x");
      talk.record(talk.supporter().overriding("asked to").begin("a"));
      talk.record(talk.supporter().overriding("asked to").begin("b"));
      talk.then("decline:x");
      assertThat(departures(talk.last())).isEmpty();

      talk.then("correct:4");
      assertThat(departures(talk.last())).containsExactly("neither-after-a");
      assertThat(talk.permits("close")).isTrue();

      // Told again, because the latest correction says what is departed from ...
      talk.then("begin:c", "correct:7");
      assertThat(departures(talk.last())).containsExactly("neither-after-a");
      assertThat(talk.permits("begin:b")).isTrue();

      // ... and no longer once what broke it is corrected too.
      talk.then("correct:5");
      assertThat(departures(talk.last())).isEmpty();
      assertThat(talk.permits("begin:b")).isFalse();
      assertThat(Sessions.replay(reference -> protocol, talk.history())).isEqualTo(talk.session());
    }

    /** Advice first, then rules that a fact broke, then deadlines, each in expanded order. */
    @Test
    void of_all_kinds_stand_in_one_order() {
      Protocol protocol =
          free()
              .resource(Resource.of("x", "X"))
              .concerns("grave")
              .rule(never("a-after-offer", "offer:x", "begin:a"))
              .rule(never("offer-after-a", "begin:a", "offer:x"))
              .rule(never("neither-after-a", "begin:a", "decline:x", "begin:b"))
              .rule(
                  Rule.of("b-first", Template.PRECEDENCE, any("begin:b"), any("begin:c"))
                      .asAdvisory())
              .deadline(
                  Deadline.of(
                      "soon", any("open"), any("begin:b", "concern:*"), Duration.ofMinutes(30)))
              .deadline(
                  Deadline.of(
                      "later", any("open"), any("begin:b", "begin:c"), Duration.ofMinutes(40)))
              .build();
      Talk talk = Talk.under(protocol).then("offer:x");
      talk.record(talk.supporter().overriding("asked to").begin("a"));
      talk.record(talk.supporter().overriding("asked to").begin("b"));
      talk.then("decline:x").after(Duration.ofHours(1)).then("begin:c", "concern:grave");
      assertThat(departures(talk.last())).isEmpty();

      talk.then("correct:4");

      assertThat(departures(talk.last()))
          .containsExactly("b-first", "neither-after-a", "soon", "later");
    }

    private static Rule never(String id, String first, String... then) {
      return Rule.of(id, Template.NOT_SUCCESSION, any(first), any(then)).asOverridable();
    }
  }

  @Nested
  class Refused {
    @Test
    void while_a_later_event_rests_on_it_with_that_event_and_why() {
      Talk talk = closed();

      Refusal refusal = talk.refused("correct:5");

      assertThat(refusal.code()).isEqualTo(RefusalCode.CORRECTION_IMPOSSIBLE);
      assertThat(refusal.inTheWay()).hasValue(6);
      assertThat(refusal.remedy()).isEmpty();
      assertThat(explanation(refusal))
          .isEqualTo(
              "You cannot take back event 5 yet. Without it, event 6 could not have happened: the"
                  + " peer's yes to an offer. The referral would not have been there. Correct event 6"
                  + " first, then event 5.");
    }

    @Test
    void while_a_rule_would_have_refused_a_later_event_with_the_reason_of_the_rule() {
      Refusal refusal = closed().refused("correct:4");

      assertThat(refusal.inTheWay()).hasValue(5);
      assertThat(explanation(refusal))
          .startsWith(
              "You cannot take back event 4 yet. Without it, event 5 could not have happened: an offer"
                  + " of a resource. ")
          .endsWith(" Correct event 5 first, then event 4.")
          .contains(because("offers-in-their-place"));
    }

    private static String because(String rule) {
      return AMA.expandedRules().stream()
          .filter(each -> each.id().equals(rule))
          .findFirst()
          .orElseThrow()
          .because();
    }

    @Test
    void while_the_close_needs_it() {
      Refusal refusal = closed().refused("correct:8");

      assertThat(refusal.inTheWay()).hasValue(9);
      assertThat(explanation(refusal))
          .contains("event 9 could not have happened: the closing of the conversation.");
    }

    @Test
    void while_someone_acted_who_would_not_have_been_there() {
      Talk talk = ama("transfer:sup-2", "begin:reach-out");

      assertThat(talk.refused("correct:2").inTheWay()).hasValue(3);
      assertThat(talk.then("correct:3", "correct:2").session().supporter())
          .isEqualTo(Talk.SUPPORTER);
    }

    @Test
    void for_an_event_that_has_not_come_yet() {
      Refusal refusal = ama().refused("correct:2");

      assertThat(refusal.code()).isEqualTo(RefusalCode.CORRECTION_UNKNOWN_EVENT);
      assertThat(refusal.inTheWay()).isEmpty();
    }

    @Test
    void for_the_opening_and_for_what_is_corrected_already() {
      Talk talk = ama("begin:reach-out", "begin:reach-out", "correct:3");

      for (int seq : new int[] {1, 3}) {
        Refusal refusal = talk.refused("correct:" + seq);
        assertThat(refusal.code()).isEqualTo(RefusalCode.CORRECTION_NOT_ALLOWED);
        assertThat(explanation(refusal)).startsWith("You cannot correct event " + seq);
      }
    }

    @Test
    void when_the_sender_does_not_know_the_last_event() {
      Talk talk = ama("begin:reach-out");

      assertThat(talk.refused(talk.supporter().ifSeq(1).correct(2, "x")).code())
          .isEqualTo(RefusalCode.SESSION_CHANGED);
    }

    @Test
    void with_the_code_that_comes_first_in_order() {
      Talk talk = ama();
      Commands stranger = talk.by("sup-9");

      assertThat(talk.refused(stranger.ifSeq(7).correct(9, "x")).code())
          .isEqualTo(RefusalCode.SESSION_CHANGED);
      assertThat(talk.refused(stranger.correct(9, "x")).code())
          .isEqualTo(RefusalCode.ACTOR_NOT_IN_SESSION);
      assertThat(talk.refused(talk.peer().correct(9, "x")).code())
          .isEqualTo(RefusalCode.ACTOR_NOT_ALLOWED);
      assertThat(talk.refused(talk.supporter().correct(9, "x")).code())
          .isEqualTo(RefusalCode.CORRECTION_UNKNOWN_EVENT);
    }
  }

  @Nested
  class Who {
    private final Talk talk = ama("begin:reach-out");

    @Test
    void the_supporter_corrects_what_anybody_but_the_peer_recorded() {
      talk.record(talk.by("clinic-1").transfer(Peer.of("sup-2").from("surgery")));

      assertThat(talk.permits("correct:3")).isTrue();
    }

    @Test
    void nobody_takes_back_for_the_peer_what_the_peer_recorded() {
      talk.then("offer:emergency-care", "accept:emergency-care");
      talk.record(talk.peer().withdraw("r-1"));

      Refusal refusal = talk.refused("correct:5");

      assertThat(refusal.code()).isEqualTo(RefusalCode.ACTOR_NOT_ALLOWED);
      assertThat(talk.refused(talk.by("sup-9").correct(5, "x")).code())
          .isEqualTo(RefusalCode.ACTOR_NOT_ALLOWED);
      talk.record(talk.peer().correct(5, "I had not"));
      assertThat(talk.session().referrals())
          .containsExactly(Referral.of("r-1", "emergency-care", ReferralState.ACCEPTED));
    }

    @Test
    void a_withdrawal_that_the_supporter_wrote_down_the_supporter_corrects() {
      talk.then("offer:emergency-care", "accept:emergency-care", "withdraw:emergency-care");

      assertThat(talk.permits("correct:5")).isTrue();
      assertThat(talk.refused(talk.peer().correct(5, "x")).code())
          .isEqualTo(RefusalCode.ACTOR_NOT_ALLOWED);
    }

    @Test
    void a_concern_is_corrected_only_by_who_raised_it() {
      talk.record(talk.by("ward-clerk-1").raiseConcern("imminent"));

      for (Commands other : List.of(talk.supporter(), talk.peer(), talk.by("sup-9"))) {
        assertThat(talk.refused(other.correct(3, "x")).code())
            .isEqualTo(RefusalCode.ACTOR_NOT_ALLOWED);
      }
      talk.record(talk.by("ward-clerk-1").correct(3, "the wrong person"));
      assertThat(talk.session().outstanding()).doesNotContain("imminent-concern-met");
    }

    @Test
    void what_would_stand_again_and_could_not_have_happened_is_named() {
      Talk urgent = ama("offer:emergency-care", "concern:imminent", "connect:emergency-care");
      urgent.record(urgent.supporter().voidSession(VoidReason.TEST));
      urgent.record(urgent.supporter().correct(5, "not a test"));
      urgent.record(urgent.supporter().correct(4, "nobody came"));

      Refusal refusal = urgent.refused(urgent.supporter().correct(6, "a test"));

      assertThat(refusal.code()).isEqualTo(RefusalCode.CORRECTION_IMPOSSIBLE);
      assertThat(refusal.violations().get(0).explanation())
          .startsWith(
              "You cannot take back event 6 yet. Event 5 would stand again, and could not have"
                  + " happened: the entry as an error.")
          .endsWith("Correct what came in its way first.");
    }

    @Test
    void the_peer_corrects_what_the_peer_recorded_and_nothing_else() {
      talk.record(talk.peer().raiseConcern("elevated"));

      Refusal refusal = talk.refused(talk.peer().correct(2, "x"));

      assertThat(refusal.code()).isEqualTo(RefusalCode.ACTOR_NOT_ALLOWED);
      assertThat(explanation(refusal))
          .isEqualTo(
              "You cannot take back what somebody else said. Ask the person who recorded it.");
      talk.record(talk.peer().correct(3, "not I"));
      assertThat(talk.session().seq()).isEqualTo(4);
    }

    @Test
    void anybody_else_corrects_what_they_recorded_and_nothing_else() {
      talk.record(talk.by("clinic-1").transfer(Peer.of("sup-2").from("surgery")));

      Refusal refusal = talk.refused(talk.by("clinic-1").correct(2, "x"));

      assertThat(refusal.code()).isEqualTo(RefusalCode.ACTOR_NOT_IN_SESSION);
      assertThat(explanation(refusal)).startsWith("Only the supporter corrects");
      talk.record(talk.by("clinic-1").correct(3, "the wrong person"));
      assertThat(talk.session().supporter()).isEqualTo(Talk.SUPPORTER);
    }

    @Test
    void a_supporter_who_has_handed_over_corrects_only_what_they_recorded() {
      talk.record(talk.by("clinic-1").transfer(Peer.of("sup-2").from("surgery")));

      assertThat(talk.refused(talk.by("sup-1").correct(3, "x")).code())
          .isEqualTo(RefusalCode.ACTOR_NOT_IN_SESSION);
      assertThat(Sessions.decide(talk.session(), talk.by("sup-1").correct(2, "x"), talk.history()))
          .isInstanceOf(Decision.Accepted.class);
    }
  }

  @Nested
  class Needs {
    private final Talk talk = ama("begin:reach-out", "begin:reach-out");
    private final Command correct = talk.supporter().correct(3, "twice");

    @Test
    void the_history_and_says_so() {
      Event event = Sessions.decide(talk.session(), correct, talk.history()).orElseThrow().event();

      assertThatThrownBy(() -> Sessions.decide(talk.session(), correct))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("needs the history");
      assertThatThrownBy(() -> Sessions.evolve(talk.session(), event))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("needs the history");
    }

    @Test
    void the_whole_history_of_this_session_in_order() {
      List<Event> history = talk.history();
      Event last = history.get(2);
      Event foreign =
          new Event.ElementBegun(
              "s-2", 3, last.at(), "sup-1", Metadata.NONE, "reach-out", List.of());
      List<List<Event>> wrong =
          List.of(
              List.of(),
              history.subList(0, 2),
              List.of(history.get(0), last, history.get(1)),
              List.of(history.get(0), history.get(1), foreign));
      Event event = Sessions.decide(talk.session(), correct, history).orElseThrow().event();

      for (List<Event> other : wrong) {
        assertThatThrownBy(() -> Sessions.decide(talk.session(), correct, other))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("the history has to be all 3 events of the session, oldest first");
        assertThatThrownBy(() -> Sessions.evolve(talk.session(), event, other))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("the history has to be all 3 events of the session, oldest first");
      }
    }

    @Test
    void its_own_session() {
      Command elsewhere = Commands.of("s-2", "sup-1", Talk.START).correct(3, "twice");
      Event foreign =
          new Event.EventCorrected(
              "s-2", 4, Talk.START, "sup-1", Metadata.NONE, 3, Optional.empty(), List.of());

      assertThatThrownBy(() -> Sessions.decide(talk.session(), elsewhere, talk.history()))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> Sessions.evolve(talk.session(), foreign, talk.history()))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_reason_and_the_place_of_an_event() {
      assertThatThrownBy(() -> talk.supporter().correct(3, " \n"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a correction needs a reason that is not blank");
      assertThatThrownBy(() -> talk.supporter().correct(0, "x"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** What no decision gives, and a log may hold all the same. */
  @Test
  void a_recorded_correction_of_what_cannot_be_corrected_changes_nothing() {
    for (int seq : new int[] {1, 3, 5, 9}) {
      Talk talk = ama("begin:reach-out", "begin:reach-out", "correct:3");
      List<Event> history = new ArrayList<>(talk.history());
      Event odd =
          new Event.EventCorrected(
              "s-1", 5, Talk.START, "sup-1", Metadata.NONE, seq, Optional.empty(), List.of());
      Session after = Sessions.evolve(talk.session(), odd, history);
      history.add(odd);
      history.add(new Event.SessionPaused("s-1", 6, Talk.START, "sup-1", Metadata.NONE, List.of()));

      assertThat(after).isEqualTo(talk.session().moved(5, Talk.START));
      assertThat(Sessions.replay(reference -> AMA, history).status()).isEqualTo(Status.PAUSED);
      assertThat(HistoryReview.effective(history)).extracting(Event::seq).containsExactly(1, 2, 6);
    }
  }
}
