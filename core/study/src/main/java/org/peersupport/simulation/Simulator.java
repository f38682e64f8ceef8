package org.peersupport.simulation;

/** Draws sessions one after the other and counts them. Not safe to share between threads. */
final class Simulator implements Batches.Worker {
  private final Walk walk;
  private final long seed;
  private final Counts counts;

  Simulator(ConversationChain chain, Sampler sampler, long seed) {
    this.walk = new Walk(sampler);
    this.seed = seed;
    this.counts = new Counts(chain);
  }

  /** What was counted so far. */
  Counts counts() {
    return counts;
  }

  @Override
  public long draw(long session) {
    counts.begin();
    counts.over(walk.through(seed, session, counts));
    return counts.length();
  }
}
