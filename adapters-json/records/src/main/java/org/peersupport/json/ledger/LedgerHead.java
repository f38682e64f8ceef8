package org.peersupport.json.ledger;

import java.util.Objects;

/**
 * Where a ledger stands: what a seal signs. Immutable; nothing is ever null.
 *
 * @param ledger the id of the ledger, 32 hexadecimal digits, made when it was begun
 * @param lines how many lines it has, the header counted: the size of the Merkle tree
 * @param hash the hash of the last line, 64 hexadecimal digits
 * @param root the Merkle root of all lines, 64 hexadecimal digits
 */
public record LedgerHead(String ledger, int lines, String hash, String root) {
  /** Checks that nothing is null. */
  public LedgerHead {
    Objects.requireNonNull(ledger, "ledger");
    Objects.requireNonNull(hash, "hash");
    Objects.requireNonNull(root, "root");
  }
}
