package org.peersupport.simulation;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Hands out sessions to workers in batches, so that all are busy to the end. Safe to share between
 * threads.
 */
final class Batches {
  /**
   * The activities of a batch, about. Few, because a batch that was begun is finished, and a
   * session may have a million; and many, because whoever takes a batch makes the others wait.
   */
  private static final long ENOUGH = 16_384;

  /** The sessions of a batch at most. */
  private static final long MOST = 1024;

  private final AtomicLong done = new AtomicLong();
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** Draws sessions and counts them; only one thread at a time has it. */
  interface Worker {
    /** Draws the session of this number, and returns how many activities it has. */
    long draw(long session);
  }

  /** How many sessions were drawn so far. */
  long done() {
    return done.get();
  }

  /** No more batches are begun; those that were are finished. */
  void stop() {
    stopped.set(true);
  }

  /**
   * Has the sessions from number 0 on drawn, and returns those who did it.
   *
   * @throws IllegalArgumentException for less than 0 sessions or less than 1 worker
   */
  <W extends Worker> List<W> run(long sessions, int count, Executor threads, Supplier<W> worker) {
    if (sessions < 0 || count < 1) {
      throw new IllegalArgumentException("at least 0 sessions and 1 worker");
    }
    AtomicLong next = new AtomicLong();
    // Each makes its own worker, so that what one writes is far from what another reads.
    List<CompletableFuture<W>> running =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> draw(worker.get(), next, sessions), threads))
            .limit(count)
            .toList();
    return running.stream().map(CompletableFuture::join).toList();
  }

  private <W extends Worker> W draw(W worker, AtomicLong next, long sessions) {
    long size = 1;
    while (!stopped.get()) {
      long from = next.getAndAdd(size);
      if (from >= sessions) {
        break;
      }
      long to = Math.min(sessions, from + size);
      long activities = 0;
      for (long session = from; session < to; session++) {
        activities += worker.draw(session);
      }
      done.addAndGet(to - from);
      size = activities > ENOUGH ? Math.max(1, size / 2) : Math.min(MOST, size * 2);
    }
    return worker;
  }
}
