package org.peersupport.simulation;

/** Draws sessions one after the other and counts them. Not safe to share between threads. */
final class Simulator {
  /** A session that has come so far is cut off. */
  static final int LONGEST = 1_000_000;

  /** No activity takes longer than this, which a sum of them all still holds. */
  static final double LONGEST_MILLIS = 1L << 42;

  private static final int CHOICES = 0;
  private static final int TIMES = 1;

  private final Sampler sampler;
  private final Counts counts;
  private final SplitMix64 random = new SplitMix64();
  private final SplitMix64 clock = new SplitMix64();

  Simulator(ConversationChain chain, Sampler sampler) {
    this.sampler = sampler;
    this.counts = new Counts(chain);
  }

  /** What was counted so far. */
  Counts counts() {
    return counts;
  }

  /** Draws sessions by their numbers. */
  void run(long seed, long from, long to) {
    for (long session = from; session < to; session++) {
      random.begin(seed, session, CHOICES);
      if (sampler.hasDurations) {
        clock.begin(seed, session, TIMES);
      }
      draw();
    }
  }

  private void draw() {
    Sampler s = sampler;
    long millis = s.hasDurations ? 0 : -1;
    int state = 0;
    while (true) {
      int row = s.states[4 * state];
      int place = s.draw(row, random.next());
      int target = s.targets[s.states[4 * state + 1] + place];
      if (target <= ConversationChain.REFUSED) {
        counts.refused(ConversationChain.REFUSED - target);
        row = s.states[4 * state + 2];
        place = s.draw(row, random.next());
        target = s.targets[s.states[4 * state + 3] + place];
      }
      if (target < 0 || counts.length() == LONGEST) {
        counts.over(target, millis);
        return;
      }
      int activity = s.choice(row, place);
      counts.happened(activity);
      if (s.hasDurations) {
        long took = time(s, activity, clock);
        millis += took;
        counts.took(activity, took);
      }
      state = target;
    }
  }

  /** How long an activity takes, in whole milliseconds. */
  static long time(Sampler sampler, int activity, SplitMix64 clock) {
    double median = sampler.medians[activity];
    if (median < 0) {
      return 0;
    }
    double sigma = sampler.sigmas[activity];
    double millis = sigma == 0 ? median : median * StrictMath.exp(sigma * Normal.draw(clock));
    return (long) StrictMath.rint(Math.min(millis, LONGEST_MILLIS));
  }
}
