package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.ReferralState;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Status;

/**
 * No rule, no status and no clock refuses a fact: under any protocol, in any status, whoever
 * records it and whenever it is said to have happened. What can refuse one is listed here, and
 * nothing else does.
 */
class FactPropertiesTest {
  private static final int LENGTH = 25;

  private static final List<String> OUTCOMES =
      List.of(
          "actor.not-in-session",
          "closed, accepted",
          "ended, accepted",
          "level.unknown",
          "open, accepted",
          "paused, accepted",
          "reason.unknown",
          "referral.unknown",
          "referral.wrong-state",
          "session.changed",
          "session.voided",
          "told in the future");

  @Provide
  Arbitrary<Tuple2<RandomTalk, Long>> talks() {
    return Arbitraries.randomValue(
        random ->
            Tuple.of(
                RandomTalk.correcting(RandomProtocols.next(random), random, LENGTH),
                random.nextLong()));
  }

  /** So that nothing here is proved of facts that nobody has. */
  @Example
  void what_is_drawn_meets_every_outcome() {
    Map<String, Integer> met = new TreeMap<>();
    Random random = new Random(20200403);
    for (int i = 0; i < 150; i++) {
      RandomTalk talk = RandomTalk.correcting(RandomProtocols.next(random), random, LENGTH);
      for (RandomTalk.Try each : talk.tries()) {
        for (Command fact : facts(each.before(), random)) {
          RefusalCode code = expected(each.before(), fact);
          String accepted = each.before().status().wireName() + ", accepted";
          met.merge(code == null ? accepted : code.wireName(), 1, Integer::sum);
          met.merge(
              code == null && isAhead(fact) ? "told in the future" : "other", 1, Integer::sum);
        }
      }
    }
    met.remove("other");

    assertThat(met).containsOnlyKeys(OUTCOMES);
    assertThat(met.values()).allSatisfy(count -> assertThat(count).isGreaterThan(9));
  }

  @Property(tries = 200)
  void a_fact_is_refused_for_what_the_contract_lists_and_nothing_else(
      @ForAll("talks") Tuple2<RandomTalk, Long> drawn) {
    Random random = new Random(drawn.get2());
    for (RandomTalk.Try each : drawn.get1().tries()) {
      for (Command fact : facts(each.before(), random)) {
        Decision decision = Sessions.decide(each.before(), fact);
        RefusalCode refused = decision.refusal().map(Refusal::code).orElse(null);
        assertThat(refused)
            .as("%s by %s, %s", fact, fact.by(), each.before())
            .isEqualTo(expected(each.before(), fact));
      }
    }
  }

  @Property(tries = 200)
  void a_fact_in_the_future_is_recorded_as_of_when_it_was_told(
      @ForAll("talks") Tuple2<RandomTalk, Long> drawn) {
    Random random = new Random(drawn.get2());
    for (RandomTalk.Try each : drawn.get1().tries()) {
      for (Command fact : facts(each.before(), random)) {
        if (Sessions.decide(each.before(), fact) instanceof Decision.Accepted accepted) {
          Event event = accepted.event();
          List<Deviation> clock = event.deviations().stream().filter(Deviation::isOfClock).toList();
          Instant told = fact.terms().metadata().recordedAt().orElse(fact.at());
          assertThat(event.at()).isEqualTo(isAhead(fact) ? told : fact.at());
          assertThat(clock)
              .isEqualTo(
                  isAhead(fact)
                      ? List.of(Deviation.inFuture(Duration.between(told, fact.at())))
                      : List.of());
        }
      }
    }
  }

  @Property(tries = 200)
  void an_early_end_is_refused_for_who_and_why_and_nothing_else_while_it_goes_on(
      @ForAll("talks") Tuple2<RandomTalk, Long> drawn) {
    Random random = new Random(drawn.get2());
    for (RandomTalk.Try each : drawn.get1().tries()) {
      Session session = each.before();
      boolean goesOn = session.status() == Status.OPEN || session.status() == Status.PAUSED;
      for (String by : List.of(session.supporter().id(), "peer-1", "sup-9")) {
        for (String reason : List.of("stopped", "safety", "tired")) {
          Commands from = told(Commands.of("s-1", by, session.at()), session, random);
          Decision decision = Sessions.decide(session, from.end(new EndReason(reason)));
          RefusalCode refused = decision.refusal().map(Refusal::code).orElse(null);
          if (goesOn) {
            RefusalCode unknown = reason.equals("tired") ? RefusalCode.REASON_UNKNOWN : null;
            assertThat(refused)
                .isEqualTo(by.equals("sup-9") ? RefusalCode.ACTOR_NOT_IN_SESSION : unknown);
          } else {
            assertThat(refused).isIn(RefusalCode.SESSION_FINISHED, RefusalCode.SESSION_VOIDED);
          }
        }
      }
    }
  }

  // --- what is drawn

  private static boolean isAhead(Command command) {
    Instant told = command.terms().metadata().recordedAt().orElse(command.at());
    return Duration.between(told, command.at()).compareTo(Duration.ofMinutes(5)) > 0;
  }

  /** Facts that somebody might record now, of every kind. */
  private static List<Command> facts(Session session, Random random) {
    List<String> people = List.of(session.supporter().id(), "peer-1", "sup-9");
    List<String> referrals = new ArrayList<>(List.of("r-0"));
    session.referrals().forEach(referral -> referrals.add(referral.id()));
    List<Command> facts = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Commands by = Commands.of("s-1", people.get(random.nextInt(people.size())), session.at());
      Commands from = told(by, session, random);
      if (random.nextInt(40) == 0) {
        from = from.ifSeq(session.seq() - 1);
      }
      String referral = referrals.get(random.nextInt(referrals.size()));
      facts.add(
          switch (i) {
            case 0 -> from.raiseConcern(random.nextInt(5) == 0 ? "mild" : "c");
            case 1 -> from.accept(referral);
            case 2 -> from.decline(referral);
            case 3 -> from.withdraw(referral);
            case 4 -> from.complete(referral);
            case 5 -> from.lapse(referral);
            default ->
                random.nextBoolean()
                    ? from.decline(referral, "no-such-reason")
                    : from.lapse(referral, "no-such-reason");
          });
    }
    return facts;
  }

  /** Told by any clock, with an override that means nothing here. */
  private static Commands told(Commands from, Session session, Random random) {
    Commands told = from.at(session.at().plusSeconds(60L * (random.nextInt(30) - 15)));
    return switch (random.nextInt(4)) {
      case 0 -> told.recordedAt(session.at());
      case 1 -> told.recordedAt(Instant.EPOCH).overriding("no-such-code", " ");
      case 2 -> told.at(Instant.MAX).recordedAt(Instant.parse("9999-12-31T23:59:59Z"));
      default -> told;
    };
  }

  // --- what the contract lists

  private static @Nullable RefusalCode expected(Session session, Command fact) {
    if (fact.terms().ifSeq().isPresent()) {
      return RefusalCode.SESSION_CHANGED;
    }
    if (session.status() == Status.VOIDED) {
      return RefusalCode.SESSION_VOIDED;
    }
    boolean answer = fact instanceof Command.Accept || fact instanceof Command.Decline;
    if (answer && fact.by().equals("sup-9")) {
      return RefusalCode.ACTOR_NOT_IN_SESSION;
    }
    if (fact instanceof Command.RaiseConcern concern) {
      return concern.level().equals("mild") ? RefusalCode.LEVEL_UNKNOWN : null;
    }
    boolean reasoned =
        (fact instanceof Command.Decline decline && decline.reason().isPresent())
            || (fact instanceof Command.Lapse lapse && lapse.reason().isPresent());
    if (reasoned) {
      return RefusalCode.REASON_UNKNOWN;
    }
    String id = ((Command.ReferralCommand) fact).referral();
    ReferralState state = session.referral(id).map(Referral::state).orElse(null);
    if (state == null) {
      return RefusalCode.REFERRAL_UNKNOWN;
    }
    boolean fits =
        switch (fact.type()) {
          case ACCEPT, DECLINE -> state == ReferralState.OFFERED;
          case WITHDRAW, COMPLETE ->
              state == ReferralState.ACCEPTED || state == ReferralState.CONNECTED;
          default ->
              state == ReferralState.OFFERED
                  || state == ReferralState.ACCEPTED
                  || state == ReferralState.CONNECTED;
        };
    return fits ? null : RefusalCode.REFERRAL_WRONG_STATE;
  }
}
