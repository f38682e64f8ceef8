package org.peersupport.json.ledger;

import java.io.Serializable;
import java.util.Objects;

/**
 * One thing that is wrong with a ledger. Repeats nothing of what the ledger says: it is safe to log
 * and to print. Immutable.
 *
 * @param kind what kind of thing; never null
 * @param line the line in the file that it begins at, from 1; 0 when it is about no line
 * @param explanation a sentence or two for people; the words are not stable; never null
 */
public record LedgerFinding(LedgerFindingKind kind, int line, String explanation)
    implements Serializable {
  /** Checks that nothing is null. */
  public LedgerFinding {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(explanation, "explanation");
  }
}
