package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peersupport.json.data.Reasons;
import org.peersupport.session.Event;
import org.peersupport.session.Metadata;

class OddValuesTest {

  private static Event begun(Instant at, String element) {
    return new Event.ElementBegun("s-1", 1, at, "sup-1", Metadata.NONE, element, List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD800", "\uDC00", "a\uD83D", "\uD83Da", "\uDE42\uD83D", "\u0000"})
  void a_text_that_is_none_is_written_without_an_exception_and_told_when_it_is_read(String odd) {
    String text = PeerSupportJson.writeEvent(begun(Samples.AT, odd), Reasons.LEFT_OUT);
    assertThat(text)
        .isEqualTo(
            new String(
                PeerSupportJson.writeEventBytes(begun(Samples.AT, odd), Reasons.LEFT_OUT),
                StandardCharsets.UTF_8));
    assertThat(PeerSupportJson.readEvent(text, 1).issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.pointer()).isEqualTo("/element"));
  }

  @Test
  void a_year_that_is_not_of_four_digits_is_written_and_told_when_it_is_read() {
    for (Instant far : List.of(Instant.MIN, Instant.MAX)) {
      String text = PeerSupportJson.writeEvent(begun(far, "reach-out"), Reasons.LEFT_OUT);
      assertThat(PeerSupportJson.readEvent(text, 1).issues())
          .singleElement()
          .satisfies(issue -> assertThat(issue.pointer()).isEqualTo("/at"));
    }
  }

  @Test
  void many_threads_read_and_write_at_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Boolean>> done = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        Generated generated = new Generated(RandomGenerator.of("L64X128MixRandom"));
        Callable<Boolean> work =
            () -> {
              for (int i = 0; i < 2000; i++) {
                Event event = generated.event();
                String text = PeerSupportJson.writeEvent(event, Reasons.WRITTEN);
                if (!PeerSupportJson.readEvent(text, 1).orElseThrow().equals(event)) {
                  return false;
                }
              }
              return true;
            };
        done.add(threads.submit(work));
      }
      for (Future<Boolean> each : done) {
        assertThat(each.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
