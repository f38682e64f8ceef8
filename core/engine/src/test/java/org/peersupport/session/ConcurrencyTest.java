package org.peersupport.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;

/** Many threads use one protocol at once, from its first moment on, and none of them notices. */
class ConcurrencyTest {
  private static final int THREADS = 8;
  private static final int TALKS = 16;

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void many_threads_get_the_answers_of_one_under_the_default_protocol() throws Exception {
    for (int round = 0; round < 4; round++) {
      compare(Catalogue.amaSixElements(), round);
    }
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void many_threads_get_the_answers_of_one_under_any_protocol() throws Exception {
    Random random = new Random(20200401);
    for (int round = 0; round < 12; round++) {
      compare(RandomProtocols.next(random), round);
    }
  }

  private static void compare(Protocol protocol, long seed) throws Exception {
    Protocol alone = Rebuilt.of(protocol);
    Protocol shared = Rebuilt.of(protocol);
    List<List<Object>> expected = new ArrayList<>();
    for (int talk = 0; talk < TALKS; talk++) {
      expected.add(told(alone, seed * TALKS + talk));
    }
    CyclicBarrier together = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<List<Object>>>> answers = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        List<Integer> order = shuffled(thread);
        Callable<List<List<Object>>> work =
            () -> {
              together.await();
              List<List<Object>> told = new ArrayList<>(Collections.nCopies(TALKS, List.of()));
              for (int talk : order) {
                told.set(talk, told(shared, seed * TALKS + talk));
              }
              return told;
            };
        answers.add(threads.submit(work));
      }
      for (Future<List<List<Object>>> answer : answers) {
        assertThat(answer.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Integer> shuffled(int seed) {
    List<Integer> order = new ArrayList<>();
    for (int talk = 0; talk < TALKS; talk++) {
      order.add(talk);
    }
    Collections.shuffle(order, new Random(seed));
    return order;
  }

  /** Everything that a conversation answers, in values that any instance of a protocol shares. */
  private static List<Object> told(Protocol protocol, long seed) {
    List<Object> told = new ArrayList<>();
    RandomTalk talk = RandomTalk.of(protocol, new Random(seed), 20);
    for (RandomTalk.Try each : talk.tries()) {
      told.add(each.decision());
      if (each.decision() instanceof Refusal refusal) {
        told.add(refusal.explanation());
        told.add(refusal.remedy());
      }
      told.add(List.copyOf(each.before().permitted()));
      told.add(each.before().outstanding());
      told.add(each.before().verdicts());
    }
    told.add(Sessions.options(talk.session(), Talk.START));
    return told;
  }
}
