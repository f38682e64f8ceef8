package org.peersupport.json.deidentification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.peersupport.protocol.Keys;

class PseudonymsTest {
  private static final PseudonymKey KEY = PseudonymKey.parse(PseudonymKeyTest.HEX);

  private final Pseudonyms pseudonyms = new Pseudonyms(KEY);

  /** Reckoned with Python's hmac: no release may ever give other ones for the same key. */
  @Test
  void are_those_that_another_program_makes_of_the_same_key() {
    assertThat(pseudonyms.session("x-1")).isEqualTo("s-3e540ee1bc17f8bd1ffeaecfe0d070a5");
    assertThat(pseudonyms.participant("x-1")).isEqualTo("p-691f97ff528724ecc197fcd05b266bbd");
    assertThat(pseudonyms.referral("s-1", "x-1")).isEqualTo("r-2c6e1b84ee87701ac652c1f6d1060111");
    assertThat(pseudonyms.drawn("x-1", 34_944)).isEqualTo(7201);
  }

  @Test
  void differ_between_kinds_even_beyond_their_prefix() {
    Set<String> rest = new HashSet<>();
    rest.add(pseudonyms.session("x-1").substring(2));
    rest.add(pseudonyms.participant("x-1").substring(2));
    rest.add(pseudonyms.referral("x-1", "x-1").substring(2));

    assertThat(rest).hasSize(3);
  }

  @Test
  void of_a_referral_differ_between_sessions() {
    assertThat(pseudonyms.referral("s-1", "r-1")).isNotEqualTo(pseudonyms.referral("s-2", "r-1"));
    assertThat(pseudonyms.referral("s-1", "1-r")).isNotEqualTo(pseudonyms.referral("s-11", "-r"));
  }

  @Test
  void are_ids_themselves() {
    String longest = "x".repeat(64);

    assertThat(pseudonyms.session(longest)).matches(Keys::isId).hasSize(34);
    assertThat(pseudonyms.participant(longest)).matches(Keys::isId);
    assertThat(pseudonyms.referral(longest, longest)).matches(Keys::isId);
  }

  @Property(tries = 200)
  void what_is_drawn_is_below_its_bound(@ForAll int id, @ForAll @IntRange(min = 1) int bound) {
    assertThat(pseudonyms.drawn("s" + id, bound)).isBetween(0L, bound - 1L);
  }

  @Test
  void what_is_drawn_is_spread_evenly() {
    int[] counts = new int[52];
    for (int i = 0; i < 52_000; i++) {
      counts[(int) pseudonyms.drawn("s-" + i, 52)]++;
    }

    // Five standard deviations of a binomial with a mean of 1000.
    for (int count : counts) {
      assertThat(count).isBetween(843, 1157);
    }
  }
}
