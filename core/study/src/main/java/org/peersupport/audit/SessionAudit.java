package org.peersupport.audit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.session.Decision;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.HistoryReview;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;
import org.peersupport.session.Violation;

/**
 * The audit of one session: each event is decided again by the session engine, then taken as it
 * was.
 *
 * <pre>{@code
 * SessionReport report = SessionAudit.of(protocol, history);
 * }</pre>
 *
 * <p>What would have been refused, and is not recorded as departed from, is a violation; the rule
 * binds no more then, so that it is found violated once. An act that could not change the session
 * at all (after its end, say) is a violation and changes nothing. Needs constant memory but for
 * what it finds. Not safe to share between threads.
 */
public final class SessionAudit {
  /** Acts that mean nothing to the rules when they are refused so. */
  private static final Set<RefusalCode> WITHOUT_EFFECT =
      EnumSet.of(
          RefusalCode.SESSION_FINISHED,
          RefusalCode.SESSION_NOT_PAUSED,
          RefusalCode.REFERRAL_DUPLICATE,
          RefusalCode.REFERRAL_PENDING,
          RefusalCode.REFERRAL_WRONG_STATE);

  /** What the protocol has no word for, so that the event cannot be taken into account. */
  private static final Set<RefusalCode> WITHOUT_MEANING =
      EnumSet.of(
          RefusalCode.ELEMENT_UNKNOWN,
          RefusalCode.RESOURCE_UNKNOWN,
          RefusalCode.LEVEL_UNKNOWN,
          RefusalCode.FACET_UNKNOWN,
          RefusalCode.REFERRAL_UNKNOWN);

  private final String id;
  private final String log;
  private final int line;
  private final @Nullable Tables tables;
  private @Nullable SessionCorrections corrections;
  private final @Nullable Tally tally;
  private final Findings findings = new Findings();
  private @Nullable Session session;
  private long place;
  private int seq;
  private boolean broken;
  private @Nullable String passedOver;
  private Set<String> unknownReferrals = Set.of();

  private final RecordedDepartures recorded = new RecordedDepartures();

  private SessionAudit(String id, @Nullable Tables tables, String log, int line) {
    this.id = id;
    this.log = log;
    this.line = line;
    this.tables = tables;
    this.tally = tables == null ? null : new Tally(tables);
  }

  /**
   * Judges a history by a protocol.
   *
   * @param history the session's events, oldest first
   * @throws IllegalArgumentException if the history is empty or does not start with an opening, or
   *     an event is another session's
   */
  public static SessionReport of(Protocol protocol, List<? extends Event> history) {
    if (history.isEmpty() || !(history.get(0) instanceof Event.SessionOpened opened)) {
      throw new IllegalArgumentException("a history starts with a session-opened event");
    }
    boolean foreign = !opened.protocol().equals(protocol.reference());
    Corrections corrections = new Corrections();
    for (Event event : history) {
      if (event instanceof Event.EventCorrected correction) {
        corrections.add(correction);
      }
    }
    SessionAudit audit =
        opened(
            new Tables(protocol, foreign), opened, corrections.of(opened.session()), "history", 1);
    for (int i = 1; i < history.size(); i++) {
      audit.add(history.get(i), "history", i + 1);
    }
    return audit.report();
  }

  /** The audit of a session that begins. */
  static SessionAudit opened(
      Tables tables, Event.SessionOpened event, Set<Integer> corrected, String log, int line) {
    SessionAudit audit = new SessionAudit(event.session(), tables, log, line);
    audit.corrections =
        corrected.isEmpty() ? null : new SessionCorrections(corrected, event.supporter().id());
    audit.open(tables, event);
    return audit;
  }

  /** The audit of a session that cannot be judged. */
  static SessionAudit unreadable(String id, String log, int line) {
    return new SessionAudit(id, null, log, line);
  }

  private void open(Tables rules, Event.SessionOpened event) {
    Decision again = HistoryReview.redecide(rules.protocol, event);
    again
        .refusal()
        .ifPresent(refusal -> findings.violated(event.seq(), refusal.inHindsight().get(0)));
    session = Sessions.start(rules.protocol, event);
    seq = event.seq();
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

  @Nullable Tables tables() {
    return tables;
  }

  /** Whether it is over and nothing is left to follow. */
  boolean isSettled() {
    Session now = session;
    return now != null && now.isSettled();
  }

  /** Takes the next event, which stands at that line of that log. */
  void add(Event event, String in, int at) {
    int came = event.seq();
    examine(event, came, in, at);
  }

  private void examine(Event event, int came, String in, int at) {
    long expected = seq + 1L;
    if (in.equals(passedOver)) {
      return;
    }
    if (event instanceof Event.SessionOpened) {
      reopened(event, in, at);
    } else if (came < expected && session != null) {
      flawed(
          new Flaw(
              in,
              at,
              OptionalInt.of(came),
              Flaw.SEQ_REPEATED,
              "Event " + came + " comes where event " + expected + " is expected."));
    } else {
      if (came > expected && session != null && !broken) {
        flawed(missing(came, expected, in, at));
      }
      seq = came;
      broken = false;
      if (event instanceof Event.EventCorrected correction) {
        correct(correction, in, at);
      } else if (corrections == null) {
        take(event, in, at);
      } else {
        if (!corrections.passOver(event)) {
          take(event, in, at);
        }
      }
      if (corrections != null) {
        corrections.passed(event);
      }
    }
  }

  private void correct(Event.EventCorrected event, String in, int at) {
    Session now = session;
    if (now == null) {
      return;
    }
    if (corrections == null) {
      corrections = new SessionCorrections(Set.of(), now.supporter().id());
    }
    if (tables != null) {
      judgeDepartures(tables, event, in, at);
    }
    event.deviations().forEach(each -> findings.recorded(each.rule()));
    if (corrections.isTooLate(event)) {
      flawed(
          new Flaw(
              in,
              at,
              OptionalInt.of(event.seq()),
              Flaw.CORRECTED_LATE,
              "Event " + event.corrects() + " counted already when this correction of it came."));
    }
    corrections
        .add(event, now.peer().id())
        .ifPresent(code -> findings.violated(event.seq(), Refusal.of(code).inHindsight().get(0)));
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
      broken = true;
    }
  }

  /** Notes what is wrong with the session as a whole. */
  void flawed(Flaw flaw) {
    findings.flawed(flaw);
  }

  // --- one event

  private void take(Event event, String in, int at) {
    Session before = session;
    Tables rules = tables;
    if (before == null || rules == null || isUnknownReferral(event)) {
      return;
    }
    judgeDepartures(rules, event, in, at);
    judge(rules, before, event, in, at);
  }

  private void judgeDepartures(Tables rules, Event event, String in, int at) {
    if (!rules.foreign && RecordedDepartures.areUnknown(event, rules)) {
      flawed(
          new Flaw(
              in,
              at,
              OptionalInt.of(event.seq()),
              Flaw.RULE_UNKNOWN,
              "The event records a departure from a rule that its protocol does not have."));
    }
  }

  private void judge(Tables rules, Session before, Event event, String in, int at) {
    Decision again = HistoryReview.redecide(before, event);
    if (again instanceof Decision.Accepted agreed) {
      agree(rules, before, event, agreed, in, at);
    } else if (again instanceof Refusal refusal) {
      refuse(rules, before, event, refusal, in, at);
    }
  }

  /** Whether the session stands where it stood for those who recorded it. */
  private boolean isAsRecorded(Tables rules) {
    return !rules.foreign && corrections == null && findings.violations().isEmpty();
  }

  private void agree(
      Tables rules, Session before, Event event, Decision.Accepted agreed, String in, int at) {
    List<Deviation> departed = agreed.event().deviations();
    count(before, event);
    if (departed.isEmpty() && event.deviations().isEmpty()) {
      session = agreed.session();
      return;
    }
    recorded.take(event);
    if (isAsRecorded(rules) && RecordedDepartures.areInvented(event, departed, rules)) {
      flawed(
          new Flaw(
              in,
              at,
              OptionalInt.of(event.seq()),
              Flaw.NOT_DEPARTED,
              "The event records a departure from a rule that it keeps."));
    }
    Set<String> ids = new LinkedHashSet<>();
    for (Deviation deviation : departed) {
      ids.add(deviation.rule());
      depart(rules, event, deviation);
    }
    if (corrections != null) {
      // What it departed from when it was recorded is granted to it, also without what is
      // corrected.
      event.deviations().forEach(each -> ids.add(each.rule()));
    }
    session = HistoryReview.evolveDeparting(before, event, ids);
  }

  private void count(Session before, Event event) {
    if (tally != null) {
      tally.add(before, event);
    }
  }

  private void depart(Tables rules, Event event, Deviation deviation) {
    DepartureKind kind = kind(rules, deviation);
    findings.departed(
        new Departure(
            event.seq(),
            deviation.rule(),
            kind,
            recorded.has(event, deviation.rule()),
            deviation.lateBy()));
    if (kind == DepartureKind.LATE && tally != null) {
      tally.addLate(deviation.rule());
    }
  }

  private static DepartureKind kind(Tables rules, Deviation deviation) {
    if (deviation.lateBy().isPresent()) {
      return DepartureKind.LATE;
    }
    if (deviation.reason().isPresent()) {
      return DepartureKind.OVERRIDE;
    }
    return rules.isMandatory(deviation.rule()) ? DepartureKind.FACT : DepartureKind.ADVISORY;
  }

  private void refuse(
      Tables rules, Session before, Event event, Refusal refusal, String in, int at) {
    if (WITHOUT_MEANING.contains(refusal.code())) {
      meaningless(rules, before, event, refusal, in, at);
      return;
    }
    List<String> broke = new ArrayList<>();
    for (Violation violation : refusal.inHindsight()) {
      String rule = violation.rule().orElse("");
      broke.addAll(violation.rules());
      violation.rule().ifPresent(broke::add);
      if (!rule.isEmpty() && rules.isOverridable(rule) && RecordedDepartures.names(event, rule)) {
        findings.departed(
            new Departure(event.seq(), rule, DepartureKind.OVERRIDE, true, Optional.empty()));
      } else {
        findings.violated(event.seq(), violation);
      }
    }
    if (!WITHOUT_EFFECT.contains(refusal.code()) && !Missteps.is(before, event)) {
      count(before, event);
      session = HistoryReview.evolveDeparting(before, event, broke);
    }
  }

  /** Of another protocol's words nothing is expected; they are listed once for all sessions. */
  private void meaningless(
      Tables rules, Session before, Event event, Refusal refusal, String in, int at) {
    if (rules.foreign) {
      rules.unknown.addAll(Words.of(event, rules));
      Optional<Event> known = Words.known(event, rules);
      if (known.isPresent()) {
        judge(rules, before, known.get(), in, at);
      } else if (event instanceof Event.ReferralOffered offered) {
        unknownReferrals = unknownReferrals.isEmpty() ? new HashSet<>() : unknownReferrals;
        unknownReferrals.add(offered.referral());
      }
    } else {
      flawed(
          new Flaw(
              in,
              at,
              OptionalInt.of(event.seq()),
              refusal.code().wireName(),
              refusal.inHindsight().get(0).explanation()));
    }
  }

  private boolean isUnknownReferral(Event event) {
    return !unknownReferrals.isEmpty()
        && Words.referral(event).map(unknownReferrals::contains).orElse(false);
  }

  /** What was found out so far. */
  SessionReport report() {
    Session now = session;
    if (now == null || tables == null || tally == null) {
      return new SessionReport(
          id,
          Optional.empty(),
          SessionVerdict.UNREADABLE,
          List.of(),
          List.of(),
          findings.violations(),
          findings.departures(),
          corrected(),
          List.of(),
          findings.flaws(),
          0,
          false);
    }
    List<RuleStanding> standings = tables.standings(now);
    return new SessionReport(
        id,
        Optional.of(tables.protocol),
        findings.verdict(tables.rules, standings),
        standings,
        tally.activated(),
        findings.violations(),
        findings.departures(),
        corrected(),
        tally.deadlines(now),
        findings.flaws(),
        tally.events(),
        now.isSettled());
  }

  private List<CorrectedEvent> corrected() {
    return corrections == null ? List.of() : corrections.found();
  }
}
