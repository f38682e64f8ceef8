package org.peersupport.json.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.PeerSupportJson;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Read;
import org.peersupport.json.internal.Canonical;
import org.peersupport.session.Event;

/**
 * What the lines of a ledger say, one after the other: that each is what may come next, and what is
 * open or erased. Whether they are chained is not looked at here.
 *
 * <p>Grows with the number of sessions, not with that of lines. Not safe to share between threads.
 */
final class Contents {
  static final String FORMAT = "peersupport/ledger";
  static final int VERSION = 1;
  static final int LEDGER_DIGITS = 32;

  /** In bytes; no header takes more. */
  static final int LONGEST_HEADER = 512;

  private static final Pattern HEADER_LINE =
      Pattern.compile(
          "\\{\"created\":\"[-0-9TZ:.+]{20,40}\",\"format\":\"peersupport/ledger\","
              + "\"hash\":\"[0-9a-f]{64}\",\"ledger\":\"[0-9a-f]{32}\",\"line\":1,"
              + "\"prev\":\"0{64}\",\"version\":1\\}\n");

  private static final String THE_SESSION = ErasableKind.SESSION.label(1);
  private static final Set<String> HEADER =
      Set.of(
          LedgerMembers.CREATED,
          LedgerMembers.FORMAT,
          LedgerMembers.HASH,
          LedgerMembers.LEDGER,
          LedgerMembers.LINE,
          LedgerMembers.PREV,
          LedgerMembers.VERSION);
  private static final Set<String> RECORD =
      Set.of(
          LedgerMembers.EVENT,
          LedgerMembers.HASH,
          LedgerMembers.LINE,
          LedgerMembers.PREV,
          LedgerMembers.SESSION);
  private static final Set<String> OF_RECORD =
      Set.of(LedgerMembers.COMMITMENTS, LedgerMembers.OPEN);

  private static final String NO_HEADER =
      "This is not the header of a ledger of version " + VERSION + ", which must come first.";
  private static final String NO_RECORD =
      "This is neither the record of an event nor that of an erasure.";
  private static final String NO_EVENT = "The event is not one that a ledger can hold.";
  private static final String NOT_NEXT =
      "The event does not follow the one before it in its session.";
  private static final String FROZEN =
      "Something of the session was erased before, so it takes no more events.";
  private static final String MISSING =
      "What the line committed to is not there, and no erasure says so. It was taken out, or the"
          + " ledger was cut off before the erasure that says so.";

  private final boolean remembering;
  private final boolean comparing;
  private final List<Track> tracks = new ArrayList<>();
  private final Set<Long> openingsOfErased = new HashSet<>();
  private String ledger = "";
  private int events;
  private int erased;
  private @Nullable Event event;

  private Contents(boolean remembering, boolean comparing) {
    this.remembering = remembering;
    this.comparing = comparing;
  }

  /** Remembers what the labels stand for, so that events can be read and added. */
  static Contents remembering() {
    return new Contents(true, false);
  }

  /** Only checks. */
  static Contents checking() {
    return new Contents(false, false);
  }

  /** Checks, and makes the digest of each session, see {@link Track#digest()}. */
  static Contents comparing() {
    return new Contents(false, true);
  }

  /** The first line of the bytes, without its end; all of them when it has none. */
  static byte[] firstLine(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return Arrays.copyOf(bytes, end);
  }

  /** Whether the bytes are the beginning of the first line of a ledger. */
  static boolean breaksOffInHeader(byte[] bytes) {
    Matcher line = HEADER_LINE.matcher(new String(bytes, US_ASCII));
    return !line.lookingAt() && line.hitEnd();
  }

  /** Takes the next line; gives what is wrong with it, null when nothing is. */
  @Nullable LedgerFinding take(LedgerLine line) {
    ObjectNode members = line.members();
    event = null;
    if (line.number() == 1) {
      return header(members);
    } else if (members.has(LedgerMembers.ERASED)) {
      LedgerFinding finding = Erasures.take(line.number(), members, tracks);
      erased += finding == null ? Erasures.size(members) : 0;
      return finding;
    }
    return record(line.number(), members);
  }

  private @Nullable LedgerFinding header(ObjectNode members) {
    boolean fits =
        Shapes.fits(members, HEADER, Set.of())
            && FORMAT.equals(members.path(LedgerMembers.FORMAT).textValue())
            && Shapes.number(members.path(LedgerMembers.VERSION)) == VERSION
            && Moments.isMoment(members.path(LedgerMembers.CREATED))
            && Hashes.isHex(Shapes.text(members.path(LedgerMembers.LEDGER)), LEDGER_DIGITS);
    ledger = fits ? Shapes.text(members.path(LedgerMembers.LEDGER)) : "";
    return fits ? null : malformed(1, NO_HEADER);
  }

  private @Nullable LedgerFinding record(int line, ObjectNode members) {
    int session = Shapes.number(members.path(LedgerMembers.SESSION));
    boolean opens = session == tracks.size() + 1;
    if (!Shapes.fits(members, RECORD, OF_RECORD)) {
      return malformed(line, NO_RECORD);
    } else if (session < 1 || session > tracks.size() + 1) {
      return malformed(line, NOT_NEXT);
    }
    Track track = opens ? new Track() : tracks.get(session - 1);
    JsonNode form = members.path(LedgerMembers.EVENT);
    if (track.isFrozen()) {
      return malformed(line, FROZEN);
    } else if (Shapes.number(form.path("seq")) != track.seq() + 1
        || opens != "session-opened".equals(form.path("type").textValue())) {
      return malformed(line, NOT_NEXT);
    }
    if (opens) {
      tracks.add(track);
    }
    track.advance();
    LedgerFinding finding = Introductions.take(line, members, track, opens, remembering);
    if (finding == null) {
      finding = reveal(line, members, session);
    }
    if (finding == null) {
      events++;
    } else if (opens) {
      tracks.remove(session - 1);
    }
    return finding;
  }

  /** Reads the event with what its labels stand for, or, when only checking, with the labels. */
  private @Nullable LedgerFinding reveal(int line, ObjectNode members, int session) {
    Set<String> introduced = Shapes.names(members.path(LedgerMembers.COMMITMENTS));
    Set<String> unused = new HashSet<>(introduced);
    unused.remove(THE_SESSION);
    AtomicLong characters = new AtomicLong();
    ObjectNode whole =
        EventForm.swap(
            members.path(LedgerMembers.EVENT),
            (kind, value) -> {
              unused.remove(value.asText());
              boolean known = kind != ErasableKind.COMMAND || introduced.contains(value.asText());
              JsonNode meant = known ? revealed(kind, value, session) : null;
              characters.addAndGet(meant == null ? 0 : meant.asText().length());
              return meant;
            });
    if (!unused.isEmpty()) {
      return Introductions.malformed(line);
    } else if (whole == null
        || whole.has(LedgerMembers.SESSION)
        || characters.get() > JsonLimits.EVENT_BYTES) { // one text may be meant thousands of times
      return malformed(line, NO_EVENT);
    }
    whole.put(LedgerMembers.SESSION, id(session));
    Read<Event> read = PeerSupportJson.readEvent(Canonical.of(whole), line);
    if (read.isMalformed()) {
      return malformed(line, NO_EVENT);
    }
    event = read.orElseThrow();
    Track track = tracks.get(session - 1);
    introduced.removeIf(label -> ErasableKind.of(label) != ErasableKind.COMMAND);
    introduced.forEach(track::forget);
    if (event.seq() == 1) {
      track.open(event.at().toEpochMilli());
    }
    if (comparing || (remembering && mayBeRepeated(track))) {
      track.addToDigest(EventForm.lasting(members.path(LedgerMembers.EVENT)));
    }
    return null;
  }

  /** Whether the session was erased, or began at the instant of an erased one. */
  private boolean mayBeRepeated(Track track) {
    if (track.isMissing(THE_SESSION)) {
      openingsOfErased.add(track.opened());
    }
    return openingsOfErased.contains(track.opened());
  }

  private @Nullable JsonNode revealed(ErasableKind kind, JsonNode value, int session) {
    if (kind == ErasableKind.FOLLOWED && value.isIntegralNumber()) {
      int followed = Shapes.number(value);
      return followed > 0 && followed < session ? TextNode.valueOf(id(followed)) : null;
    }
    String label = value.textValue();
    if (label == null) {
      return null;
    } else if (kind == ErasableKind.DEPARTMENT && label.isEmpty()) {
      return value; // an empty department is an unknown one, and there is nothing in it to erase
    }
    Track track = tracks.get(session - 1);
    return ErasableKind.of(label) == kind && track.knows(label)
        ? TextNode.valueOf(remembering ? requireNonNull(track.meaning(label)) : label)
        : null;
  }

  /** What is wrong now that no more lines come; null when nothing is. */
  @Nullable LedgerFinding end() {
    return tracks.stream().mapToInt(Track::firstMissing).filter(line -> line > 0).min().stream()
        .mapToObj(line -> new LedgerFinding(LedgerFindingKind.CHANGED, line, MISSING))
        .findFirst()
        .orElse(null);
  }

  private static LedgerFinding malformed(int line, String explanation) {
    return new LedgerFinding(LedgerFindingKind.MALFORMED, line, explanation);
  }

  /** The id of the ledger. */
  String ledger() {
    return ledger;
  }

  /** The sessions, number 1 at place 0. */
  List<Track> tracks() {
    return tracks;
  }

  /** The id of a session, or what stands for it. */
  String id(int session) {
    return remembering
        ? requireNonNull(tracks.get(session - 1).meaning(THE_SESSION))
        : ErasableKind.SESSION.label(session);
  }

  /** The sessions whose ids are not erased, by id. */
  Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    for (int session = 1; session <= tracks.size(); session++) {
      if (!tracks.get(session - 1).isErased(THE_SESSION)) {
        numbers.put(id(session), session);
      }
    }
    return numbers;
  }

  /** When the sessions began whose ids are erased, in milliseconds since 1970; if remembered. */
  Set<Long> beginningsOfErased() {
    return Set.copyOf(openingsOfErased);
  }

  /** How many events there are. */
  int events() {
    return events;
  }

  /** How many values were erased. */
  int erased() {
    return erased;
  }

  /** The event of the last line; null when it has none. */
  @Nullable Event event() {
    return event;
  }
}
