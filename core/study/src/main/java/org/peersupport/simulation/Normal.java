package org.peersupport.simulation;

/**
 * Draws from the standard normal distribution by the ziggurat: 256 layers of equal area, of which
 * most draws need one look-up.
 *
 * <p>Sources: G. Marsaglia, W. W. Tsang, The ziggurat method for generating random variables,
 * Journal of Statistical Software 5(8), 2000; J. A. Doornik, An improved ziggurat method to
 * generate normal random samples, 2005, which draws the layer and the place from different bits.
 * The tables are made with {@link StrictMath}, so they are the same everywhere. No state of its
 * own.
 */
final class Normal {
  private static final int LAYERS = 256;

  /** Where the tail begins, and the area of a layer, for 256 layers (Marsaglia and Tsang). */
  private static final double TAIL = 3.654152885361009;

  private static final double AREA = 0.00492867323397466;
  private static final double UNIT = 0x1.0p-53;

  private static final double[] EDGES = new double[LAYERS + 1];
  private static final double[] HEIGHTS = new double[LAYERS + 1];

  static {
    EDGES[0] = AREA / density(TAIL);
    EDGES[1] = TAIL;
    for (int i = 2; i < LAYERS; i++) {
      EDGES[i] = StrictMath.sqrt(-2 * StrictMath.log(AREA / EDGES[i - 1] + density(EDGES[i - 1])));
    }
    EDGES[LAYERS] = 0;
    for (int i = 0; i <= LAYERS; i++) {
      HEIGHTS[i] = density(EDGES[i]);
    }
  }

  private Normal() {}

  private static double density(double x) {
    return StrictMath.exp(-x * x / 2);
  }

  /**
   * The number that follows from 64 random bits. Whatever else is needed, in one case of eighty,
   * follows from them too: whoever draws takes one number of its stream for each normal one.
   */
  static double of(long bits) {
    long each = bits;
    while (true) {
      int layer = (int) each & (LAYERS - 1);
      // The upper 54 bits, one of them the sign.
      double x = (each >> 10) * UNIT * EDGES[layer];
      if (Math.abs(x) < EDGES[layer + 1]) {
        return x;
      }
      each = SplitMix64.after(each);
      if (layer == 0) {
        return tail(each, x < 0);
      }
      double height = HEIGHTS[layer] + uniform(each) * (HEIGHTS[layer + 1] - HEIGHTS[layer]);
      if (height < density(x)) {
        return x;
      }
      each = SplitMix64.after(each);
    }
  }

  /** Beyond the last edge: Marsaglia's method for the tail, 1964. */
  private static double tail(long bits, boolean negative) {
    long each = bits;
    while (true) {
      double x = StrictMath.log(uniform(each)) / TAIL;
      each = SplitMix64.after(each);
      double y = StrictMath.log(uniform(each));
      if (-2 * y >= x * x) {
        return negative ? x - TAIL : TAIL - x;
      }
      each = SplitMix64.after(each);
    }
  }

  /** More than 0, at most 1. */
  private static double uniform(long bits) {
    return ((bits >>> 11) + 1) * UNIT;
  }
}
