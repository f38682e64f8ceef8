package org.peersupport.session;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.peersupport.protocol.RefusalCode;

/**
 * On which terms a command is meant. Immutable.
 *
 * @param override why the supporter departs from overridable rules, where one would be departed
 *     from; ignored elsewhere
 * @param ifSeq the place of the last event that the sender knows; with another one the command is
 *     refused as {@link RefusalCode#SESSION_CHANGED}
 */
public record Terms(Optional<ConfidentialText> override, OptionalInt ifSeq) {
  /** No override, and whatever has happened. */
  public static final Terms NONE = new Terms(Optional.empty(), OptionalInt.empty());

  /** Checks that nothing is null. */
  public Terms {
    Objects.requireNonNull(override, "override");
    Objects.requireNonNull(ifSeq, "ifSeq");
  }
}
