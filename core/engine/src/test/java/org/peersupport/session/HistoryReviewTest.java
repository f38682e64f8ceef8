package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.peersupport.protocol.Rule.any;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Template;

/** What those who judge a history afterwards can ask. */
class HistoryReviewTest {
  private static final Protocol AMA = Catalogue.amaSixElements();

  /** B only after A, C only after B; the first may be overridden, the second not. */
  private static final Protocol STEPS =
      ProtocolBuilder.of("steps", "1")
          .title("T")
          .source("S")
          .element(Element.optional("a", "A", "P").asRepeatable())
          .element(Element.optional("b", "B", "P").asRepeatable())
          .element(Element.optional("c", "C", "P").asRepeatable())
          .rule(
              Rule.of("a-first", Template.PRECEDENCE, any("begin:a"), any("begin:b", "begin:c"))
                  .asOverridable())
          .rule(
              Rule.of("b-first", Template.PRECEDENCE, any("begin:b"), any("begin:c"))
                  .asOverridable())
          .build();

  private static Event begun(int seq, String element, Deviation... deviations) {
    return new Event.ElementBegun(
        "s-1", seq, Talk.START, "sup-1", Metadata.NONE, element, List.of(deviations));
  }

  private static Deviation overridden(String rule) {
    return Deviation.overriding(rule, OverrideReason.of("asked to"));
  }

  @Test
  void an_opening_is_decided_again_under_the_protocol_that_is_given() {
    Talk talk = Talk.under(AMA);
    Event.SessionOpened opened = (Event.SessionOpened) talk.history().get(0);

    assertThat(HistoryReview.redecide(AMA, opened).isAccepted()).isTrue();
    assertThat(
            HistoryReview.redecide(STEPS, opened)
                .accepted()
                .map(again -> ((Event.SessionOpened) again.event()).protocol()))
        .hasValue("steps@1");
    assertThat(HistoryReview.start(STEPS, opened).protocol()).isEqualTo(STEPS);
  }

  /** No command lets a session follow up itself; a history of before may say that it does. */
  @Test
  void an_opening_keeps_the_session_that_it_follows_up_unless_that_is_itself() {
    assertThat(followedUp("s-0")).hasValue("s-0");
    assertThat(followedUp("s-1")).isEmpty();
  }

  private static Optional<String> followedUp(String earlier) {
    Event.SessionOpened opened =
        new Event.SessionOpened(
            "s-1",
            1,
            Talk.START,
            "sup-1",
            Metadata.NONE,
            AMA.reference(),
            Optional.empty(),
            Talk.SUPPORTER,
            Talk.PEER,
            Optional.of(earlier),
            List.of());
    Event again = HistoryReview.redecide(AMA, opened).orElseThrow().event();
    return ((Event.SessionOpened) again).followUpOf();
  }

  @Test
  void what_was_accepted_is_accepted_again_and_what_would_be_refused_is_refused() {
    Session opened = Talk.under(STEPS).session();

    assertThat(HistoryReview.redecide(opened, begun(2, "a")).isAccepted()).isTrue();
    assertThat(HistoryReview.redecide(opened, begun(2, "b")).refusal().orElseThrow().violations())
        .extracting(Violation::rule)
        .containsExactly(Optional.of("a-first"));
  }

  @Test
  void a_departure_that_is_recorded_is_granted_and_one_that_is_not_is_refused() {
    Session opened = Talk.under(STEPS).session();

    assertThat(HistoryReview.redecide(opened, begun(2, "b", overridden("a-first"))).isAccepted())
        .isTrue();
    assertThat(
            HistoryReview.redecide(opened, begun(2, "c", overridden("a-first")))
                .refusal()
                .orElseThrow()
                .violations())
        .extracting(Violation::rule)
        .containsExactly(Optional.of("a-first"), Optional.of("b-first"));
    assertThat(
            HistoryReview.redecide(
                    opened, begun(2, "c", overridden("b-first"), overridden("a-first")))
                .isAccepted())
        .isTrue();
  }

  /** A departure from the clock is none from a rule, and asks for no override. */
  @Test
  void what_an_event_departs_from_besides_rules_changes_nothing() {
    Session opened = Talk.under(STEPS).session();
    Deviation late = Deviation.late("soon", Duration.ofMinutes(1));

    assertThat(HistoryReview.redecide(opened, begun(2, "a", late)).isAccepted()).isTrue();
    assertThat(HistoryReview.redecide(opened, begun(2, "b", late)).refusal().orElseThrow().code())
        .isEqualTo(RefusalCode.RULE_VIOLATED);
  }

  @Test
  void what_cannot_be_departed_from_stays_refused() {
    Session closed = Talk.under(STEPS).then("close").session();

    assertThat(
            HistoryReview.redecide(closed, begun(3, "b", overridden("a-first")))
                .refusal()
                .orElseThrow()
                .code())
        .isEqualTo(RefusalCode.SESSION_FINISHED);
  }

  @Test
  void the_rules_that_an_event_departs_from_bind_no_more() {
    Session opened = Talk.under(STEPS).session();

    Session departed = HistoryReview.evolveDeparting(opened, begun(2, "b"), List.of("a-first"));
    Session plain = HistoryReview.evolve(opened, begun(2, "b"));

    assertThat(departed.seq()).isEqualTo(2);
    assertThat(HistoryReview.deadEnds(departed)).isEmpty();
    assertThat(HistoryReview.deadEnds(plain))
        .extracting(Violation::rule, Violation::code)
        .containsExactly(tuple(Optional.of("a-first"), RefusalCode.RULE_VIOLATED));
    assertThat(HistoryReview.deadEnds(plain, Locale.GERMAN).get(0).explanation())
        .isNotEqualTo(HistoryReview.deadEnds(plain).get(0).explanation());
  }

  @Test
  void only_acts_of_the_supporter_lie_in_the_future() {
    Talk talk = Talk.under(AMA);
    Metadata told = Metadata.NONE.recordedAt(Talk.START);
    Event soon =
        new Event.ElementBegun(
            "s-1", 2, Talk.START.plusSeconds(300), "sup-1", told, "reach-out", List.of());
    Event later =
        new Event.ElementBegun(
            "s-1", 2, Talk.START.plusSeconds(301), "sup-1", told, "reach-out", List.of());
    Event concern =
        new Event.ConcernRaised(
            "s-1", 2, Talk.START.plusSeconds(301), "sup-1", told, "imminent", List.of());

    assertThat(HistoryReview.isInFuture(soon)).isFalse();
    assertThat(HistoryReview.isInFuture(later)).isTrue();
    assertThat(HistoryReview.isInFuture(concern)).isFalse();
    assertThat(HistoryReview.isInFuture(talk.last())).isFalse();
  }

  @Test
  void an_event_is_the_activities_that_rules_see() {
    Talk talk = Talk.under(AMA).then("begin:reach-out", "offer:emergency-care", "pause");
    Session session = talk.session();
    talk.then("resume", "connect:emergency-care");

    assertThat(HistoryReview.activities(session, talk.last()))
        .containsExactly(Activity.parse("connect:emergency-care").orElseThrow());
    assertThat(HistoryReview.activities(talk.last(), id -> Optional.of("desk")))
        .containsExactly(Activity.parse("connect:desk").orElseThrow());
    assertThat(HistoryReview.activities(talk.last(), id -> Optional.empty())).isEmpty();
    assertThat(HistoryReview.activities(session, talk.history().get(3))).isEmpty();
    talk.then("thank:work+sharing");
    assertThat(HistoryReview.activities(session, talk.last()))
        .containsExactly(
            Activity.parse("thank:work").orElseThrow(),
            Activity.parse("thank:sharing").orElseThrow());
  }

  @Test
  void a_session_is_voided_by_a_void_that_a_decision_gives() {
    Talk voided = Talk.under(AMA).then("begin:reach-out", "void:test");
    Talk brought = Talk.under(AMA).then("begin:reach-out", "void:test", "correct:3");

    assertThat(HistoryReview.isVoided(AMA, voided.history())).isTrue();
    assertThat(HistoryReview.isVoided(AMA, brought.history())).isFalse();
    assertThat(HistoryReview.isVoided(AMA, Talk.under(AMA).history())).isFalse();
  }

  /** No decision ever gives such a correction; a history made by hand may have one. */
  @Test
  void a_correction_of_the_opening_or_of_itself_takes_nothing_back() {
    List<Event> history = new ArrayList<>(Talk.under(AMA).then("begin:reach-out").history());
    history.add(correction(3, 1));
    history.add(correction(4, 4));
    history.add(correction(5, 9));

    assertThat(HistoryReview.effective(history)).extracting(Event::seq).containsExactly(1, 2);
    assertThat(EffectiveHistory.takenBack(history)).isEqualTo(new BitSet());
    history.add(correction(6, 2));
    assertThat(HistoryReview.effective(history)).extracting(Event::seq).containsExactly(1);
    assertThat(EffectiveHistory.latestCorrection(history)).hasValue(correction(6, 2));
    assertThat(EffectiveHistory.latestCorrection(history.subList(0, 2))).isEmpty();
  }

  @Test
  void a_correction_that_is_taken_back_is_none_of_those_that_stand() {
    List<Event> history = new ArrayList<>(Talk.under(AMA).then("begin:reach-out").history());
    history.add(correction(3, 2));
    history.add(correction(4, 3));

    assertThat(EffectiveHistory.correctionsWithout(history, 99)).containsExactly(correction(4, 3));
    assertThat(EffectiveHistory.correctionsWithout(history, 4)).containsExactly(correction(3, 2));
    assertThat(EffectiveHistory.correctionsWithout(history, 3)).containsExactly(correction(4, 3));
  }

  private static Event.EventCorrected correction(int seq, int corrects) {
    return new Event.EventCorrected(
        "s-1",
        seq,
        Talk.START,
        "sup-1",
        Metadata.NONE,
        corrects,
        Optional.of(ConfidentialText.of("in error")),
        List.of());
  }
}
