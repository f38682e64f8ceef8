package org.peersupport.json.ledger;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.peersupport.session.Event;

/**
 * Adds events to a ledger, all or none of them:
 *
 * <pre>{@code
 * try (LedgerWriter writer = LedgerWriter.open(file, new SecureRandom(), clock.instant())) {
 *   for (Event event : events) {
 *     writer.add(event).ifPresent(misfit -> …);
 *   }
 *   writer.commit();
 * }
 * }</pre>
 *
 * <p>When {@link #commit()} has returned, all of them are on the disk. Whatever stops the writer
 * before that, none is in the ledger once it is opened again; only what stops it within the commit
 * may leave all of them. After an {@link IOException} this writer takes nothing more. Nobody else
 * can write meanwhile, neither a thread of this process nor another process. A lock that is not
 * kept (some network file systems have none; code of this process that opens and closes the lock
 * file drops it) is found out: then {@link #add} or {@link #commit()} throws a {@link
 * LedgerChangedException}, and nothing is lost. To open a ledger it is read from its first line to
 * its last, and one that is not in order is not written to. In memory are some hundred bytes for
 * each session.
 *
 * <p>The events of a session must follow one another from the first; whether they follow the rules
 * of its protocol is not looked at. Not safe to share between threads.
 */
public final class LedgerWriter implements AutoCloseable {
  private static final String NO_KEY =
      "a key, an id of a rule or a release in it is not written as such; in a ledger it could not"
          + " be erased, so it is not taken";
  private static final String FROZEN =
      "something of its session was erased, so the session takes no more events; who is who could"
          + " not be told any more";

  private static final String REPEATED =
      "this event and all before it in its session have the instants of an erased session and say"
          + " the same, so what was erased would come back; take it out of the log ('ledger read"
          + " --reasons L' prints one without it), and erase the session again if a part of it is in"
          + " the ledger already. A session that is another is taken with --not-erased"
          + " (LedgerAccess.takingRepeats)";

  private static final String KNOWN =
      ", for the ledger has it already; append only what is new, as --continue does";
  private static final String NOT_THE_BEGINNING =
      "the log does not begin with what the ledger has: here the ledger has another event, in its"
          + " line ";
  private static final String APPEND_WHAT_IS_NEW =
      "; append only what is new, and take out of the log too what was erased";

  private final WritableLedger ledger;
  private final RandomGenerator random;
  private final boolean takesRepeats;
  private final ErasedSessions erased;
  private final Map<String, Integer> sessions;
  private final Set<Long> beginningsOfErased;
  private final Set<String> spoiled = new HashSet<>();
  private @Nullable Beginning beginning;
  private boolean writing;
  private int added;

  private LedgerWriter(WritableLedger ledger, RandomGenerator random, boolean takesRepeats) {
    this.ledger = ledger;
    this.random = random;
    this.takesRepeats = takesRepeats;
    this.erased = new ErasedSessions(ledger);
    this.sessions = ledger.scan().contents().numbers();
    this.beginningsOfErased = ledger.scan().contents().beginningsOfErased();
  }

  /**
   * Opens a ledger, or begins one. What a writer that was stopped has left is cut off, see {@link
   * #mended()}.
   *
   * @param random makes the salts and the id of a new ledger; it must not be predictable, so a
   *     {@link java.security.SecureRandom} outside of tests
   * @param now when a new ledger is begun
   * @throws LedgerException if the ledger is not in order; it is left as it is
   * @throws LedgerInUseException if somebody else is writing it, in this process or another one
   * @throws IOException if it cannot be read or written
   */
  public static LedgerWriter open(Path file, RandomGenerator random, Instant now)
      throws IOException {
    return open(file, random, now, LedgerAccess.standard());
  }

  /**
   * The same.
   *
   * @param access how long to wait for another writer, what may be begun and taken, and who is told
   *     what had to be mended
   * @throws IOException if it cannot be read or written
   */
  public static LedgerWriter open(
      Path file, RandomGenerator random, Instant now, LedgerAccess access) throws IOException {
    LedgerWriter writer =
        new LedgerWriter(WritableLedger.openOrBegin(file, access), random, access.takesRepeats());
    try {
      if (writer.ledger.scan().lines() == 0) {
        writer.write(header(random, now));
      }
      return writer;
    } catch (IOException | RuntimeException e) {
      try {
        writer.close();
      } catch (IOException also) {
        e.addSuppressed(also);
      }
      throw e;
    }
  }

  private static byte[] header(RandomGenerator random, Instant now) {
    byte[] id = new byte[Contents.LEDGER_DIGITS / 2];
    random.nextBytes(id);
    ObjectNode core = JsonNodeFactory.instance.objectNode();
    core.put(Members.CREATED, Moments.text(now));
    core.put(Members.FORMAT, Contents.FORMAT);
    core.put(Members.LEDGER, Hashes.text(id));
    core.put(Members.LINE, 1);
    core.put(Members.PREV, Hashes.NONE);
    core.put(Members.VERSION, Contents.VERSION);
    return LedgerLine.write(core, JsonNodeFactory.instance.objectNode());
  }

  /** What had to be mended when the ledger was opened, for people; empty when nothing had. */
  public Optional<String> mended() {
    return ledger.mended();
  }

  /**
   * Adds an event.
   *
   * @return why it does not fit, without anything of it; then nothing can be committed any more,
   *     and of the later events of its session no more is said. Empty when it fits
   * @throws IOException if it cannot be written
   */
  public Optional<String> add(Event event) throws IOException {
    if (spoiled.contains(event.session())) {
      return Optional.empty();
    }
    Optional<String> misfit = misfit(event);
    if (misfit.isEmpty()) {
      misfit = append(event);
    }
    if (misfit.isPresent()) {
      spoiled.add(event.session());
    }
    return misfit;
  }

  /**
   * Adds an event of a log that begins with what the ledger has: as long as the log says what the
   * ledger says, event for event, nothing is added. What was erased may be missing in the log, or
   * stand there as the ledger now reads. Not to be mixed with {@link #add}.
   *
   * @return why it does not fit, as of {@link #add}, or that the log begins otherwise; of what
   *     comes after that no more is said
   * @throws IOException if the ledger cannot be read or written
   */
  public Optional<String> addIfNew(Event event) throws IOException {
    if (beginning == null) {
      beginning = new Beginning(ledger.file(), ledger.scan().contents().tracks());
    }
    switch (beginning.compare(event)) {
      case SAME, GIVEN_UP -> {
        return Optional.empty();
      }
      case DIFFERENT -> {
        spoiled.add(event.session());
        return Optional.of(NOT_THE_BEGINNING + beginning.line() + APPEND_WHAT_IS_NEW);
      }
      default -> {
        return add(event);
      }
    }
  }

  /**
   * Whether the event opens a session at the very millisecond in which one was opened that was
   * erased since. It may be the same, out of a log from which it was not taken: by one event that
   * cannot be told. It is refused by {@link #add} as soon as all events that were erased are there
   * again, at least two, with the same instants and the same words, unless a session that was not
   * erased says the same.
   */
  public boolean mayHaveBeenErased(Event event) {
    return event.seq() == 1 && beginningsOfErased.contains(event.at().toEpochMilli());
  }

  /** How many events were added. */
  public int added() {
    return added;
  }

  private Optional<String> misfit(Event event) {
    Integer number = sessions.get(event.session());
    int last = number == null ? 0 : track(number).seq();
    if (number != null && track(number).isFrozen()) {
      return Optional.of(FROZEN);
    } else if (event.seq() != last + 1) {
      String known = event.seq() <= last ? KNOWN : "";
      return Optional.of(
          "event "
              + event.seq()
              + " of its session comes where event "
              + (last + 1)
              + " is expected"
              + known);
    }
    return event instanceof Event.SessionOpened == (last == 0)
        ? Optional.empty()
        : Optional.of("a session begins with session-opened, and has no other");
  }

  private Optional<String> append(Event event) throws IOException {
    Scan scan = ledger.scan();
    int sessionCount = scan.contents().tracks().size();
    int number = sessions.getOrDefault(event.session(), sessionCount + 1);
    Track track = number > sessionCount ? new Track() : track(number);
    byte[] line =
        new RecordDraft(track, sessions, random).line(event, number, scan.lines() + 1, scan.hash());
    if (line == null) {
      return Optional.of(NO_KEY);
    }
    write(line);
    sessions.put(event.session(), number);
    added++;
    return !takesRepeats && erased.hasBack(number) ? Optional.of(REPEATED) : Optional.empty();
  }

  private void write(byte[] line) throws IOException {
    if (!writing) {
      writing = true;
      ledger.begin(line);
    }
    ledger.scan().extend(line);
    ledger.append(line);
  }

  private Track track(int number) {
    return requireNonNull(ledger.scan().contents().tracks().get(number - 1));
  }

  /**
   * Keeps what was added. It is on the disk when this returns.
   *
   * @return where the ledger stands now
   * @throws IllegalStateException if an event did not fit
   * @throws LedgerChangedException if somebody else was here; nothing since the last commit is kept
   * @throws IOException if it cannot be written
   */
  public LedgerHead commit() throws IOException {
    if (!spoiled.isEmpty()) {
      throw new IllegalStateException("an event did not fit, so none can be kept");
    }
    if (writing) {
      ledger.commit();
      writing = false;
    }
    return ledger.scan().head();
  }

  /** Takes back what was not committed, and lets others write. */
  @Override
  public void close() throws IOException {
    try {
      if (beginning != null) {
        beginning.close();
      }
    } finally {
      release();
    }
  }

  private void release() throws IOException {
    try {
      if (writing) {
        ledger.rollBack();
      }
    } finally {
      ledger.close();
    }
  }
}
