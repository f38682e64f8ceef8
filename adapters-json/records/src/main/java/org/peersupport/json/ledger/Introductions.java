package org.peersupport.json.ledger;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes in the labels that a record introduces, with what stands open of them. */
final class Introductions {
  private static final String LABELS =
      "The labels are not those that come next in the session, or stand for nothing.";
  private static final String OTHER =
      "What stands open does not belong to the commitments. Somebody changed a value or a salt.";

  private Introductions() {}

  /**
   * Takes them in.
   *
   * @param opens whether the record is the first of its session, which has to name it
   * @param remembering whether it must be known later what they stand for
   * @return what is wrong with them; null when nothing is
   */
  static @Nullable LedgerFinding take(
      int line, ObjectNode members, Track track, boolean opens, boolean remembering) {
    JsonNode commitments = members.path(LedgerMembers.COMMITMENTS);
    JsonNode open = members.path(LedgerMembers.OPEN);
    if (saysNothing(members, LedgerMembers.COMMITMENTS)
        || saysNothing(members, LedgerMembers.OPEN)
        || commitments.has(ErasableKind.SESSION.label(1)) != opens
        || !areNext(commitments, track)) {
      return malformed(line);
    }
    if (!Shapes.names(commitments).containsAll(Shapes.names(open))) {
      return new LedgerFinding(LedgerFindingKind.CHANGED, line, OTHER);
    }
    for (Map.Entry<String, JsonNode> each : commitments.properties()) {
      String label = each.getKey();
      String commitment = each.getValue().textValue();
      ErasableKind kind = requireNonNull(ErasableKind.of(label));
      String value = Opened.value(kind, open.get(label), commitment);
      if (open.has(label) && value == null) {
        return new LedgerFinding(LedgerFindingKind.CHANGED, line, OTHER);
      }
      String meaning = value == null ? Commitment.pseudonym(commitment) : value;
      track.introduce(kind, label, remembering ? meaning : null);
      if (value == null) {
        track.miss(label, line);
      }
    }
    return null;
  }

  /** The finding that labels are not as they must be. */
  static LedgerFinding malformed(int line) {
    return new LedgerFinding(LedgerFindingKind.MALFORMED, line, LABELS);
  }

  /** A part that is there must be an object with something in it. */
  private static boolean saysNothing(ObjectNode members, String part) {
    JsonNode value = members.get(part);
    return value != null && !(value.isObject() && !value.isEmpty());
  }

  /** Whether the labels are numbered on from those that there are, and each has a hash. */
  private static boolean areNext(JsonNode commitments, Track track) {
    int[] added = new int[ErasableKind.values().length];
    int[] highest = new int[added.length];
    for (Map.Entry<String, JsonNode> each : commitments.properties()) {
      ErasableKind kind = ErasableKind.of(each.getKey());
      String commitment = each.getValue().textValue();
      if (kind == null || commitment == null || !Hashes.isHash(commitment)) {
        return false;
      }
      int number = ErasableKind.numberOf(each.getKey());
      int place = kind.index();
      added[place]++;
      highest[place] = Math.max(highest[place], number);
      if (number <= track.introduced(kind)) {
        return false;
      }
    }
    for (ErasableKind kind : ErasableKind.values()) {
      int place = kind.index();
      if (added[place] > 0 && highest[place] != track.introduced(kind) + added[place]) {
        return false;
      }
    }
    return true;
  }
}
