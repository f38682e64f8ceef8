package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The note of an append that is under way, in the lock file: where to cut if it is stopped.
 *
 * @param length how many bytes the ledger had before the append
 * @param hash the hash of its last line then; of a ledger that is to be begun, that of the header
 *     to come, or {@link Hashes#NONE} as long as there is none
 */
record AppendNote(long length, String hash) {
  /** Of a ledger that there is not yet. */
  static final AppendNote OF_BEGINNING = new AppendNote(0, Hashes.NONE);

  /** No note is longer. */
  static final int LONGEST = 100;

  private static final Pattern BEGINNING = Pattern.compile("0( [0-9a-f]{0,64}\n?)?");
  private static final Pattern FORM = Pattern.compile("([0-9]{1,18}) ([0-9a-f]{64})\n");

  /** Reads a note; empty when the text is none, or one that breaks off. */
  static Optional<AppendNote> read(byte[] text) {
    Matcher parts = FORM.matcher(new String(text, US_ASCII));
    return parts.matches()
        ? Optional.of(new AppendNote(Long.parseLong(parts.group(1)), parts.group(2)))
        : Optional.empty();
  }

  byte[] text() {
    return (length + " " + hash + "\n").getBytes(US_ASCII);
  }

  /** Whether the text is the note, or the beginning of one, of a ledger that there is not yet. */
  static boolean isOfBeginning(byte[] text) {
    return BEGINNING.matcher(new String(text, US_ASCII)).matches();
  }

  /** Whether this is the note of a ledger that there is not yet. */
  boolean isOfBeginning() {
    return length == 0;
  }

  /** Whether the text is this note, or the beginning of it. */
  boolean beginsWith(byte[] text) {
    return new String(text(), US_ASCII).startsWith(new String(text, US_ASCII));
  }

  /** Whether a ledger that ends there stood so before the append. */
  boolean isAt(long end, String head) {
    return end == length && (isOfBeginning() || head.equals(hash));
  }
}
