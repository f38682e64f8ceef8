package org.peersupport.json.ledger;

/** What can be wrong with a ledger, or with a seal of it. The wire names are stable. */
public enum LedgerFindingKind {
  /** A line is not what was written. */
  CHANGED("changed"),
  /** One or more lines are missing. */
  REMOVED("removed"),
  /** A line is there that does not belong there. */
  INSERTED("inserted"),
  /** A line stands where another belongs, which comes later. */
  REORDERED("reordered"),
  /** The last line breaks off: a writer was stopped, or part of the line was taken away. */
  CUT_OFF("cut-off"),
  /** A line is chained as it must be, and is not what a ledger may have. */
  MALFORMED("malformed"),
  /** Something is still there of which an erasure says that it is gone. */
  NOT_ERASED("not-erased"),
  /** The signature of a seal is not that of its key over its content. */
  SEAL_FORGED("seal-forged"),
  /** A seal is of another ledger, or of another content. */
  SEAL_DIFFERS("seal-differs");

  private final String wire;

  LedgerFindingKind(String wire) {
    this.wire = wire;
  }

  /** The stable name. */
  public String wireName() {
    return wire;
  }
}
