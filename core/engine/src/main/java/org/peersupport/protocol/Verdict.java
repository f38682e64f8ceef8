package org.peersupport.protocol;

/**
 * How a rule stands while a conversation goes on: the four values of RV-LTL, exact over the
 * activities of the protocol. Source: A. Bauer, M. Leucker, C. Schallhart, Comparing LTL semantics
 * for runtime verification, J. Logic Comput. 20(3), 2010.
 */
public enum Verdict {
  /** Whatever comes, the rule stays satisfied. */
  SATISFIED("satisfied"),
  /** Satisfied as things stand; something may still break it. */
  POSSIBLY_SATISFIED("possibly-satisfied"),
  /** Unsatisfied as things stand; something may still satisfy it. */
  POSSIBLY_VIOLATED("possibly-violated"),
  /** Whatever comes, the rule stays unsatisfied. */
  VIOLATED("violated");

  private final String wire;

  Verdict(String wire) {
    this.wire = wire;
  }

  /** The name in outcomes. */
  public String wireName() {
    return wire;
  }
}
