package org.peersupport.json.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes in the record of an erasure: what it names must be missing, and what is missing named. */
final class Erasures {
  private static final Set<String> ERASURE =
      Set.of(
          LedgerMembers.AT,
          LedgerMembers.ERASED,
          LedgerMembers.HASH,
          LedgerMembers.LINE,
          LedgerMembers.PREV);
  private static final Set<String> ERASED = Set.of(LedgerMembers.LABELS, LedgerMembers.SESSION);

  private static final String NO_ERASURE =
      "The erasure is not written as it must be, names what never was, or what was erased before.";
  private static final String STILL_THERE =
      "The erasure names what is still there in an earlier line. Take the ledger as 'erase' left"
          + " it, not an older copy.";

  private Erasures() {}

  /** Takes it in; gives what is wrong with it, null when nothing is. */
  static @Nullable LedgerFinding take(int line, ObjectNode members, List<Track> tracks) {
    JsonNode all = members.path(LedgerMembers.ERASED);
    if (!Shapes.fits(members, ERASURE, Set.of())
        || !Moments.isMoment(members.path(LedgerMembers.AT))
        || !all.isArray()
        || all.isEmpty()) {
      return malformed(line);
    }
    for (JsonNode each : all) {
      int session = Shapes.number(each.path(LedgerMembers.SESSION));
      JsonNode labels = each.path(LedgerMembers.LABELS);
      if (!Shapes.fits(each, ERASED, Set.of())
          || session < 1
          || session > tracks.size()
          || !labels.isArray()
          || labels.isEmpty()) {
        return malformed(line);
      }
      LedgerFinding finding = take(line, labels, tracks.get(session - 1));
      if (finding != null) {
        return finding;
      }
    }
    return null;
  }

  /** How many values an erasure that is in order names. */
  static int size(ObjectNode members) {
    int size = 0;
    for (JsonNode each : members.path(LedgerMembers.ERASED)) {
      size += each.path(LedgerMembers.LABELS).size();
    }
    return size;
  }

  private static @Nullable LedgerFinding take(int line, JsonNode labels, Track track) {
    for (JsonNode each : labels) {
      String label = each.asText();
      if (!each.isTextual() || !track.knows(label) || track.isErased(label)) {
        return malformed(line);
      } else if (!track.isMissing(label)) {
        return new LedgerFinding(LedgerFindingKind.NOT_ERASED, line, STILL_THERE);
      }
      track.erase(label);
    }
    return null;
  }

  private static LedgerFinding malformed(int line) {
    return new LedgerFinding(LedgerFindingKind.MALFORMED, line, NO_ERASURE);
  }
}
