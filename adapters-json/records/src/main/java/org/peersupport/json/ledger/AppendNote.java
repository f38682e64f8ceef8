package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The note of an append that is under way, in the lock file: where to cut if it is stopped.
 *
 * @param length how many bytes the ledger had before the append
 * @param hash the hash of its last line then; of a ledger that is to be begun, that of the header
 *     to come, or {@link Hashes#NONE} as long as there is none
 * @param next the hash of the first line of the append; so a note is told from one that a writer
 *     has left behind which had lost its lock
 */
record AppendNote(long length, String hash, Optional<String> next) {
  /** Of a ledger that there is not yet. */
  static final AppendNote OF_BEGINNING = ofBeginning(Hashes.NONE);

  /** No note is longer. */
  static final int LONGEST = 160;

  private static final String NEXT = "( [0-9a-f]{0,64})?\n?";
  private static final Pattern BEGINNING = Pattern.compile("0( [0-9a-f]{0,64}\n?)?");
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,18}) ([0-9a-f]{64})(?: ([0-9a-f]{64}))?\n");

  /** Of a ledger that is to be begun with this header. */
  static AppendNote ofBeginning(String header) {
    return new AppendNote(0, header, Optional.empty());
  }

  /** Reads a note; empty when the text is none, or one that breaks off. */
  static Optional<AppendNote> read(byte[] text) {
    Matcher parts = FORM.matcher(new String(text, US_ASCII));
    return parts.matches()
        ? Optional.of(
            new AppendNote(
                Long.parseLong(parts.group(1)),
                parts.group(2),
                Optional.ofNullable(parts.group(3))))
        : Optional.empty();
  }

  byte[] text() {
    String more = next.map(each -> " " + each).orElse("");
    return (length + " " + hash + more + "\n").getBytes(US_ASCII);
  }

  /** Whether the text is the note, or the beginning of one, of a ledger that there is not yet. */
  static boolean isOfBeginning(byte[] text) {
    return BEGINNING.matcher(new String(text, US_ASCII)).matches();
  }

  /** Whether this is the note of a ledger that there is not yet. */
  boolean isOfBeginning() {
    return length == 0;
  }

  /** The hash of the line that the append begins with; empty in notes that do not say it. */
  Optional<String> first() {
    return isOfBeginning() ? Optional.of(hash) : next;
  }

  /** Whether the text is this note, or the beginning of it, whatever line comes next. */
  boolean beginsWith(byte[] text) {
    String said = new String(text, US_ASCII);
    String place = length + " " + hash;
    return place.startsWith(said)
        || (said.startsWith(place) && said.substring(place.length()).matches(NEXT));
  }

  /**
   * Whether what follows in the ledger was written under this note. It was not if a whole line
   * stands there that is another than the note says: then the note is of a ledger that was to be
   * begun in the place of this one, or of a writer that had lost its lock and wrote nothing.
   *
   * @param reading reads the ledger
   */
  boolean isOf(FileChannel reading) throws IOException {
    Optional<String> first = first();
    if (first.isEmpty()) {
      return true;
    }
    LedgerLine line = LedgerLine.read(Disk.line(reading, length));
    return line == null || line.hash().equals(first.get());
  }

  /** Whether a ledger that ends there stood so before the append. */
  boolean isAt(long end, String head) {
    return end == length && (isOfBeginning() || head.equals(hash));
  }
}
