package org.peersupport.json.certification;

import java.util.Optional;

/**
 * What the contract says in one place, in our words. Immutable; nothing is null.
 *
 * @param id what vectors name it by
 * @param kind how strongly it is said
 * @param section where the contract says it
 * @param says one sentence
 * @param capability what a subject must claim to be held to it; empty where all are
 * @param shownBy the protocol of the kit whose suite shows it, where that of the default protocol
 *     cannot
 * @param outside why no vector can show it, in a sentence
 * @param test the test in the build that shows it instead, by its path
 */
public record Clause(
    String id,
    Kind kind,
    String section,
    String says,
    Optional<String> capability,
    Optional<String> shownBy,
    Optional<String> outside,
    Optional<String> test) {

  /** How strongly a clause speaks. */
  public enum Kind {
    /** What is always done. */
    MUST("must"),
    /** What is not accepted. */
    REFUSED("refused"),
    /** What does not happen. */
    NEVER("never"),
    /** What is left free. */
    MAY("may");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }

    /** The word in the table. */
    public String wireName() {
      return wire;
    }
  }
}
