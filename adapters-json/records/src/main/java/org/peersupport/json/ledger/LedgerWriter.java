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
 * The writer of a ledger. It adds events, all or none of them:
 *
 * <pre>{@code
 * try (LedgerWriter writer = LedgerWriter.open(file, new SecureRandom(), clock.instant())) {
 *   List<String> misfits = new ArrayList<>();
 *   for (Event event : events) {
 *     writer.add(event).ifPresent(misfits::add);
 *   }
 *   if (misfits.isEmpty()) {
 *     writer.commit();
 *   }
 * }
 * }</pre>
 *
 * <p>When {@link #commit()} has returned, all of them are on the disk. The next ones may follow
 * with the same writer. What is in the ledger otherwise, once it is opened again:
 *
 * <ul>
 *   <li>an event did not fit, or the writer was closed or stopped before the commit: none of them
 *   <li>the process stopped within the commit, or it threw an {@link IOException} and closing did
 *       too: all of them or none
 *   <li>a {@link LedgerChangedException}, because somebody else changed the files meanwhile: some
 *       of them may be there. Give them once more to {@link #addIfNew}, with all that came before
 * </ul>
 *
 * <p>After an {@link IOException} this writer takes nothing more: close it and open another one.
 *
 * <p>No other thread and no other process can write meanwhile, as long as the lock is kept. Some
 * network file systems keep none, and code of this process that opens and closes the lock file
 * drops it. That is found out, and what was committed before stays.
 *
 * <p>To open a ledger it is read from its first line to its last, and one that is not in order is
 * not written to. In memory are some hundred bytes for each session. The events of a session must
 * follow one another from the first; whether they follow the rules of its protocol is not looked
 * at. Not safe to share between threads.
 */
public final class LedgerWriter implements AutoCloseable {
  private static final String NO_KEY =
      "a key, an id of a rule or a release in it is not written as such; in a ledger it could not"
          + " be erased, so it is not taken";
  private static final String FROZEN =
      "something of its session was erased, so the session takes no more events; who is who could"
          + " not be told any more";

  private static final String REPEATED =
      "with this event its session has the same events at the same instants as an erased one, so"
          + " what was erased would come back; take the session out of the log, and erase it again"
          + " if a part of it is in the ledger already. If it is another session, append it with"
          + " --not-erased (LedgerAccess.takingRepeats)";

  private static final String KNOWN =
      ", for the ledger has it already; append only what is new, as --continue does";
  private static final String NOT_THE_BEGINNING =
      "the log does not begin with what the ledger has: here the ledger has another event, in its"
          + " line ";
  private static final String APPEND_WHAT_IS_NEW = "; it is another log, or lines are missing";
  private static final String TAKE_OUT =
      "; something was erased from the ledger, so take out of the log too what was erased ('ledger"
          + " read --reasons L' shows what is left); otherwise it is another log, or lines are"
          + " missing";

  private final WritableLedger ledger;
  private final RandomGenerator random;
  private final boolean takesRepeats;
  private final ErasedSessions erased;
  private final Map<String, Integer> sessions;
  private final Set<Long> beginningsOfErased;
  private final Set<String> spoiled = new HashSet<>();
  private @Nullable CommonPrefix beginning;
  private boolean writing;
  private boolean closed;
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
   * @throws LedgerException if the ledger is not in order, or is missing although its lock file
   *     says that there was one, see {@link LedgerAccess#beginningAnew}; it is left as it is
   * @throws LedgerInUseException if another thread or process is writing it
   * @throws LedgerForeignFileException if a file beside it is not its own
   * @throws IOException if it cannot be read or written
   */
  public static LedgerWriter open(Path file, RandomGenerator random, Instant now)
      throws IOException {
    return open(file, random, now, LedgerAccess.standard());
  }

  /**
   * Opens a ledger, or begins one, on the given terms.
   *
   * @param access how long to wait for another writer, what may be begun and taken, and who is told
   *     what had to be mended
   * @throws java.io.InterruptedIOException if the thread is interrupted while it waits
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
    core.put(LedgerMembers.CREATED, Moments.text(now));
    core.put(LedgerMembers.FORMAT, Contents.FORMAT);
    core.put(LedgerMembers.LEDGER, Hashes.text(id));
    core.put(LedgerMembers.LINE, 1);
    core.put(LedgerMembers.PREV, Hashes.NONE);
    core.put(LedgerMembers.VERSION, Contents.VERSION);
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
      beginning = new CommonPrefix(ledger.file(), ledger.scan().contents().tracks());
    }
    switch (beginning.compare(event)) {
      case SAME, GIVEN_UP -> {
        return Optional.empty();
      }
      case DIFFERENT -> {
        spoiled.add(event.session());
        return Optional.of(NOT_THE_BEGINNING + beginning.line() + whatToDo());
      }
      default -> {
        return add(event);
      }
    }
  }

  private String whatToDo() {
    return ledger.scan().contents().erased() > 0 ? TAKE_OUT : APPEND_WHAT_IS_NEW;
  }

  /**
   * How many events the ledger has after those that {@link #addIfNew} was given, when there was no
   * new one: then the log ends before the ledger does, and lines of it may be missing. To be asked
   * once, after the last event; what was erased does not count.
   *
   * @throws IOException if the ledger cannot be read
   */
  public int missing() throws IOException {
    return beginning == null ? 0 : beginning.missing();
  }

  /**
   * Whether the event opens a session at the very millisecond in which one was opened that was
   * erased since. One event is too little to tell whether it is the same session. {@link #add}
   * refuses the session once it has all events of the erased one, two or more, at the same
   * instants, unless a session that was not erased has the same events.
   */
  public boolean mayHaveBeenErased(Event event) {
    return event.seq() == 1 && beginningsOfErased.contains(event.at().toEpochMilli());
  }

  /** How many events were added, over all commits. */
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
    return !takesRepeats && erased.isRepeated(number) ? Optional.of(REPEATED) : Optional.empty();
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
   * @throws LedgerChangedException if somebody else changed the files; events since the last commit
   *     may be in the ledger or not
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
    if (closed) {
      return;
    }
    closed = true;
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
