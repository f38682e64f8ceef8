package org.peersupport.json.ledger;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The terms on which a ledger is opened for writing: how long to wait for another writer, what may
 * be begun, and who is told what had to be mended. Immutable; nothing is ever null.
 *
 * <pre>{@code
 * LedgerAccess access = LedgerAccess.standard().waiting(Duration.ofSeconds(10));
 * try (LedgerWriter writer = LedgerWriter.open(file, random, now, access)) {
 *   …
 * }
 * }</pre>
 *
 * @param waitAtMost how long to wait while somebody else writes the ledger; zero for not at all
 * @param beginsAnew whether a new ledger may begin where the lock file says that there was one
 * @param takesRepeats whether a session is taken whose events are those of an erased one, one for
 *     one; whoever says so has made sure that it is another
 * @param mended is told, in words for people, what had to be mended before; the text repeats
 *     nothing of the ledger
 */
public record LedgerAccess(
    Duration waitAtMost, boolean beginsAnew, boolean takesRepeats, Consumer<String> mended) {
  private static final LedgerAccess STANDARD =
      new LedgerAccess(Duration.ZERO, false, false, what -> {});

  /**
   * Checks that nothing is null.
   *
   * @throws IllegalArgumentException if the wait is negative
   */
  public LedgerAccess {
    Objects.requireNonNull(waitAtMost, "waitAtMost");
    Objects.requireNonNull(mended, "mended");
    if (waitAtMost.isNegative()) {
      throw new IllegalArgumentException("a wait is not negative");
    }
  }

  /** Waits for nobody, begins no ledger in the place of another, and tells nobody. */
  public static LedgerAccess standard() {
    return STANDARD;
  }

  /** Waits at most so long; then a {@link LedgerInUseException} is thrown. */
  public LedgerAccess waiting(Duration atMost) {
    return new LedgerAccess(atMost, beginsAnew, takesRepeats, mended);
  }

  /** Lets a new ledger begin where the lock file says that there was one; {@code --new}. */
  public LedgerAccess beginningAnew() {
    return new LedgerAccess(waitAtMost, true, takesRepeats, mended);
  }

  /** Takes sessions whose events are those of an erased one; {@code --not-erased}. */
  public LedgerAccess takingRepeats() {
    return new LedgerAccess(waitAtMost, beginsAnew, true, mended);
  }

  /** Tells what had to be mended. */
  public LedgerAccess telling(Consumer<String> whom) {
    return new LedgerAccess(waitAtMost, beginsAnew, takesRepeats, whom);
  }
}
