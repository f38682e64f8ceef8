package org.peersupport.audit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Status;
import org.peersupport.session.Decision;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.HistoryReview;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Violation;

/**
 * The judge of the events of one session that stand: decides each again, and follows the session.
 * Not safe to share between threads.
 */
final class EventJudge {
  /** Acts that mean nothing to the rules when they are refused so. */
  private static final Set<RefusalCode> WITHOUT_EFFECT =
      EnumSet.of(
          RefusalCode.SESSION_VOIDED,
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

  private final Tables tables;
  private final Findings findings;
  private final Tally tally;
  private final RecordedDepartures recorded = new RecordedDepartures();
  private boolean corrected;
  private Session session;
  private Set<String> unknownReferrals = Set.of();

  /**
   * Of a session that begins.
   *
   * @param corrected whether some of it was corrected
   */
  EventJudge(
      Tables tables,
      Event.SessionOpened event,
      boolean corrected,
      Findings findings,
      String in,
      int at) {
    this.tables = tables;
    this.findings = findings;
    this.tally = new Tally(tables);
    this.corrected = corrected;
    if (!tables.isSame(event)) {
      flawed(
          event,
          Flaw.PROTOCOL_DIFFERS,
          "The protocol of this name demands something else today than when the session was opened.",
          in,
          at);
    }
    judgeClock(event);
    HistoryReview.redecide(tables.protocol, event)
        .refusal()
        .ifPresent(
            refusal -> findings.violated(event.seq(), refusal.inHindsight(tables.locale).get(0)));
    session = HistoryReview.start(tables.protocol, event);
  }

  /** The session as it is. */
  Session session() {
    return session;
  }

  private void flawed(Event event, String code, String explanation, String in, int at) {
    findings.flawed(new Flaw(in, at, OptionalInt.of(event.seq()), code, explanation));
  }

  /** Takes an event that stands. */
  void take(Event event, String in, int at) {
    if (isUnknownReferral(event)) {
      return;
    }
    judgeRecord(event, in, at);
    judge(event, in, at);
  }

  /**
   * Takes a correction.
   *
   * @param refused why it would have been refused, if it would
   */
  void correct(Event.EventCorrected event, Optional<RefusalCode> refused, String in, int at) {
    corrected = true;
    judgeRecord(event, in, at);
    recorded.take(event);
    event.deviations().forEach(each -> findings.recorded(each.rule()));
    refused.ifPresent(
        code -> findings.violated(event.seq(), Refusal.of(code).inHindsight(tables.locale).get(0)));
  }

  // --- what an event says of itself

  private void judgeRecord(Event event, String in, int at) {
    judgeClock(event);
    if (!tables.foreign && RecordedDepartures.areUnknown(event, tables)) {
      flawed(
          event,
          Flaw.RULE_UNKNOWN,
          "The event records a departure from a rule that its protocol does not have.",
          in,
          at);
    }
    if (!tables.foreign && RecordedDepartures.haveUnknownCodes(event, tables)) {
      flawed(
          event,
          RefusalCode.REASON_UNKNOWN.wireName(),
          "The event records an override for a reason that its protocol does not have.",
          in,
          at);
    }
  }

  private void judgeClock(Event event) {
    if (HistoryReview.isInFuture(event)) {
      findings.violated(
          event.seq(), Refusal.of(RefusalCode.TIME_IN_FUTURE).inHindsight(tables.locale).get(0));
    }
    for (Deviation deviation : event.deviations()) {
      if (deviation.isOfClock()) {
        findings.departed(
            new Departure(
                event.seq(), deviation.rule(), DepartureKind.CLOCK, true, Optional.empty()));
      }
    }
  }

  // --- what would be decided

  private void judge(Event event, String in, int at) {
    Decision again = HistoryReview.redecide(session, event);
    if (again instanceof Decision.Accepted agreed) {
      agree(event, agreed, in, at);
    } else if (again instanceof Refusal refusal) {
      refuse(event, refusal, in, at);
    }
  }

  /** Whether the session stands where it stood for those who recorded it. */
  private boolean isAsRecorded() {
    return !tables.foreign && !corrected && findings.violations().isEmpty();
  }

  private void agree(Event event, Decision.Accepted agreed, String in, int at) {
    List<Deviation> departed = agreed.event().deviations();
    tally.add(session, event);
    if (departed.isEmpty() && event.deviations().isEmpty()) {
      session = agreed.session();
      return;
    }
    recorded.take(event);
    if (isAsRecorded() && RecordedDepartures.areInvented(event, departed, tables)) {
      flawed(
          event,
          Flaw.NOT_DEPARTED,
          "The event records a departure from a rule that it keeps.",
          in,
          at);
    }
    Set<String> ids = new LinkedHashSet<>();
    for (Deviation deviation : departed) {
      ids.add(deviation.rule());
      depart(event, deviation);
    }
    if (corrected) {
      event.deviations().forEach(each -> grant(each, ids));
    }
    session = HistoryReview.evolveDeparting(session, event, ids);
  }

  /**
   * Grants what an event departed from when it was recorded, also without what is corrected. An
   * earlier event may be the first to depart from it now; then the log says so here.
   */
  private void grant(Deviation deviation, Set<String> granted) {
    granted.add(deviation.rule());
    if (deviation.lateBy().isEmpty()) {
      findings.recorded(deviation.rule());
    }
  }

  private void depart(Event event, Deviation deviation) {
    DepartureKind kind = kind(deviation);
    findings.departed(
        new Departure(
            event.seq(),
            deviation.rule(),
            kind,
            recorded.has(event, deviation.rule()),
            deviation.lateBy()));
    if (kind == DepartureKind.LATE) {
      tally.addLate(deviation.rule());
    }
  }

  private DepartureKind kind(Deviation deviation) {
    if (deviation.lateBy().isPresent()) {
      return DepartureKind.LATE;
    }
    if (deviation.reason().isPresent()) {
      return DepartureKind.OVERRIDE;
    }
    return tables.isMandatory(deviation.rule()) ? DepartureKind.FACT : DepartureKind.ADVISORY;
  }

  private void refuse(Event event, Refusal refusal, String in, int at) {
    if (WITHOUT_MEANING.contains(refusal.code())) {
      meaningless(event, refusal, in, at);
    } else if (refusal.code() == RefusalCode.REASON_UNKNOWN && event.type() != ActType.VOID) {
      unknownReason(event, refusal, in, at);
      happen(event, refusal, new ArrayList<>());
    } else {
      happen(event, refusal, violated(event, refusal));
    }
  }

  /** Notes what the refusal names; the rules among it. */
  private List<String> violated(Event event, Refusal refusal) {
    List<String> broke = new ArrayList<>();
    for (Violation violation : refusal.inHindsight(tables.locale)) {
      String rule = violation.rule().orElse("");
      broke.addAll(violation.rules());
      violation.rule().ifPresent(broke::add);
      if (!rule.isEmpty() && tables.isOverridable(rule) && RecordedDepartures.names(event, rule)) {
        findings.departed(
            new Departure(event.seq(), rule, DepartureKind.OVERRIDE, true, Optional.empty()));
      } else {
        findings.violated(event.seq(), violation);
      }
    }
    return broke;
  }

  /**
   * Takes an act that would have been refused, if it can have happened at all. Where it leaves no
   * way to a close, it is blamed for that, and no later one.
   */
  private void happen(Event event, Refusal refusal, List<String> broke) {
    if (WITHOUT_EFFECT.contains(refusal.code()) || Missteps.is(session, event)) {
      return;
    }
    tally.add(session, event);
    Session after = HistoryReview.evolveDeparting(session, event, broke);
    for (Violation violation : HistoryReview.deadEnds(after, tables.locale)) {
      findings.violated(event.seq(), violation);
      broke.addAll(violation.rules());
      violation.rule().ifPresent(broke::add);
    }
    session = HistoryReview.evolveDeparting(session, event, broke);
  }

  /** A reason is a word beside what happened, so the event is taken all the same. */
  private void unknownReason(Event event, Refusal refusal, String in, int at) {
    if (tables.foreign) {
      tables.unknown.addAll(Words.of(event, tables));
    } else {
      flawed(
          event,
          refusal.code().wireName(),
          refusal.inHindsight(tables.locale).get(0).explanation(),
          in,
          at);
    }
  }

  /** Of another protocol's words nothing is expected; they are listed once for all sessions. */
  private void meaningless(Event event, Refusal refusal, String in, int at) {
    if (!tables.foreign) {
      flawed(
          event,
          refusal.code().wireName(),
          refusal.inHindsight(tables.locale).get(0).explanation(),
          in,
          at);
      return;
    }
    tables.unknown.addAll(Words.of(event, tables));
    Optional<Event> known = Words.known(event, tables);
    if (known.isPresent()) {
      judge(known.get(), in, at);
    } else if (event instanceof Event.ReferralOffered offered) {
      unknownReferrals = unknownReferrals.isEmpty() ? new HashSet<>() : unknownReferrals;
      unknownReferrals.add(offered.referral());
    }
  }

  private boolean isUnknownReferral(Event event) {
    return !unknownReferrals.isEmpty()
        && Words.referral(event).map(unknownReferrals::contains).orElse(false);
  }

  // --- the report

  /**
   * What was found out so far.
   *
   * @param places the events that count for nothing
   */
  SessionReport report(String id, List<CorrectedEvent> places) {
    boolean voided = session.status() == Status.VOIDED;
    boolean uncounted = voided && findings.flaws().isEmpty();
    List<RuleStanding> standings = voided ? List.of() : tables.standings(session);
    return new SessionReport(
        id,
        Optional.of(tables.protocol),
        uncounted ? SessionVerdict.VOIDED : findings.verdict(tables.rules, standings),
        standings,
        voided ? List.of() : tally.activated(),
        uncounted ? List.of() : findings.violations(),
        uncounted ? List.of() : findings.departures(),
        places,
        voided ? List.of() : tally.deadlines(session),
        findings.flaws(),
        Optional.of(tally.course(session)),
        tally.events(),
        session.isSettled());
  }
}
