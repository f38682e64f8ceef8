package org.peersupport.json.ledger;

/** The names of the members of a ledger's line. */
final class LedgerMembers {
  static final String AT = "at";
  static final String COMMITMENTS = "commitments";
  static final String CREATED = "created";
  static final String ERASED = "erased";
  static final String EVENT = "event";
  static final String FORMAT = "format";
  static final String HASH = "hash";
  static final String LABELS = "labels";
  static final String LEDGER = "ledger";
  static final String LINE = "line";
  static final String OPEN = "open";
  static final String PREV = "prev";
  static final String SALT = "salt";
  static final String SESSION = "session";
  static final String VALUE = "value";
  static final String VERSION = "version";

  private LedgerMembers() {}
}
