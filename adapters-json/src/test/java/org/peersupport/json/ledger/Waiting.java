package org.peersupport.json.ledger;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Waiting for a ledger that somebody else has. */
final class Waiting {
  private static final long SHORTEST = 500_000;
  private static final long LONGEST = 3_000_000;

  /** What needs a ledger that nobody else has. */
  interface Opening<T> {
    T open() throws IOException;
  }

  private Waiting() {}

  /**
   * Tries again for as long as somebody else has the ledger.
   *
   * @throws LedgerInUseException if somebody still has it after that time
   */
  static <T> T upTo(Duration time, Opening<T> opening) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    while (true) {
      try {
        return opening.open();
      } catch (LedgerInUseException e) {
        if (System.nanoTime() - end > 0) {
          throw e;
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SHORTEST, LONGEST));
      }
    }
  }
}
