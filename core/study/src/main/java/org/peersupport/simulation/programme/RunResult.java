package org.peersupport.simulation.programme;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The metrics and loads of one run. Immutable.
 *
 * @param values NaN where there is nothing to count, such as the wait when nobody was contacted
 * @param loads by supporter
 */
record RunResult(Map<Metric, Double> values, List<Load> loads) {
  private static final double HOUR = 3_600_000;

  /**
   * What a supporter had to do in this run. Immutable.
   *
   * @param cases how many people were matched with them
   * @param busy for how many milliseconds they were with people, within their hours or not
   * @param busyOpen for how many of them within their hours
   * @param open how many milliseconds their hours have
   * @param placed their places that were taken, times the milliseconds
   * @param places all their places, times the milliseconds
   */
  record Load(long cases, long busy, long busyOpen, long open, long placed, long places) {
    static final Load NONE = new Load(0, 0, 0, 0, 0, 0);

    Load plus(Load other) {
      return new Load(
          cases + other.cases,
          busy + other.busy,
          busyOpen + other.busyOpen,
          open + other.open,
          placed + other.placed,
          places + other.places);
    }

    double hours() {
      return busy / HOUR;
    }

    double busyShare() {
      return (double) busyOpen / open;
    }

    double placesShare() {
      return (double) placed / places;
    }
  }

  double value(Metric metric) {
    return values.getOrDefault(metric, Double.NaN);
  }

  /**
   * @param queue those who wait for a place
   */
  static RunResult of(
      Plan plan, List<ReferredPerson> people, List<Load> loads, TimeWeightedMean queue) {
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    referrals(plan, people, values);
    waits(plan, people, values);
    queue(plan.arrivals.end(), people, queue, values);
    talks(people, values);
    Load all = loads.stream().reduce(Load.NONE, Load::plus);
    values.put(Metric.PLACES_SHARE, all.placesShare());
    values.put(Metric.BUSY_SHARE, all.busyShare());
    values.put(
        Metric.BUSIEST_SHARE, loads.stream().mapToDouble(Load::busyShare).max().orElse(Double.NaN));
    return new RunResult(values, loads);
  }

  private static void referrals(
      Plan plan, List<ReferredPerson> people, Map<Metric, Double> values) {
    double[] months = new double[plan.arrivals.months()];
    people.forEach(each -> months[plan.arrivals.month(each.referred)]++);
    Arrays.sort(months);
    values.put(Metric.REFERRED, (double) people.size());
    values.put(Metric.REFERRED_PER_MONTH, (double) people.size() / months.length);
    values.put(Metric.REFERRED_LEAST, months[0]);
    values.put(Metric.REFERRED_MOST, months[months.length - 1]);
  }

  private static void waits(Plan plan, List<ReferredPerson> people, Map<Metric, Double> values) {
    long end = plan.arrivals.end();
    long limit = plan.scenario.contact().limit().toMillis();
    // Of those who came later nobody knows yet whether they wait for longer than the limit.
    List<ReferredPerson> judged =
        people.stream().filter(each -> end - each.referred > limit).toList();
    double within = judged.stream().filter(each -> isWithin(each, limit)).count();
    double contacted = people.stream().filter(each -> each.contacted >= 0).count();
    double declined = count(people, Progress.DECLINED);
    Waits waits = new Waits(people, end);
    values.put(Metric.DECLINED, declined);
    values.put(Metric.DECLINED_SHARE, declined / contacted);
    values.put(Metric.WAITING, people.size() - contacted);
    values.put(Metric.WAIT_MEAN, waits.mean() / HOUR);
    values.put(Metric.WAIT_MEDIAN, waits.quantile(0.5) / HOUR);
    values.put(Metric.WAIT_90, waits.quantile(0.9) / HOUR);
    values.put(Metric.WAIT_LONGEST, waits.longest() / HOUR);
    values.put(Metric.WITHIN_LIMIT, within / judged.size());
  }

  private static boolean isWithin(ReferredPerson person, long limit) {
    return person.contacted >= 0 && person.contacted - person.referred <= limit;
  }

  private static void queue(
      long end, List<ReferredPerson> people, TimeWeightedMean queue, Map<Metric, Double> values) {
    double queued = people.stream().filter(each -> each.queued).count();
    values.put(Metric.QUEUED_SHARE, queued / people.size());
    values.put(Metric.QUEUE_MEAN, (double) queue.area(end) / end);
    values.put(Metric.QUEUE_MOST, (double) queue.most());
  }

  private static void talks(List<ReferredPerson> people, Map<Metric, Double> values) {
    double[] talks =
        people.stream()
            .filter(each -> each.talks > 0)
            .mapToDouble(each -> each.talks)
            .sorted()
            .toArray();
    double referredOn = count(people, Progress.REFERRED_ON);
    values.put(Metric.SUPPORTED, (double) talks.length);
    values.put(Metric.UNDER_WAY, (double) count(people, Progress.UNDER_WAY));
    values.put(Metric.CONVERSATIONS, Arrays.stream(talks).sum());
    values.put(Metric.CONVERSATIONS_MEAN, mean(talks));
    values.put(Metric.CONVERSATIONS_MEDIAN, quantile(talks, 0.5));
    values.put(Metric.CONVERSATIONS_LEAST, quantile(talks, 0));
    values.put(Metric.CONVERSATIONS_MOST, quantile(talks, 1));
    values.put(Metric.REFERRED_ON, referredOn);
    values.put(Metric.REFERRED_ON_SHARE, referredOn / talks.length);
  }

  /** How far a person has come. */
  private enum Progress {
    DECLINED,
    REFERRED_ON,
    UNDER_WAY;

    boolean holds(ReferredPerson person) {
      return switch (this) {
        case DECLINED -> person.declined;
        case REFERRED_ON -> person.referredOn;
        case UNDER_WAY -> person.talks > 0 && !person.over;
      };
    }
  }

  private static long count(List<ReferredPerson> people, Progress progress) {
    return people.stream().filter(progress::holds).count();
  }

  private static double mean(double[] numbers) {
    double sum = 0;
    for (double each : numbers) {
      sum += each;
    }
    return sum / numbers.length;
  }

  /** The smallest number that at least this share of the sorted numbers does not exceed. */
  static double quantile(double[] sorted, double share) {
    int rank = Math.max(1, (int) Math.ceil(share * sorted.length));
    return sorted.length == 0 ? Double.NaN : sorted[rank - 1];
  }
}
