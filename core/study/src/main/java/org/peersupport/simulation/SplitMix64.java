package org.peersupport.simulation;

/**
 * Random numbers that follow from a seed, the number of a session and a purpose alone, so that it
 * does not matter which thread asks for them, or when.
 *
 * <p>Source: G. L. Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators,
 * OOPSLA 2014; the finalisers are those of its section 4. Each session has a start and an odd
 * increment of its own. Not safe to share between threads.
 */
final class SplitMix64 {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int FEWEST_CHANGES = 24;

  private long state;
  private long gamma = GOLDEN;

  /**
   * Begins the numbers of a session.
   *
   * @param purpose what they are for: each purpose has numbers of its own
   */
  void begin(long seed, long session, int purpose) {
    long place = mix(seed + purpose * GOLDEN) + session * GOLDEN;
    state = mix(place);
    gamma = mixGamma(place + GOLDEN);
  }

  /** The next 64 bits. */
  long next() {
    state += gamma;
    return mix(state);
  }

  /** Bits that follow from others, for who needs a second number and takes none of the stream. */
  static long after(long bits) {
    return mix(bits + GOLDEN);
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private static long mixGamma(long bits) {
    long z = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
    z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
    z = (z ^ (z >>> 33)) | 1;
    return Long.bitCount(z ^ (z >>> 1)) < FEWEST_CHANGES ? z ^ 0xAAAAAAAAAAAAAAAAL : z;
  }
}
