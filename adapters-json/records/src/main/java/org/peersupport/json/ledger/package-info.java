/**
 * Logs that nobody can change unseen: a chain of hashes, Merkle proofs of single lines, signed
 * heads, and erasure that leaves all of these valid.
 *
 * <p>{@link org.peersupport.json.ledger.LedgerWriter} adds events, {@link
 * org.peersupport.json.ledger.LedgerReader} reads them, {@link
 * org.peersupport.json.ledger.CheckedLedger} finds what was done to a file, {@link
 * org.peersupport.json.ledger.LedgerEraser} erases. The format is described for other programs in
 * {@code adapters-json/docs/ledger-format.md}. Chance and the time always come from the caller.
 * Nothing here is logged, and neither a finding nor an exception repeats what a ledger says.
 * Stable: the format, and the wire names of findings.
 */
@NullMarked
@API(status = API.Status.STABLE)
package org.peersupport.json.ledger;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
