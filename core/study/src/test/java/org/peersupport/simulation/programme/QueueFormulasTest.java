package org.peersupport.simulation.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.peersupport.simulation.programme.Programmes.START;
import static org.peersupport.simulation.programme.Programmes.estimate;
import static org.peersupport.simulation.programme.Programmes.perDay;
import static org.peersupport.simulation.programme.Programmes.runs;
import static org.peersupport.simulation.programme.Programmes.supporters;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peersupport.simulation.ConversationChain;
import org.peersupport.simulation.Draws;
import org.peersupport.simulation.Lognormal;
import org.peersupport.simulation.SampleMean;
import org.peersupport.simulation.Simulation;
import org.peersupport.simulation.UsualTalk;

/**
 * Programmes that are queues with a formula: L. Kleinrock, Queueing Systems 1, 1975, sections 3.5
 * and 5.6. A conversation takes an hour on average.
 */
class QueueFormulasTest {
  private static final long HOUR = 3_600_000;
  private static final int MONTHS = 24;
  private static final int RUNS = 12;

  private static final TalkSource EXPONENTIAL =
      (seed, number) ->
          new TalkSource.Talk(
              Math.round(Draws.of(seed, number, 20).exponential() * HOUR), false, false);

  /** Supporters who take one person at a time, at any hour; people wait for the programme. */
  private static Scenario queue(int servers, double load) {
    return Scenario.of("queue", START, MONTHS, perDay(24 * servers * load, MONTHS))
        .supportedBy(supporters("supporter", servers, "any", 1))
        .contacting(Contact.within(Duration.ofMillis(1)));
  }

  /** The probability to wait with so many servers, each busy for this share of the time. */
  private static double erlangC(int servers, double load) {
    double offered = servers * load;
    double term = 1;
    double sum = 1;
    for (int k = 1; k < servers; k++) {
      term *= offered / k;
      sum += term;
    }
    double last = term * offered / servers / (1 - load);
    return last / (sum + last);
  }

  private static void assertNear(Estimate estimate, double formula) {
    // Three standard errors, for this is one of many and the seed is one of many.
    double error = 1.5 * (estimate.high() - estimate.mean());
    assertThat(error).isLessThan(formula / 4);
    assertThat(formula).isBetween(estimate.mean() - error, estimate.mean() + error);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5", "1, 0.8", "2, 0.7", "3, 0.8", "8, 0.85"})
  void waits_are_those_of_erlang(int servers, double load) {
    List<RunResult> runs = runs(queue(servers, load), EXPONENTIAL, RUNS);

    double waiting = erlangC(servers, load);
    assertNear(estimate(runs, Metric.WAIT_MEAN), waiting / (servers * (1 - load)));
    assertNear(estimate(runs, Metric.WITHIN_LIMIT), 1 - waiting);
    assertNear(estimate(runs, Metric.BUSY_SHARE), load);
    assertNear(estimate(runs, Metric.PLACES_SHARE), load);
    assertNear(estimate(runs, Metric.QUEUE_MEAN), waiting * load / (1 - load));
    // Poisson arrivals see time averages.
    assertNear(estimate(runs, Metric.QUEUED_SHARE), waiting);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.8", "3, 0.9"})
  void as_many_people_wait_as_come_in_a_wait(int servers, double load) {
    // Little's law, run by run: the wait is taken from each person, the number from the clock. Here
    // nobody waits for anything but a place.
    for (RunResult run : runs(queue(servers, load), EXPONENTIAL, RUNS)) {
      double hours = 24.0 * (365 + 365);
      double perHour = run.value(Metric.REFERRED) / hours;
      double waiting = perHour * run.value(Metric.WAIT_MEAN);

      // The product differs by those who wait at the end, a few of more than ten thousand.
      assertThat(run.value(Metric.QUEUE_MEAN)).isCloseTo(waiting, withinPercentage(1));
    }
  }

  @Test
  void places_are_taken_for_as_long_as_people_are_supported() {
    // Three conversations of an hour, with two days between: 99 hours in a place, whoever comes.
    TalkSource hourly = (seed, number) -> new TalkSource.Talk(HOUR, false, false);
    Scenario scenario =
        Scenario.of("places", START, MONTHS, perDay(2, MONTHS))
            .supportedBy(supporters("few", 1, "any", 10), supporters("many", 2, "any", 10))
            .talking(
                new Talks(
                    "p",
                    "b",
                    0,
                    List.of(0.0, 0.0, 1.0),
                    Optional.of(Lognormal.of(Duration.ofDays(2), 0)),
                    List.of()));

    List<RunResult> runs = runs(scenario, hourly, RUNS);

    // By Little's law, in 30 places; a conversation that others stand in the way of is little
    // later.
    assertThat(estimate(runs, Metric.PLACES_SHARE).mean())
        .isCloseTo(2 / 24.0 * 99 / 30, withinPercentage(3));
  }

  @ParameterizedTest
  @CsvSource({"1, 0.54", "3, 0.8"})
  void as_many_people_are_being_supported_at_the_end_as_supporters_are_busy(
      int servers, double load) {
    // By Little's law, whatever the distribution. One month is long enough for the start to wear
    // off, and each run says something about one instant only.
    Scenario scenario =
        Scenario.of("queue", START, 1, perDay(24 * servers * load, 1))
            .supportedBy(supporters("supporter", servers, "any", 1))
            .contacting(Contact.within(Duration.ofMillis(1)));

    assertNear(estimate(runs(scenario, EXPONENTIAL, 400), Metric.UNDER_WAY), servers * load);
  }

  @Test
  void nine_in_ten_wait_no_longer_than_erlang_says() {
    List<RunResult> runs = runs(queue(3, 0.8), EXPONENTIAL, RUNS);

    double longest = Math.log(erlangC(3, 0.8) / 0.1) / (3 * (1 - 0.8));
    assertNear(estimate(runs, Metric.WAIT_90), longest);
  }

  @Test
  void with_conversations_that_all_take_the_same_time_the_wait_is_half_as_long() {
    TalkSource constant = (seed, number) -> new TalkSource.Talk(HOUR, false, false);

    List<RunResult> runs = runs(queue(1, 0.75), constant, RUNS);

    assertNear(estimate(runs, Metric.WAIT_MEAN), 0.75 / (2 * (1 - 0.75)));
  }

  @Test
  void the_wait_for_one_supporter_of_many_people_is_that_of_pollaczek_and_khinchine() {
    ConversationChain chain = UsualTalk.chain();
    SampleMean duration = Simulation.of(chain, 3).run(200_000).duration().orElseThrow();
    double mean = duration.mean() / HOUR;
    double squares = mean * mean + Math.pow(duration.standardDeviation() / HOUR, 2);
    double load = 0.6;
    // The supporter has room for everybody, so people wait for the supporter, not the programme.
    Scenario scenario =
        Scenario.of("queue", START, MONTHS, perDay(24 * load / mean, MONTHS))
            .supportedBy(supporters("supporter", 1, "any", 1_000));

    List<RunResult> runs = runs(scenario, new ChainTalks(chain, List.of()), RUNS);

    assertNear(estimate(runs, Metric.WAIT_MEAN), load / mean * squares / (2 * (1 - load)));
    assertNear(estimate(runs, Metric.BUSY_SHARE), load);
  }

  @Test
  void people_are_referred_as_the_table_says() {
    Scenario scenario =
        queue(1, 0.1)
            .referring(
                new Referrals(
                    IntStream.range(0, MONTHS)
                        .mapToObj(m -> m % 3 == 0 ? 0.0 : 20.0 * (m % 3))
                        .toList()));

    List<RunResult> runs = runs(scenario, EXPONENTIAL, 200);

    // In thrice eight months: none, 20 and 40 each.
    assertNear(estimate(runs, Metric.REFERRED), 8 * 60);
    assertThat(estimate(runs, Metric.REFERRED_LEAST).to()).isZero();
    // A Poisson number has the variance of its mean.
    double[] numbers = runs.stream().mapToDouble(run -> run.value(Metric.REFERRED)).toArray();
    double mean = Arrays.stream(numbers).average().orElseThrow();
    double variance = Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum() / 199;
    assertThat(variance).isBetween(0.7 * 480, 1.4 * 480);
  }
}
