package org.peersupport.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Hands out sessions to workers in batches, so that all are busy to the end. Safe to share between
 * threads.
 */
final class Batches {
  /** Few, because a batch that was begun is finished, and a session may have a million steps. */
  private static final long BATCH = 32;

  private final AtomicLong done = new AtomicLong();
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** Draws sessions and counts them; only one thread at a time has it. */
  interface Worker {
    /** Draws the session of this number. */
    void draw(long session);
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
    List<W> workers = new ArrayList<>();
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (int w = 0; w < count; w++) {
      W each = worker.get();
      workers.add(each);
      running.add(CompletableFuture.runAsync(() -> draw(each, next, sessions), threads));
    }
    running.forEach(CompletableFuture::join);
    return workers;
  }

  private void draw(Worker worker, AtomicLong next, long sessions) {
    while (!stopped.get()) {
      long from = next.getAndAdd(BATCH);
      if (from >= sessions) {
        return;
      }
      long to = Math.min(sessions, from + BATCH);
      for (long session = from; session < to; session++) {
        worker.draw(session);
      }
      done.addAndGet(to - from);
    }
  }
}
