package org.peersupport.simulation;

import java.math.BigInteger;

/** A sum of 128 bits, exact whatever is added in whatever order. Not safe to share. */
final class Wide {
  private long high;
  private long low;

  /** Adds a number. */
  void add(long number) {
    add(number >> (Long.SIZE - 1), number);
  }

  /** Adds the square of a number. */
  void addSquare(long number) {
    addProduct(number, number);
  }

  /** Adds the product of two numbers. */
  void addProduct(long one, long other) {
    add(Math.multiplyHigh(one, other), one * other);
  }

  void add(Wide other) {
    add(other.high, other.low);
  }

  private void add(long moreHigh, long moreLow) {
    long sum = low + moreLow;
    high += moreHigh + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
    low = sum;
  }

  BigInteger value() {
    BigInteger unsigned =
        BigInteger.valueOf(low >>> 1).shiftLeft(1).or(BigInteger.valueOf(low & 1));
    return BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(unsigned);
  }
}
