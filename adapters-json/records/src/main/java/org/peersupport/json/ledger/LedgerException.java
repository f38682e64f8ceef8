package org.peersupport.json.ledger;

/**
 * The refusal to use a ledger, because of what was found in it. The message has the line and the
 * explanation, and nothing of the ledger itself.
 */
public final class LedgerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final LedgerFinding finding;

  LedgerException(LedgerFinding finding) {
    super("line " + finding.line() + ": " + finding.explanation());
    this.finding = finding;
  }

  /** What was found first. */
  public LedgerFinding finding() {
    return finding;
  }
}
