package org.peersupport.workbench;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

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
   * What comes before there is anything to print: when it is told to end meanwhile, that is said.
   *
   * @param work that cannot be stopped; what it comes to is lost then
   */
  static <T> T before(Console console, Supplier<T> work) {
    return before(console, "drawn", work);
  }

  /**
   * The same.
   *
   * @param done what would be done in the end: drawn, or worked out
   */
  static <T> T before(Console console, String done, Supplier<T> work) {
    Thread hook =
        new Thread(
            () -> {
              // Somebody who watches has a line that shows how far it is, and the keys pressed.
              console.watched().ifPresent(PrintStream::println);
              console.tell("peersupport: stopped before anything was " + done);
            },
            "cut-short");
    boolean listening = isAdded(hook);
    try {
      return work.get();
    } finally {
      if (listening) {
        remove(hook);
      }
    }
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
    if (!isAdded(hook)) {
      return;
    }
    try {
      work.run();
    } finally {
      if (!remove(hook)) {
        // This program is ending, and has waited for what was printed just now.
        cutShort.printed.countDown();
      }
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

  /** Whether there is still time to listen: not when this program is ending already. */
  private static boolean isAdded(Thread hook) {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /** Whether this program goes on. */
  private static boolean remove(Thread hook) {
    try {
      return Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return false;
    }
  }
}
