package org.peersupport.json.ledger;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.LineReader;

/**
 * The diagnosis of a broken chain: the line was changed, removed, inserted or moved. All that comes
 * after it is read to tell which.
 *
 * <p>What was done in more than one place is told for the first place only.
 */
final class TamperDiagnosis {
  private static final String EMPTY =
      "There is nothing here; a ledger has at least its header, so all of it was removed.";
  private static final String BEGINNING =
      "Nothing of this ledger is acknowledged yet: the append that is to begin it is under way, or"
          + " was stopped.";
  private static final String CHANGED =
      "The line is not what was written: it does not have the hash that it names, or not the form"
          + " that it must have byte for byte.";
  private static final String CHANGED_BEFORE =
      "The line after this one names another hash for it: this line was changed and given a new"
          + " hash.";
  private static final String INSERTED = "The line was put in here: the chain goes on without it.";
  private static final String REMOVED =
      "Lines were taken out here: the line that stands here comes later in the chain.";
  private static final String REORDERED =
      "The lines are not in their order: the one that belongs here stands further down.";

  private final LineReader rest;
  private final int good;
  private final String head;
  private final String before;

  /**
   * @param rest at the line where the chain breaks
   * @param good how many lines before it are in order
   * @param head the hash of the last of these
   * @param before the hash of the one before that
   */
  TamperDiagnosis(LineReader rest, int good, String head, String before) {
    this.rest = rest;
    this.good = good;
    this.head = head;
    this.before = before;
  }

  /** What is said of an empty file. */
  static LedgerFinding empty() {
    return new LedgerFinding(LedgerFindingKind.REMOVED, 1, EMPTY);
  }

  /** What is said of a ledger that is being begun. */
  static LedgerFinding beginning() {
    return new LedgerFinding(LedgerFindingKind.CUT_OFF, 1, BEGINNING);
  }

  /**
   * What was done.
   *
   * @param found the line where the chain breaks; null when it is not even sound in itself
   */
  LedgerFinding explain(@Nullable LedgerLine found) throws IOException {
    int here = good + 1;
    if (found == null) {
      return rest.next() && follows(LedgerLine.read(rest.line()))
          ? of(LedgerFindingKind.INSERTED, here, INSERTED)
          : of(LedgerFindingKind.CHANGED, here, CHANGED);
    } else if (found.number() == here) {
      return good == 0
          ? of(LedgerFindingKind.CHANGED, here, CHANGED)
          : of(LedgerFindingKind.CHANGED, good, CHANGED_BEFORE);
    } else if (found.number() == good
        && found.prev().equals(before)
        && !found.hash().equals(head)) {
      return of(LedgerFindingKind.INSERTED, good, INSERTED);
    }
    return misplaced(found);
  }

  /** The line is of another place: does the one that belongs here still come? */
  private LedgerFinding misplaced(LedgerLine found) throws IOException {
    boolean goesOn = false;
    boolean again = false;
    while (rest.next()) {
      LedgerLine later = LedgerLine.read(rest.line());
      goesOn |= follows(later);
      again |= later != null && later.hash().equals(found.hash());
    }
    int here = good + 1;
    if (found.number() < here || (goesOn && again)) {
      return of(LedgerFindingKind.INSERTED, here, INSERTED);
    }
    return goesOn
        ? of(LedgerFindingKind.REORDERED, here, REORDERED)
        : of(LedgerFindingKind.REMOVED, here, REMOVED);
  }

  private boolean follows(@Nullable LedgerLine line) {
    return line != null && line.number() == good + 1 && line.prev().equals(head);
  }

  private static LedgerFinding of(LedgerFindingKind kind, int line, String explanation) {
    return new LedgerFinding(kind, line, explanation);
  }
}
