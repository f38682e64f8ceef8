package org.peersupport.simulation;

import java.math.BigInteger;

/**
 * The means of a quantity under two variants whose sessions go in pairs. Immutable.
 *
 * @param first under the first variant
 * @param other under the other one
 * @param products the sum over pairs of the product of the two, exact
 */
record PairedMean(SampleMean first, SampleMean other, BigInteger products) {
  /**
   * How it differs within a pair: the other less the first. Its interval is the paired one, which
   * knows how alike the two sessions of a pair are.
   */
  SampleMean differences() {
    return new SampleMean(
        first.count(),
        other.sum().subtract(first.sum()),
        first.squares().add(other.squares()).subtract(products.shiftLeft(1)));
  }

  ComparedFigure.PairedDifference difference(double exact) {
    SampleMean differences = differences();
    double ofFirst = first.standardDeviation();
    double ofOther = other.standardDeviation();
    double unpaired = ofFirst * ofFirst + ofOther * ofOther;
    double paired = differences.standardDeviation();
    return new ComparedFigure.PairedDifference(
        differences.mean(),
        differences.low(),
        differences.high(),
        exact,
        differences.mean() / StrictMath.sqrt(unpaired / 2),
        unpaired / (paired * paired));
  }
}
