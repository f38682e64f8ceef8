package org.peersupport.simulation.estimation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;
import java.util.Optional;
import org.peersupport.internal.study.Wide;
import org.peersupport.simulation.Lognormal;

/**
 * How long something took, as often as it was observed. Logarithms are added as whole numbers of
 * 2<sup>-40</sup>, so that their order makes no difference. Not safe to share between threads.
 */
final class ObservedTimes {
  private static final double SCALE = 0x1.0p40;
  private static final double MICRO = 1e6;

  private long positive;
  private long zero;
  private long unknown;
  private final Wide sum = new Wide();
  private final Wide squares = new Wide();

  /** Takes a time from 0 on; what took none has no logarithm and is counted apart. */
  void add(long millis) {
    if (millis == 0) {
      zero++;
      return;
    }
    positive++;
    long log = (long) StrictMath.rint(StrictMath.log((double) millis) * SCALE);
    sum.add(log);
    squares.addSquare(log);
  }

  /** Takes note of a time that is not known, because an instant went back. */
  void addUnknown() {
    unknown++;
  }

  /** What was learnt; empty when there was nothing to observe. */
  Optional<EstimatedDuration> estimated() {
    return positive + zero + unknown == 0
        ? Optional.empty()
        : Optional.of(new EstimatedDuration(positive, zero, unknown, fitted()));
  }

  private Optional<Lognormal> fitted() {
    return positive == 0 ? Optional.empty() : Optional.of(Lognormal.of(median(), sigma()));
  }

  /** The exponential of the mean logarithm, in whole milliseconds, as far as a behaviour goes. */
  private Duration median() {
    double mean = ratio(sum.value(), BigInteger.valueOf(positive)) / SCALE;
    double millis = StrictMath.rint(StrictMath.exp(mean));
    double shortest = Lognormal.SHORTEST.toMillis();
    double longest = Lognormal.LONGEST.toMillis();
    return Duration.ofMillis((long) Math.max(shortest, Math.min(millis, longest)));
  }

  /** The standard deviation of the logarithm, to six places. */
  private double sigma() {
    BigInteger n = BigInteger.valueOf(positive);
    BigInteger spread = n.multiply(squares.value()).subtract(sum.value().pow(2));
    double variance = ratio(spread, n.pow(2)) / (SCALE * SCALE);
    double sigma = StrictMath.rint(StrictMath.sqrt(variance) * MICRO) / MICRO;
    return Math.min(sigma, Lognormal.WIDEST);
  }

  private static double ratio(BigInteger number, BigInteger by) {
    return new BigDecimal(number).divide(new BigDecimal(by), MathContext.DECIMAL128).doubleValue();
  }
}
