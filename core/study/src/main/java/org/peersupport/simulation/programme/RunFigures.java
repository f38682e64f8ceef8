package org.peersupport.simulation.programme;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What came of one run. Immutable.
 *
 * @param figures NaN where there is nothing to count, such as the wait when nobody was contacted
 * @param loads by supporter
 */
record RunFigures(Map<Figure, Double> figures, List<Load> loads) {
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

  double figure(Figure figure) {
    return figures.getOrDefault(figure, Double.NaN);
  }

  /**
   * @param queue those who wait for a place
   */
  static RunFigures of(Plan plan, List<Case> people, List<Load> loads, Level queue) {
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    referrals(plan, people, figures);
    waits(plan, people, figures);
    queue(plan.arrivals.end(), people, queue, figures);
    talks(people, figures);
    Load all = loads.stream().reduce(Load.NONE, Load::plus);
    figures.put(Figure.PLACES_SHARE, all.placesShare());
    figures.put(Figure.BUSY_SHARE, all.busyShare());
    figures.put(
        Figure.BUSIEST_SHARE, loads.stream().mapToDouble(Load::busyShare).max().orElse(Double.NaN));
    return new RunFigures(figures, loads);
  }

  private static void referrals(Plan plan, List<Case> people, Map<Figure, Double> figures) {
    double[] months = new double[plan.arrivals.months()];
    people.forEach(each -> months[plan.arrivals.month(each.referred)]++);
    Arrays.sort(months);
    figures.put(Figure.REFERRED, (double) people.size());
    figures.put(Figure.REFERRED_PER_MONTH, (double) people.size() / months.length);
    figures.put(Figure.REFERRED_LEAST, months[0]);
    figures.put(Figure.REFERRED_MOST, months[months.length - 1]);
  }

  private static void waits(Plan plan, List<Case> people, Map<Figure, Double> figures) {
    long end = plan.arrivals.end();
    long limit = plan.scenario.contact().limit().toMillis();
    // Of those who came later nobody knows yet whether they wait for longer than the limit.
    List<Case> judged = people.stream().filter(each -> end - each.referred > limit).toList();
    double within = judged.stream().filter(each -> isWithin(each, limit)).count();
    double contacted = people.stream().filter(each -> each.contacted >= 0).count();
    double declined = count(people, Progress.DECLINED);
    Waits waits = new Waits(people, end);
    figures.put(Figure.DECLINED, declined);
    figures.put(Figure.DECLINED_SHARE, declined / contacted);
    figures.put(Figure.WAITING, people.size() - contacted);
    figures.put(Figure.WAIT_MEAN, waits.mean() / HOUR);
    figures.put(Figure.WAIT_MEDIAN, waits.quantile(0.5) / HOUR);
    figures.put(Figure.WAIT_90, waits.quantile(0.9) / HOUR);
    figures.put(Figure.WAIT_LONGEST, waits.longest() / HOUR);
    figures.put(Figure.WITHIN_LIMIT, within / judged.size());
  }

  private static boolean isWithin(Case person, long limit) {
    return person.contacted >= 0 && person.contacted - person.referred <= limit;
  }

  private static void queue(long end, List<Case> people, Level queue, Map<Figure, Double> figures) {
    double queued = people.stream().filter(each -> each.queued).count();
    figures.put(Figure.QUEUED_SHARE, queued / people.size());
    figures.put(Figure.QUEUE_MEAN, (double) queue.area(end) / end);
    figures.put(Figure.QUEUE_MOST, (double) queue.most());
  }

  private static void talks(List<Case> people, Map<Figure, Double> figures) {
    double[] talks =
        people.stream()
            .filter(each -> each.talks > 0)
            .mapToDouble(each -> each.talks)
            .sorted()
            .toArray();
    double referredOn = count(people, Progress.REFERRED_ON);
    figures.put(Figure.SUPPORTED, (double) talks.length);
    figures.put(Figure.UNDER_WAY, (double) count(people, Progress.UNDER_WAY));
    figures.put(Figure.CONVERSATIONS, Arrays.stream(talks).sum());
    figures.put(Figure.CONVERSATIONS_MEAN, mean(talks));
    figures.put(Figure.CONVERSATIONS_MEDIAN, quantile(talks, 0.5));
    figures.put(Figure.CONVERSATIONS_LEAST, quantile(talks, 0));
    figures.put(Figure.CONVERSATIONS_MOST, quantile(talks, 1));
    figures.put(Figure.REFERRED_ON, referredOn);
    figures.put(Figure.REFERRED_ON_SHARE, referredOn / talks.length);
  }

  /** How far a person has come. */
  private enum Progress {
    DECLINED,
    REFERRED_ON,
    UNDER_WAY;

    boolean holds(Case person) {
      return switch (this) {
        case DECLINED -> person.declined;
        case REFERRED_ON -> person.referredOn;
        case UNDER_WAY -> person.talks > 0 && !person.over;
      };
    }
  }

  private static long count(List<Case> people, Progress progress) {
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
