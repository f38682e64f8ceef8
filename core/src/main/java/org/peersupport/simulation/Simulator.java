package org.peersupport.simulation;

/** Draws sessions one after the other and counts them. Not safe to share between threads. */
final class Simulator implements Batches.Worker {
  /** A session that has come so far is cut off. */
  static final int LONGEST = 1_000_000;

  /** No activity takes longer than this, which a sum of them all still holds. */
  static final double LONGEST_MILLIS = 1L << 42;

  private static final int CHOICES = 0;
  private static final int TIMES = 1;

  private final Sampler sampler;
  private final long seed;
  private final Counts counts;
  private final SplitMix64 random = new SplitMix64();
  private final SplitMix64 clock = new SplitMix64();

  Simulator(ConversationChain chain, Sampler sampler, long seed) {
    this.sampler = sampler;
    this.seed = seed;
    this.counts = new Counts(chain);
  }

  /** What was counted so far. */
  Counts counts() {
    return counts;
  }

  @Override
  public void draw(long session) {
    random.begin(seed, session, CHOICES);
    if (sampler.hasDurations) {
      clock.begin(seed, session, TIMES);
    }
    counts.begin();
    counts.over(walk());
  }

  /** Goes from state to state, and returns the last one or what is none. */
  private int walk() {
    Sampler s = sampler;
    int state = 0;
    while (true) {
      // One number for each step, whatever is refused: variants whose conversations agree keep
      // drawing the same ones.
      long bits = random.next();
      int row = s.states[4 * state];
      int place = s.draw(row, bits);
      int target = s.targets[s.states[4 * state + 1] + place];
      if (target <= ConversationChain.REFUSED) {
        counts.refused(ConversationChain.REFUSED - target);
        row = s.states[4 * state + 2];
        place = s.draw(row, SplitMix64.after(bits));
        target = s.targets[s.states[4 * state + 3] + place];
      }
      if (target < 0 || counts.length() == LONGEST) {
        return target;
      }
      int activity = s.choice(row, place);
      counts.happened(activity);
      if (s.hasDurations) {
        counts.took(activity, time(s, activity, clock.next()));
      }
      state = target;
    }
  }

  /** How long an activity takes, in whole milliseconds. */
  static long time(Sampler sampler, int activity, long bits) {
    double median = sampler.medians[activity];
    if (median < 0) {
      return 0;
    }
    double sigma = sampler.sigmas[activity];
    double millis = sigma == 0 ? median : median * StrictMath.exp(sigma * Normal.of(bits));
    return (long) StrictMath.rint(Math.min(millis, LONGEST_MILLIS));
  }
}
