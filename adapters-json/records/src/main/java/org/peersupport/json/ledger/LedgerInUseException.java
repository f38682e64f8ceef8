package org.peersupport.json.ledger;

import java.io.IOException;

/**
 * The refusal to open a ledger that another thread or process is writing. Try again later, or open
 * it with {@link LedgerAccess#waiting}. Nothing was changed.
 */
public final class LedgerInUseException extends IOException {
  private static final long serialVersionUID = 1L;

  LedgerInUseException(String message) {
    super(message);
  }
}
