package org.peersupport.simulation;

/**
 * Goes through conversations of a chain, each of which follows from a seed and a number. Not safe
 * to share between threads.
 */
final class Walk {
  /** A conversation that has come so far is cut off. */
  static final int LONGEST = 1_000_000;

  private static final int CHOICES = 0;
  private static final int TIMES = 1;

  private final Sampler sampler;
  private final SplitMix64 random = new SplitMix64();
  private final SplitMix64 clock = new SplitMix64();

  /** Who is told what happens. */
  interface Listener {
    /** An attempt was refused; the numbers are those of the choice and of a reason of the chain. */
    void refused(int choice, int reason);

    /** Nothing that the behaviour says was permitted, so that an even draw decides. */
    default void drewEvenly() {}

    /** An activity happened and took so long. */
    void happened(int activity, long millis);
  }

  Walk(Sampler sampler) {
    this.sampler = sampler;
  }

  /**
   * Goes through a conversation.
   *
   * @return where it was over: one of a chain's targets that are no state; or the state in which it
   *     was cut off
   */
  int through(long seed, long number, Listener listener) {
    random.begin(seed, number, CHOICES);
    boolean timed = sampler.hasDurations();
    if (timed) {
      clock.begin(seed, number, TIMES);
    }
    int state = 0;
    for (int length = 0; ; length++) {
      // One number for each step, whatever is refused: variants whose conversations agree keep
      // drawing the same ones.
      long bits = random.next();
      if (sampler.drawsEvenly(state)) {
        listener.drewEvenly();
      }
      int drawn = sampler.draw(state, bits);
      int target = sampler.target(state, drawn);
      if (target <= ChainStructure.REFUSED) {
        listener.refused(Sampler.choice(drawn), ChainStructure.REFUSED - target);
        drawn = sampler.drawInstead(state, SplitMix64.after(bits));
        target = sampler.targetInstead(state, drawn);
      }
      if (target < 0 || length == LONGEST) {
        return target;
      }
      int activity = Sampler.choice(drawn);
      listener.happened(activity, timed ? sampler.time(activity, clock.next()) : 0);
      state = target;
    }
  }
}
