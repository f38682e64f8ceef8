package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.Strength;

/** What holds of corrections in any conversation under any protocol: both are drawn at random. */
class CorrectionPropertiesTest {
  private static final int LENGTH = 30;

  private static final List<String> OUTCOMES =
      List.of(
          "accepted",
          "accepted, departing",
          "actor.not-allowed",
          "actor.not-in-session",
          "correction.impossible",
          "correction.not-allowed",
          "correction.unknown-event",
          "corrects an override",
          "corrects event-corrected",
          "corrects referral-accepted",
          "corrects referral-offered",
          "corrects session-closed",
          "corrects session-ended",
          "corrects session-voided",
          "corrects supporter-changed",
          "session.voided");

  @Provide
  Arbitrary<RandomTalk> talks() {
    return Arbitraries.randomValue(
        random -> RandomTalk.correcting(RandomProtocols.next(random), random, LENGTH));
  }

  /** So that nothing here is proved of conversations in which nothing is corrected. */
  @Example
  void what_is_drawn_meets_every_outcome() {
    Map<String, Integer> met = new TreeMap<>();
    Random random = new Random(20200402);
    for (int i = 0; i < 400; i++) {
      RandomTalk talk = RandomTalk.correcting(RandomProtocols.next(random), random, LENGTH);
      for (RandomTalk.Try each : talk.tries()) {
        if (each.command() instanceof Command.Correct correct) {
          count(met, talk.history().subList(0, each.told()), correct, each.decision());
        }
      }
    }

    assertThat(OUTCOMES)
        .allSatisfy(outcome -> assertThat(met.getOrDefault(outcome, 0)).isGreaterThan(9));
  }

  private static void count(
      Map<String, Integer> met, List<Event> history, Command.Correct c, Decision decision) {
    if (decision instanceof Decision.Accepted accepted) {
      Event corrected = history.get(c.seq() - 1);
      met.merge("accepted", 1, Integer::sum);
      met.merge("corrects " + corrected.type().eventName(), 1, Integer::sum);
      if (!accepted.event().deviations().isEmpty()) {
        met.merge("accepted, departing", 1, Integer::sum);
      }
      if (corrected.deviations().stream().anyMatch(each -> each.reason().isPresent())) {
        met.merge("corrects an override", 1, Integer::sum);
      }
    } else {
      met.merge(decision.refusal().orElseThrow().code().wireName(), 1, Integer::sum);
    }
  }

  @Property(tries = 400)
  void afterwards_the_session_is_what_the_history_without_the_event_makes_it(
      @ForAll("talks") RandomTalk talk) {
    for (RandomTalk.Try each : talk.tries()) {
      if (each.event() instanceof Event.EventCorrected event) {
        List<Event> history = talk.history().subList(0, each.told());
        Session after = Sessions.evolve(each.before(), event, history);
        Session without = fold(each.before().protocol(), remaining(history, event.corrects()));

        assertThat(after.seq()).isEqualTo(event.seq());
        assertThat(after.at()).isEqualTo(event.at());
        assertThat(after.status()).isEqualTo(without.status());
        assertThat(after.supporter()).isEqualTo(without.supporter());
        assertThat(after.referrals()).isEqualTo(without.referrals());
        assertThat(after.due()).isEqualTo(without.due());
        assertThat(after.verdicts()).isEqualTo(without.verdicts());
        if (!departsFromMandatory(after, event)) {
          assertThat(after.permitted()).isEqualTo(without.permitted());
          assertThat(after.outstanding()).isEqualTo(without.outstanding());
          assertThat(after.isSettled()).isEqualTo(without.isSettled());
        }
      }
    }
  }

  @Property(tries = 300)
  void it_is_refused_exactly_when_the_rest_could_not_have_happened(
      @ForAll("talks") RandomTalk talk) {
    for (RandomTalk.Try each : talk.tries()) {
      if (each.command() instanceof Command.Correct correct) {
        List<Event> history = talk.history().subList(0, each.told());
        boolean passed =
            each.decision().isAccepted()
                || code(each.decision()) == RefusalCode.CORRECTION_IMPOSSIBLE;
        if (passed) {
          assertThat(each.decision().refusal().map(Refusal::inTheWay).orElse(OptionalInt.empty()))
              .isEqualTo(inTheWay(each.before().protocol(), remaining(history, correct.seq())));
        }
      }
    }
  }

  @Property(tries = 300)
  void afterwards_there_is_still_a_way_to_a_close(@ForAll("talks") RandomTalk talk) {
    for (RandomTalk.Try each : talk.tries()) {
      if (each.event() instanceof Event.EventCorrected event) {
        List<Event> history = talk.history().subList(0, each.told());
        Session after = Sessions.evolve(each.before(), event, history);
        assertThat(canClose(after)).isTrue();
      }
    }
  }

  @Property(tries = 200)
  void a_replay_of_everything_gives_the_session_that_grew_step_by_step(
      @ForAll("talks") RandomTalk talk) {
    Protocol protocol = talk.session().protocol();

    assertThat(Sessions.replay(reference -> protocol, talk.history())).isEqualTo(talk.session());
    assertThat(Sessions.replay(reference -> Rebuilt.of(protocol), talk.history()))
        .isEqualTo(talk.session());
    assertThat(HistoryReview.effective(talk.history())).isEqualTo(remaining(talk.history(), 0));
  }

  @Property(tries = 150)
  void everything_can_be_taken_back_from_the_end_to_the_opening(@ForAll("talks") RandomTalk talk) {
    Session session = talk.session();
    List<Event> history = new ArrayList<>(talk.history());
    List<Event> standing = remaining(history, 0);
    for (int i = standing.size() - 1; i > 0; i--) {
      Event meant = standing.get(i);
      Commands from = Commands.of(session.id(), meant.by(), session.at());
      Command correct = from.correct(meant.seq(), "in error");
      Event event = Sessions.decide(session, correct, history).orElseThrow().event();
      session = Sessions.evolve(session, event, history);
      history.add(event);
    }

    Session opened = Sessions.start(session.protocol(), history.get(0));
    assertThat(session).isEqualTo(opened.moved(session.seq(), session.at()));
  }

  /** What the decision anew rests on: it asks for the same as was asked for then. */
  @Property(tries = 200)
  void the_command_that_an_event_came_of_is_known_by_the_event(@ForAll("talks") RandomTalk talk) {
    for (RandomTalk.Try each : talk.tries()) {
      Command c = each.command();
      Event event = each.event();
      if (event != null && !(c instanceof Command.Correct)) {
        Command again = CommandFactory.of(event, Terms.NONE);
        assertThat(again).hasSameClassAs(c);
        assertThat(again.terms()).isEqualTo(Terms.NONE);
        Session before = EventFold.departing(each.before(), event.deviations());
        assertThat(Sessions.decide(before, again).orElseThrow().event().seq())
            .isEqualTo(event.seq());
        if (c.terms().equals(Terms.NONE)) {
          assertThat(again).isEqualTo(c);
        }
      }
    }
  }

  // --- the same once more, by other means

  /**
   * What is left without the corrections, what they correct, and one event more. What is corrected
   * itself corrects nothing, and whether it is, only later corrections tell.
   */
  private static List<Event> remaining(List<Event> history, int also) {
    Set<Integer> gone = new HashSet<>(Set.of(also));
    for (int seq = history.size(); seq > 0; seq--) {
      if (history.get(seq - 1) instanceof Event.EventCorrected correction && !gone.contains(seq)) {
        gone.add(correction.corrects());
      }
    }
    return history.stream()
        .filter(event -> !(event instanceof Event.EventCorrected) && !gone.contains(event.seq()))
        .toList();
  }

  private static Session fold(Protocol protocol, List<Event> events) {
    Session session = Sessions.start(protocol, events.get(0));
    for (Event event : events.subList(1, events.size())) {
      session = evolve(session, event);
    }
    return session;
  }

  /** The session after an event before which others may be missing. */
  private static Session evolve(Session session, Event event) {
    return Sessions.evolve(session.moved(event.seq() - 1, session.at()), event);
  }

  private static RefusalCode code(Decision decision) {
    return decision.refusal().orElseThrow().code();
  }

  /**
   * The first event that could not have happened. It could when nothing structural is against it;
   * when what was departed from with it covers the rules that it violates; and when, with these out
   * of force, a close can be reached after it.
   */
  private static OptionalInt inTheWay(Protocol protocol, List<Event> remaining) {
    Session session = Sessions.start(protocol, remaining.get(0));
    for (Event event : remaining.subList(1, remaining.size())) {
      Decision decision = Sessions.decide(session, CommandFactory.of(event, Terms.NONE));
      if (decision instanceof Refusal refusal && !isCovered(refusal, event)) {
        return OptionalInt.of(event.seq());
      }
      session = evolve(session, event);
      if (!canClose(session)) {
        if (decision.isAccepted() && isFact(event)) {
          session = EventFold.departing(session, decision.orElseThrow().event().deviations());
        } else {
          return OptionalInt.of(event.seq());
        }
      }
    }
    return OptionalInt.empty();
  }

  private static boolean isCovered(Refusal refusal, Event event) {
    Set<String> departed = new HashSet<>();
    event.deviations().forEach(deviation -> departed.add(deviation.rule()));
    for (Violation violation : refusal.violations()) {
      boolean covered =
          violation.code() == RefusalCode.RULE_CONFLICT
              ? !departed.isEmpty()
              : violation.rule().isPresent() && departed.contains(violation.rule().get());
      if (!covered) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFact(Event event) {
    return event instanceof Event.ConcernRaised
        || event instanceof Event.ReferralAccepted
        || event instanceof Event.ReferralDeclined
        || event instanceof Event.ReferralCompleted
        || event instanceof Event.ReferralWithdrawn
        || event instanceof Event.ReferralLapsed;
  }

  /** Whether it is over, or can still be closed, now or after some steps. */
  private static boolean canClose(Session session) {
    if (session.status().isFinished() || session.status() == Status.VOIDED) {
      return true;
    }
    Commands supporter = Commands.of(session.id(), session.supporter().id(), session.at());
    Session on = session;
    if (session.status() == Status.PAUSED) {
      on =
          Sessions.evolve(
              session, Sessions.decide(session, supporter.resume()).orElseThrow().event());
    }
    Decision close = Sessions.decide(on, supporter.close());
    return close.isAccepted() || close.refusal().orElseThrow().remedy().isPresent();
  }

  private static boolean departsFromMandatory(Session session, Event event) {
    for (ExpandedRule rule : session.protocol().expandedRules()) {
      if (rule.strength() == Strength.MANDATORY
          && event.deviations().stream().anyMatch(each -> each.rule().equals(rule.id()))) {
        return true;
      }
    }
    return false;
  }
}
