package org.peersupport.simulation.estimation;

import java.util.Arrays;
import java.util.List;

/**
 * The MM algorithm (minorisation, maximisation) for weights of maximum likelihood in Luce's choice
 * model: of the set <i>S</i>, <i>c</i> is chosen with probability w(c) / Σ w over <i>S</i>.
 *
 * <p>A round makes each weight how often it was chosen over the sum, for the sets that it is in, of
 * how often each was what could be chosen over the weights in it. That never makes the observed
 * less likely. Where sets hardly overlap it takes tens of thousands of rounds, so two of them are
 * followed by a leap along the way that they went, which is kept if it makes the observed no less
 * likely than they do.
 *
 * <p>Source: D. R. Hunter, MM algorithms for generalized Bradley-Terry models, Annals of Statistics
 * 32(1), 2004; R. Varadhan, C. Roland, Simple and globally convergent methods for accelerating the
 * convergence of any EM algorithm, Scandinavian Journal of Statistics 35(2), 2008, steplength S3.
 */
final class MmAlgorithm {
  /** So many leaps are made at most. */
  static final int MOST_LEAPS = 10_000;

  /** No more leaps are made when a round changes no weight by more than this part of it. */
  static final double SETTLED = 1e-12;

  /**
   * After the last leap the weights are found if a round changes none by more than this part of it:
   * then each choice is to be expected as often as it was made, within the same part.
   */
  static final double CLOSE = 1e-5;

  private final double[] made;
  private final List<ChoiceSet> sets;
  private final double sum;
  private double[] weights;
  private double change = Double.POSITIVE_INFINITY;

  /** The places of what could be chosen, and how often just that could be. */
  static final class ChoiceSet {
    private final int[] indices;
    private final double times;

    ChoiceSet(int[] indices, double times) {
      this.indices = indices;
      this.times = times;
    }

    /** Not to be written to. */
    int[] places() {
      return indices;
    }

    double times() {
      return times;
    }

    private double whole(double[] weights) {
      double whole = 0;
      for (int index : indices) {
        whole += weights[index];
      }
      return whole;
    }
  }

  private MmAlgorithm(double[] made, List<ChoiceSet> sets) {
    this.made = made;
    this.sets = sets;
    this.sum = Arrays.stream(made).sum();
    this.weights = made.clone();
    for (int leap = 0; leap < MOST_LEAPS && change > SETTLED; leap++) {
      leap();
    }
  }

  /**
   * The weights, with the sum of what was made.
   *
   * @param made by place: how often it was chosen, more than 0
   * @param sets each with a place at least
   */
  static MmAlgorithm of(double[] made, List<ChoiceSet> sets) {
    return new MmAlgorithm(made, sets);
  }

  double weight(int index) {
    return weights[index];
  }

  /** Whether they were found, or still changed after the last round. */
  boolean isSettled() {
    return change <= CLOSE;
  }

  private void leap() {
    double[] once = round(weights);
    double[] twice = round(once);
    double[] way = logarithms(once, weights);
    double[] bend = logarithms(twice, once);
    for (int index = 0; index < bend.length; index++) {
      bend[index] -= way[index];
    }
    change = Arrays.stream(way).map(Math::abs).max().orElse(0);
    double length = Math.sqrt(square(way) / square(bend));
    // The leap of length 1 is two rounds. NaN and infinity come of weights that are there already.
    if (change <= SETTLED || !(length > 1 && length < Double.POSITIVE_INFINITY)) {
      weights = twice;
      return;
    }
    double[] far = new double[way.length];
    for (int index = 0; index < far.length; index++) {
      double exponent = length * (2 * way[index] + length * bend[index]);
      far[index] = weights[index] * StrictMath.exp(exponent);
    }
    far = round(far);
    weights = logLikelihood(far) >= logLikelihood(twice) ? far : twice;
  }

  private double[] round(double[] from) {
    double[] shares = new double[from.length];
    for (ChoiceSet set : sets) {
      double share = set.times / set.whole(from);
      for (int index : set.indices) {
        shares[index] += share;
      }
    }
    double[] to = new double[from.length];
    double whole = 0;
    for (int index = 0; index < to.length; index++) {
      to[index] = made[index] / shares[index];
      whole += to[index];
    }
    for (int index = 0; index < to.length; index++) {
      to[index] *= sum / whole;
    }
    return to;
  }

  private static double[] logarithms(double[] above, double[] below) {
    double[] logarithms = new double[above.length];
    for (int index = 0; index < above.length; index++) {
      logarithms[index] = StrictMath.log(above[index] / below[index]);
    }
    return logarithms;
  }

  private static double square(double[] vector) {
    double square = 0;
    for (double each : vector) {
      square += each * each;
    }
    return square;
  }

  /** NaN, or minus infinity, for weights that doubles cannot hold. */
  private double logLikelihood(double[] at) {
    double likelihood = 0;
    for (int index = 0; index < at.length; index++) {
      likelihood += made[index] * StrictMath.log(at[index]);
    }
    for (ChoiceSet set : sets) {
      likelihood -= set.times * StrictMath.log(set.whole(at));
    }
    return likelihood;
  }
}
