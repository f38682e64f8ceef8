package org.peersupport.simulation.estimation;

/**
 * How well conversations that were held out are foretold by what was learnt from the others. Only
 * what came next is judged, not how long it took, and each time given what the protocol permitted
 * just then. Immutable.
 *
 * @param share the share of conversations that was to be held out
 * @param sessions how many were
 * @param activities how many activities they have; each ending counts as one
 * @param impossible how many of these have the probability 0; more than none only without smoothing
 * @param logLikelihood the natural logarithm of the probability of all of them together; minus
 *     infinity when one is impossible
 * @param choices how many different ones there are
 * @param evenly the natural logarithm if each choice that was permitted were always as likely as
 *     every other that was
 */
public record HeldOut(
    double share,
    long sessions,
    long activities,
    long impossible,
    double logLikelihood,
    int choices,
    double evenly) {

  /** The mean over the activities; NaN without any. */
  public double perActivity() {
    return activities == 0 ? Double.NaN : logLikelihood / activities;
  }

  /**
   * As if each activity were drawn evenly from so many: the exponential of minus the mean. Infinite
   * when one is impossible.
   */
  public double perplexity() {
    return StrictMath.exp(-perActivity());
  }

  /** The mean if each permitted choice were always as likely as every other one. */
  public double evenlyPerActivity() {
    return activities == 0 ? Double.NaN : evenly / activities;
  }

  /** The perplexity if each permitted choice were always as likely as every other one. */
  public double evenlyPerplexity() {
    return StrictMath.exp(-evenlyPerActivity());
  }
}
