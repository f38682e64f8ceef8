package org.peersupport.json.ledger;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The search for erased sessions that are appended again. Their ids are gone, but what they said is
 * not: the instants, the kinds of events and the words of the protocol. A session that says all of
 * it again, event for event, is the same one.
 *
 * <p>There is no telling where it is a single event, or where a session that was not erased says
 * the same too, as in made-up logs or those with coarse times. In memory is nothing until a session
 * is suspected; then the ledger is read once more.
 */
final class ErasedSessions {
  private static final int FEWEST_EVENTS = 2;
  private static final String THE_SESSION = ErasableKind.SESSION.label(1);

  private final WritableLedger ledger;
  private @Nullable Set<String> living;

  ErasedSessions(WritableLedger ledger) {
    this.ledger = ledger;
  }

  /** Whether the session has, with the event that was added last, become an erased one. */
  boolean isRepeated(int session) throws IOException {
    List<Track> tracks = ledger.scan().contents().tracks();
    Track track = tracks.get(session - 1);
    String digest = track.digest();
    return track.seq() >= FEWEST_EVENTS
        && !digest.isEmpty()
        && tracks.stream()
            .anyMatch(each -> each.isErased(THE_SESSION) && each.digest().equals(digest))
        && !living().contains(digest);
  }

  /** The digests of the sessions that were not erased, before this append. */
  private Set<String> living() throws IOException {
    Set<String> known = living;
    if (known == null) {
      known = read(ledger.file());
      living = known;
    }
    return known;
  }

  private static Set<String> read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      AcknowledgedPart part = AcknowledgedPart.of(file, channel);
      Contents contents = Contents.comparing();
      new Scan(Channels.newInputStream(channel), part, contents, MerkleTree.empty()).toEnd();
      return contents.tracks().stream()
          .filter(track -> !track.isErased(THE_SESSION))
          .map(Track::digest)
          .collect(Collectors.toUnmodifiableSet());
    }
  }
}
