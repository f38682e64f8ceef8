package org.peersupport.protocol;

import java.util.List;
import java.util.Objects;

/**
 * Why a session ended early: one of five words that every protocol knows, or one of the protocol's
 * own. Immutable; compares by its key, and orders the five first.
 *
 * @param wireName the key in commands and logs; never null
 */
public record EndReason(String wireName) implements Comparable<EndReason> {
  /** The peer did not want support. */
  public static final EndReason DECLINED = new EndReason("declined");

  /** The peer could not be reached. */
  public static final EndReason UNREACHABLE = new EndReason("unreachable");

  /** The peer stopped the conversation. */
  public static final EndReason STOPPED = new EndReason("stopped");

  /** Something else broke it off. */
  public static final EndReason INTERRUPTED = new EndReason("interrupted");

  /** Someone's safety came first. */
  public static final EndReason SAFETY = new EndReason("safety");

  private static final List<EndReason> BUILT_IN =
      List.of(DECLINED, UNREACHABLE, STOPPED, INTERRUPTED, SAFETY);

  /** Checks that nothing is null. */
  public EndReason {
    Objects.requireNonNull(wireName, "wireName");
  }

  /** The five that every protocol knows, in a fixed order. */
  public static List<EndReason> builtIn() {
    return BUILT_IN;
  }

  /** Whether it is one of the five. */
  public boolean isBuiltIn() {
    return BUILT_IN.contains(this);
  }

  @Override
  public int compareTo(EndReason other) {
    int here = BUILT_IN.indexOf(this);
    int there = BUILT_IN.indexOf(other);
    if (here < 0 && there < 0) {
      return wireName.compareTo(other.wireName);
    }
    return Integer.compare(here < 0 ? BUILT_IN.size() : here, there < 0 ? BUILT_IN.size() : there);
  }
}
