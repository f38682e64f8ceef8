package org.peersupport.json.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peersupport.json.internal.Canonical;
import org.peersupport.json.internal.Trees;

/** A ledger as somebody would forge it: changed, and everything made to fit again. */
final class Rehashed {
  private Rehashed() {}

  /** The same lines, numbered, committed to and chained anew; those that are no objects stay. */
  static byte[] of(byte[] ledger) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String prev = Hashes.NONE;
    int number = 0;
    for (byte[] line : lines(ledger)) {
      number++;
      byte[] made = line;
      if (Trees.read(line) instanceof ObjectNode members && Canonical.bytes(members) != null) {
        commit(members);
        ObjectNode core = members.deepCopy();
        JsonNode open = core.remove(LedgerMembers.OPEN);
        core.remove(LedgerMembers.HASH);
        core.put(LedgerMembers.PREV, prev).put(LedgerMembers.LINE, number);
        made =
            LedgerLine.write(
                core,
                open instanceof ObjectNode some ? some : JsonNodeFactory.instance.objectNode());
        prev = core.get(LedgerMembers.HASH).textValue();
      }
      out.writeBytes(made);
      out.write('\n');
    }
    return out.toByteArray();
  }

  private static void commit(ObjectNode members) {
    if (members.path(LedgerMembers.COMMITMENTS) instanceof ObjectNode commitments) {
      Set<Map.Entry<String, JsonNode>> open = members.path(LedgerMembers.OPEN).properties();
      for (Map.Entry<String, JsonNode> entry : open) {
        ErasableKind kind = ErasableKind.of(entry.getKey());
        String salt = Shapes.text(entry.getValue().path(LedgerMembers.SALT));
        JsonNode value = entry.getValue().path(LedgerMembers.VALUE);
        if (kind != null && Hashes.isHash(salt) && value.isTextual()) {
          commitments.put(entry.getKey(), Commitment.of(kind, salt, value.textValue()));
        }
      }
    }
  }

  private static List<byte[]> lines(byte[] ledger) {
    List<byte[]> lines = new ArrayList<>();
    int from = 0;
    for (int to = 0; to <= ledger.length; to++) {
      if (to == ledger.length ? to > from : ledger[to] == '\n') {
        lines.add(Arrays.copyOfRange(ledger, from, to));
        from = to + 1;
      }
    }
    return lines;
  }
}
