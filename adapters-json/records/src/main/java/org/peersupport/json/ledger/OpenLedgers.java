package org.peersupport.json.ledger;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The registry of the ledgers that this process writes, by the identity of their files.
 *
 * <p>It is needed because a lock of POSIX belongs to a process and not to a descriptor: a process
 * that closes any descriptor of a file loses all its locks on that file (IEEE Std 1003.1-2017,
 * fcntl). So whoever only tries to lock a file that another thread has locked, and closes it again,
 * takes the lock away from that thread. Here it is known before any file is opened whether there is
 * a lock to lose.
 *
 * <p>Lock files are opened and closed while the monitor of this class is held, and not otherwise.
 */
final class OpenLedgers {
  private static final Map<Object, Lock> LOCKS = new HashMap<>();

  /**
   * Descriptors of files that something else in this process has locked, a second copy of this
   * library say. To close one would take away that lock; it is used when the file is wanted again.
   */
  private static final Map<Object, FileChannel> KEPT_OPEN = new HashMap<>();

  // Pauses differ, so that nobody who waits is always too late.
  private static final long SHORTEST_PAUSE = TimeUnit.MICROSECONDS.toNanos(500);

  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(5);
  private static final Duration FOREVER = Duration.ofDays(36_500);

  private OpenLedgers() {}

  /** A lock of this process. */
  interface Lock {
    /** What its file says. */
    byte[] text();
  }

  /** Tries to take a lock; null when somebody else has it. */
  interface Attempt<T extends Lock> {
    @Nullable T take() throws IOException;
  }

  /**
   * Tries until it succeeds or the time is over. Others of this process go on in between.
   *
   * @return null when the time is over
   * @throws InterruptedIOException if the thread is interrupted while it waits
   */
  static synchronized <T extends Lock> @Nullable T await(Duration wait, Attempt<T> attempt)
      throws IOException {
    long limit = (wait.compareTo(FOREVER) > 0 ? FOREVER : wait).toNanos();
    long start = System.nanoTime();
    T lock = attempt.take();
    for (long left = limit; lock == null && left > 0; ) {
      long pause = ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE, LONGEST_PAUSE);
      pause(Math.min(left, pause));
      lock = attempt.take();
      left = limit - (System.nanoTime() - start);
    }
    return lock;
  }

  private static void pause(long nanos) throws InterruptedIOException {
    try {
      TimeUnit.NANOSECONDS.timedWait(OpenLedgers.class, nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while somebody else was writing the ledger");
    }
  }

  /** Whether this process writes the file, or holds it as a lock. */
  static synchronized boolean has(Object identity) {
    return LOCKS.containsKey(identity);
  }

  /** The file belongs to the lock from now on: its own, or the ledger. */
  static synchronized void add(Object identity, Lock lock) {
    LOCKS.put(identity, lock);
  }

  /** Gives a lock back. */
  static synchronized void close(Lock lock, FileChannel channel) throws IOException {
    try {
      channel.close();
    } finally {
      LOCKS.values().removeAll(Set.of(lock));
    }
  }

  /**
   * What a lock file says, for somebody who does not want the lock; no lock of this process is lost
   * by it. Nothing, if there is no such file, or it is not for those who may only read the ledger.
   */
  static synchronized byte[] read(Path file) throws IOException {
    BasicFileAttributes there = Disk.attributes(file, NOFOLLOW_LINKS);
    if (there == null || !there.isRegularFile()) {
      return new byte[0];
    }
    Object identity = Disk.identity(file, there);
    Lock own = LOCKS.get(identity);
    FileChannel kept = KEPT_OPEN.get(identity);
    if (own != null) {
      return own.text();
    } else if (kept != null) {
      return Disk.read(kept, 0, AppendNote.LONGEST);
    }
    try (FileChannel channel = Disk.open(file, StandardOpenOption.READ)) {
      return Disk.read(channel, 0, AppendNote.LONGEST);
    } catch (FileSystemException e) {
      return new byte[0];
    }
  }

  /** Keeps a descriptor that must not be closed. */
  static synchronized void keepOpen(Object identity, FileChannel channel) {
    KEPT_OPEN.put(identity, channel);
  }

  /** A descriptor that could not be closed; null when there is none of this file. */
  static synchronized @Nullable FileChannel keptOpen(Object identity) {
    return KEPT_OPEN.get(identity);
  }

  /** The descriptor may be closed. */
  static synchronized void release(Object identity) {
    KEPT_OPEN.remove(identity);
  }
}
