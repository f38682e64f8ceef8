package org.peersupport.json.ledger;

import java.io.IOException;

/**
 * The failure of a writer whose ledger was changed by somebody else meanwhile: removed, replaced,
 * cut, or written. Nothing since the last commit is acknowledged, and nothing more is written.
 * Close the writer and open the ledger again to see what it holds. The message says what changed,
 * and nothing of the ledger itself.
 */
public final class LedgerChangedException extends IOException {
  private static final long serialVersionUID = 1L;

  LedgerChangedException(String message) {
    super(message);
  }
}
