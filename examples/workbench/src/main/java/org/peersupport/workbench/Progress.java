package org.peersupport.workbench;

import java.io.PrintStream;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * How far a long command is, on standard error: only where that is a terminal, and only when it
 * takes longer than two seconds. Safe to share between threads.
 */
final class Progress implements AutoCloseable {
  private static final long PATIENCE_NANOS = 2_000_000_000L;
  private static final long MEGABYTE = 1_000_000;

  /**
   * Fits every terminal. To ask for its width would hand the signals over to the library that asks,
   * and Ctrl-C would end this program before it could print anything.
   */
  private static final int WIDTH = 79;

  private final Optional<PrintStream> watched;
  private final long total;
  private final String task;
  private final String unit;
  private final long unitSize;
  private final long start = System.nanoTime();
  private long done;
  private ProgressBar bar;

  /**
   * @param total how many bytes there are to read; 0 when nobody knows
   */
  Progress(Console console, long total) {
    this(console, "", total, " MB", MEGABYTE);
  }

  private Progress(Console console, String task, long total, String unit, long unitSize) {
    this.watched = console.watched();
    this.task = task;
    this.total = total;
    this.unit = unit;
    this.unitSize = unitSize;
  }

  /** The same where other things than bytes are done. */
  static Progress ofItems(Console console, long total, String unit) {
    return new Progress(console, "", total, unit, 1);
  }

  /** The same where nobody knows how many there are, and what is done has a name. */
  static Progress ofTask(Console console, String task, String unit) {
    return new Progress(console, task, 0, unit, 1);
  }

  /** So many bytes more have been read, or items done. */
  synchronized void add(long more) {
    done += more;
    if (bar == null && watched.isPresent() && System.nanoTime() - start > PATIENCE_NANOS) {
      bar = bar(watched.get());
    }
    if (bar != null) {
      bar.stepTo(Math.min(done, total <= 0 ? done : total));
    }
  }

  private ProgressBar bar(PrintStream err) {
    return new ProgressBarBuilder()
        .setInitialMax(total <= 0 ? -1 : total)
        .setTaskName(task)
        .setUnit(unit, unitSize)
        .setStyle(ProgressBarStyle.ASCII)
        .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
        .clearDisplayOnFinish()
        .build();
  }

  /** Whether there is anything to see. */
  synchronized boolean isShown() {
    return bar != null;
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
