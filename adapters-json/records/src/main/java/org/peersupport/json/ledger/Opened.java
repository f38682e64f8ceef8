package org.peersupport.json.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.Keys;

/** The part of a record that can be erased: for each label its salt and its value. */
final class Opened {
  private static final Set<String> PARTS = Set.of(LedgerMembers.SALT, LedgerMembers.VALUE);

  private Opened() {}

  /** An entry of the part. */
  static void put(ObjectNode open, String label, String salt, String value) {
    open.putObject(label).put(LedgerMembers.SALT, salt).put(LedgerMembers.VALUE, value);
  }

  /** What the entry says, if it is what was committed to; null when it is not. */
  static @Nullable String value(ErasableKind kind, @Nullable JsonNode entry, String commitment) {
    if (entry == null || !Shapes.fits(entry, PARTS, Set.of())) {
      return null;
    }
    String salt = entry.get(LedgerMembers.SALT).textValue();
    String value = entry.get(LedgerMembers.VALUE).textValue();
    boolean fits =
        salt != null
            && value != null
            && Hashes.isHash(salt)
            && (kind.isId() ? Keys.isId(value) : value.indexOf('\0') < 0) // as in any event
            && Commitment.of(kind, salt, value).equals(commitment);
    return fits ? value : null;
  }
}
