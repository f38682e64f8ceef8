package org.peersupport.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Holds readers to their memory and time, however bad what they read. What is counted is all that
 * they allocate, more than they ever hold at once.
 */
public final class Bounds {
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long BYTES = 200_000_000;
  private static final Duration TIME = Duration.ofSeconds(10);

  private Bounds() {}

  /** Something that reads. */
  public interface Reading {
    /** Reads all of it. */
    void run() throws IOException;
  }

  /**
   * Reads from memory, where nothing but the text can be at fault, and so nothing may be thrown.
   * What takes too much gets a second chance: the first time may have loaded classes.
   */
  public static void hold(Reading reading) {
    if (!holds(reading)) {
      assertThat(holds(reading)).as("reads within %d bytes and %s", BYTES, TIME).isTrue();
    }
  }

  private static boolean holds(Reading reading) {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long nanos = THREADS.getCurrentThreadCpuTime();
    try {
      reading.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return THREADS.getCurrentThreadAllocatedBytes() - bytes < BYTES
        && THREADS.getCurrentThreadCpuTime() - nanos < TIME.toNanos();
  }
}
