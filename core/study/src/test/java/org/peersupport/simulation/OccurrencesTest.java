package org.peersupport.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OccurrencesTest {
  private static final int ITEMS = 3;

  @Test
  void few_and_many_occurrences_in_a_session_have_their_sums_in_any_parts() {
    Random random = new Random(1);
    List<Occurrences> parts = List.of(new Occurrences(ITEMS), new Occurrences(ITEMS));
    long[] sums = new long[ITEMS];
    long[] squares = new long[ITEMS];
    long[] sessions = new long[ITEMS];
    for (int session = 0; session < 200; session++) {
      Occurrences part = parts.get(session % 2);
      int[] here = new int[ITEMS];
      part.begin();
      for (int n = random.nextInt(40); n > 0; n--) {
        int item = random.nextInt(ITEMS) * random.nextInt(2);
        part.count(item);
        here[item]++;
      }
      int touched = 0;
      for (int item = 0; item < ITEMS; item++) {
        assertThat(part.here(item)).isEqualTo(here[item]);
        touched += here[item] > 0 ? 1 : 0;
        sums[item] += here[item];
        squares[item] += (long) here[item] * here[item];
        sessions[item] += here[item] > 0 ? 1 : 0;
      }
      assertThat(part.touched()).isEqualTo(touched);
    }

    Occurrences all = new Occurrences(ITEMS);
    parts.forEach(all::add);

    for (int item = 0; item < ITEMS; item++) {
      assertThat(all.sum(item)).isEqualTo(sums[item]);
      assertThat(all.squares(item)).isEqualTo(squares[item]);
      assertThat(all.sessions(item)).isEqualTo(sessions[item]);
    }
  }
}
