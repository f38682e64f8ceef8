package org.peersupport.json.ledger;

import java.io.IOException;

/**
 * The refusal to write a ledger beside which there is a file that has the name of one of its own
 * and is none. To wait does not help: a person has to move that file, and the message says which.
 * Nothing was changed.
 */
public final class LedgerForeignFileException extends IOException {
  private static final long serialVersionUID = 1L;

  LedgerForeignFileException(String message) {
    super(message);
  }
}
