package org.peersupport.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.peersupport.internal.study.Wide;

/** What is drawn with, and what is counted with. */
class RandomNumbersTest {

  @Property(tries = 200)
  void the_mixing_is_that_of_the_published_generator(@ForAll long seed) {
    assertThat(SplitMix64.after(seed)).isEqualTo(new SplittableRandom(seed).nextLong());
  }

  @Example
  void every_session_and_every_purpose_has_numbers_of_its_own() {
    SplitMix64 random = new SplitMix64();
    Set<Long> seen = new HashSet<>();
    for (int purpose = 0; purpose < 3; purpose++) {
      for (long session = 0; session < 1000; session++) {
        random.begin(7, session, purpose);
        for (int i = 0; i < 20; i++) {
          assertThat(seen.add(random.next())).isTrue();
        }
      }
    }
  }

  @Example
  void the_same_session_has_the_same_numbers() {
    SplitMix64 random = new SplitMix64();
    random.begin(7, 3, 0);
    long first = random.next();
    random.begin(7, 4, 0);
    random.next();
    random.begin(7, 3, 0);

    assertThat(random.next()).isEqualTo(first);
  }

  /** Kolmogorov's distance of two million draws; 1.95/√n is exceeded once in a thousand. */
  @Example
  void normal_draws_follow_the_normal_distribution() {
    int n = 2_000_000;
    SplitMix64 random = new SplitMix64();
    random.begin(1, 1, 1);
    double[] drawn = new double[n];
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      drawn[i] = Normal.of(random.next());
      sum += drawn[i];
      squares += drawn[i] * drawn[i];
    }
    Arrays.sort(drawn);
    double distance = 0;
    for (int i = 0; i < n; i++) {
      distance = Math.max(distance, Math.abs((i + 0.5) / n - cumulative(drawn[i])));
    }

    assertThat(distance).isLessThan(1.95 / Math.sqrt(n));
    assertThat(sum / n).isCloseTo(0, within(4 / Math.sqrt(n)));
    assertThat(squares / n).isCloseTo(1, within(6 / Math.sqrt(n)));
    assertThat(drawn[n - 1]).isBetween(4.2, 7.0);
    assertThat(drawn[0]).isBetween(-7.0, -4.2);
  }

  /** The normal distribution by Marsaglia's series, Journal of Statistical Software 11(4), 2004. */
  private static double cumulative(double x) {
    double sum = x;
    double term = x;
    for (int i = 3; Math.abs(term) > 1e-17; i += 2) {
      term *= x * x / i;
      sum += term;
    }
    return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  @Property(tries = 300)
  void an_alias_table_has_the_probabilities_of_its_row(@ForAll long seed) {
    Random random = new Random(seed);
    int size = 1 + random.nextInt(40);
    List<Double> weights =
        IntStream.range(0, size).mapToObj(i -> Math.pow(10, 6 * random.nextDouble() - 3)).toList();
    Row row = new Row(IntStream.range(0, size).boxed().toList(), weights);

    AliasTable table = new AliasTable(row);

    double[] shares = new double[size];
    for (int slot = 0; slot < table.slots(); slot++) {
      double own = table.threshold(slot) * 0x1.0p-53;
      if (slot < size) {
        shares[slot] += own / table.slots();
      } else {
        assertThat(own).isZero();
      }
      shares[table.alias(slot)] += (1 - own) / table.slots();
    }
    for (int i = 0; i < size; i++) {
      assertThat(shares[i]).isCloseTo(row.probability(i), within(1e-13));
    }
  }

  @Property(tries = 300)
  void wide_sums_are_exact(@ForAll List<Long> numbers) {
    Wide sum = new Wide();
    Wide squares = new Wide();
    BigInteger expected = BigInteger.ZERO;
    BigInteger expectedSquares = BigInteger.ZERO;
    for (long number : numbers) {
      long small = number >> 2;
      sum.add(number);
      squares.addSquare(small);
      expected = expected.add(BigInteger.valueOf(number));
      expectedSquares = expectedSquares.add(BigInteger.valueOf(small).pow(2));
    }

    assertThat(sum.value()).isEqualTo(expected);
    assertThat(squares.value()).isEqualTo(expectedSquares);
  }

  @Property(tries = 300)
  void a_quantile_is_that_of_the_numbers_within_the_error_that_is_stated(
      @ForAll List<@LongRange(min = 0, max = Long.MAX_VALUE / 4) Long> numbers,
      @ForAll @LongRange(min = 1, max = 100) long percent) {
    Histogram one = new Histogram();
    Histogram other = new Histogram();
    for (int i = 0; i < numbers.size(); i++) {
      (i % 3 == 0 ? one : other).add(numbers.get(i));
    }
    one.add(other);
    double quantile = one.quantile(percent / 100.0);
    if (numbers.isEmpty()) {
      assertThat(quantile).isNaN();
      return;
    }
    List<Long> sorted = numbers.stream().sorted().toList();
    int rank = (int) Math.max(1, Math.ceil(percent / 100.0 * numbers.size()));
    double exact = sorted.get(rank - 1);

    assertThat(quantile).isCloseTo(exact, within(exact < 256 ? 0 : Histogram.ERROR * exact));
  }

  /** Figures of R. G. Newcombe, Statistics in Medicine 17, 1998, table I, method 3. */
  @Example
  void intervals_of_shares_are_the_published_ones() {
    assertInterval(81, 263, 0.2553, 0.3662);
    assertInterval(15, 148, 0.0624, 0.1605);
    assertInterval(0, 20, 0, 0.1611);
    assertInterval(1, 29, 0.0061, 0.1718);
  }

  private static void assertInterval(long part, long whole, double low, double high) {
    SampleShare share = new SampleShare(part, whole);
    assertThat(share.low()).isCloseTo(low, within(5e-5));
    assertThat(share.high()).isCloseTo(high, within(5e-5));
  }

  @Example
  void a_mean_has_its_spread_between_sessions() {
    SampleMean mean = SampleMean.of(4, 2 + 4 + 4 + 6, 4 + 16 + 16 + 36);

    assertThat(mean.mean()).isEqualTo(4);
    assertThat(mean.standardDeviation()).isCloseTo(Math.sqrt(8.0 / 3), within(1e-15));
    assertThat(mean.high() - mean.low()).isCloseTo(2 * 1.96 * Math.sqrt(8.0 / 3) / 2, within(1e-3));
    assertThat(SampleMean.of(0, 0, 0).mean()).isNaN();
    assertThat(SampleMean.of(1, 3, 9).margin()).isNaN();
  }
}
