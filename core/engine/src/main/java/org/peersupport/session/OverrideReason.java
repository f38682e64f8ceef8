package org.peersupport.session;

import java.util.Objects;
import java.util.Optional;

/**
 * Why a supporter breaks the glass: departs from overridable rules. Immutable.
 *
 * @param text the reason in words, confidential; a blank one is refused where a rule would be
 *     departed from
 * @param code one of the protocol's reasons for an override, not confidential; empty where none is
 *     given
 */
public record OverrideReason(ConfidentialText text, Optional<String> code) {
  /** Checks that nothing is null. */
  public OverrideReason {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(code, "code");
  }

  /** A reason in words alone. */
  public static OverrideReason of(String text) {
    return new OverrideReason(ConfidentialText.of(text), Optional.empty());
  }

  /** Prints neither: what is sent as a code may be any text until a protocol knows it. */
  @Override
  public String toString() {
    return "OverrideReason[***]";
  }
}
