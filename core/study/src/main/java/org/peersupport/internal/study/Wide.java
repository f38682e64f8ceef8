package org.peersupport.internal.study;

import java.math.BigInteger;

/** A sum of 128 bits, exact whatever is added in whatever order. Not safe to share. */
public final class Wide {
  private long high;
  private long low;

  /** Adds a number. */
  public void add(long number) {
    add(number >> (Long.SIZE - 1), number);
  }

  /** Adds the square of a number. */
  public void addSquare(long number) {
    addProduct(number, number);
  }

  /** Adds the product of two numbers. */
  public void addProduct(long one, long other) {
    add(Math.multiplyHigh(one, other), one * other);
  }

  public void add(Wide other) {
    add(other.high, other.low);
  }

  private void add(long moreHigh, long moreLow) {
    long sum = low + moreLow;
    high += moreHigh + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
    low = sum;
  }

  public BigInteger value() {
    BigInteger unsigned =
        BigInteger.valueOf(low >>> 1).shiftLeft(1).or(BigInteger.valueOf(low & 1));
    return BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(unsigned);
  }
}
