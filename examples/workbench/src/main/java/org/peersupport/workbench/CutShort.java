package org.peersupport.workbench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Work that is told to end, by Ctrl-C or otherwise, and still prints what it came to so far: the
 * program waits for that.
 */
final class CutShort {
  private static final long PATIENCE_SECONDS = 20;

  private final Runnable stop;
  private final CountDownLatch printed = new CountDownLatch(1);

  private CutShort(Runnable stop) {
    this.stop = stop;
  }

  /**
   * Works and prints.
   *
   * @param stop lets the work end soon
   * @param work to be done, with all that it prints
   */
  static void run(Runnable stop, Runnable work) {
    CutShort cutShort = new CutShort(stop);
    Thread hook = new Thread(cutShort::end, "cut-short");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      work.run();
    } finally {
      cutShort.release(hook);
    }
  }

  private void end() {
    stop.run();
    try {
      printed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void release(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This program is ending, and has waited for what was printed just now.
      printed.countDown();
    }
  }
}
