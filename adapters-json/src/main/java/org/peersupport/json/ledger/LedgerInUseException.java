package org.peersupport.json.ledger;

import java.io.IOException;

/**
 * The refusal to open a ledger that somebody else is writing, or beside which there are files that
 * are not its own. Nothing was changed.
 */
public final class LedgerInUseException extends IOException {
  private static final long serialVersionUID = 1L;

  LedgerInUseException(String message) {
    super(message);
  }
}
