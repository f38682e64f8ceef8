package org.peersupport.json.deidentification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.peersupport.session.Deviation;
import org.peersupport.session.Event;
import org.peersupport.session.Metadata;
import org.peersupport.session.Peer;

/** Writes the events of one session anew, without what leads to a person. */
final class Rewriter {
  private final Pseudonyms pseudonyms;
  private final CoarseTime time;
  private final Departments.DepartmentNames departments;
  private final Words words;
  private final boolean corrected;
  private final String id;
  private final String session;
  private final long shift;

  /** When the events so far happened, as recorded; kept only where corrections ask for it. */
  private final List<Instant> moments = new ArrayList<>();

  /**
   * @param root the session from which the shift is drawn, see {@link FollowUps}
   */
  Rewriter(
      Pseudonyms pseudonyms,
      CoarseTime time,
      Departments.DepartmentNames departments,
      SessionScan sessionScan,
      String id,
      String root) {
    this.pseudonyms = pseudonyms;
    this.time = time;
    this.departments = departments;
    this.words = sessionScan.known();
    this.corrected = sessionScan.isCorrected();
    this.id = id;
    this.session = pseudonyms.session(id);
    this.shift = 1 + pseudonyms.drawn(root, time.shifts());
  }

  /**
   * The event, made of its type, its place, words of the protocol, and what this class puts in the
   * place of the rest. The compiler asks for every type: what a new one holds has to be looked at
   * first.
   */
  Event rewrite(Event event) {
    int seq = event.seq();
    Instant at = time.moved(event.at(), shift);
    String by = pseudonyms.participant(event.by());
    List<Deviation> departures = departures(event);
    if (corrected) {
      moments.add(event.at());
    }
    return switch (event.type()) {
      case OPEN -> {
        Event.SessionOpened e = (Event.SessionOpened) event;
        yield new Event.SessionOpened(
            session,
            seq,
            at,
            by,
            Metadata.NONE,
            e.protocol(),
            e.fingerprint(),
            person(e.supporter()),
            person(e.peer()),
            e.followUpOf().map(pseudonyms::session),
            departures);
      }
      case BEGIN ->
          new Event.ElementBegun(
              session,
              seq,
              at,
              by,
              Metadata.NONE,
              ((Event.ElementBegun) event).element(),
              departures);
      case CONCERN ->
          new Event.ConcernRaised(
              session,
              seq,
              at,
              by,
              Metadata.NONE,
              ((Event.ConcernRaised) event).level(),
              departures);
      case OFFER -> {
        Event.ReferralOffered e = (Event.ReferralOffered) event;
        yield new Event.ReferralOffered(
            session, seq, at, by, Metadata.NONE, referral(e), e.resource(), departures);
      }
      case ACCEPT ->
          new Event.ReferralAccepted(
              session, seq, at, by, Metadata.NONE, referral(event), departures);
      case DECLINE ->
          new Event.ReferralDeclined(
              session,
              seq,
              at,
              by,
              Metadata.NONE,
              referral(event),
              ((Event.ReferralDeclined) event).reason(),
              departures);
      case CONNECT ->
          new Event.ReferralConnected(
              session, seq, at, by, Metadata.NONE, referral(event), departures);
      case COMPLETE ->
          new Event.ReferralCompleted(
              session, seq, at, by, Metadata.NONE, referral(event), departures);
      case WITHDRAW ->
          new Event.ReferralWithdrawn(
              session, seq, at, by, Metadata.NONE, referral(event), departures);
      case LAPSE ->
          new Event.ReferralLapsed(
              session,
              seq,
              at,
              by,
              Metadata.NONE,
              referral(event),
              ((Event.ReferralLapsed) event).reason(),
              departures);
      case THANK ->
          new Event.AppreciationExpressed(
              session,
              seq,
              at,
              by,
              Metadata.NONE,
              ((Event.AppreciationExpressed) event).appreciation(),
              departures);
      case PAUSE -> new Event.SessionPaused(session, seq, at, by, Metadata.NONE, departures);
      case RESUME -> new Event.SessionResumed(session, seq, at, by, Metadata.NONE, departures);
      case TRANSFER ->
          new Event.SupporterChanged(
              session,
              seq,
              at,
              by,
              Metadata.NONE,
              person(((Event.SupporterChanged) event).supporter()),
              departures);
      case CLOSE -> new Event.SessionClosed(session, seq, at, by, Metadata.NONE, departures);
      case END ->
          new Event.SessionEnded(
              session,
              seq,
              at,
              by,
              Metadata.NONE,
              ((Event.SessionEnded) event).reason(),
              departures);
      case VOID ->
          new Event.SessionVoided(
              session,
              seq,
              at,
              by,
              Metadata.NONE,
              ((Event.SessionVoided) event).reason(),
              departures);
      case CORRECT ->
          new Event.EventCorrected(
              session,
              seq,
              at,
              by,
              Metadata.NONE,
              ((Event.EventCorrected) event).corrects(),
              Optional.empty(),
              departures);
    };
  }

  private String referral(Event event) {
    return pseudonyms.referral(id, ((Event.ReferralEvent) event).referral());
  }

  /** No rule looks at what someone works as, and together with a department it may name them. */
  private Peer person(Peer peer) {
    Peer person = Peer.of(pseudonyms.participant(peer.id()));
    return departments.of(peer).map(person::from).orElse(person);
  }

  private List<Deviation> departures(Event event) {
    List<Deviation> departures = event.deviations();
    return departures.isEmpty()
        ? departures
        : departures.stream().map(each -> departure(event, each)).toList();
  }

  private Deviation departure(Event event, Deviation deviation) {
    if (deviation.isOfClock()) {
      return Deviation.inFuture(time.aheadBy(event.at(), deviation.aheadBy().get()));
    } else if (deviation.lateBy().isEmpty()) {
      return deviation.withoutReason();
    }
    Duration lateBy = deviation.lateBy().get();
    Duration within = words.within(deviation.rule()).orElse(Duration.ZERO);
    Instant at =
        event instanceof Event.EventCorrected ? late(event, lateBy.plus(within)) : event.at();
    return Deviation.late(deviation.rule(), time.lateBy(at, lateBy, within));
  }

  /**
   * When that was late of which a correction says so. It does not name the event, so this is the
   * first one before it that came so long after another.
   */
  private Instant late(Event correction, Duration passed) {
    Set<Instant> before = new HashSet<>();
    for (Instant moment : moments) {
      if (before.contains(moment.minus(passed))) {
        return moment;
      }
      before.add(moment);
    }
    return correction.at();
  }
}
