package org.peersupport.json.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.internal.Canonical;
import org.peersupport.json.internal.Trees;

/**
 * A line that is sound in itself: canonical byte for byte, and with the hash of its own core. Its
 * core is all of it but {@code hash} and {@code open}. Whether it belongs where it stands is not
 * looked at here.
 */
final class LedgerLine {
  private static final Set<String> OUTSIDE = Set.of(LedgerMembers.HASH, LedgerMembers.OPEN);

  private final ObjectNode members;
  private final byte[] core;
  private final String hash;
  private final String prev;
  private final int number;

  private LedgerLine(ObjectNode members, byte[] core, String hash, String prev, int number) {
    this.members = members;
    this.core = core;
    this.hash = hash;
    this.prev = prev;
    this.number = number;
  }

  /** The line; null when it is not sound. */
  static @Nullable LedgerLine read(byte[] utf8) {
    JsonNode read = Trees.read(utf8);
    if (!(read instanceof ObjectNode members)
        || !Arrays.equals(utf8, Canonical.bytes(members))
        || !members.path(LedgerMembers.HASH).isTextual()
        || !members.path(LedgerMembers.PREV).isTextual()
        || !members.path(LedgerMembers.LINE).canConvertToInt()
        || !members.path(LedgerMembers.LINE).isIntegralNumber()) {
      return null;
    }
    byte[] core = Canonical.of(members.deepCopy().without(OUTSIDE));
    String hash = members.get(LedgerMembers.HASH).textValue();
    return hash.equals(Hashes.text(Hashes.sha256(core)))
        ? new LedgerLine(
            members,
            core,
            hash,
            members.get(LedgerMembers.PREV).textValue(),
            members.get(LedgerMembers.LINE).intValue())
        : null;
  }

  /**
   * The line with this core.
   *
   * @param core all members but {@code hash} and {@code open}; becomes the line's
   * @param open what is not under the hash; an empty one is left out
   */
  static byte[] write(ObjectNode core, ObjectNode open) {
    String hash = Hashes.text(Hashes.sha256(Canonical.of(core)));
    core.put(LedgerMembers.HASH, hash);
    if (!open.isEmpty()) {
      core.set(LedgerMembers.OPEN, open);
    }
    return Canonical.of(core);
  }

  /** All of it. */
  ObjectNode members() {
    return members;
  }

  /** What is under the hash, in canonical form. */
  byte[] core() {
    return core;
  }

  String hash() {
    return hash;
  }

  /** The hash of the line before, as this one says. */
  String prev() {
    return prev;
  }

  /** Which line it is, as it says itself. */
  int number() {
    return number;
  }
}
