package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peersupport.protocol.Rule.any;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ProtocolBuilder;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Rule;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.Template;
import org.peersupport.protocol.VoidReason;

/** A session that was entered in error as a whole: who says so, when, and how it comes back. */
class VoidTest {
  private static final Protocol AMA = Catalogue.amaSixElements();

  private static Talk ama(String... acts) {
    return Talk.under(AMA).then(acts);
  }

  /** A session that a coordinator opened. */
  private static Session opened() {
    Commands coordinator = Commands.of("s-1", "coordinator-1", Talk.START);
    Command.Open open = coordinator.open("ama-six-elements", Talk.SUPPORTER, Talk.PEER);
    return Sessions.open(AMA, open).orElseThrow().session();
  }

  private static RefusalCode code(Session session, Command command) {
    return Sessions.decide(session, command).refusal().orElseThrow().code();
  }

  @Nested
  class Comes_from {
    private final Session session = opened();

    private Command by(String participant) {
      return Commands.of("s-1", participant, Talk.START).voidSession(VoidReason.TEST);
    }

    @Test
    void the_supporter() {
      assertThat(Sessions.permits(session, by("sup-1"))).isTrue();
    }

    @Test
    void who_opened_it() {
      assertThat(session.openedBy()).isEqualTo("coordinator-1");
      assertThat(Sessions.permits(session, by("coordinator-1"))).isTrue();
    }

    @Test
    void neither_the_peer_nor_a_stranger() {
      assertThat(code(session, by("peer-1"))).isEqualTo(RefusalCode.ACTOR_NOT_ALLOWED);
      assertThat(code(session, by("sup-9"))).isEqualTo(RefusalCode.ACTOR_NOT_IN_SESSION);
    }

    @Test
    void the_current_supporter_and_not_the_one_before_who_did_not_open_it() {
      Session handedOver =
          Sessions.decide(
                  session,
                  Commands.of("s-1", "sup-1", Talk.START).transfer(Peer.of("sup-2").from("er")))
              .orElseThrow()
              .session();

      assertThat(Sessions.permits(handedOver, by("sup-2"))).isTrue();
      assertThat(code(handedOver, by("sup-1"))).isEqualTo(RefusalCode.ACTOR_NOT_IN_SESSION);
    }
  }

  @Nested
  class Is_recorded {
    @ParameterizedTest
    @EnumSource(VoidReason.class)
    void for_each_reason_that_there_is(VoidReason reason) {
      Talk talk = ama("begin:reach-out");

      Event event = talk.record(talk.supporter().voidSession(reason));

      assertThat(event)
          .isEqualTo(
              new Event.SessionVoided(
                  "s-1", 3, Talk.START, "sup-1", Metadata.NONE, reason.wireName(), List.of()));
      assertThat(talk.session().status()).isEqualTo(Status.VOIDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tired", "TEST", "declined"})
    void for_no_other_reason(String reason) {
      Talk talk = ama();
      Command.VoidSession voiding = talk.supporter().voidSession(VoidReason.TEST);
      Command other =
          new Command.VoidSession("s-1", voiding.at(), voiding.by(), voiding.terms(), reason);

      assertThat(talk.refused(other).code()).isEqualTo(RefusalCode.REASON_UNKNOWN);
    }

    @Test
    void in_every_status_but_this_one() {
      for (String status : List.of("begin:reach-out", "pause", "end:declined")) {
        assertThat(ama(status, "void:test").session().status()).isEqualTo(Status.VOIDED);
      }
      assertThat(ama("void:test").refused("void:test").code())
          .isEqualTo(RefusalCode.SESSION_VOIDED);
    }

    @Test
    void when_it_was_told_if_it_is_said_to_lie_in_the_future() {
      Talk talk = ama();
      Commands ahead = talk.supporter().at(Talk.START.plusSeconds(600)).recordedAt(Talk.START);

      Event event = talk.record(ahead.voidSession(VoidReason.TEST));

      assertThat(event.at()).isEqualTo(Talk.START);
      assertThat(event.deviations()).containsExactly(Deviation.inFuture(Duration.ofMinutes(10)));
    }
  }

  @Nested
  class Is_refused_while_someone_waits_for_help {
    @Test
    void until_somebody_has_taken_over() {
      Talk talk = ama("begin:reach-out", "concern:imminent");
      assertThat(talk.refused("void:wrong-person").code())
          .isEqualTo(RefusalCode.CORRECTION_NOT_ALLOWED);
      talk.then("offer:emergency-care");
      assertThat(talk.permits("void:wrong-person")).isFalse();

      talk.then("connect:emergency-care");

      assertThat(talk.permits("void:wrong-person")).isTrue();
    }

    @Test
    void after_the_end_too() {
      Talk talk = ama("end:declined");
      assertThat(talk.permits("void:duplicate")).isTrue();

      talk.then("concern:imminent");

      assertThat(talk.refused("void:duplicate").code())
          .isEqualTo(RefusalCode.CORRECTION_NOT_ALLOWED);
    }

    @Test
    void but_not_for_what_was_outstanding_from_the_opening_on() {
      Protocol protocol =
          ProtocolBuilder.of("always", "1.0.0")
              .title("T")
              .source("S")
              .element(Element.optional("a", "A", "P").asRepeatable())
              .rule(Rule.of("some-a", Template.EXISTENCE, any("begin:a")).bindingAlways())
              .build();
      Talk talk = Talk.under(protocol);

      assertThat(talk.session().outstanding()).containsExactly("some-a");
      assertThat(talk.session().urgency()).isEmpty();
      assertThat(talk.permits("void:test")).isTrue();
    }

    @Test
    void and_the_reason_comes_before_that() {
      Talk talk = ama("concern:imminent");
      Command.VoidSession voiding = talk.supporter().voidSession(VoidReason.TEST);
      Command other =
          new Command.VoidSession("s-1", voiding.at(), voiding.by(), voiding.terms(), "tired");

      assertThat(talk.refused(other).code()).isEqualTo(RefusalCode.REASON_UNKNOWN);
      assertThat(talk.refused(voiding.withBy("sup-9")).code())
          .isEqualTo(RefusalCode.ACTOR_NOT_IN_SESSION);
    }
  }

  @Nested
  class Afterwards {
    private final Talk talk =
        ama("concern:elevated", "offer:chaplaincy", "accept:chaplaincy", "void:wrong-person");

    @Test
    void nothing_is_waited_for_any_more() {
      Session session = talk.session();

      assertThat(session.isSettled()).isTrue();
      assertThat(session.permitted()).isEmpty();
      assertThat(session.outstanding()).isEmpty();
      assertThat(session.due()).isEmpty();
      assertThat(session.urgency()).isEmpty();
    }

    @Test
    void nothing_is_recorded_not_even_a_concern() {
      for (Command command :
          List.of(
              talk.by("ward-clerk-1").raiseConcern("imminent"),
              talk.peer().withdraw("r-1"),
              talk.peer().end(EndReason.STOPPED),
              talk.supporter().begin("reach-out"),
              talk.supporter().begin("sing"),
              talk.supporter().resume(),
              talk.supporter().close(),
              talk.supporter().correct(2, "in error"),
              talk.supporter().correct(99, "in error"),
              talk.by("coordinator-1").transfer(Peer.of("sup-2").from("er")))) {
        assertThat(talk.refused(command).code())
            .as("%s", command)
            .isEqualTo(RefusalCode.SESSION_VOIDED);
      }
      assertThat(Sessions.options(talk.session(), Talk.START).options())
          .allSatisfy(
              option ->
                  assertThat(option.refusal().orElseThrow().code())
                      .isEqualTo(RefusalCode.SESSION_VOIDED));
    }

    @Test
    void the_refusal_of_a_concern_says_to_open_a_session_for_the_right_person() {
      assertThat(talk.refused("concern:imminent").explanation())
          .contains("Then open a session for the right person");
    }

    @Test
    void correcting_it_brings_everything_back() {
      Session before = ama("concern:elevated", "offer:chaplaincy", "accept:chaplaincy").session();

      talk.then("correct:5");

      assertThat(talk.session()).isEqualTo(before.moved(6, Talk.START));
      assertThat(talk.session().status()).isEqualTo(Status.OPEN);
      assertThat(Sessions.replay(reference -> AMA, talk.history())).isEqualTo(talk.session());
    }

    @Test
    void only_who_said_so_or_the_supporter_brings_it_back() {
      assertThat(talk.refused(talk.peer().correct(5, "x")).code())
          .isEqualTo(RefusalCode.ACTOR_NOT_ALLOWED);
      assertThat(talk.refused(talk.by("sup-9").correct(5, "x")).code())
          .isEqualTo(RefusalCode.ACTOR_NOT_IN_SESSION);
    }

    @Test
    void it_may_come_back_and_be_voided_again_by_correcting_the_correction() {
      talk.then("correct:5", "correct:6");

      assertThat(talk.session().status()).isEqualTo(Status.VOIDED);
      assertThat(talk.refused("correct:6").code()).isEqualTo(RefusalCode.SESSION_VOIDED);
      assertThat(talk.refused("correct:7").code()).isEqualTo(RefusalCode.SESSION_VOIDED);
      talk.then("correct:5");
      assertThat(talk.session().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void what_happened_after_it_came_back_keeps_it_from_being_voided_so() {
      talk.then("correct:5", "concern:elevated");

      Refusal refusal = talk.refused("correct:6");

      assertThat(refusal.code()).isEqualTo(RefusalCode.CORRECTION_IMPOSSIBLE);
      assertThat(refusal.inTheWay()).hasValue(7);
      assertThat(talk.permits("void:other")).isTrue();
    }

    /** What no decision gives, and a log may hold all the same. */
    @Test
    void a_recorded_event_does_not_bring_it_back() {
      Session session = talk.session();
      for (Event event :
          List.of(
              new Event.SessionPaused("s-1", 6, Talk.START, "sup-1", Metadata.NONE, List.of()),
              new Event.SessionResumed("s-1", 7, Talk.START, "sup-1", Metadata.NONE, List.of()),
              new Event.SessionClosed("s-1", 8, Talk.START, "sup-1", Metadata.NONE, List.of()),
              new Event.SessionEnded(
                  "s-1", 9, Talk.START, "sup-1", Metadata.NONE, EndReason.STOPPED, List.of()))) {
        session = Sessions.evolve(session, event);
        assertThat(session.status()).isEqualTo(Status.VOIDED);
      }
    }
  }

  /** What no decision gives, and a log may hold all the same. */
  @Nested
  class Voids_nothing_in_a_history {
    private Event voided(int seq, String by, String reason) {
      return new Event.SessionVoided("s-1", seq, Talk.START, by, Metadata.NONE, reason, List.of());
    }

    private Session replayed(Talk talk, Event last) {
      List<Event> history = new ArrayList<>(talk.history());
      history.add(last);
      Session session = Sessions.evolve(talk.session(), last);
      assertThat(Sessions.replay(reference -> AMA, history)).isEqualTo(session);
      return session;
    }

    @Test
    void while_someone_waits_for_help_so_that_the_danger_stays_in_sight() {
      Talk talk = ama("begin:reach-out", "concern:imminent");

      Session session = replayed(talk, voided(4, "sup-1", "wrong-person"));

      assertThat(session).isEqualTo(talk.session().moved(4, Talk.START));
      assertThat(session.urgency()).isEqualTo(talk.session().urgency()).isPresent();
      assertThat(session.outstanding()).contains("imminent-concern-met");
      assertThat(session.due()).isNotEmpty();
      assertThat(session.permitted()).contains("offer:emergency-care");
    }

    @Test
    void after_the_end_either() {
      Talk talk = ama("end:interrupted", "concern:imminent");

      Session session = replayed(talk, voided(4, "sup-1", "test"));

      assertThat(session.status()).isEqualTo(Status.ENDED);
      assertThat(session.isSettled()).isFalse();
    }

    @Test
    void by_somebody_else_or_for_a_reason_that_there_is_not() {
      Talk talk = ama("begin:reach-out");

      for (Event event :
          List.of(
              voided(3, "sup-9", "test"),
              voided(3, "peer-1", "test"),
              voided(3, "sup-1", "boredom"))) {
        assertThat(replayed(talk, event).status()).isEqualTo(Status.OPEN);
      }
      assertThat(replayed(talk, voided(3, "sup-1", "test")).status()).isEqualTo(Status.VOIDED);
    }

    @Test
    void and_can_be_corrected_or_said_again_when_somebody_has_taken_over() {
      Talk talk = ama("concern:imminent");
      List<Event> history = new ArrayList<>(talk.history());
      history.add(voided(3, "sup-1", "test"));
      Session session = Sessions.replay(reference -> AMA, history);

      assertThat(
              Sessions.decide(session, talk.supporter().correct(3, "not so"), history).isAccepted())
          .isTrue();
      assertThat(Sessions.permits(session, talk.supporter().offer("r-1", "emergency-care")))
          .isTrue();
      assertThat(code(session, talk.supporter().voidSession(VoidReason.TEST)))
          .isEqualTo(RefusalCode.CORRECTION_NOT_ALLOWED);
    }

    /** The fact after the correction breaks a rule that holds always, and nobody can mend that. */
    @Test
    void but_a_rule_that_a_correction_departs_from_keeps_nobody_waiting() {
      Protocol protocol =
          ProtocolBuilder.of("told", "1.0.0")
              .title("T")
              .source("S")
              .element(Element.optional("a", "A", "P").asRepeatable())
              .resource(Resource.of("care", "Care"))
              .rule(
                  Rule.of("first", Template.PRECEDENCE, any("begin:a"), any("offer:care"))
                      .asOverridable())
              .rule(
                  Rule.of("told", Template.PRECEDENCE, any("begin:a"), any("accept:care"))
                      .bindingAlways())
              .build();
      Talk talk = Talk.under(protocol);
      talk.record(talk.supporter().overriding("asked for").offer("r-1", "care"));
      talk.then("begin:a");
      talk.record(talk.peer().accept("r-1"));

      Event correction = talk.record(talk.supporter().correct(3, "not so"));
      assertThat(correction.deviations()).extracting(Deviation::rule).containsExactly("told");
      talk.then("void:test", "correct:6", "correct:7");

      assertThat(talk.session().status()).isEqualTo(Status.VOIDED);
      for (int size = 1; size <= talk.history().size(); size++) {
        Session session = Sessions.replay(reference -> protocol, talk.history().subList(0, size));
        assertThat(session.status() == Status.VOIDED).isEqualTo(size == 6 || size == 8);
      }
    }
  }
}
