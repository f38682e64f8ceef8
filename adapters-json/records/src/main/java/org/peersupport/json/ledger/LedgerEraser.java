package org.peersupport.json.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.peersupport.json.LineReader;
import org.peersupport.json.internal.Canonical;

/**
 * The erasure of a session or a participant from a ledger: nothing of them is in any byte of the
 * file, and leaves everything valid that was proved or sealed before.
 *
 * <p>The ledger is written anew beside itself, without these values and their salts, and with a
 * record that says which labels were erased and when. The copy is checked, and takes the ledger's
 * place in one step: whatever stops the eraser, the one or the other is there, whole. It has the
 * owner, the group and the mode of the ledger, or nothing is erased.
 *
 * <p>What stays: the words of the protocol, the instants, and that two labels of one session were
 * the same or not. What this cannot reach: other copies of the ledger, of the log that it was made
 * from, and what a disk keeps of deleted files. Several sessions that are erased in one go are told
 * by the record to have been erased together.
 */
public final class LedgerEraser {
  private static final String OTHER_NAMES =
      "the file had other names too (hard links), under which it still holds what was erased; delete"
          + " them";
  private static final int SESSIONS_IN_A_RECORD = 10_000;

  /**
   * What was erased.
   *
   * @param head where the ledger stands now
   * @param sessions in how many sessions
   * @param values how many values
   */
  public record Erased(LedgerHead head, int sessions, int values) {}

  private LedgerEraser() {}

  /**
   * Erases everything of a session that can be erased: its id, everybody's ids, roles and
   * departments in it, the ids of its referrals and commands, and every text; and its id where
   * another session names it as the one that it follows up.
   *
   * @param id the id of the session
   * @param at when this is done
   * @return empty when there is nothing of it in the ledger, which then is left as it is
   * @throws LedgerException if the ledger is not in order
   * @throws LedgerInUseException if another thread or process is writing it
   * @throws LedgerForeignFileException if a file beside it is not its own
   * @throws IOException if it cannot be read or written; it was erased all the same if only the
   *     last step failed, which is to make sure that the disk has it
   */
  public static Optional<Erased> eraseSession(Path file, String id, Instant at) throws IOException {
    return eraseSession(file, id, at, LedgerAccess.standard());
  }

  /**
   * Erases a session from a ledger that is opened on the given terms.
   *
   * @param access how long to wait for another writer, and who is told what had to be mended
   * @throws IOException if it cannot be read or written
   */
  public static Optional<Erased> eraseSession(Path file, String id, Instant at, LedgerAccess access)
      throws IOException {
    try (WritableLedger ledger = WritableLedger.open(file, access)) {
      return erase(ledger, Targets.ofSession(ledger.scan().contents(), id), at, access.mended());
    }
  }

  /**
   * Erases a participant from every session: the id, and the roles and departments given with it;
   * and every text and the id of every command of these sessions, because it may speak of them.
   * Where somebody else of the session has the same role or department, it goes too. The ids of the
   * sessions and of referrals stay.
   *
   * @param id the id of the participant
   * @param at when this is done
   * @return empty when the participant is not in the ledger, which then is left as it is
   * @throws LedgerException if the ledger is not in order
   * @throws LedgerInUseException if another thread or process is writing it
   * @throws LedgerForeignFileException if a file beside it is not its own
   * @throws IOException if it cannot be read or written; it was erased all the same if only the
   *     last step failed, which is to make sure that the disk has it
   */
  public static Optional<Erased> eraseParticipant(Path file, String id, Instant at)
      throws IOException {
    return eraseParticipant(file, id, at, LedgerAccess.standard());
  }

  /**
   * Erases a participant from a ledger that is opened on the given terms.
   *
   * @param access how long to wait for another writer, and who is told what had to be mended
   * @throws IOException if it cannot be read or written
   */
  public static Optional<Erased> eraseParticipant(
      Path file, String id, Instant at, LedgerAccess access) throws IOException {
    try (WritableLedger ledger = WritableLedger.open(file, access)) {
      Map<Integer, Set<String>> targets = Targets.ofParticipant(ledger.scan().contents(), id);
      if (!targets.isEmpty()) {
        Targets.addWhatBelongs(ledger.file(), ledger.scan().contents(), targets);
      }
      return erase(ledger, targets, at, access.mended());
    }
  }

  private static Optional<Erased> erase(
      WritableLedger ledger, Map<Integer, Set<String>> targets, Instant at, Consumer<String> told)
      throws IOException {
    if (targets.isEmpty()) {
      return Optional.empty();
    }
    int names = Disk.names(ledger.file());
    try (RewrittenCopy copy = RewrittenCopy.create(ledger.file())) {
      write(ledger, copy.out(), targets, at);
      ledger.check(); // what was copied is what there is
      CheckedLedger checked = CheckedLedger.of(copy.written());
      if (!checked.findings().isEmpty()) {
        throw new IllegalStateException("the copy is not in order");
      }
      ledger.check(); // and nobody has written since
      copy.replace(ledger.file());
      if (names > 1) {
        told.accept(OTHER_NAMES);
      }
      int values = targets.values().stream().mapToInt(Set::size).sum();
      return Optional.of(new Erased(checked.head(), targets.size(), values));
    }
  }

  private static void write(
      WritableLedger ledger, OutputStream out, Map<Integer, Set<String>> targets, Instant at)
      throws IOException {
    try (InputStream in = Files.newInputStream(ledger.file())) {
      LineReader lines = LineReader.ofLedger(in);
      while (lines.next()) {
        out.write(without(lines.line(), targets));
        out.write('\n');
      }
      for (byte[] line : records(ledger, targets, at)) {
        out.write(line);
        out.write('\n');
      }
      out.flush();
    }
  }

  private static byte[] without(byte[] line, Map<Integer, Set<String>> targets) {
    LedgerLine read = LedgerLine.read(line);
    if (read == null) {
      return line; // somebody else is writing, which the next look finds
    }
    ObjectNode members = read.members();
    Set<String> labels = targets.get(Shapes.number(members.path(LedgerMembers.SESSION)));
    if (labels == null || !(members.get(LedgerMembers.OPEN) instanceof ObjectNode open)) {
      return line;
    }
    open.remove(labels);
    if (open.isEmpty()) {
      members.remove(LedgerMembers.OPEN);
    }
    return Canonical.of(members);
  }

  private static List<byte[]> records(
      WritableLedger ledger, Map<Integer, Set<String>> targets, Instant at) {
    List<byte[]> records = new ArrayList<>();
    List<Integer> sessions = List.copyOf(targets.keySet());
    String prev = ledger.scan().hash();
    for (int from = 0; from < sessions.size(); from += SESSIONS_IN_A_RECORD) {
      int to = Math.min(sessions.size(), from + SESSIONS_IN_A_RECORD);
      int line = ledger.scan().lines() + records.size() + 1;
      ObjectNode core = JsonNodeFactory.instance.objectNode();
      core.put(LedgerMembers.AT, Moments.text(at))
          .put(LedgerMembers.LINE, line)
          .put(LedgerMembers.PREV, prev);
      ArrayNode erased = core.putArray(LedgerMembers.ERASED);
      for (int session : sessions.subList(from, to)) {
        ObjectNode one = erased.addObject().put(LedgerMembers.SESSION, session);
        ArrayNode labels = one.putArray(LedgerMembers.LABELS);
        targets.getOrDefault(session, Set.of()).forEach(labels::add);
      }
      byte[] record = LedgerLine.write(core, JsonNodeFactory.instance.objectNode());
      JsonNode hash = core.get(LedgerMembers.HASH);
      prev = hash.textValue();
      records.add(record);
    }
    return records;
  }
}
