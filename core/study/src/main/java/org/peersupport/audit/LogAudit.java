package org.peersupport.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.Keys;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.session.Event;

/**
 * The audit of a log: any number of sessions, interleaved, each judged as its events come.
 *
 * <pre>{@code
 * LogAudit audit = LogAudit.start(id -> Catalogue.find(id), corrections, reports::add);
 * audit.add(event, "june.ndjson", line);   // for every event of the log, in its order
 * audit.finish();
 * }</pre>
 *
 * <p>Memory grows with the sessions that are open, not with the log: of those that are settled the
 * last {@value #HELD} are held back, in case something comes after all; one that was reported and
 * forgotten before would be taken for a session without an opening.
 *
 * <p>A log in several files can be read in several threads: {@link #following()} begins the audit
 * of the next file, {@link #append} joins them. What comes out is the same in any case, because it
 * follows from the order of the files. Not safe to share between threads.
 */
public final class LogAudit {
  /** How many settled sessions are held back. */
  public static final int HELD = 100_000;

  private static final Pattern RELEASE = Pattern.compile("[0-9A-Za-z.-]{1,40}");

  /** How many of the lines that name no session are told one by one. */
  static final int SHOWN = 1000;

  /** A line about a session that an earlier log must have opened. */
  private record Stray(
      String session,
      @Nullable Event event,
      @Nullable Flaw flaw,
      String log,
      int line,
      long place) {
    OptionalInt seq() {
      return event == null ? OptionalInt.empty() : OptionalInt.of(event.seq());
    }
  }

  private final Function<String, Optional<Protocol>> protocols;
  private final Corrections corrections;
  private final @Nullable Consumer<SessionReport> reports;
  private final boolean byAnother;
  private final Locale locale;
  private final List<SessionReport> done = new ArrayList<>();
  private final Map<String, Optional<Tables>> tables = new TreeMap<>();
  private final Map<String, SessionAudit> sessions = new HashMap<>();
  private final Deque<String> settled = new ArrayDeque<>();
  private final List<Stray> strays = new ArrayList<>();
  private final List<Flaw> lost = new ArrayList<>();
  private final SortedSet<String> unknown = new TreeSet<>();
  private long lostLines;
  private long lines;
  private long events;

  /**
   * @param reports null for the audit of a log that continues others: what it finds waits
   */
  private LogAudit(
      Function<String, Optional<Protocol>> protocols,
      Corrections corrections,
      @Nullable Consumer<SessionReport> reports,
      boolean byAnother,
      Locale locale) {
    this.protocols = protocols;
    this.corrections = corrections;
    this.reports = reports;
    this.byAnother = byAnother;
    this.locale = locale;
  }

  /**
   * The audit of a log, or of the first of several.
   *
   * @param protocols gives the protocol by which to judge sessions that name this {@code
   *     id@release}; where it gives another one the question is what that would have said, and what
   *     it has no word for is passed over and listed once. A session whose protocol demands
   *     something else today than when it was opened is unreadable
   * @param corrections what was corrected in these logs, so that it is known when it comes; a
   *     session with another correction is unreadable
   * @param reports takes the report of each session, in an order that follows from the log alone
   */
  public static LogAudit start(
      Function<String, Optional<Protocol>> protocols,
      Corrections corrections,
      Consumer<SessionReport> reports) {
    return new LogAudit(
        protocols, corrections, Objects.requireNonNull(reports, "reports"), false, Locale.ROOT);
  }

  /**
   * The audit of a log by another protocol than that of its sessions, be it one of the same name:
   * what it demands is not compared with what was demanded then.
   *
   * @param protocol what would have been asked for
   * @param corrections as in {@link #start}
   * @param reports as in {@link #start}
   */
  public static LogAudit byAnother(
      Protocol protocol, Corrections corrections, Consumer<SessionReport> reports) {
    return new LogAudit(
        reference -> Optional.of(protocol),
        corrections,
        Objects.requireNonNull(reports, "reports"),
        true,
        Locale.ROOT);
  }

  /**
   * The same audit with explanations in another language, to be asked for before the first line.
   *
   * @param locale the language; English where there is no file for it
   */
  public LogAudit in(Locale locale) {
    return new LogAudit(
        protocols, corrections, reports, byAnother, Objects.requireNonNull(locale, "locale"));
  }

  /** The audit of a log that continues this one; it can run beside it, in another thread. */
  public LogAudit following() {
    return new LogAudit(protocols, corrections, null, byAnother, locale);
  }

  // --- lines

  /**
   * Takes an event.
   *
   * @param log what its reader calls the log
   * @param line the line, from 1
   */
  public void add(Event event, String log, int line) {
    lines++;
    events++;
    SessionAudit audit = sessions.get(event.session());
    if (audit != null) {
      audit.add(event, log, line);
      if (audit.isSettled()) {
        settle(audit.id());
      }
    } else if (event instanceof Event.SessionOpened opened) {
      put(open(opened, log, line), lines);
    } else {
      stray(event.session(), new Stray(event.session(), event, null, log, line, lines));
    }
  }

  /**
   * Takes a line that could not be read.
   *
   * @param session the id of the session that it names, if that much can be told
   */
  public void addBroken(Optional<String> session, Flaw flaw) {
    lines++;
    SessionAudit audit = session.map(sessions::get).orElse(null);
    if (audit != null) {
      audit.addBroken(flaw);
    } else if (session.isPresent()) {
      stray(session.get(), new Stray(session.get(), null, flaw, flaw.log(), flaw.line(), lines));
    } else {
      lostLines++;
      if (lost.size() < SHOWN) {
        lost.add(flaw);
      }
    }
  }

  private void put(SessionAudit audit, long place) {
    audit.place(place);
    sessions.put(audit.id(), audit);
  }

  private SessionAudit open(Event.SessionOpened event, String log, int line) {
    Optional<Tables> known = tables.computeIfAbsent(event.protocol(), this::prepare);
    if (known.isPresent() && event.seq() == 1) {
      EffectivePlaces corrected = corrections.of(event.session());
      return SessionAudit.opened(known.get(), event, corrected, log, line);
    }
    SessionAudit audit = SessionAudit.unreadable(event.session(), log, line);
    boolean late = known.isPresent();
    audit.flawed(
        new Flaw(
            log,
            line,
            OptionalInt.of(event.seq()),
            late ? Flaw.SEQ_MISSING : RefusalCode.PROTOCOL_UNKNOWN.wireName(),
            late
                ? "A session is opened by its event 1, and this is event " + event.seq() + "."
                : "There is no protocol" + named(event.protocol()) + " to judge the session by."));
    return audit;
  }

  /** The protocol's name, if it looks like one; it might be anything. */
  private static String named(String reference) {
    int at = reference.indexOf('@');
    boolean isName = at > 0 && Keys.isKey(reference.substring(0, at)) && reference.length() < 128;
    return isName && RELEASE.matcher(reference.substring(at + 1)).matches() ? " " + reference : "";
  }

  private Optional<Tables> prepare(String reference) {
    return protocols
        .apply(reference)
        .map(
            protocol ->
                new Tables(protocol, byAnother || !protocol.reference().equals(reference), locale));
  }

  private void stray(String session, Stray stray) {
    if (reports == null) {
      strays.add(stray);
      return;
    }
    SessionAudit audit = SessionAudit.unreadable(session, stray.log(), stray.line());
    put(audit, stray.place());
    Flaw flaw = stray.flaw();
    if (flaw != null) {
      audit.addBroken(flaw);
    } else {
      audit.flawed(
          new Flaw(
              stray.log(),
              stray.line(),
              stray.seq(),
              Flaw.NOT_OPENED,
              "The session was not opened before, in any of these logs."));
    }
  }

  // --- what is over

  private void settle(String session) {
    settled.add(session);
    while (settled.size() > HELD) {
      String oldest = settled.remove();
      SessionAudit audit = sessions.get(oldest);
      if (audit != null && audit.isSettled()) {
        sessions.remove(oldest);
        report(audit);
      }
    }
  }

  private void report(SessionAudit audit) {
    if (reports == null) {
      done.add(audit.report());
    } else {
      reports.accept(audit.report());
    }
  }

  /**
   * Joins the audit of the next log to this one.
   *
   * @param next one that {@link #following()} gave, after its last line; not to be used any more
   */
  public void append(LogAudit next) {
    long before = lines;
    long counted = events + next.events;
    for (Stray stray : next.strays) {
      lines = before + stray.place() - 1;
      again(stray);
    }
    next.sessions.values().forEach(theirs -> join(theirs, before));
    next.settled.forEach(this::settle);
    next.done.forEach(Objects.requireNonNull(reports));
    next.tables.forEach(this::join);
    lostLines += next.lostLines;
    for (Flaw flaw : next.lost) {
      if (lost.size() < SHOWN) {
        lost.add(flaw);
      }
    }
    lines = before + next.lines;
    events = counted;
  }

  private void again(Stray stray) {
    Event event = stray.event();
    if (event != null) {
      add(event, stray.log(), stray.line());
    } else {
      addBroken(Optional.of(stray.session()), Objects.requireNonNull(stray.flaw()));
    }
  }

  private void join(SessionAudit theirs, long before) {
    SessionAudit earlier = sessions.get(theirs.id());
    if (earlier == null) {
      put(theirs, before + theirs.place());
    } else {
      earlier.openedAgain(theirs);
    }
  }

  private void join(String reference, Optional<Tables> theirs) {
    theirs.ifPresent(each -> unknown.addAll(each.unknown));
  }

  /**
   * Reports the sessions that are left, in the order in which they came.
   *
   * @return what concerns no single session
   */
  public LogFindings finish() {
    sessions.values().stream()
        .sorted(Comparator.comparingLong(SessionAudit::place))
        .forEach(this::report);
    sessions.clear();
    tables.forEach(this::join);
    return new LogFindings(events, List.copyOf(unknown), lostLines, lost);
  }
}
