package org.peersupport.simulation;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/**
 * Solves the linear equations of an absorbing chain: how often states are visited, and what may be
 * expected from a state on.
 *
 * <p>Source: J. G. Kemeny, J. L. Snell, Finite Markov Chains, 1960, theorems 3.2.4 and 3.3.5. The
 * components of the chain are solved one after the other, so that each equation has only unknowns
 * of its own component; within one by Gauss-Seidel, which converges because some step leaves it (R.
 * S. Varga, Matrix Iterative Analysis, 1962, theorem 3.4). It ends when a sweep changes nothing by
 * more than {@value #PRECISION} of what there is.
 *
 * <p>How probable it is that a step leaves its state is added up from the steps that do: where
 * staying is nearly certain, one less its probability would have few digits left. Immutable.
 */
final class Equations {
  static final double PRECISION = 1e-14;

  /** A component that has not come to rest then loses people more slowly than anyone can wait. */
  private static final int MOST_SWEEPS = 1_000_000;

  private final Steps steps;
  private final Components components;

  Equations(Steps steps) {
    this.steps = steps;
    this.components = Components.of(steps);
  }

  /** How often each state is visited by a conversation that starts in state 0. */
  double[] visits() {
    double[] visits = new double[steps.states()];
    double[] arriving = new double[steps.states()];
    arriving[0] = 1;
    for (int c = components.count() - 1; c >= 0; c--) {
      int sweeps = 0;
      while (pass(c, visits, arriving)) {
        limit(++sweeps);
      }
    }
    return finite(visits);
  }

  /** Sends on what has arrived in a component; whether anything worth while is still under way. */
  private boolean pass(int c, double[] visits, double[] arriving) {
    boolean goesOn = false;
    for (int place = components.begin(c + 1) - 1; place >= components.begin(c); place--) {
      int s = components.state(place);
      double share = arriving[s];
      if (share > PRECISION * visits[s] && share > Double.MIN_NORMAL) {
        arriving[s] = 0;
        goesOn = true;
        double more = share / leaving(s);
        visits[s] += more;
        for (int step = steps.begin(s); step < steps.end(s); step++) {
          int target = steps.target(step);
          if (target >= 0 && target != s) {
            arriving[target] += more * steps.probability(step);
          }
        }
      }
    }
    return goesOn;
  }

  private double leaving(int s) {
    double leaving = 0;
    for (int step = steps.begin(s); step < steps.end(s); step++) {
      leaving += steps.target(step) == s ? 0 : steps.probability(step);
    }
    return leaving;
  }

  /**
   * What is to be expected from each state on.
   *
   * @param rewards by state: what a visit brings
   * @param goesOn by step: the state it leads to, or -1 when nothing more is counted then
   */
  double[] expected(IntToDoubleFunction rewards, IntUnaryOperator goesOn) {
    double[] expected = new double[steps.states()];
    double[] brought = new double[steps.states()];
    Arrays.setAll(brought, rewards);
    solve(s -> improve(s, expected, brought, goesOn));
    return finite(expected);
  }

  /**
   * Goes through the components until nothing changes any more.
   *
   * @param improve solves the equation of a state, and tells whether that changed anything
   */
  private void solve(IntPredicate improve) {
    for (int c = 0; c < components.count(); c++) {
      boolean isAlone = components.begin(c + 1) - components.begin(c) == 1;
      int sweeps = 0;
      boolean changes = true;
      while (changes) {
        limit(++sweeps);
        changes = false;
        for (int place = components.begin(c); place < components.begin(c + 1); place++) {
          changes |= improve.test(components.state(place));
        }
        changes &= !isAlone;
      }
    }
  }

  private boolean improve(int s, double[] expected, double[] brought, IntUnaryOperator goesOn) {
    double leaving = 0;
    double sum = brought[s];
    for (int step = steps.begin(s); step < steps.end(s); step++) {
      int target = goesOn.applyAsInt(step);
      leaving += target == s ? 0 : steps.probability(step);
      if (target >= 0 && target != s) {
        sum += steps.probability(step) * expected[target];
      }
    }
    double before = expected[s];
    expected[s] = sum / leaving;
    return Math.abs(expected[s] - before) > PRECISION * Math.abs(expected[s]);
  }

  /**
   * What is to be expected of acts from each state on, of many at once: most of the time goes into
   * fetching the steps, and that is the same for all of them.
   *
   * @param acts by choice: which of the acts it is, from 0 on; -1 for none of them
   * @param count how many acts
   * @param once whether it counts that it happens at all, or else how often
   * @return by state, and within a state by act
   */
  double[] ofActs(int[] acts, int count, boolean once) {
    Sweep sweep = new Sweep(acts, count, once);
    solve(sweep::improve);
    return finite(sweep.expected);
  }

  /** The unknowns of many acts, and the equation of one state. */
  private final class Sweep {
    private final int[] acts;
    private final int count;
    private final boolean once;
    private final double[] expected;
    private final double[] sums;

    /** By act: how much of what stays in the state is not followed any further. */
    private final double[] done;

    Sweep(int[] acts, int count, boolean once) {
      this.acts = acts;
      this.count = count;
      this.once = once;
      this.expected = new double[Math.multiplyExact(steps.states(), count)];
      this.sums = new double[count];
      this.done = new double[count];
    }

    boolean improve(int s) {
      Arrays.fill(sums, 0);
      Arrays.fill(done, 0);
      double leaving = 0;
      for (int step = steps.begin(s); step < steps.end(s); step++) {
        double p = steps.probability(step);
        int target = steps.target(step);
        leaving += target == s ? 0 : p;
        if (target >= 0 && target != s) {
          int at = target * count;
          for (int k = 0; k < count; k++) {
            sums[k] += p * expected[at + k];
          }
        }
        int own = acts[steps.choice(step)];
        if (own >= 0) {
          own(own, p, target, s);
        }
      }
      return solve(s, leaving);
    }

    /** The step is one of the acts: it counts, and where once is enough nothing after it. */
    private void own(int own, double p, int target, int s) {
      sums[own] += p;
      if (once && target == s) {
        done[own] += p;
      } else if (once && target >= 0) {
        sums[own] -= p * expected[target * count + own];
      }
    }

    private boolean solve(int s, double leaving) {
      boolean changes = false;
      for (int k = 0; k < count; k++) {
        double before = expected[s * count + k];
        double now = sums[k] / (leaving + done[k]);
        expected[s * count + k] = now;
        changes |= Math.abs(now - before) > PRECISION * Math.abs(now);
      }
      return changes;
    }
  }

  private static void limit(int sweeps) {
    if (sweeps > MOST_SWEEPS) {
      throw tooSlow();
    }
  }

  private static double[] finite(double[] numbers) {
    for (double number : numbers) {
      finite(number);
    }
    return numbers;
  }

  /**
   * A number that was worked out.
   *
   * @throws IllegalStateException if it is none, because what leaves some state was lost in the
   *     rounding
   */
  static double finite(double number) {
    if (!Double.isFinite(number)) {
      throw tooSlow();
    }
    return number;
  }

  private static IllegalStateException tooSlow() {
    return new IllegalStateException(
        "the chain comes to its end too slowly to be solved; give close or an end more weight");
  }
}
