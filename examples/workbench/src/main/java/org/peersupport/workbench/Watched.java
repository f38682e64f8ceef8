package org.peersupport.workbench;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Runs what takes long and shows how far it is, while somebody watches. */
final class Watched {
  /** Threads that one may ask for. */
  static final int MOST_THREADS = 1_000;

  private static final long PAUSE_MILLIS = 200;

  private final LongSupplier done;
  private final Progress progress;
  private final Thread thread = new Thread(this::follow, "progress");

  private Watched(LongSupplier done, Progress progress) {
    this.done = done;
    this.progress = progress;
    thread.setDaemon(true);
  }

  /**
   * What the work comes to.
   *
   * @param progress how far it is to be seen; closed in the end
   * @param done how much of it is done
   * @param threads how many run it
   */
  static <T> T run(Progress progress, LongSupplier done, int threads, Function<Executor, T> work) {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      return run(progress, done, () -> work.apply(workers));
    } finally {
      workers.shutdown();
    }
  }

  /** The same for work that has its own threads, or only this one. */
  static <T> T run(Progress progress, LongSupplier done, Supplier<T> work) {
    Watched watched = new Watched(done, progress);
    watched.thread.start();
    try {
      return work.get();
    } finally {
      watched.finish();
    }
  }

  private void follow() {
    long before = 0;
    try {
      while (!Thread.currentThread().isInterrupted()) {
        long now = done.getAsLong();
        progress.add(now - before);
        before = now;
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void finish() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    progress.close();
  }
}
