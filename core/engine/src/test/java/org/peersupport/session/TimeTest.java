package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peersupport.protocol.Rule.any;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.VoidReason;

/** When an act happened, and when it was told: two clocks, and an order that is that of neither. */
class TimeTest {
  private static final Protocol AMA = Catalogue.amaSixElements();
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final Talk talk =
      Talk.under(AMA).then("begin:reach-out", "offer:emergency-care", "accept:emergency-care");

  /** The commands of somebody whose clock runs ahead of the host's by so much. */
  private Commands ahead(Duration by) {
    return talk.supporter().at(Talk.START.plus(by)).recordedAt(Talk.START);
  }

  private static RefusalCode code(Decision decision) {
    return decision.refusal().orElseThrow().code();
  }

  @Nested
  class Before_the_last_event {
    @Test
    void anything_may_have_happened() {
      Instant yesterday = Talk.START.minus(Duration.ofDays(1));
      Talk later = Talk.under(AMA);
      later.record(later.supporter().at(yesterday).begin("reach-out"));
      later.record(later.peer().at(Instant.EPOCH).raiseConcern("elevated"));
      later.record(later.supporter().at(yesterday).correct(2, "twice"));

      assertThat(later.history()).extracting(Event::seq).containsExactly(1, 2, 3, 4);
      assertThat(later.session().at()).isEqualTo(yesterday);
      assertThat(Sessions.replay(reference -> AMA, later.history())).isEqualTo(later.session());
    }

    @Test
    void an_activity_meets_a_deadline_that_opened_after_it() {
      talk.record(talk.supporter().at(Talk.START.minusSeconds(60)).connect("r-1"));

      assertThat(talk.last().deviations()).isEmpty();
      assertThat(talk.session().due()).isEmpty();
    }

    @Test
    void a_deadline_counts_from_when_it_happened() {
      Talk late = Talk.under(AMA).after(Duration.ofDays(10)).then("offer:emergency-care");
      late.record(late.supporter().at(Talk.START).accept("r-1"));

      assertThat(late.session().due())
          .extracting(Obligation::dueAt)
          .containsExactly(Talk.START.plus(Duration.ofDays(3)));
      late.then("connect:emergency-care");
      assertThat(late.last().deviations())
          .containsExactly(Deviation.late("connect-in-time", Duration.ofDays(7)));
    }
  }

  @Nested
  class In_the_future {
    @Test
    void is_what_lies_more_than_five_minutes_after_it_was_told() {
      assertThat(Sessions.permits(talk.session(), ahead(TOLERANCE).begin("reach-out"))).isTrue();
      assertThat(
              code(
                  Sessions.decide(
                      talk.session(), ahead(TOLERANCE.plusMillis(1)).begin("reach-out"))))
          .isEqualTo(RefusalCode.TIME_IN_FUTURE);
    }

    @Test
    void is_nothing_without_a_telling() {
      Commands someday = talk.supporter().at(Instant.parse("9999-12-31T23:59:59.999Z"));

      Event event = talk.record(someday.begin("reach-out"));

      assertThat(event.at()).isEqualTo(Instant.parse("9999-12-31T23:59:59.999Z"));
      assertThat(event.deviations()).isEmpty();
    }

    @Test
    void each_act_of_the_supporter_is_refused() {
      Commands ahead = ahead(Duration.ofHours(1));
      for (Command command :
          List.of(
              ahead.begin("reach-out"),
              ahead.begin("sing"),
              ahead.offer("r-2", "emergency-care"),
              ahead.connect("r-1"),
              ahead.connect("r-9"),
              ahead.thank("work"),
              ahead.overriding("because").close())) {
        assertThat(talk.refused(command).code())
            .as("%s", command)
            .isEqualTo(RefusalCode.TIME_IN_FUTURE);
      }
    }

    @Test
    void a_hand_off_is_refused_after_the_end_too() {
      talk.then("end:interrupted");

      assertThat(talk.refused(ahead(Duration.ofHours(1)).connect("r-1")).code())
          .isEqualTo(RefusalCode.TIME_IN_FUTURE);
    }

    @Test
    void an_opening_is_refused_and_that_comes_before_the_pairing() {
      Commands ahead = ahead(TOLERANCE.plusMillis(1));

      assertThat(code(Sessions.open(AMA, ahead.open(AMA.id(), Talk.PEER, Talk.PEER))))
          .isEqualTo(RefusalCode.TIME_IN_FUTURE);
      assertThat(code(Sessions.open(AMA, ahead.open("other", Talk.SUPPORTER, Talk.PEER))))
          .isEqualTo(RefusalCode.PROTOCOL_UNKNOWN);
      assertThat(
              Sessions.open(AMA, ahead(TOLERANCE).open(AMA.id(), Talk.SUPPORTER, Talk.PEER))
                  .isAccepted())
          .isTrue();
    }

    @Test
    void everything_else_is_recorded_as_of_when_it_was_told_and_says_by_how_much() {
      Commands ahead = ahead(Duration.ofMinutes(6));
      for (Command command :
          List.of(
              ahead.raiseConcern("elevated"),
              ahead.pause(),
              ahead.resume(),
              ahead.transfer(Peer.of("sup-1").from("surgery")),
              ahead.withdraw("r-1"),
              ahead.correct(5, "in error"),
              ahead.end(EndReason.STOPPED),
              ahead.voidSession(VoidReason.TEST))) {
        Event event = talk.record(command);
        assertThat(event.at()).as("%s", command).isEqualTo(Talk.START);
        assertThat(event.deviations())
            .as("%s", command)
            .containsExactly(Deviation.inFuture(Duration.ofMinutes(6)));
        assertThat(event.metadata().recordedAt()).hasValue(Talk.START);
      }
      assertThat(Sessions.replay(reference -> AMA, talk.history())).isEqualTo(talk.session());
    }

    @Test
    void the_departure_from_the_clock_comes_last_and_binds_no_rule_more() {
      Protocol protocol =
          ProtocolBuilder.of("late", "1.0.0")
              .title("T")
              .source("S")
              .element(Element.optional("a", "A", "P").asRepeatable())
              .deadline(Deadline.of("soon", any("open"), any("end"), Duration.ofMinutes(30)))
              .build();
      Talk late = Talk.under(protocol).after(Duration.ofHours(1));
      Commands ahead = late.supporter().at(late.now().plusSeconds(3600)).recordedAt(late.now());

      Event ended = late.record(ahead.end(EndReason.STOPPED));

      assertThat(ended.deviations())
          .containsExactly(
              Deviation.late("soon", Duration.ofMinutes(30)),
              Deviation.inFuture(Duration.ofHours(1)));
      assertThat(ended.deviations()).extracting(Deviation::isOfClock).containsExactly(false, true);
      assertThat(late.session().state().departed().isEmpty()).isTrue();
    }
  }

  @Nested
  class When_it_was_told {
    @Test
    void stands_in_the_event_cut_to_milliseconds() {
      Commands told = talk.supporter().recordedAt(Instant.parse("2026-03-02T09:00:00.123456789Z"));

      assertThat(talk.record(told.pause()).metadata().recordedAt())
          .hasValue(Instant.parse("2026-03-02T09:00:00.123Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59Z", "0000-01-01T00:00:00Z"})
    void may_lie_before_1970_so_that_a_fact_gets_through_a_broken_clock(String told) {
      Event event =
          talk.record(talk.supporter().recordedAt(Instant.parse(told)).raiseConcern("imminent"));

      assertThat(event.at()).isEqualTo(Instant.parse(told));
      assertThat(event.deviations()).extracting(Deviation::isOfClock).containsExactly(true);
    }

    @Test
    void may_be_any_instant_without_an_overflow() {
      Commands first = talk.supporter().at(Instant.MAX).recordedAt(Instant.MIN);
      Commands last = talk.supporter().at(Instant.MIN).recordedAt(Instant.MAX);

      assertThat(talk.record(first.raiseConcern("elevated")).at()).isEqualTo(Instant.MIN);
      assertThat(talk.record(last.raiseConcern("elevated")).deviations()).isEmpty();
    }
  }

  @Nested
  class An_event_that_is_not_the_next_one {
    private final Session session = talk.session();

    private void isNotTaken(Event event) {
      assertThatThrownBy(() -> Sessions.evolve(session, event))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("event " + event.seq() + " comes where 5 is expected");
      assertThatThrownBy(() -> Sessions.evolve(session, event, talk.history()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("event " + event.seq() + " comes where 5 is expected");
    }

    @Test
    void is_not_taken_whether_it_came_before_or_comes_too_early() {
      for (int seq : new int[] {1, 2, 4, 6}) {
        isNotTaken(
            new Event.SessionPaused("s-1", seq, Talk.START, "sup-1", Metadata.NONE, List.of()));
      }
      assertThat(
              Sessions.evolve(
                      session,
                      new Event.SessionPaused(
                          "s-1", 5, Talk.START, "sup-1", Metadata.NONE, List.of()))
                  .seq())
          .isEqualTo(5);
    }

    @Test
    void is_not_taken_when_it_is_delivered_twice() {
      Event event = Sessions.decide(session, talk.supporter().pause()).orElseThrow().event();
      Session paused = Sessions.evolve(session, event);

      assertThatThrownBy(() -> Sessions.evolve(paused, event))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void is_not_taken_as_a_correction_either() {
      Event correction =
          Sessions.decide(session, talk.supporter().correct(4, "in error"), talk.history())
              .orElseThrow()
              .event();
      Session corrected = Sessions.evolve(session, correction, talk.history());
      List<Event> history = new ArrayList<>(talk.history());
      history.add(correction);

      assertThatThrownBy(() -> Sessions.evolve(corrected, correction, history))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("event 5 comes where 6 is expected");
    }
  }
}
