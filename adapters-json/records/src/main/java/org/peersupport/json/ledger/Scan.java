package org.peersupport.json.ledger;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.LineReader;
import org.peersupport.json.internal.Trees;

/**
 * Goes through a ledger line by line for as long as it is in order, and says what the first thing
 * is that is not. In memory there are one line, the subtrees of the Merkle tree, and what the
 * {@link Contents} keep. Does not close the stream. Not safe to share between threads.
 */
final class Scan {
  private static final String NO_END =
      "The last line has lost its end, a line feed. The next 'append' puts it back.";
  private static final String CUT_OFF =
      "The last line breaks off. If the file beside the ledger that ends with .lock has something in"
          + " it, an append was stopped, and the next 'append' cuts off what it left; otherwise part"
          + " of the line was lost or taken away.";

  private final AcknowledgedPart part;
  private final LineReader lines;
  private final Contents contents;
  private final MerkleTree tree;
  private String head = Hashes.NONE;
  private String before = Hashes.NONE;
  private int number;
  private long end;
  private boolean terminated = true;
  private boolean over;
  private boolean atEnd;
  private @Nullable LedgerLine line;
  private @Nullable LedgerFinding finding;

  /**
   * @param contents nothing yet
   * @param tree of no entries yet
   */
  Scan(InputStream in, Contents contents, MerkleTree tree) {
    this(in, AcknowledgedPart.ALL, contents, tree);
  }

  /**
   * @param part how far to go
   * @param contents nothing yet
   * @param tree of no entries yet
   */
  Scan(InputStream in, AcknowledgedPart part, Contents contents, MerkleTree tree) {
    this.part = part;
    this.lines = LineReader.ofLedger(in);
    this.contents = contents;
    this.tree = tree;
  }

  /** Only checks. */
  static Scan checking(InputStream in) {
    return new Scan(in, Contents.checking(), MerkleTree.empty());
  }

  /** Goes to the next line that is in order; false when there is none. */
  boolean next() throws IOException {
    if (over) {
      return false;
    }
    over = !advance();
    return !over;
  }

  /** Goes to the end, or to the first thing that is not in order. */
  Scan toEnd() throws IOException {
    while (next()) {
      // on to the next
    }
    return this;
  }

  private boolean advance() throws IOException {
    if (part.endsAt(end, head) || !lines.next()) {
      atEnd = true;
      finding = findingAtEnd();
      return false;
    }
    byte[] bytes = lines.line();
    if (!lines.isTerminated() && Trees.breaksOff(bytes)) {
      atEnd = true;
      finding = new LedgerFinding(LedgerFindingKind.CUT_OFF, number + 1, CUT_OFF);
      return false;
    }
    LedgerLine read = LedgerLine.read(bytes);
    if (read == null || read.number() != number + 1 || !read.prev().equals(head)) {
      finding = new TamperDiagnosis(lines, number, head, before).explain(read);
      return false;
    }
    finding = take(read);
    if (finding != null) {
      return false;
    }
    end = lines.offset() + bytes.length + (lines.isTerminated() ? 1 : 0);
    terminated = lines.isTerminated();
    return true;
  }

  private @Nullable LedgerFinding findingAtEnd() {
    if (number == 0) {
      return part.isBeginning() ? TamperDiagnosis.beginning() : TamperDiagnosis.empty();
    }
    LedgerFinding open = contents.end();
    return open != null || terminated
        ? open
        : new LedgerFinding(LedgerFindingKind.CUT_OFF, number, NO_END);
  }

  private @Nullable LedgerFinding take(LedgerLine next) {
    LedgerFinding wrong = contents.take(next);
    if (wrong == null) {
      line = next;
      number++;
      before = head;
      head = next.hash();
      tree.add(next.core());
    }
    return wrong;
  }

  /**
   * Goes on with a line that was made here, after the end.
   *
   * @throws IllegalStateException if the line would be found out
   */
  void extend(byte[] made) {
    LedgerLine next = LedgerLine.read(made);
    if (next == null || take(next) != null) {
      throw new IllegalStateException("a line that no ledger may have");
    }
  }

  /**
   * The line.
   *
   * @throws IllegalStateException if there was none
   */
  LedgerLine line() {
    LedgerLine current = line;
    if (current == null) {
      throw new IllegalStateException("before the first line");
    }
    return current;
  }

  /** What is wrong; null as long as nothing is. */
  @Nullable LedgerFinding finding() {
    return finding;
  }

  /** Whether there is no whole line after those that were in order. */
  boolean isAtEnd() {
    return atEnd;
  }

  /** What the lines so far say. */
  Contents contents() {
    return contents;
  }

  MerkleTree tree() {
    return tree;
  }

  /** How many lines were in order. */
  int lines() {
    return number;
  }

  /** How many bytes the lines take that were in order. */
  long end() {
    return end;
  }

  /** Whether the last line that was in order has its end; somebody may have taken it away. */
  boolean isTerminated() {
    return terminated;
  }

  /** The hash of the last line that was in order. */
  String hash() {
    return head;
  }

  /** How many bytes come after these lines that nobody acknowledged. */
  long unacknowledged() {
    return part.after(end, head);
  }

  /** Where the lines that were in order lead to. */
  LedgerHead head() {
    return new LedgerHead(contents.ledger(), number, head, Hashes.text(tree.root()));
  }
}
