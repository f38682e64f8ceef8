package org.peersupport.internal.study;

import java.util.Arrays;
import java.util.List;
import org.peersupport.protocol.EndReason;

/** The reasons for an early end, by their numbers in tables. */
public final class EndReasons {
  /** The words on the wire, in the order of {@link EndReason}. */
  public static final List<String> WORDS =
      Arrays.stream(EndReason.builtIn()).map(EndReason::wireName).toList();

  private EndReasons() {}
}
