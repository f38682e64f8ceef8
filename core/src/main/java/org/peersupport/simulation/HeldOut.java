package org.peersupport.simulation;

/**
 * How well conversations that were held out are foretold by what was learnt from the others. Only
 * what came next is judged, not how long it took, and without the help of the protocol's refusals.
 * Immutable.
 *
 * @param share the share of conversations that was to be held out
 * @param sessions how many were
 * @param activities how many activities they have; each ending counts as one
 * @param impossible how many of these have the probability 0; more than none only without smoothing
 * @param logLikelihood the natural logarithm of the probability of all of them together; minus
 *     infinity when one is impossible
 * @param choices how many different ones there are
 */
public record HeldOut(
    double share,
    long sessions,
    long activities,
    long impossible,
    double logLikelihood,
    int choices) {

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

  /** The mean if every choice were always as likely as every other. */
  public double evenlyPerActivity() {
    return activities == 0 ? Double.NaN : -StrictMath.log(choices);
  }

  /** The perplexity if every choice were always as likely as every other: their number. */
  public double evenlyPerplexity() {
    return activities == 0 ? Double.NaN : choices;
  }
}
