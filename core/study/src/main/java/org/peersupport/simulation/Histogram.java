package org.peersupport.simulation;

/**
 * Counts of numbers from 0 on, in buckets of which each power of two has 128: exact below 256, and
 * off by less than {@value #ERROR} of the number above. Counts add up in any order, so histograms
 * of parts merge without loss. Not safe to share between threads.
 *
 * <p>The idea of buckets that are linear within a power of two is that of G. Tene's HdrHistogram;
 * quantiles are those of the empirical distribution (R. J. Hyndman, Y. Fan, Sample quantiles in
 * statistical packages, The American Statistician 50(4), 1996, definition 1).
 */
final class Histogram {
  /** The largest relative error of a quantile: half a bucket. */
  static final double ERROR = 0.004;

  private static final int BITS = 7;
  private static final int EXACT = 1 << (BITS + 1);

  private final long[] counts = new long[(Long.SIZE - BITS) << BITS];
  private long total;

  void add(long number) {
    counts[bucket(number)]++;
    total++;
  }

  void add(Histogram other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    total += other.total;
  }

  private static int bucket(long number) {
    if (number < EXACT) {
      return (int) number;
    }
    int shift = Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(number);
    return (shift << BITS) + (int) (number >>> shift);
  }

  /** The middle of a bucket. */
  private static double middle(int bucket) {
    if (bucket < EXACT) {
      return bucket;
    }
    int shift = (bucket >> BITS) - 1;
    long first = (long) (bucket - (shift << BITS)) << shift;
    return first + ((1L << shift) - 1) / 2.0;
  }

  /**
   * The smallest number that at least this share of the numbers does not exceed.
   *
   * @param share more than 0, at most 1
   * @return NaN without numbers
   */
  double quantile(double share) {
    long rank = Math.max(1, (long) Math.ceil(share * total));
    long seen = 0;
    for (int i = 0; i < counts.length; i++) {
      seen += counts[i];
      if (seen >= rank && total > 0) {
        return middle(i);
      }
    }
    return Double.NaN;
  }
}
