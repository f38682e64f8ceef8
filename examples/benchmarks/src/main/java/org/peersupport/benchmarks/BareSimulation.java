package org.peersupport.benchmarks;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.peersupport.benchmarks.HandChain.Step;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.Lognormal;

/**
 * The bare limit of a simulation: a splittable generator drives an exact alias table over arrays of
 * the same size. It counts the sessions that are closed, and their time at most: no activities, no
 * rules, no refusals, no quantiles.
 */
final class BareSimulation {
  private static final int IN_FLIGHT = 8;
  private static final int WIDTH_BITS = 4;
  private static final int WIDTH_MASK = (1 << WIDTH_BITS) - 1;
  private static final int THRESHOLD_SHIFT = 11;

  /** By slot: below it is the slot's own choice, above it the alias; 53 bits. */
  private final long[] thresholds;

  /**
   * By slot, its own and then the alias: the next state as the place of its row and the logarithm
   * of its width, or negative.
   */
  private final int[] targets;

  private final double[] logMedians;
  private final double[] sigmas;
  private final int start;

  BareSimulation(Behaviour behaviour) {
    HandChain chain = new HandChain(behaviour);
    int[] rows = new int[chain.states()];
    int slots = 0;
    for (int s = 0; s < rows.length; s++) {
      int bits = Integer.SIZE - Integer.numberOfLeadingZeros(chain.steps(s).size() - 1);
      rows[s] = slots << WIDTH_BITS | bits;
      slots += 1 << bits;
    }
    start = rows[0];
    thresholds = new long[slots];
    targets = new int[2 * slots];
    logMedians = new double[2 * slots];
    sigmas = new double[2 * slots];
    for (int s = 0; s < rows.length; s++) {
      fill(chain, s, rows, behaviour);
    }
  }

  /** Vose's method, by hand. */
  private void fill(HandChain chain, int s, int[] rows, Behaviour behaviour) {
    int begin = rows[s] >> WIDTH_BITS;
    int width = 1 << (rows[s] & WIDTH_MASK);
    int size = chain.steps(s).size();
    double[] left = new double[width];
    int[] aliases = new int[width];
    double[] own = new double[width];
    for (int i = 0; i < size; i++) {
      left[i] = chain.steps(s).get(i).probability() * width;
    }
    Arrays.fill(own, 1);
    boolean[] done = new boolean[width];
    for (int round = 0; round < width; round++) {
      int least = -1;
      int most = -1;
      for (int i = 0; i < width; i++) {
        least = !done[i] && (least < 0 || left[i] < left[least]) ? i : least;
        most = !done[i] && (most < 0 || left[i] > left[most]) ? i : most;
      }
      done[least] = true;
      own[least] = least == most ? 1 : left[least];
      aliases[least] = most;
      left[most] -= 1 - own[least];
    }
    for (int i = 0; i < width; i++) {
      thresholds[begin + i] = (long) (own[i] * 0x1p53);
      put(2 * (begin + i), chain, chain.steps(s).get(Math.min(i, size - 1)), rows, behaviour);
      put(2 * (begin + i) + 1, chain, chain.steps(s).get(aliases[i]), rows, behaviour);
    }
  }

  private void put(int at, HandChain chain, Step step, int[] rows, Behaviour behaviour) {
    targets[at] = step.target() < 0 ? step.target() : rows[step.target()];
    Lognormal time = behaviour.durations().get(chain.text(step.activity()));
    logMedians[at] = time == null ? Double.NaN : Math.log((double) time.median().toMillis());
    sigmas[at] = time == null ? 0 : time.sigma();
  }

  private int draw(int state, long bits) {
    int slot = (state >> WIDTH_BITS) + ((int) bits & (1 << (state & WIDTH_MASK)) - 1);
    return 2 * slot + (bits >>> THRESHOLD_SHIFT < thresholds[slot] ? 0 : 1);
  }

  /** How many sessions are closed. */
  long closed(long from, long to) {
    long closed = 0;
    for (long session = from; session < to; session++) {
      long random = Splittable.start(session);
      int state = start;
      do {
        random += Splittable.GAMMA;
        state = targets[draw(state, Splittable.mix(random))];
      } while (state >= 0);
      closed += state == HandChain.CLOSED ? 1 : 0;
    }
    return closed;
  }

  /** The same, with eight sessions at a time, so that one does not wait for the memory alone. */
  long closedInFlight(long from, long to) {
    long[] random = new long[IN_FLIGHT];
    int[] states = new int[IN_FLIGHT];
    Arrays.fill(states, start);
    long next = from;
    for (int i = 0; i < IN_FLIGHT; i++) {
      random[i] = Splittable.start(next++);
    }
    long closed = 0;
    while (next < to) {
      for (int i = 0; i < IN_FLIGHT; i++) {
        random[i] += Splittable.GAMMA;
        int state = targets[draw(states[i], Splittable.mix(random[i]))];
        if (state < 0) {
          closed += state == HandChain.CLOSED ? 1 : 0;
          random[i] = Splittable.start(next++);
          state = start;
        }
        states[i] = state;
      }
    }
    return closed;
  }

  /** How long all sessions take, in milliseconds. */
  double millis(long from, long to) {
    Splittable random = new Splittable();
    double millis = 0;
    for (long session = from; session < to; session++) {
      random.state = Splittable.start(session);
      int state = start;
      do {
        int at = draw(state, random.nextLong());
        state = targets[at];
        if (sigmas[at] > 0) {
          millis += Math.exp(logMedians[at] + sigmas[at] * random.nextGaussian());
        }
      } while (state >= 0);
    }
    return millis;
  }

  /**
   * {@link java.util.SplittableRandom} by hand, because an object of that is made for each session;
   * the normal distribution is the JDK's.
   */
  private static final class Splittable implements RandomGenerator {
    static final long GAMMA = 0x9E3779B97F4A7C15L;

    long state;

    static long start(long session) {
      return mix(session * GAMMA);
    }

    static long mix(long bits) {
      long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      return z ^ (z >>> 31);
    }

    @Override
    public long nextLong() {
      state += GAMMA;
      return mix(state);
    }
  }
}
