package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.peersupport.json.deidentification.Deidentification;
import org.peersupport.json.deidentification.PseudonymKey;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Status;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.Metadata;
import org.peersupport.session.Referral;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/** A session means the same before and after; only who, when and why cannot be told any more. */
class DeidentifiedSessionsTest {
  private static final String SECRET = "SECRET-7f3a";
  private static final Protocol WARD = ward();
  private static final List<Protocol> PROTOCOLS =
      List.of(
          Variants.find("ama-six-elements").orElseThrow(),
          Variants.find("rise").orElseThrow(),
          WARD);

  private static Protocol ward() {
    try {
      Path file = Path.of("../codec/src/test/resources/histories/scripts/ward@2.2.json");
      return PeerSupportJson.readProtocol(Files.readAllBytes(file)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Protocol> find(String reference) {
    return PROTOCOLS.stream().filter(each -> each.reference().equals(reference)).findFirst();
  }

  /** A key, a unit, and the events of one session. */
  private record Drawn(Deidentification settings, Duration unit, List<Event> history) {
    @Override
    public String toString() {
      return unit + " " + Deidentified.log(history);
    }
  }

  @Provide
  Arbitrary<Drawn> sessions() {
    return Arbitraries.randomValue(DeidentifiedSessionsTest::draw);
  }

  private static Drawn draw(Random random) {
    byte[] key = new byte[32];
    random.nextBytes(key);
    Duration unit =
        List.of(
                Duration.ofSeconds(1),
                Duration.ofSeconds(random.nextInt(1, 604_801)),
                Duration.ofMinutes(15),
                Duration.ofDays(1))
            .get(random.nextInt(4));
    List<Event> history = RandomTalk.history(PROTOCOLS, SECRET, random);
    Deidentification settings =
        Deidentification.with(PseudonymKey.of(key), DeidentifiedSessionsTest::find).unit(unit).k(2);
    return new Drawn(settings, unit, history);
  }

  private static List<Event> written(Drawn drawn) {
    Assume.that(replayed(drawn.history()).status() != Status.VOIDED);
    Deidentified made = Deidentified.of(drawn.settings(), Deidentified.log(drawn.history()));
    assertThat(made.problems()).isEmpty();
    assertThat(made.text() + made.printed()).doesNotContain(SECRET, "what one works as");
    return made.events();
  }

  private static Session replayed(List<Event> history) {
    return Sessions.replay(reference -> find(reference).orElseThrow(), history);
  }

  /** Which of the session's referrals an id is. */
  private static Map<String, Integer> ordinals(Session session) {
    Map<String, Integer> ordinals = new HashMap<>();
    for (Referral referral : session.referrals()) {
      ordinals.put(referral.id(), ordinals.size());
    }
    return ordinals;
  }

  private static List<String> referrals(Session session) {
    return session.referrals().stream()
        .map(each -> each.resource() + " " + each.state().wireName())
        .toList();
  }

  private static List<String> due(Session session) {
    Map<String, Integer> ordinals = ordinals(session);
    return session.due().stream()
        .map(each -> each.deadline() + " " + each.referral().map(ordinals::get).orElse(-1))
        .sorted()
        .toList();
  }

  @Property(tries = 200)
  void a_session_comes_to_the_same(@ForAll("sessions") Drawn drawn) {
    Session before = replayed(drawn.history());
    Session after = replayed(written(drawn));

    assertThat(after.status()).isEqualTo(before.status());
    assertThat(after.isSettled()).isEqualTo(before.isSettled());
    assertThat(after.seq()).isEqualTo(before.seq());
    assertThat(after.permitted()).isEqualTo(before.permitted());
    assertThat(after.outstanding()).isEqualTo(before.outstanding());
    assertThat(after.verdicts()).isEqualTo(before.verdicts());
    assertThat(referrals(after)).isEqualTo(referrals(before));
    assertThat(due(after)).isEqualTo(due(before));
  }

  @Property(tries = 200)
  void a_session_is_left_out_when_it_stands_voided_and_only_then(@ForAll("sessions") Drawn drawn) {
    boolean voided = replayed(drawn.history()).status() == Status.VOIDED;

    Deidentified made = Deidentified.of(drawn.settings(), Deidentified.log(drawn.history()));

    assertThat(made.problems()).isEmpty();
    assertThat(made.events()).hasSize(voided ? 0 : drawn.history().size());
    assertThat(made.report().changes().voided()).isEqualTo(voided ? 1 : 0);
    assertThat(made.report().changes().sessions()).isEqualTo(voided ? 0 : 1);
  }

  @Property(tries = 200)
  void each_event_stays_what_it_is(@ForAll("sessions") Drawn drawn) {
    List<Event> after = written(drawn);

    assertThat(after).hasSameSizeAs(drawn.history());
    for (int i = 0; i < after.size(); i++) {
      Event one = drawn.history().get(i);
      Event other = after.get(i);
      assertThat(other.type()).isEqualTo(one.type());
      assertThat(other.seq()).isEqualTo(one.seq());
      assertThat(other.deviations())
          .extracting(Deviation::rule)
          .isEqualTo(one.deviations().stream().map(Deviation::rule).toList());
      assertThat(other.deviations()).allMatch(each -> each.reason().isEmpty());
      assertThat(other.deviations())
          .extracting(Deviation::code)
          .isEqualTo(one.deviations().stream().map(Deviation::code).toList());
      assertThat(other.metadata()).isEqualTo(Metadata.NONE);
      assertThat(words(other)).isEqualTo(words(one));
    }
  }

  /** The words of the protocol that an event may hold. */
  private static List<Object> words(Event event) {
    return switch (event.type()) {
      case OPEN -> {
        Event.SessionOpened opened = (Event.SessionOpened) event;
        yield List.of(opened.protocol(), opened.fingerprint());
      }
      case BEGIN -> List.of(((Event.ElementBegun) event).element());
      case CONCERN -> List.of(((Event.ConcernRaised) event).level());
      case OFFER -> List.of(((Event.ReferralOffered) event).resource());
      case DECLINE -> List.of(((Event.ReferralDeclined) event).reason());
      case LAPSE -> List.of(((Event.ReferralLapsed) event).reason());
      case THANK -> List.of(((Event.AppreciationExpressed) event).appreciation());
      case END -> List.of(((Event.SessionEnded) event).reason());
      case CORRECT -> List.of(((Event.EventCorrected) event).corrects());
      case VOID -> List.of(((Event.SessionVoided) event).reason());
      case ACCEPT, CONNECT, COMPLETE, WITHDRAW, PAUSE, RESUME, TRANSFER, CLOSE -> List.of();
    };
  }

  /** How far ahead something was said to lie tells no more than two coarse instants. */
  @Property(tries = 200)
  void what_was_said_to_lie_ahead_is_off_by_less_than_a_unit(@ForAll("sessions") Drawn drawn) {
    List<Event> after = written(drawn);
    for (int i = 0; i < after.size(); i++) {
      List<Deviation> before = drawn.history().get(i).deviations();
      for (int d = 0; d < before.size(); d++) {
        Deviation now = after.get(i).deviations().get(d);
        assertThat(now.isOfClock()).isEqualTo(before.get(d).isOfClock());
        if (now.isOfClock()) {
          Duration is = now.aheadBy().orElseThrow();
          assertThat(is.toMillis() % drawn.unit().toMillis()).isZero();
          assertThat(is.minus(before.get(d).aheadBy().orElseThrow()).abs())
              .isLessThan(drawn.unit());
        }
      }
    }
  }

  @Property(tries = 200)
  void order_stays_and_durations_are_off_by_less_than_a_unit(@ForAll("sessions") Drawn drawn) {
    List<Event> before = drawn.history();
    List<Event> after = written(drawn);

    for (int i = 0; i < before.size(); i++) {
      for (int j = i; j < before.size(); j++) {
        Duration was = Duration.between(before.get(i).at(), before.get(j).at());
        Duration is = Duration.between(after.get(i).at(), after.get(j).at());
        assertThat(was.isNegative() ? is.negated() : is).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(is.minus(was).abs()).isLessThan(drawn.unit());
        assertThat(!was.isZero() || is.isZero()).isTrue();
      }
    }
    Duration moved = Duration.between(after.get(0).at(), before.get(0).at());
    assertThat(moved).isBetween(drawn.unit(), Duration.ofDays(364).plus(drawn.unit()));
  }

  /** Delays say nothing that the written instants do not say. */
  @Property(tries = 200)
  void a_delay_is_the_time_between_two_written_instants_less_what_the_deadline_gives(
      @ForAll("sessions") Drawn drawn) {
    List<Event> after = written(drawn);
    Protocol protocol = replayed(after).protocol();
    for (Event event : after) {
      for (Deviation deviation : event.deviations()) {
        if (deviation.lateBy().isPresent() && !deviation.lateBy().get().isZero()) {
          Duration within =
              protocol.deadlines().stream()
                  .filter(each -> each.id().equals(deviation.rule()))
                  .findFirst()
                  .orElseThrow()
                  .within();
          Duration passed = within.plus(deviation.lateBy().get());
          List<Event> late = event instanceof Event.EventCorrected ? after : List.of(event);
          assertThat(after)
              .extracting(Event::at)
              .containsAnyElementsOf(late.stream().map(each -> each.at().minus(passed)).toList());
        }
      }
    }
  }

  /** So that nothing here is proved of sessions in which nothing happens. */
  @Example
  void what_is_drawn_has_everything_in_it() {
    Random random = new Random(20200401);
    Map<String, Integer> met = new TreeMap<>();
    for (int i = 0; i < 500; i++) {
      List<Event> history = draw(random).history();
      for (Event event : history) {
        met.merge(event.type().eventName(), 1, Integer::sum);
        event.deviations().forEach(deviation -> met.merge(kind(deviation), 1, Integer::sum));
        if (event instanceof Event.EventCorrected correction
            && history.get(correction.corrects() - 1) instanceof Event.EventCorrected) {
          met.merge("correction corrected", 1, Integer::sum);
        }
        if (event.seq() > 1 && event.at().isBefore(history.get(event.seq() - 2).at())) {
          met.merge("back in time", 1, Integer::sum);
        }
      }
      met.merge(replayed(history).status().wireName(), 1, Integer::sum);
    }

    Set<String> expected = new HashSet<>(Set.of("late", "why", "not", "ahead"));
    expected.addAll(Set.of("correction corrected", "back in time", "voided"));
    List<Event> samples = new ArrayList<>(Samples.events());
    samples.forEach(event -> expected.add(event.type().eventName()));
    assertThat(met.keySet()).containsAll(expected);
    assertThat(met.values()).allSatisfy(count -> assertThat(count).isGreaterThan(9));
  }

  private static String kind(Deviation deviation) {
    if (deviation.isOfClock()) {
      return "ahead";
    }
    return deviation.lateBy().isPresent() ? "late" : deviation.reason().isPresent() ? "why" : "not";
  }
}
