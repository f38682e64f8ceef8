package org.peersupport.simulation;

/**
 * The shares of sessions of which something is so under two variants whose sessions go in pairs.
 *
 * <p>Sources: R. G. Newcombe, Improved confidence intervals for the difference between binomial
 * proportions based on paired data, Statistics in Medicine 17, 1998, method 10; J. Cohen,
 * Statistical Power Analysis for the Behavioral Sciences, 1988, chapter 6 (the effect size h).
 * Immutable.
 *
 * @param first under the first variant
 * @param other under the other one
 * @param both in how many pairs it is so under both
 */
record PairedShare(SampleShare first, SampleShare other, long both) {
  double difference() {
    return other.share() - first.share();
  }

  /** The lower end of the 95 % interval of the difference. */
  double low() {
    return difference() - spread(other.share() - other.low(), first.high() - first.share());
  }

  /** The upper end of the 95 % interval of the difference. */
  double high() {
    return difference() + spread(other.high() - other.share(), first.share() - first.low());
  }

  private double spread(double ofOther, double ofFirst) {
    double squares = ofOther * ofOther - 2 * correlation() * ofOther * ofFirst + ofFirst * ofFirst;
    return StrictMath.sqrt(Math.max(0, squares));
  }

  /** Of the two within a pair, with Newcombe's correction for continuity. */
  private double correlation() {
    double n = first.whole();
    double one = first.part();
    double two = other.part();
    double scale = StrictMath.sqrt(one * (n - one) * two * (n - two));
    double excess = n * both - one * two;
    double corrected = excess > 0 ? Math.max(0, excess - n / 2) : excess;
    return scale == 0 ? 0 : corrected / scale;
  }

  ComparedFigure.PairedDifference difference(double exact) {
    return new ComparedFigure.PairedDifference(
        difference(), low(), high(), exact, effect(), unpaired() / paired());
  }

  private double effect() {
    return 2
        * (StrictMath.asin(StrictMath.sqrt(other.share()))
            - StrictMath.asin(StrictMath.sqrt(first.share())));
  }

  private double unpaired() {
    return first.share() * (1 - first.share()) + other.share() * (1 - other.share());
  }

  private double paired() {
    double unlike = first.part() + other.part() - 2.0 * both;
    return unlike / first.whole() - difference() * difference();
  }
}
