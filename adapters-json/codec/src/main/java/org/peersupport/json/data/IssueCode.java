package org.peersupport.json.data;

/** What can be wrong with a text. The wire names are stable; explanations are not. */
public enum IssueCode {
  /** The text is no JSON, is not UTF-8, or breaks off. */
  NOT_JSON("json.not-json"),
  /** Something follows the object. */
  TRAILING_TEXT("json.trailing-text"),
  /** Something is longer than {@link JsonLimits} allows. */
  TOO_LARGE("json.too-large"),
  /** Objects and arrays are nested deeper than {@link JsonLimits#DEPTH}. */
  TOO_DEEP("json.too-deep"),
  /** An object has two members of the same name. */
  REPEATED_MEMBER("json.repeated-member"),
  /** A member that is needed is not there. */
  MISSING_MEMBER("json.missing-member"),
  /** A document has a member that means nothing; the explanation names the nearest that does. */
  UNKNOWN_MEMBER("json.unknown-member"),
  /** A member that belongs to another command or event. */
  MISPLACED_MEMBER("json.misplaced-member"),
  /** A value is of another JSON type, null included. */
  WRONG_TYPE("json.wrong-type"),
  /** An id, an instant, a duration, a number or a text is not written as it must be. */
  ILL_FORMED("json.ill-formed"),
  /** A word is none of those that may stand here. */
  UNKNOWN_VALUE("json.unknown-value"),
  /** An array says nothing where something must be said. */
  EMPTY_ARRAY("json.empty-array"),
  /** Something that this release does not read. */
  UNSUPPORTED("json.unsupported"),
  /** A session was opened under a protocol that demands something else today. */
  PROTOCOL_DIFFERS("log.protocol-differs"),
  /** The last line of a log breaks off. */
  TORN("log.torn");

  private final String wire;

  IssueCode(String wire) {
    this.wire = wire;
  }

  /** The stable name. */
  public String wireName() {
    return wire;
  }
}
