package org.peersupport.simulation.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peersupport.simulation.Draws;

class WaitsTest {
  private static final long END = 1_000;

  private static ReferredPerson waited(long millis) {
    ReferredPerson person = new ReferredPerson(0, 0, 0);
    person.contacted = millis;
    return person;
  }

  private static ReferredPerson waitsSince(long millis) {
    return new ReferredPerson(0, END - millis, 0);
  }

  @Test
  void when_nobody_waits_any_more_they_are_those_of_the_people() {
    for (int n : new int[] {1, 2, 3, 7, 10, 99, 1_000}) {
      Waits waits = new Waits(IntStream.rangeClosed(1, n).mapToObj(i -> waited(i)).toList(), END);

      assertThat(waits.mean()).isCloseTo((n + 1) / 2.0, within(1e-9 * n));
      for (double share : new double[] {0.025, 0.5, 0.9, 1}) {
        assertThat(waits.quantile(share)).isEqualTo(Math.ceil(share * n));
      }
      assertThat(waits.longest()).isEqualTo(n);
    }
  }

  /** Worked by hand: a person at 2 who still waits leaves half of the rest to each of 3 and 5. */
  @Test
  void who_still_waits_is_like_those_who_waited_longer() {
    Waits waits = new Waits(List.of(waited(1), waitsSince(2), waited(3), waited(5)), END);

    assertThat(waits.mean()).isCloseTo(0.25 * 1 + 0.375 * 3 + 0.375 * 5, within(1e-12));
    assertThat(waits.quantile(0.25)).isEqualTo(1);
    assertThat(waits.quantile(0.5)).isEqualTo(3);
    assertThat(waits.quantile(0.63)).isEqualTo(5);
  }

  @Test
  void who_has_waited_longest_and_still_waits_waits_at_least_as_long() {
    Waits waits = new Waits(List.of(waited(10), waitsSince(400)), END);

    assertThat(waits.mean()).isEqualTo(205);
    assertThat(waits.quantile(0.9)).isEqualTo(400);
    assertThat(waits.longest()).isEqualTo(400);
  }

  @Test
  void a_wait_that_is_over_comes_before_one_as_long_that_is_not() {
    Waits waits = new Waits(List.of(waitsSince(3), waited(3), waited(7)), END);

    assertThat(waits.mean()).isCloseTo(3 / 3.0 + 7 * 2 / 3.0, within(1e-12));
  }

  @Test
  void nobody_has_no_wait() {
    Waits waits = new Waits(List.of(), END);

    assertThat(waits.mean()).isNaN();
    assertThat(waits.quantile(0.5)).isNaN();
    assertThat(waits.longest()).isNaN();
  }

  @Test
  void the_true_waits_come_out_although_many_still_wait() {
    // Exponential waits of 300 on average, of people who come at any time in 1,000.
    List<ReferredPerson> people = new ArrayList<>();
    double contacted = 0;
    double sum = 0;
    for (int person = 0; person < 100_000; person++) {
      Draws draws = Draws.of(3, person, 1);
      ReferredPerson each = new ReferredPerson(person, (long) (draws.uniform() * END), 0);
      long wait = (long) (draws.exponential() * 300);
      if (each.referred + wait < END) {
        each.contacted = each.referred + wait;
        contacted++;
        sum += wait;
      }
      people.add(each);
    }
    Waits waits = new Waits(people, END);

    assertThat(sum / contacted).isLessThan(240);
    assertThat(waits.quantile(0.5)).isCloseTo(300 * Math.log(2), within(4.0));
    assertThat(waits.quantile(0.9)).isCloseTo(300 * Math.log(10), within(15.0));
  }
}
