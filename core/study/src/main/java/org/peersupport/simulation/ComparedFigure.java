package org.peersupport.simulation;

import java.util.List;

/**
 * One figure under several variants, and how the others differ from the first. Immutable.
 *
 * @param quantity what is told
 * @param of of what: a reason, an element, a rule or an activity as it is written; empty where the
 *     quantity is of whole sessions. What a variant does not have happens to it 0 times
 * @param values by variant
 * @param differences by variant after the first
 */
public record ComparedFigure(
    Quantity quantity, String of, List<Value> values, List<PairedDifference> differences) {
  /** Checks nothing; the lists are copied. */
  public ComparedFigure {
    values = List.copyOf(values);
    differences = List.copyOf(differences);
  }

  /**
   * A figure under one variant.
   *
   * @param estimate a mean or a share of the sessions that were drawn
   * @param low the lower end of its 95 % interval
   * @param high the upper end of it
   * @param exact what was worked out; NaN when that was not asked for
   */
  public record Value(double estimate, double low, double high, double exact) {}

  /**
   * How far a figure is from that of the first variant.
   *
   * @param estimate the variant's less the first one's
   * @param low the lower end of the paired 95 % interval: Newcombe's method 10 for shares, the
   *     normal approximation for means
   * @param high the upper end of it
   * @param exact the difference that was worked out; NaN when that was not asked for
   * @param effect the effect size. For shares Cohen's h, the difference of 2 arcsin √share; for
   *     means the difference in units of the root mean square of both standard deviations (Cohen's
   *     d as G. Cumming, Understanding the New Statistics, 2012, chapter 11, has it for pairs). NaN
   *     when neither varies and both are the same, infinite when they are not
   * @param reduction how many times smaller the variance of the difference is than that of as many
   *     unpaired sessions; infinite when all pairs differ by the same, NaN when nothing varies
   */
  public record PairedDifference(
      double estimate, double low, double high, double exact, double effect, double reduction) {}
}
