package org.peersupport.simulation.estimation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.session.Appreciation;
import org.peersupport.session.Event;
import org.peersupport.session.Metadata;
import org.peersupport.session.Peer;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.Conversations;
import org.peersupport.simulation.Inside;
import org.peersupport.simulation.Lognormal;
import org.peersupport.simulation.PlainBehaviour;
import org.peersupport.simulation.Simulation;
import org.peersupport.simulation.TransitionTable;

class BehaviourEstimationTest {
  private static final Protocol SIX = Catalogue.amaSixElements();

  /** Nothing is refused, but what comes of referrals. */
  private static final Protocol FREE =
      ProtocolBuilder.of("free", "1.0.0")
          .title("Free")
          .source("A test")
          .element(element("reach-out"))
          .element(element("invite-and-listen"))
          .concerns("elevated")
          .build();

  private static Element element(String key) {
    return Element.optional(key, key, "To talk.").asRepeatable();
  }

  private static final Instant AT = Instant.parse("2026-01-05T09:00:00Z");
  private static final String REACH = "begin:reach-out";
  private static final String LISTEN = "begin:invite-and-listen";

  private static Instant minute(int minute) {
    return AT.plusSeconds(60L * minute);
  }

  /** Of the ids s-1 to s-7, only that of s-2 is below 0.3. */
  private static void three(BehaviourEstimation estimation) {
    ObservedConversation closed = estimation.conversation("s-1");
    closed.next(REACH, minute(0));
    closed.next(LISTEN, minute(1));
    closed.next("close", minute(11));
    ObservedConversation declined = estimation.conversation("s-2");
    declined.next(REACH, minute(0));
    declined.next("end:declined", minute(2));
    ObservedConversation open = estimation.conversation("s-3");
    open.next(REACH, minute(0));
    open.next(LISTEN, minute(1));
  }

  private static EstimatedBehaviour estimated(double smoothing) {
    BehaviourEstimation estimation = BehaviourEstimation.of(FREE);
    three(estimation);
    return estimation.estimate("ours", smoothing);
  }

  private static EstimatedBehaviour ofHistory(Event... events) {
    BehaviourEstimation estimation = BehaviourEstimation.of(SIX);
    estimation.add(List.of(events));
    return estimation.estimate("ours", 0);
  }

  private static Event opened() {
    return new Event.SessionOpened(
        "s-1",
        1,
        AT,
        "sup-1",
        Metadata.NONE,
        SIX.reference(),
        Optional.empty(),
        Peer.of("sup-1"),
        Peer.of("peer-1"),
        java.util.Optional.empty(),
        List.of());
  }

  private static Event begun(int seq, int minute, String element) {
    return new Event.ElementBegun(
        "s-1", seq, minute(minute), "sup-1", Metadata.NONE, element, List.of());
  }

  private static Event closed(int seq, int minute) {
    return new Event.SessionClosed("s-1", seq, minute(minute), "sup-1", Metadata.NONE, List.of());
  }

  private static EstimatedDuration time(EstimatedBehaviour estimated, String activity) {
    return requireNonNull(estimated.durations().get(activity));
  }

  // --- rows

  @Test
  void without_smoothing_a_weight_is_how_often_it_was_chosen() {
    EstimatedBehaviour estimated = estimated(0);
    Behaviour behaviour = estimated.behaviour();

    assertThat(behaviour.start()).isEqualTo(Map.of(REACH, 3.0));
    assertThat(behaviour.after())
        .isEqualTo(
            Map.of(REACH, Map.of(LISTEN, 2.0, "end:declined", 1.0), LISTEN, Map.of("close", 1.0)));
    assertThat(behaviour.otherwise())
        .isEqualTo(Map.of(REACH, 3.0, LISTEN, 2.0, "end:declined", 1.0, "close", 1.0));
    assertThat(estimated.start()).isEqualTo(row(3, Map.of(REACH, 3L)));
    assertThat(estimated.after())
        .isEqualTo(
            Map.of(
                REACH, row(3, Map.of(LISTEN, 2L, "end:declined", 1L)),
                LISTEN, row(1, Map.of("close", 1L))));
  }

  private static EstimatedRow row(long observations, Map<String, Long> counts) {
    return new EstimatedRow(observations, new java.util.TreeMap<>(counts));
  }

  @Test
  void smoothing_is_added_for_every_choice_that_was_made_anywhere() {
    Behaviour behaviour = estimated(0.5).behaviour();

    assertThat(behaviour.start())
        .isEqualTo(Map.of(REACH, 3.5, LISTEN, 0.5, "end:declined", 0.5, "close", 0.5));
    assertThat(behaviour.after().get(LISTEN))
        .isEqualTo(Map.of(REACH, 0.5, LISTEN, 0.5, "end:declined", 0.5, "close", 1.5));
    assertThat(behaviour.otherwise())
        .isEqualTo(Map.of(REACH, 3.5, LISTEN, 2.5, "end:declined", 1.5, "close", 1.5));
  }

  @Test
  void smoothing_that_comes_to_less_than_a_behaviour_can_have_is_left_out() {
    Behaviour behaviour = estimated(1e-15).behaviour();

    assertThat(behaviour.start()).containsOnlyKeys(REACH);
    assertThat(Inside.problems(SIX, behaviour)).isEmpty();
  }

  @Test
  void a_conversation_that_stays_open_has_no_ending_and_its_last_activity_no_time() {
    EstimatedBehaviour estimated = estimated(0);

    assertThat(estimated.sessions()).isEqualTo(3);
    assertThat(estimated.unfinished()).isEqualTo(1);
    assertThat(requireNonNull(estimated.after().get(LISTEN)).observations()).isEqualTo(1);
    assertThat(time(estimated, LISTEN).observations()).isEqualTo(1);
  }

  @Test
  void what_was_learnt_can_be_simulated() {
    ConversationChain chain = ConversationChain.of(FREE, estimated(0.01).behaviour());

    assertThat(Simulation.of(chain, 1).run(100).cutOff()).isZero();
  }

  // --- times

  @Test
  void a_duration_has_the_mean_and_the_deviation_of_the_logarithms() {
    EstimatedBehaviour estimated = estimated(0);

    // One, one and two minutes: the mean logarithm is that of a minute and ln 2 / 3.
    Lognormal reach = time(estimated, REACH).distribution().orElseThrow();
    assertThat(reach.median()).isEqualTo(Duration.ofMillis(75_595)); // 60000 * 2^(1/3)
    assertThat(reach.sigma()).isEqualTo(0.326753); // ln 2 * sqrt(2) / 3
    assertThat(time(estimated, LISTEN).distribution())
        .contains(Lognormal.of(Duration.ofMinutes(10), 0));
    assertThat(estimated.behaviour().durations()).containsOnlyKeys(REACH, LISTEN);
  }

  @Test
  void what_took_no_time_is_counted_apart() {
    BehaviourEstimation estimation = BehaviourEstimation.of(SIX);
    ObservedConversation talk = estimation.conversation("s-1");
    talk.next(REACH, minute(5));
    talk.next(REACH, minute(5));
    talk.next(REACH, minute(3)); // a clock that was set back
    talk.next(LISTEN, minute(4));
    talk.next("close", minute(4));
    EstimatedBehaviour estimated = estimation.estimate("ours", 0);

    assertThat(time(estimated, REACH).observations()).isEqualTo(1);
    assertThat(time(estimated, REACH).withoutTime()).isEqualTo(1);
    assertThat(time(estimated, REACH).unknown()).isEqualTo(1);
    assertThat(time(estimated, LISTEN))
        .isEqualTo(new EstimatedDuration(0, 1, 0, java.util.Optional.empty()));
    assertThat(estimated.behaviour().durations())
        .isEqualTo(Map.of(REACH, Lognormal.of(Duration.ofMinutes(1), 0)));
  }

  @Test
  void how_long_something_took_is_not_known_where_an_instant_went_back_and_that_is_told() {
    BehaviourEstimation estimation = BehaviourEstimation.of(SIX);
    ObservedConversation talk = estimation.conversation("s-1");
    talk.next(REACH, minute(10));
    talk.pause(minute(12));
    talk.resume(minute(11)); // written down by another clock
    talk.next(LISTEN, minute(20));
    talk.pause(minute(19));
    talk.resume(minute(25));
    talk.next("close", minute(30));
    EstimatedBehaviour estimated = estimation.estimate("ours", 0);

    assertThat(time(estimated, REACH))
        .isEqualTo(new EstimatedDuration(0, 0, 1, java.util.Optional.empty()));
    assertThat(time(estimated, LISTEN))
        .isEqualTo(new EstimatedDuration(0, 0, 1, java.util.Optional.empty()));
    assertThat(estimated.behaviour().durations()).isEmpty();
    assertThat(estimated.warnings())
        .filteredOn(warning -> warning.code() == EstimationWarningCode.UNKNOWN_TIMES)
        .extracting(EstimationWarning::pointer)
        .containsExactly("/durations/" + LISTEN, "/durations/" + REACH);
  }

  @Test
  void durations_stay_within_what_a_behaviour_may_say() {
    BehaviourEstimation estimation = BehaviourEstimation.of(SIX);
    ObservedConversation brief = estimation.conversation("s-1");
    brief.next(REACH, AT);
    brief.next(LISTEN, AT.plusMillis(1));
    brief.next("close", AT.plus(Duration.ofDays(36_500)));
    ObservedConversation hasty = estimation.conversation("s-3");
    hasty.next("concern:elevated", AT);
    hasty.next("close", AT.plusMillis(1));
    ObservedConversation endless = estimation.conversation("s-2");
    endless.next(REACH, AT);
    endless.next("close", AT.plus(Duration.ofDays(36_500)));
    EstimatedBehaviour estimated = estimation.estimate("ours", 0);

    assertThat(time(estimated, REACH).distribution().orElseThrow().sigma()).isEqualTo(4);
    assertThat(time(estimated, LISTEN).distribution()).contains(Lognormal.of(Lognormal.LONGEST, 0));
    assertThat(time(estimated, "concern:elevated").distribution())
        .contains(Lognormal.of(Lognormal.SHORTEST, 0));
    assertThat(Inside.problems(SIX, estimated.behaviour())).isEmpty();
  }

  @Test
  void pauses_take_no_part_in_the_time() {
    ObservedConversation talk;
    BehaviourEstimation estimation = BehaviourEstimation.of(SIX);
    talk = estimation.conversation("s-1");
    talk.next(REACH, minute(0));
    talk.pause(minute(2));
    talk.next("concern:elevated", minute(3));
    talk.resume(minute(10));
    talk.resume(minute(11));
    talk.next("close", minute(14));
    EstimatedBehaviour estimated = estimation.estimate("ours", 0);

    assertThat(time(estimated, REACH).distribution().orElseThrow().median())
        .isEqualTo(Duration.ofMinutes(2));
    assertThat(time(estimated, "concern:elevated").distribution().orElseThrow().median())
        .isEqualTo(Duration.ofMinutes(4));
  }

  // --- histories

  @Test
  void events_become_choices_and_what_comes_after_the_ending_does_not_count() {
    EstimatedBehaviour estimated =
        ofHistory(
            opened(),
            begun(2, 0, "reach-out"),
            new Event.ReferralOffered(
                "s-1", 3, minute(1), "sup-1", Metadata.NONE, "r-1", "chaplaincy", List.of()),
            new Event.ReferralAccepted(
                "s-1", 4, minute(2), "peer-1", Metadata.NONE, "r-1", List.of()),
            new Event.AppreciationExpressed(
                "s-1",
                5,
                minute(3),
                "sup-1",
                Metadata.NONE,
                Appreciation.of(List.of("work", "sharing")),
                List.of()),
            closed(6, 7),
            new Event.ReferralConnected(
                "s-1", 7, minute(8), "sup-1", Metadata.NONE, "r-1", List.of()));

    assertThat(estimated.after().keySet())
        .containsExactly(
            "accept:chaplaincy", REACH, "offer:chaplaincy", "thank:sharing", "thank:work");
    assertThat(time(estimated, "thank:work").withoutTime()).isEqualTo(1);
    assertThat(time(estimated, "thank:sharing").distribution().orElseThrow().median())
        .isEqualTo(Duration.ofMinutes(4));
    assertThat(estimated.unfinished()).isZero();
  }

  @Test
  void what_was_corrected_counts_for_nothing() {
    EstimatedBehaviour estimated =
        ofHistory(
            opened(),
            begun(2, 0, "reach-out"),
            begun(3, 1, "offer-resources"),
            new Event.EventCorrected(
                "s-1",
                4,
                minute(2),
                "sup-1",
                Metadata.NONE,
                3,
                java.util.Optional.empty(),
                List.of()),
            begun(5, 3, "invite-and-listen"),
            closed(6, 4));

    assertThat(estimated.after()).containsOnlyKeys(REACH, LISTEN);
    assertThat(time(estimated, REACH).distribution().orElseThrow().median())
        .isEqualTo(Duration.ofMinutes(3));
  }

  @Test
  void a_session_that_was_entered_in_error_counts_for_nothing_if_the_void_was_allowed() {
    Event concern =
        new Event.ConcernRaised("s-1", 3, minute(1), "sup-1", Metadata.NONE, "imminent", List.of());
    Event voided =
        new Event.SessionVoided("s-1", 4, minute(2), "sup-1", Metadata.NONE, "test", List.of());
    Event sooner =
        new Event.SessionVoided("s-1", 3, minute(2), "sup-1", Metadata.NONE, "test", List.of());

    assertThatThrownBy(() -> ofHistory(opened(), begun(2, 0, "reach-out"), sooner))
        .hasMessage("there is nothing to learn from");
    assertThat(ofHistory(opened(), begun(2, 0, "reach-out"), concern, voided).after())
        .containsOnlyKeys(REACH);
  }

  @Test
  void what_the_protocol_does_not_have_is_refused() {
    ObservedConversation talk = BehaviourEstimation.of(SIX).conversation("s-1");
    Event unknown =
        new Event.ReferralAccepted("s-1", 2, AT, "peer-1", Metadata.NONE, "r-9", List.of());

    assertThatThrownBy(() -> talk.next("begin:fly", AT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ofHistory(opened(), unknown))
        .isInstanceOf(IllegalArgumentException.class);
    talk.next("close", AT);
    assertThatThrownBy(() -> talk.next("close", AT)).isInstanceOf(IllegalStateException.class);
  }

  // --- what is held out

  @Test
  void what_is_held_out_is_judged_by_the_rest() {
    BehaviourEstimation estimation = BehaviourEstimation.holdingOut(FREE, 0.3);
    three(estimation);
    EstimatedBehaviour estimated = estimation.estimate("ours", 0.5);
    HeldOut heldOut = estimated.heldOut().orElseThrow();

    assertThat(estimated.sessions()).isEqualTo(2);
    assertThat(estimated.behaviour().start()).containsEntry(REACH, 2.5);
    // The two that are left begin with it; none of them declines, but it is known here.
    double expected = Math.log(2.5 / 4) + Math.log(0.5 / 4);
    assertThat(heldOut.sessions()).isEqualTo(1);
    assertThat(heldOut.activities()).isEqualTo(2);
    assertThat(heldOut.choices()).isEqualTo(4);
    assertThat(heldOut.impossible()).isZero();
    assertThat(heldOut.logLikelihood()).isCloseTo(expected, within(1e-12));
    assertThat(heldOut.perActivity()).isCloseTo(expected / 2, within(1e-12));
    assertThat(heldOut.perplexity()).isCloseTo(Math.exp(-expected / 2), within(1e-12));
    assertThat(heldOut.evenlyPerplexity()).isCloseTo(4, within(1e-12));
    assertThat(heldOut.evenlyPerActivity()).isCloseTo(-Math.log(4), within(1e-12));
  }

  @Test
  void without_smoothing_what_was_never_seen_is_impossible() {
    BehaviourEstimation estimation = BehaviourEstimation.holdingOut(FREE, 0.3);
    three(estimation);
    HeldOut heldOut = estimation.estimate("ours", 0).heldOut().orElseThrow();

    assertThat(heldOut.impossible()).isEqualTo(1);
    assertThat(heldOut.perActivity()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(heldOut.perplexity()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void after_an_activity_that_the_rest_does_not_have_all_rows_together_stand_for_it() {
    BehaviourEstimation estimation = BehaviourEstimation.holdingOut(FREE, 0.3);
    three(estimation);
    ObservedConversation heldOut = estimation.conversation("s-8"); // 0.27
    heldOut.next("concern:elevated", AT);
    heldOut.next(LISTEN, AT);
    EstimatedBehaviour estimated = estimation.estimate("ours", 0.5);

    assertThat(estimated.behaviour().after()).doesNotContainKey("concern:elevated");
    // s-1 and s-3: five choices, two of them to listen; five choices are known.
    double expected =
        Math.log(2.5 / 4.5) + Math.log(0.5 / 4.5) + Math.log(0.5 / 4.5) + Math.log(2.5 / 7.5);
    assertThat(estimated.heldOut().orElseThrow().logLikelihood())
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  void the_order_of_conversations_makes_no_difference() {
    Conversations drawn = Conversations.of(ConversationChain.of(SIX, PlainBehaviour.of(SIX)));
    BehaviourEstimation forth = BehaviourEstimation.holdingOut(SIX, 0.3);
    BehaviourEstimation back = BehaviourEstimation.holdingOut(SIX, 0.3);
    for (int i = 0; i < 500; i++) {
      EstimationRecoveryTest.observe(forth, drawn, i);
      EstimationRecoveryTest.observe(back, drawn, 499 - i);
    }

    assertThat(forth.heldOutSessions()).isBetween(100L, 200L);
    assertThat(forth.estimate("ours", 0.01)).isEqualTo(back.estimate("ours", 0.01));
  }

  // --- warnings

  @Test
  void a_row_with_fewer_than_twenty_observations_is_warned_of() {
    BehaviourEstimation estimation = BehaviourEstimation.of(FREE);
    for (int i = 0; i < 20; i++) {
      ObservedConversation talk = estimation.conversation("s-" + i);
      talk.next(REACH, minute(0));
      if (i > 0) {
        talk.next(LISTEN, minute(1));
      }
      talk.next("close", minute(2));
    }
    EstimatedBehaviour estimated = estimation.estimate("ours", 0);

    assertThat(estimated.warnings())
        .extracting(EstimationWarning::pointer, EstimationWarning::observations)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("/after/" + LISTEN, 19L),
            org.assertj.core.groups.Tuple.tuple("/durations/" + LISTEN, 19L));
  }

  @Test
  void weights_that_were_not_found_are_warned_of() {
    EstimatedBehaviour estimated = estimated(0);
    Observations none = new Observations(Inside.choices(TransitionTable.of(FREE)));

    assertThat(
            EstimationWarnings.of(
                none,
                row(21, Map.of(REACH, 21L)),
                estimated.after(),
                estimated.durations(),
                Set.of("/start")))
        .anySatisfy(
            warning -> {
              assertThat(warning.code()).isEqualTo(EstimationWarningCode.UNSETTLED_WEIGHTS);
              assertThat(warning.pointer()).isEqualTo("/start");
              assertThat(warning.observations()).isEqualTo(21);
            });
  }

  @Test
  void that_nothing_ends_is_warned_of() {
    BehaviourEstimation estimation = BehaviourEstimation.of(SIX);
    estimation.conversation("s-1").next(REACH, AT);
    EstimatedBehaviour estimated = estimation.estimate("ours", 0.01);

    assertThat(estimated.warnings().get(0).code()).isEqualTo(EstimationWarningCode.NO_ENDING);
    assertThat(estimated.behaviour().start()).containsOnlyKeys(REACH);
  }

  @Test
  void of_nothing_nothing_is_learnt() {
    BehaviourEstimation estimation = BehaviourEstimation.of(SIX);
    estimation.conversation("s-1");

    assertThat(estimation.isEmpty()).isTrue();
    assertThatThrownBy(() -> estimation.estimate("ours", 0))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1_001, Double.NaN, Double.POSITIVE_INFINITY})
  void smoothing_is_a_number_from_0_to_1000(double smoothing) {
    BehaviourEstimation estimation = BehaviourEstimation.of(FREE);
    three(estimation);

    assertThatThrownBy(() -> estimation.estimate("ours", smoothing))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
  void the_share_that_is_held_out_is_between_0_and_1(double share) {
    assertThatThrownBy(() -> BehaviourEstimation.holdingOut(SIX, share))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
