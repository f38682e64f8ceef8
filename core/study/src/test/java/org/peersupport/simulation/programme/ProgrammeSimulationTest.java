package org.peersupport.simulation.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.peersupport.simulation.programme.Programmes.START;
import static org.peersupport.simulation.programme.Programmes.estimate;
import static org.peersupport.simulation.programme.Programmes.runs;
import static org.peersupport.simulation.programme.Programmes.supporters;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.protocol.Pairing;
import org.peersupport.simulation.Lognormal;
import org.peersupport.simulation.UsualTalk;

class ProgrammeSimulationTest {
  private static final long HOUR = 3_600_000;
  private static final TalkSource HOURLY =
      (seed, number) -> new TalkSource.Talk(HOUR, false, false);

  private static final Lognormal WEEK = Lognormal.of(Duration.ofDays(7), 0.5);

  private final Scenario busy =
      Scenario.of("busy", START, 24, Referrals.perMonth(9))
          .from(new Department("medicine", 3), new Department("surgery", 1))
          .supportedBy(
              new SupporterGroup(
                  "medicine",
                  2,
                  "medicine",
                  List.of(OpenHours.of(12, 14, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY)),
                  2),
              new SupporterGroup("surgery", 1, "surgery", List.of(), 3))
          .contacting(
              Contact.within(Duration.ofDays(2))
                  .after(Lognormal.of(Duration.ofHours(20), 1))
                  .declined(0.2))
          .talking(Talks.one("ama-six-elements", "usual-talk").another(0.6, WEEK));

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 9, 60})
  void everybody_who_was_referred_has_declined_is_supported_or_waits(double perMonth) {
    Scenario scenario = busy.referring(Referrals.perMonth(perMonth));

    for (RunResult run : runs(scenario, new ChainTalks(UsualTalk.chain(), List.of()), 30)) {
      double referred = run.value(Metric.REFERRED);
      double found =
          run.value(Metric.DECLINED) + run.value(Metric.SUPPORTED) + run.value(Metric.WAITING);
      assertThat(found).isEqualTo(referred);
      double cases = run.loads().stream().mapToLong(RunResult.Load::cases).sum();
      assertThat(cases).isBetween(referred - run.value(Metric.WAITING), referred);
    }
  }

  @Test
  void when_supporters_cannot_keep_up_people_wait_at_the_end() {
    List<RunResult> few = runs(busy, HOURLY, 20);
    List<RunResult> many = runs(busy.referring(Referrals.perMonth(60)), HOURLY, 20);

    assertThat(estimate(few, Metric.WAITING).mean()).isLessThan(3);
    assertThat(estimate(many, Metric.WAITING).mean()).isGreaterThan(500);
    assertThat(estimate(many, Metric.WITHIN_LIMIT).mean()).isLessThan(0.1);
  }

  @Test
  void who_still_waits_at_the_end_makes_waits_longer() {
    // A supporter has time for one person a day, and two come: a year later half still wait, and
    // the others have waited a quarter of a year on average.
    TalkSource daily = (seed, number) -> new TalkSource.Talk(24 * HOUR, false, false);
    Scenario scenario =
        Scenario.of("crowded", START, 12, Programmes.perDay(2, 12))
            .supportedBy(supporters("one", 1, "any", 1))
            .contacting(Contact.within(Duration.ofDays(3)));

    List<RunResult> runs = runs(scenario, daily, 10);

    double day = 24;
    assertThat(estimate(runs, Metric.WAITING).mean()).isCloseTo(365, within(20.0));
    assertThat(estimate(runs, Metric.WAIT_MEAN).mean()).isGreaterThan(1.2 * 365 / 4 * day);
    assertThat(estimate(runs, Metric.WAIT_LONGEST).mean())
        .isCloseTo(365 / 2.0 * day, within(400.0));
    assertThat(estimate(runs, Metric.QUEUE_MEAN).mean()).isCloseTo(365 / 2.0, within(15.0));
    assertThat(estimate(runs, Metric.QUEUE_MOST).mean()).isCloseTo(365, within(20.0));
    assertThat(estimate(runs, Metric.QUEUED_SHARE).mean()).isGreaterThan(0.98);
    assertThat(estimate(runs, Metric.PLACES_SHARE).mean()).isGreaterThan(0.98);
  }

  @Test
  void the_end_makes_nobody_seem_punctual() {
    // Half of the contacts come within two weeks. Of those referred in the last two of four weeks,
    // only the ones who were contacted are known to be on time or not.
    Scenario month =
        Scenario.of("month", START, 1, Referrals.perMonth(60))
            .supportedBy(supporters("anybody", 1, "any", 1_000))
            .contacting(
                Contact.within(Duration.ofDays(14)).after(Lognormal.of(Duration.ofDays(14), 0.5)));
    TalkSource quick = (seed, number) -> new TalkSource.Talk(0, false, false);

    List<RunResult> runs = runs(month, quick, 400);

    assertThat(estimate(runs, Metric.WITHIN_LIMIT).mean()).isCloseTo(0.5, within(0.02));
    assertThat(estimate(runs, Metric.WAIT_MEDIAN).mean()).isCloseTo(14 * 24, within(15.0));
  }

  @Test
  void nobody_is_late_or_on_time_while_the_limit_lasts() {
    Scenario month =
        Scenario.of("month", START, 1, Referrals.perMonth(60))
            .supportedBy(supporters("anybody", 1, "any", 1_000))
            .contacting(Contact.within(Duration.ofDays(31)));

    assertThat(runs(month, HOURLY, 1).get(0).value(Metric.WITHIN_LIMIT)).isNaN();
  }

  @Test
  void what_a_group_has_to_do_is_what_its_supporters_have_to_do() {
    ProgrammeSummary summary = ProgrammeSimulation.of(busy, UsualTalk.chain(), 11).run(20);

    assertThat(summary.groups()).hasSize(2);
    GroupLoad medicine = summary.groups().get(0);
    GroupLoad surgery = summary.groups().get(1);
    assertThat(medicine.group()).isEqualTo(busy.supporters().get(0));
    assertThat(medicine.cases().mean())
        .isCloseTo(
            summary.supporters().get(0).cases().mean() + summary.supporters().get(1).cases().mean(),
            within(1e-9));
    assertThat(surgery.cases()).isEqualTo(summary.supporters().get(2).cases());
    assertThat(surgery.busyShare()).isEqualTo(summary.supporters().get(2).busyShare());
    // Four places and three.
    assertThat((4 * medicine.placesShare().mean() + 3 * surgery.placesShare().mean()) / 7)
        .isCloseTo(summary.estimate(Metric.PLACES_SHARE).mean(), within(1e-9));
    assertThat(medicine.placesShare().mean()).isGreaterThan(surgery.placesShare().mean());
  }

  @Test
  void a_difference_is_taken_from_run_to_run() {
    Scenario more = busy.supportedBy(supporters("anybody", 9, "medicine", 5));
    ProgrammeSummary few = ProgrammeSimulation.of(busy, UsualTalk.chain(), 11).run(20);
    ProgrammeSummary many = ProgrammeSimulation.of(more, UsualTalk.chain(), 11).run(20);

    Estimate referred = many.difference(Metric.REFERRED, few);
    Estimate wait = many.difference(Metric.WAIT_MEAN, few);

    assertThat(List.of(referred.mean(), referred.from(), referred.to())).containsOnly(0.0);
    assertThat(wait.mean())
        .isCloseTo(
            many.estimate(Metric.WAIT_MEAN).mean() - few.estimate(Metric.WAIT_MEAN).mean(),
            within(1e-9));
    assertThat(wait.high()).isLessThan(0);
    ProgrammeSummary other = ProgrammeSimulation.of(more, UsualTalk.chain(), 12).run(20);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> other.difference(Metric.REFERRED, few))
        .withMessageContaining("the same seed");
  }

  @Test
  void the_number_of_threads_makes_no_difference() {
    ProgrammeSummary one = ProgrammeSimulation.of(busy, UsualTalk.chain(), 11).run(40);
    ProgrammeSummary three =
        ProgrammeSimulation.of(busy, UsualTalk.chain(), 11).run(40, 3, ForkJoinPool.commonPool());

    assertThat(three.estimates()).isEqualTo(one.estimates());
    assertThat(three.supporters()).isEqualTo(one.supporters());
    assertThat(ProgrammeSimulation.of(busy, UsualTalk.chain(), 12).run(40).estimates())
        .isNotEqualTo(one.estimates());
  }

  @Test
  void runs_can_be_watched_and_are_at_least_one() {
    ProgrammeSimulation simulation = ProgrammeSimulation.of(busy, UsualTalk.chain(), 11);

    assertThat(simulation.run(3).runs()).isEqualTo(3);
    assertThat(simulation.done()).isEqualTo(3);
    assertThatIllegalArgumentException().isThrownBy(() -> simulation.run(0));
    assertThatIllegalArgumentException().isThrownBy(() -> simulation.run(1, 0, Runnable::run));
  }

  @Test
  void scenarios_that_differ_in_their_supporters_have_the_same_referrals() {
    Scenario more = busy.supportedBy(supporters("anybody", 9, "medicine", 5));

    ProgrammeSummary few = ProgrammeSimulation.of(busy, UsualTalk.chain(), 11).run(20);
    ProgrammeSummary many = ProgrammeSimulation.of(more, UsualTalk.chain(), 11).run(20);

    assertThat(many.estimate(Metric.REFERRED)).isEqualTo(few.estimate(Metric.REFERRED));
    assertThat(many.estimate(Metric.WAIT_MEAN).mean())
        .isLessThan(few.estimate(Metric.WAIT_MEAN).mean());
  }

  @ParameterizedTest
  @EnumSource(Pairing.class)
  void people_are_paired_as_the_protocol_says(Pairing pairing) {
    Scenario scenario =
        busy.from(new Department("medicine", 1))
            .supportedBy(
                supporters("medicine", 1, "medicine", 50), supporters("surgery", 1, "surgery", 50));

    List<SupporterLoad> loads =
        ProgrammeSimulation.of(scenario, Programmes.paired(pairing), 1).run(10).supporters();

    assertThat(loads.get(0).cases().mean() > 0).isEqualTo(pairing != Pairing.DIFFERENT);
    assertThat(loads.get(1).cases().mean() > 0).isEqualTo(pairing != Pairing.SAME);
  }

  @Test
  void who_waits_for_a_department_is_not_overtaken_by_who_fits_nobody() {
    // One supporter each, and each supports one person at a time, for a month.
    TalkSource lasting = (seed, number) -> new TalkSource.Talk(30 * 24 * HOUR, false, false);
    Scenario scenario =
        busy.from(new Department("medicine", 1), new Department("surgery", 1))
            .supportedBy(
                supporters("medicine", 1, "medicine", 1), supporters("surgery", 1, "surgery", 1))
            .contacting(Contact.within(Duration.ofDays(2)))
            .talking(Talks.one("talk", "short"));
    Plan plan = new Plan(scenario, Programmes.paired(Pairing.SAME).protocol());

    RunResult run = new ProgrammeRun(plan, lasting, 5).run();

    // 730 days hold 24 such conversations and the beginning of another, less the first wait.
    assertThat(run.loads()).allMatch(load -> load.cases() >= 24 && load.cases() <= 25);
    assertThat(run.loads()).allMatch(load -> load.busyShare() > 0.9 && load.busyShare() <= 1);
  }

  @Test
  void supporters_who_are_alike_have_alike_to_do() {
    Scenario scenario = busy.supportedBy(supporters("anybody", 4, "medicine", 5));

    List<SupporterLoad> loads =
        ProgrammeSimulation.of(scenario, UsualTalk.chain(), 1).run(50).supporters();

    double most = loads.stream().mapToDouble(load -> load.cases().mean()).max().orElseThrow();
    double least = loads.stream().mapToDouble(load -> load.cases().mean()).min().orElseThrow();
    assertThat(most - least).isLessThan(2);
  }

  @Test
  void a_contact_comes_in_the_supporters_hours_only() {
    Scenario mondays =
        Scenario.of("mondays", START, 12, Referrals.perMonth(3))
            .supportedBy(
                new SupporterGroup(
                    "one", 1, "any", List.of(OpenHours.of(9, 10, DayOfWeek.MONDAY)), 100));
    TalkSource quick = (seed, number) -> new TalkSource.Talk(60_000, false, false);

    List<RunResult> runs = runs(mondays, quick, 100);

    // Somebody who comes at any time of the week waits half a week, but for the hour itself.
    assertThat(estimate(runs, Metric.WAIT_MEAN).mean()).isCloseTo(83.5, within(2.0));
    assertThat(estimate(runs, Metric.WAIT_LONGEST).to()).isLessThan(169);
    assertThat(estimate(runs, Metric.BUSY_SHARE).mean()).isCloseTo(36 / 52.0 / 60, within(0.001));
  }

  @Test
  void who_is_in_the_last_conversation_at_the_end_is_still_being_supported() {
    TalkSource decades = (seed, number) -> new TalkSource.Talk(200_000 * HOUR, false, false);
    Scenario scenario =
        busy.supportedBy(supporters("anybody", 2, "medicine", 50))
            .contacting(Contact.within(Duration.ofDays(2)))
            .talking(Talks.one("p", "b"));

    RunResult run = runs(scenario, decades, 1).get(0);

    assertThat(run.value(Metric.SUPPORTED)).isEqualTo(2);
    assertThat(run.value(Metric.UNDER_WAY)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 24 * 60})
  void the_time_outside_the_hours_is_no_share_of_them(int minutes) {
    // Whoever waits is met when the hours begin, and stays for two days.
    TalkSource twoDays = (seed, number) -> new TalkSource.Talk(48 * HOUR, false, false);
    Scenario mondays =
        busy.referring(Referrals.perMonth(30))
            .supportedBy(
                new SupporterGroup(
                    "one",
                    1,
                    "any",
                    List.of(new OpenHours(List.of(DayOfWeek.MONDAY), 0, minutes)),
                    100))
            .contacting(Contact.within(Duration.ofDays(2)))
            .talking(Talks.one("p", "b"));

    for (RunResult run : runs(mondays, twoDays, 10)) {
      RunResult.Load load = run.loads().get(0);
      assertThat(load.hours()).isBetween(100 * 48.0, 105 * 48.0);
      assertThat(load.busyShare()).isBetween(0.95, 1.0);
      assertThat(run.value(Metric.BUSY_SHARE)).isEqualTo(load.busyShare());
      assertThat(run.value(Metric.BUSIEST_SHARE)).isEqualTo(load.busyShare());
    }
  }

  @Test
  void no_interval_reaches_beyond_what_is_possible() {
    // In two short runs with hardly anybody, intervals are wide.
    Scenario quiet =
        Scenario.of("quiet", START, 1, Referrals.perMonth(2))
            .supportedBy(supporters("anybody", 2, "medicine", 1))
            .contacting(Contact.within(Duration.ofDays(2)).after(WEEK).declined(0.5))
            .talking(Talks.one("p", "b").another(0.3, WEEK));

    for (int seed = 0; seed < 50; seed++) {
      ProgrammeSummary summary = ProgrammeSimulation.of(quiet, UsualTalk.chain(), seed).run(2);
      summary
          .estimates()
          .forEach(
              (metric, estimate) -> {
                boolean perPerson = metric.wireName().startsWith("conversations-");
                double most = metric.unit() == MetricUnit.SHARE ? 1 : Double.POSITIVE_INFINITY;
                assertWithin(estimate, perPerson ? 1 : 0, most);
              });
      for (SupporterLoad load : summary.supporters()) {
        assertWithin(load.cases(), 0, Double.POSITIVE_INFINITY);
        assertWithin(load.hours(), 0, Double.POSITIVE_INFINITY);
        assertWithin(load.busyShare(), 0, 1);
      }
    }
  }

  private static void assertWithin(Estimate estimate, double least, double most) {
    if (estimate.runs() > 1) {
      assertThat(estimate.low()).isBetween(least, estimate.mean());
      assertThat(estimate.high()).isBetween(estimate.mean(), most);
    }
  }

  @Test
  void who_declines_in_the_first_conversation_has_declined() {
    TalkSource first = (seed, number) -> new TalkSource.Talk(HOUR, true, true);

    RunResult run = runs(busy, first, 1).get(0);

    assertThat(run.value(Metric.DECLINED_SHARE)).isEqualTo(1);
    assertThat(run.value(Metric.SUPPORTED)).isZero();
    assertThat(run.value(Metric.REFERRED_ON)).isZero();
    assertThat(run.value(Metric.CONVERSATIONS_MEAN)).isNaN();
  }

  @Test
  void as_many_conversations_follow_as_the_probability_says() {
    Scenario free =
        busy.supportedBy(supporters("anybody", 50, "medicine", 50))
            .talking(Talks.one("p", "b").another(0.6, Lognormal.of(Duration.ofHours(1), 0)));

    List<RunResult> runs = runs(free, HOURLY, 100);

    assertThat(estimate(runs, Metric.CONVERSATIONS_MEAN).mean()).isCloseTo(2.5, within(0.05));
    assertThat(estimate(runs, Metric.CONVERSATIONS_MEDIAN).mean()).isCloseTo(2, within(0.05));
    assertThat(estimate(runs, Metric.DECLINED_SHARE).mean()).isCloseTo(0.2, within(0.01));
  }

  @Test
  void as_many_conversations_follow_as_the_weights_say() {
    Scenario free =
        busy.supportedBy(supporters("anybody", 50, "medicine", 50))
            .talking(new Talks("p", "b", 0, List.of(1.0, 0.0, 3.0), Optional.empty(), List.of()));

    List<RunResult> runs = runs(free, HOURLY, 100);

    assertThat(estimate(runs, Metric.CONVERSATIONS_MEAN).mean()).isCloseTo(2.5, within(0.05));
    assertThat(estimate(runs, Metric.CONVERSATIONS_MOST).to()).isEqualTo(3);
    assertThat(estimate(runs, Metric.CONVERSATIONS_MEDIAN).from()).isEqualTo(3);
  }

  @Test
  void who_accepts_what_counts_is_referred_on() {
    Scenario none =
        busy.talking(
            new Talks("p", "b", 0, List.of(), Optional.empty(), List.of("emergency-care")));

    double any =
        ProgrammeSimulation.of(busy, UsualTalk.chain(), 1)
            .run(20)
            .estimate(Metric.REFERRED_ON_SHARE)
            .mean();
    assertThat(any).isBetween(0.5, 0.9);
    assertThat(
            ProgrammeSimulation.of(none, UsualTalk.chain(), 1)
                .run(20)
                .estimate(Metric.REFERRED_ON_SHARE)
                .mean())
        .isZero();
  }
}
