package org.peersupport.json.ledger;

import java.io.IOException;

/** Somebody else is writing the ledger, or the files beside it are not its own. */
public final class LedgerInUseException extends IOException {
  private static final long serialVersionUID = 1L;

  LedgerInUseException(String message) {
    super(message);
  }
}
