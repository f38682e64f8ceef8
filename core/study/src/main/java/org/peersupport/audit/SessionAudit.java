package org.peersupport.audit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Event;

/**
 * The audit of one session: each event is decided again by the session engine, then taken as it
 * was.
 *
 * <pre>{@code
 * SessionReport report = SessionAudit.of(protocol, history);
 * }</pre>
 *
 * <p>What would have been refused, and is not recorded as departed from, is a violation; the rule
 * binds no more then, so that it is found violated once. Where such an act leaves no way to a
 * close, that is a violation of the same act. An act that could not change the session at all
 * (after its end, say) is a violation and changes nothing. Needs constant memory but for what it
 * finds. Not safe to share between threads.
 */
public final class SessionAudit {
  private final String id;
  private final String log;
  private final int line;
  private final Findings findings;
  private final @Nullable EventJudge judge;
  private @Nullable SessionCorrections corrections;
  private long place;
  private int seq;
  private boolean broken;
  private @Nullable String passedOver;

  private SessionAudit(
      String id, Findings findings, @Nullable EventJudge judge, String log, int line) {
    this.id = id;
    this.findings = findings;
    this.judge = judge;
    this.log = log;
    this.line = line;
  }

  /**
   * Judges a history by a protocol: its own, or another one if that has another name.
   *
   * @param history the session's events, oldest first
   * @throws IllegalArgumentException if the history is empty or does not start with an opening, or
   *     an event is another session's
   */
  public static SessionReport of(Protocol protocol, List<? extends Event> history) {
    return of(protocol, history, Locale.ROOT);
  }

  /**
   * The same with explanations in another language.
   *
   * @param locale the language; English where there is no file for it
   */
  public static SessionReport of(Protocol protocol, List<? extends Event> history, Locale locale) {
    Event.SessionOpened opened = opening(history);
    boolean foreign = !opened.protocol().equals(protocol.reference());
    return report(new Tables(protocol, foreign, locale), opened, history);
  }

  /**
   * What another protocol would have said of a history, be it one of the same name: what it demands
   * is not compared with what was demanded then, and what it has no word for is passed over.
   *
   * @throws IllegalArgumentException as {@link #of}
   */
  public static SessionReport byAnother(Protocol protocol, List<? extends Event> history) {
    return report(new Tables(protocol, true, Locale.ROOT), opening(history), history);
  }

  private static Event.SessionOpened opening(List<? extends Event> history) {
    if (history.isEmpty() || !(history.get(0) instanceof Event.SessionOpened opened)) {
      throw new IllegalArgumentException("a history starts with a session-opened event");
    }
    return opened;
  }

  private static SessionReport report(
      Tables tables, Event.SessionOpened opened, List<? extends Event> history) {
    Corrections corrections = new Corrections();
    for (Event event : history) {
      if (event instanceof Event.EventCorrected correction) {
        corrections.add(correction);
      }
    }
    SessionAudit audit = opened(tables, opened, corrections.of(opened.session()), "history", 1);
    for (int i = 1; i < history.size(); i++) {
      audit.add(history.get(i), "history", i + 1);
    }
    return audit.report();
  }

  /** The audit of a session that begins. */
  static SessionAudit opened(
      Tables tables, Event.SessionOpened event, EffectivePlaces corrected, String log, int line) {
    Findings findings = new Findings();
    EventJudge judge = new EventJudge(tables, event, !corrected.isEmpty(), findings, log, line);
    SessionAudit audit = new SessionAudit(event.session(), findings, judge, log, line);
    audit.seq = event.seq();
    audit.corrections =
        corrected.isEmpty()
            ? null
            : new SessionCorrections(corrected, event.by(), event.supporter().id());
    return audit;
  }

  /** The audit of a session that cannot be judged. */
  static SessionAudit unreadable(String id, String log, int line) {
    return new SessionAudit(id, new Findings(), null, log, line);
  }

  String id() {
    return id;
  }

  /** Where among all lines the session came first. */
  long place() {
    return place;
  }

  void place(long among) {
    place = among;
  }

  /** Whether it is over and nothing is left to follow. */
  boolean isSettled() {
    return judge != null && judge.session().isSettled();
  }

  /** Takes the next event, which stands at that line of that log. */
  void add(Event event, String in, int at) {
    long expected = seq + 1L;
    int came = event.seq();
    if (in.equals(passedOver)) {
      return;
    }
    if (event instanceof Event.SessionOpened) {
      reopened(event, in, at);
    } else if (came < expected && judge != null) {
      flawed(
          new Flaw(
              in,
              at,
              OptionalInt.of(came),
              Flaw.SEQ_REPEATED,
              "Event " + came + " comes where event " + expected + " is expected."));
    } else {
      if (came > expected && judge != null && !broken) {
        flawed(missing(came, expected, in, at));
        findings.missed();
      }
      seq = came;
      broken = false;
      if (judge != null) {
        examine(judge, event, in, at);
      }
    }
  }

  private void examine(EventJudge judge, Event event, String in, int at) {
    if (event instanceof Event.EventCorrected correction) {
      correct(judge, correction, in, at);
    } else if (corrections == null || !corrections.passOver(event)) {
      judge.take(event, in, at);
    }
    if (corrections != null) {
      corrections.passed(event);
    }
  }

  private void correct(EventJudge judge, Event.EventCorrected event, String in, int at) {
    SessionCorrections known = corrections;
    if (known == null) {
      known =
          new SessionCorrections(
              EffectivePlaces.NONE, judge.session().openedBy(), judge.session().supporter().id());
      corrections = known;
    }
    if (known.isTooLate(event)) {
      flawed(
          new Flaw(
              in,
              at,
              OptionalInt.of(event.seq()),
              Flaw.CORRECTED_LATE,
              "Event " + event.corrects() + " counted already when this correction of it came."));
    }
    judge.correct(event, known.refusal(event, judge.session().peer().id()), in, at);
  }

  private static Flaw missing(int came, long expected, String in, int at) {
    int last = came - 1;
    String what =
        last == expected ? "Event " + last + " is" : "Events " + expected + " to " + last + " are";
    return new Flaw(
        in, at, OptionalInt.of(came), Flaw.SEQ_MISSING, what + " missing before this one.");
  }

  /** What follows in this log would be another session's under the same id. */
  private void reopened(Event event, String again, int at) {
    openedAgain(event.seq(), again, at);
    passedOver = again;
  }

  /** The session was opened again in a later log, which is passed over for it. */
  void openedAgain(SessionAudit theirs) {
    openedAgain(1, theirs.log, theirs.line);
  }

  private void openedAgain(int atSeq, String again, int at) {
    flawed(
        new Flaw(
            again,
            at,
            OptionalInt.of(atSeq),
            Flaw.OPENED_AGAIN,
            "The session was opened before; from here on this log is passed over for it."));
  }

  /** A line of the session could not be read. */
  void addBroken(Flaw flaw) {
    if (!flaw.log().equals(passedOver)) {
      flawed(flaw);
      findings.missed();
      broken = true;
    }
  }

  /** Notes what is wrong with the session as a whole. */
  void flawed(Flaw flaw) {
    findings.flawed(flaw);
  }

  /** What was found out so far. */
  SessionReport report() {
    List<CorrectedEvent> corrected = corrections == null ? List.of() : corrections.found();
    if (judge != null) {
      return judge.report(id, corrected);
    }
    return new SessionReport(
        id,
        Optional.empty(),
        SessionVerdict.UNREADABLE,
        List.of(),
        List.of(),
        findings.violations(),
        findings.departures(),
        corrected,
        List.of(),
        findings.flaws(),
        Optional.empty(),
        0,
        false);
  }
}
