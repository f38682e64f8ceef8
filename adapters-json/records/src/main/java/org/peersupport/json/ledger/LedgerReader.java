package org.peersupport.json.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.peersupport.json.LogEntry;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.IssueCode;
import org.peersupport.session.Event;

/**
 * The reader of a ledger. It gives the events as {@link org.peersupport.json.LogReader} gives those
 * of a log, and checks the ledger as it goes:
 *
 * <pre>{@code
 * try (LedgerReader ledger = LedgerReader.open(file)) {
 *   for (Optional<LogEntry> entry = ledger.next(); entry.isPresent(); entry = ledger.next()) {
 *     …
 *   }
 * }
 * }</pre>
 *
 * <p>In the place of what was erased stands a pseudonym, {@code erased-} and 32 hexadecimal digits:
 * within a session one for each participant, referral, department and role, so that it can still be
 * judged who did what; from session to session they tell nothing. A text that was erased reads as
 * such a pseudonym too. The first line that is not in order is a {@link LogEntry.Broken}, and the
 * last entry. Header and erasures are passed over. In memory are some hundred bytes for each
 * session. Not safe to share between threads.
 */
public final class LedgerReader implements AutoCloseable {
  private final InputStream in;
  private final Scan scan;
  private boolean told;

  private LedgerReader(InputStream in, AcknowledgedPart part) {
    this.in = in;
    this.scan = new Scan(in, part, Contents.remembering(), MerkleTree.empty());
  }

  /**
   * Opens a file. Events of an append that has not ended are not returned, see {@link
   * #unacknowledged()}.
   *
   * @throws IOException if it cannot be opened
   */
  public static LedgerReader open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      AcknowledgedPart part = AcknowledgedPart.of(file, channel);
      return new LedgerReader(Channels.newInputStream(channel), part);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Reads a stream, all of it, which is closed with this reader. */
  public static LedgerReader of(InputStream in) {
    return new LedgerReader(in, AcknowledgedPart.ALL);
  }

  /**
   * The next event, or what is wrong with the ledger; empty at the end.
   *
   * @throws IOException if the stream cannot be read
   */
  public Optional<LogEntry> next() throws IOException {
    while (scan.next()) {
      Event event = scan.contents().event();
      if (event != null) {
        return Optional.of(new LogEntry.Recorded(scan.lines(), event));
      }
    }
    LedgerFinding finding = scan.finding();
    if (finding == null || told) {
      return Optional.empty();
    }
    told = true;
    Issue issue =
        new Issue(IssueCode.ILL_FORMED.wireName(), "", finding.line(), finding.explanation());
    return Optional.of(new LogEntry.Broken(finding.line(), Optional.empty(), List.of(issue)));
  }

  /** How many bytes after the last event belong to an append that has not ended; known there. */
  public long unacknowledged() {
    return scan.unacknowledged();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
