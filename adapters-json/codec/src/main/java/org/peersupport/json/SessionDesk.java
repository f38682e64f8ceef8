package org.peersupport.json;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peersupport.json.data.Answer;
import org.peersupport.json.data.DueItem;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.IssueCode;
import org.peersupport.json.data.JsonLimits;
import org.peersupport.json.data.Outcome;
import org.peersupport.json.data.Read;
import org.peersupport.json.data.Reasons;
import org.peersupport.json.data.Request;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.session.Command;
import org.peersupport.session.Decision;
import org.peersupport.session.Event;
import org.peersupport.session.Obligation;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;

/**
 * A line protocol over sessions in memory: each line with a command or a query gets one line as its
 * answer, and each accepted command gives an event to a sink.
 *
 * <pre>{@code
 * SessionDesk desk = new SessionDesk(Variants::find, event -> store(event));
 * try (LogReader log = LogReader.open(file)) {
 *   List<Issue> problems = desk.restore(log);
 *   …
 * }
 * String outcome = desk.answer(line, 1).line();
 * }</pre>
 *
 * <p>The sink gets an event before its session goes on. When the sink throws, the exception comes
 * through, and the desk stays as it was: the same command can be sent again. A sink that may have
 * stored the event all the same needs a new desk, restored from what is stored.
 *
 * <p>An accepted command whose event would be too large to be read again is not recorded; its
 * answer is {@link Outcome#MALFORMED} with {@link IssueCode#TOO_LARGE}.
 *
 * <p>Answers hold the reasons of overrides and corrections, as the wire format says. No exception
 * and no {@code toString} does. No argument may be null, and no result is. Not thread-safe: give
 * each thread its own desk, or lock around each call. The sink must not call the desk.
 */
public final class SessionDesk {
  private static final String TOO_LARGE =
      "What this departs from, with its reasons, would take more than "
          + JsonLimits.EVENT_BYTES
          + " bytes to record. Nothing was recorded; give a shorter reason.";

  private static final String DIFFERS =
      "The session was opened under a protocol of this name that demanded something else. Give the"
          + " document that it was opened under, or give the changed one another release.";

  private final Function<String, Optional<Protocol>> protocols;
  private final Consumer<? super Event> sink;
  private final Locale locale;
  private final Map<String, KeptSession> sessions = new LinkedHashMap<>();
  private final Set<String> unreadable = new LinkedHashSet<>();

  /**
   * An empty desk that speaks English.
   *
   * @param protocols finds the protocol of an {@code id} or an {@code id@release}; it must always
   *     find the releases that stored sessions follow
   * @param sink gets each accepted event; may throw
   */
  public SessionDesk(Function<String, Optional<Protocol>> protocols, Consumer<? super Event> sink) {
    this(protocols, sink, Locale.ROOT);
  }

  /**
   * An empty desk.
   *
   * @param locale the language of the sentences for people; English where there is none for it
   */
  public SessionDesk(
      Function<String, Optional<Protocol>> protocols, Consumer<? super Event> sink, Locale locale) {
    this.locale = Objects.requireNonNull(locale, "locale");
    this.protocols = Objects.requireNonNull(protocols, "protocols");
    this.sink = Objects.requireNonNull(sink, "sink");
  }

  // --- lines

  /**
   * Answers a line, and records the event of an accepted command.
   *
   * @param line one JSON object
   * @param lineNumber its line, from 1, for the issues
   */
  public Answer answer(String line, int lineNumber) {
    return answer(PeerSupportJson.readRequest(line, lineNumber), lineNumber, true);
  }

  /**
   * Answers a line, and records the event of an accepted command.
   *
   * @param utf8 one JSON object in UTF-8; not kept
   * @param lineNumber its line, from 1, for the issues
   */
  public Answer answer(byte[] utf8, int lineNumber) {
    return answer(PeerSupportJson.readRequest(utf8, lineNumber), lineNumber, true);
  }

  /**
   * The answer that {@link #answer(String, int)} would give; nothing is recorded.
   *
   * @param line one JSON object
   * @param lineNumber its line, from 1, for the issues
   */
  public Answer preview(String line, int lineNumber) {
    return answer(PeerSupportJson.readRequest(line, lineNumber), lineNumber, false);
  }

  private Answer answer(Read<Request> read, int number, boolean records) {
    if (read.isMalformed()) {
      return malformed(read.issues());
    }
    Request request = read.orElseThrow();
    if (request instanceof Request.Act act) {
      return act(act.command(), number, records);
    } else if (request instanceof Request.OptionsQuery query) {
      return options(query);
    } else if (request instanceof Request.StateQuery query) {
      return state(query.session());
    }
    return due((Request.DueQuery) request);
  }

  private Answer act(Command command, int number, boolean records) {
    if (unreadable.contains(command.session())) {
      return refused(command.session(), RefusalCode.SESSION_UNREADABLE);
    }
    KeptSession kept = sessions.get(command.session());
    Decision decision = kept == null ? first(command) : kept.decide(command);
    if (decision instanceof Refusal refusal) {
      return kept == null ? refused(command.session(), refusal) : refused(kept, refusal);
    }
    if (decision instanceof Decision.Accepted accepted) {
      if (!isReadableAgain(accepted.event())) {
        return malformed(List.of(new Issue(IssueCode.TOO_LARGE.wireName(), "", number, TOO_LARGE)));
      }
      if (records) {
        sink.accept(accepted.event());
        keep(kept, accepted);
      }
    }
    return new Answer(
        Outcome.ACCEPTED, PeerSupportJson.writeAccepted(decision, Reasons.WRITTEN, locale));
  }

  /** Decides a command to a session that is not there. */
  private Decision first(Command command) {
    if (command instanceof Command.Open open) {
      Optional<Protocol> protocol = protocols.apply(open.protocol());
      return protocol.isPresent()
          ? Sessions.open(protocol.get(), open)
          : Refusal.of(RefusalCode.PROTOCOL_UNKNOWN);
    }
    return Refusal.of(RefusalCode.SESSION_UNKNOWN);
  }

  /** Only deviations, with a reason for each rule, make an event larger than its command. */
  private static boolean isReadableAgain(Event event) {
    int deviations = event.deviations().size();
    return deviations == 0
        || (deviations <= JsonLimits.ENTRIES_IN_ALL
            && PeerSupportJson.writeEventBytes(event, Reasons.WRITTEN).length
                <= JsonLimits.EVENT_BYTES);
  }

  /** The last step of an accepted command; nothing in it can fail. */
  private void keep(@Nullable KeptSession kept, Decision.Accepted accepted) {
    if (kept == null) {
      Session opened = accepted.session();
      sessions.put(opened.id(), new KeptSession(opened, accepted.event()));
    } else {
      kept.add(accepted);
    }
  }

  private Answer options(Request.OptionsQuery query) {
    KeptSession kept = sessions.get(query.session());
    if (kept == null) {
      return refused(query.session(), absent(query.session()));
    }
    Session session = kept.session();
    String by = query.by().orElse(session.supporter().id());
    var options = Sessions.options(session, by, query.at());
    return new Answer(
        Outcome.OPTIONS, PeerSupportJson.writeOptions(session, options, kept.history(), locale));
  }

  private Answer state(String session) {
    KeptSession kept = sessions.get(session);
    return kept == null
        ? refused(session, absent(session))
        : new Answer(Outcome.STATE, PeerSupportJson.writeState(kept.session(), locale));
  }

  private Answer due(Request.DueQuery query) {
    if (query.session().isEmpty()) {
      return new Answer(Outcome.DUE, PeerSupportJson.writeDue(due(query.at())));
    }
    String session = query.session().get();
    KeptSession kept = sessions.get(session);
    return kept == null
        ? refused(session, absent(session))
        : new Answer(Outcome.DUE, PeerSupportJson.writeDue(due(List.of(kept), query.at())));
  }

  private RefusalCode absent(String session) {
    return unreadable.contains(session)
        ? RefusalCode.SESSION_UNREADABLE
        : RefusalCode.SESSION_UNKNOWN;
  }

  private Answer refused(String session, RefusalCode code) {
    return refused(session, Refusal.of(code));
  }

  private Answer refused(String session, Refusal refusal) {
    return new Answer(Outcome.REFUSED, PeerSupportJson.writeRefused(session, refusal, locale));
  }

  private Answer refused(KeptSession kept, Refusal refusal) {
    return new Answer(
        Outcome.REFUSED,
        PeerSupportJson.writeRefused(kept.session(), refusal, kept.history(), locale));
  }

  private static Answer malformed(List<Issue> issues) {
    return new Answer(Outcome.MALFORMED, PeerSupportJson.writeMalformed(issues));
  }

  // --- sessions

  /** The session with this id; empty when it was not opened. */
  public Optional<Session> session(String id) {
    return Optional.ofNullable(sessions.get(id)).map(KeptSession::session);
  }

  /** All sessions, in the order in which they were opened. */
  public List<Session> sessions() {
    return sessions.values().stream().map(KeptSession::session).toList();
  }

  /**
   * What is due in all sessions, in the order of the wire format: first the rules that someone may
   * still be in danger without in finished sessions, then the open obligations.
   *
   * @param at the instant that tells what is overdue
   */
  public List<DueItem> due(Instant at) {
    return due(sessions.values(), at);
  }

  private static List<DueItem> due(Collection<KeptSession> sessions, Instant at) {
    List<DueItem> items = new ArrayList<>();
    for (KeptSession kept : sessions) {
      Session session = kept.session();
      String supporter = session.supporter().id();
      if (session.status().isFinished()) {
        for (String rule : session.outstanding()) {
          items.add(new DueItem.OfRule(session.id(), supporter, rule));
        }
      }
      for (Obligation each : session.due()) {
        items.add(new DueItem.OfDeadline(session.id(), supporter, each, each.isOverdue(at)));
      }
    }
    items.sort(DueItem.FIRST_DUE_FIRST);
    return List.copyOf(items);
  }

  /** The ids of the sessions whose history in a log was broken, in the order met. */
  public List<String> unreadable() {
    return List.copyOf(unreadable);
  }

  // --- a log

  /**
   * Takes in every event of a log. One broken session does not stop the others: it is refused as
   * {@link RefusalCode#SESSION_UNREADABLE} from then on, and {@link #unreadable()} names it.
   *
   * @return every problem, in the order of the lines; empty when the whole log was taken in. A
   *     problem of a line that tells no session is of no session, and may be of any; a last line
   *     that breaks off, {@link IssueCode#TORN}, makes no session unreadable
   * @throws IOException if the log cannot be read
   */
  public List<Issue> restore(LogReader log) throws IOException {
    List<Issue> issues = new ArrayList<>();
    for (Optional<LogEntry> entry = log.next(); entry.isPresent(); entry = log.next()) {
      issues.addAll(restore(entry.get()));
    }
    return List.copyOf(issues);
  }

  /**
   * Takes in what a line of a log says, as {@link #restore(LogReader)} does.
   *
   * @return its problems; empty when it was taken in, or is an event of a session that is
   *     unreadable already
   */
  public List<Issue> restore(LogEntry entry) {
    if (entry instanceof LogEntry.Recorded recorded) {
      String session = recorded.event().session();
      if (unreadable.contains(session)) {
        return List.of();
      }
      Optional<Issue> issue = restore(recorded.event(), recorded.line());
      issue.ifPresent(problem -> giveUp(session));
      return issue.stream().toList();
    }
    if (entry instanceof LogEntry.Torn torn) {
      return List.of(torn.issue());
    }
    LogEntry.Broken broken = (LogEntry.Broken) entry;
    broken.session().ifPresent(this::giveUp);
    return broken.issues();
  }

  private void giveUp(String session) {
    sessions.remove(session);
    unreadable.add(session);
  }

  /**
   * Takes in an event that was recorded earlier. The sink does not get it.
   *
   * <table>
   * <caption>Problems, by the pointer of the issue</caption>
   * <tr><td>{@code /session}<td>the session was not opened before, or its history is broken
   * <tr><td>{@code /type}<td>the session was opened before
   * <tr><td>{@code /seq}<td>another event of the session comes next
   * <tr><td>{@code /protocol}<td>there is no such protocol
   * <tr><td>{@code /fingerprint}<td>it demands something else than it did when the session was
   *     opened
   * </table>
   *
   * @param line the line that the event stands on, from 1, for the issue
   * @return why the event does not fit what is here, in which case it changes nothing; empty when
   *     it was taken in
   */
  public Optional<Issue> restore(Event event, int line) {
    KeptSession kept = sessions.get(event.session());
    if (unreadable.contains(event.session())) {
      return issue("/session", line, "The history of the session is broken before this event.");
    }
    Optional<Issue> misfit = misfit(kept, event, line);
    if (misfit.isPresent()) {
      return misfit;
    }
    if (kept != null) {
      kept.add(event);
      return Optional.empty();
    }
    Event.SessionOpened opened = (Event.SessionOpened) event;
    Optional<Protocol> protocol = protocols.apply(opened.protocol());
    if (protocol.isEmpty()) {
      return issue(
          "/protocol",
          line,
          "The session follows a protocol or a release of one that is neither shipped nor given;"
              + " give its document.");
    }
    if (opened.fingerprint().isPresent()
        && !opened.fingerprint().get().equals(protocol.get().fingerprint())) {
      return Optional.of(
          new Issue(IssueCode.PROTOCOL_DIFFERS.wireName(), "/fingerprint", line, DIFFERS));
    }
    Session session = Sessions.start(protocol.get(), opened);
    sessions.put(session.id(), new KeptSession(session, opened));
    return Optional.empty();
  }

  private static Optional<Issue> misfit(@Nullable KeptSession kept, Event event, int line) {
    boolean opens = event instanceof Event.SessionOpened;
    if (kept == null && !opens) {
      return issue("/session", line, "The event belongs to a session that was not opened before.");
    }
    if (kept != null && opens) {
      return issue("/type", line, "The event opens a session that was opened before.");
    }
    int expected = kept == null ? 1 : kept.nextSeq();
    return event.seq() == expected
        ? Optional.empty()
        : issue(
            "/seq",
            line,
            "The event has seq " + event.seq() + " where " + expected + " comes next.");
  }

  private static Optional<Issue> issue(String pointer, int line, String explanation) {
    return Optional.of(new Issue(IssueCode.UNKNOWN_VALUE.wireName(), pointer, line, explanation));
  }
}
