package org.peersupport.json.ledger;

import java.io.IOException;

/**
 * The failure of an operation because somebody else changed the ledger meanwhile: removed,
 * replaced, cut, or written. What a writer committed before stays, as far as the other has left it;
 * some of the events since may be there, none is certain, and nothing more is written. Close the
 * writer, open the ledger again, and give all events once more to {@link LedgerWriter#addIfNew}.
 * The message says what changed, and nothing of the ledger itself.
 */
public final class LedgerChangedException extends IOException {
  private static final long serialVersionUID = 1L;

  LedgerChangedException(String message) {
    super(message);
  }
}
