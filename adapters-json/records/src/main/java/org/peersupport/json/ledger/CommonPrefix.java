package org.peersupport.json.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.peersupport.session.Event;

/**
 * The events that a ledger and a log begin with alike, compared one by one. In memory is what is
 * needed to read a ledger, once more.
 */
final class CommonPrefix implements AutoCloseable {
  /** How an event of the log stands to the ledger. */
  enum Match {
    /** The ledger has it. */
    SAME,
    /** The ledger has another one there. */
    DIFFERENT,
    /** The log went another way before. */
    GIVEN_UP,
    /** The ledger has no more, so it is new. */
    NEW
  }

  private final InputStream in;
  private final Scan scan;
  private final List<Track> tracks;
  private Match last = Match.SAME;

  /**
   * @param file a ledger that is in order, and to which nothing is written as long as events are
   *     the same
   * @param tracks its sessions as they are at its end
   */
  CommonPrefix(Path file, List<Track> tracks) throws IOException {
    this.in = Files.newInputStream(file);
    this.scan = new Scan(in, Contents.remembering(), MerkleTree.empty());
    this.tracks = tracks;
  }

  /** Compares the next event of the log. */
  Match compare(Event event) throws IOException {
    if (last == Match.SAME) {
      last = step(event);
    } else if (last == Match.DIFFERENT) {
      last = Match.GIVEN_UP;
    }
    return last;
  }

  private Match step(Event event) throws IOException {
    while (scan.next()) {
      Event known = scan.contents().event();
      if (known != null && known.equals(event)) {
        return Match.SAME;
      } else if (known != null && !mayBeMissing()) {
        return Match.DIFFERENT;
      }
    }
    return Match.NEW;
  }

  /** Something of the session was erased; so it may have been taken out of the log. */
  private boolean mayBeMissing() {
    int session = Shapes.number(scan.line().members().path(LedgerMembers.SESSION));
    return tracks.get(session - 1).isFrozen();
  }

  /** How many events come after the last one that was the same; what was erased does not count. */
  int missing() throws IOException {
    int missing = 0;
    while (last == Match.SAME && scan.next()) {
      missing += scan.contents().event() == null || mayBeMissing() ? 0 : 1;
    }
    return missing;
  }

  /** Which line of the ledger was compared last. */
  int line() {
    return scan.lines();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
