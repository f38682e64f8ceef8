package org.peersupport.protocol;

/** What can be wrong with a protocol. The wire names are stable; explanations are not. */
public enum ProblemCode {
  /** Something that people or programs need was left empty. */
  MISSING("protocol.missing"),
  /** An id, a key or a release is not written as it must be. */
  ILL_FORMED("protocol.ill-formed"),
  /** Two entries have the same key or id. */
  DUPLICATE("protocol.duplicate"),
  /** A pattern, a return or an exception speaks of what the protocol does not have. */
  UNKNOWN("protocol.unknown"),
  /** Two statements cannot both be meant. */
  CONTRADICTION("protocol.contradiction"),
  /** A number or a length is outside its range. */
  OUT_OF_RANGE("protocol.out-of-range"),
  /** No conversation can satisfy the mandatory rules. */
  CANNOT_CLOSE("protocol.cannot-close"),
  /** Some conversation would have to refuse what the peer or the outside does. */
  REFUSES_THE_PEER("protocol.refuses-the-peer"),
  /** The rules have more joint states than are worked through. */
  TOO_LARGE("protocol.too-large"),
  /** An example comes out differently. */
  CONTRADICTED_EXAMPLE("protocol.contradicted-example");

  private final String wire;

  ProblemCode(String wire) {
    this.wire = wire;
  }

  /** The stable name. */
  public String wireName() {
    return wire;
  }
}
