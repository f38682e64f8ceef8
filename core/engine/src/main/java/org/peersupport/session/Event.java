package org.peersupport.session;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.EndReason;

/**
 * What happened in a session: an accepted command is recorded as one event.
 *
 * <p>Every event names the session, its place in the session's own history (from 1, without gaps),
 * the instant at which it happened, the participant who recorded it, and what it departs from:
 * overridden rules, advisory rules, rules that a fact has broken, deadlines, the clock, in this
 * order. None of them prints who it is about. Immutable; nothing is ever null.
 */
public sealed interface Event {
  // Members are assigned first and checked then, which is faster; decision 0058 says why.

  /** The session's id. */
  String session();

  /** The place in the session's history, from 1. */
  int seq();

  /** When it happened. */
  Instant at();

  /** The id of the participant who recorded it. */
  String by();

  /** When and under which command id it was told, where that is known. */
  Metadata metadata();

  /** What it departs from; empty when it departs from nothing. */
  List<Deviation> deviations();

  /** The type of act that it records. */
  ActType type();

  /** An event in the life of a referral. */
  sealed interface ReferralEvent extends Event {
    /** The id of the referral. */
    String referral();
  }

  /**
   * The session was opened.
   *
   * @param protocol {@code id@release}
   * @param fingerprint what the protocol demanded then, see {@link
   *     org.peersupport.protocol.Protocol#fingerprint()}; empty in histories of before
   * @param supporter who supports
   * @param peer who is supported
   * @param followUpOf the session that this one follows up
   */
  record SessionOpened(
      String session,
      int seq,
      Instant at,
      String by,
      Metadata metadata,
      String protocol,
      Optional<String> fingerprint,
      Peer supporter,
      Peer peer,
      Optional<String> followUpOf,
      List<Deviation> deviations)
      implements Event {
    /** Copies the list and checks that nothing is null. */
    public SessionOpened(
        String session,
        int seq,
        Instant at,
        String by,
        Metadata metadata,
        String protocol,
        Optional<String> fingerprint,
        Peer supporter,
        Peer peer,
        Optional<String> followUpOf,
        List<Deviation> deviations) {
      this.session = session;
      this.seq = seq;
      this.at = at;
      this.by = by;
      this.metadata = metadata;
      this.protocol = protocol;
      this.fingerprint = fingerprint;
      this.supporter = supporter;
      this.peer = peer;
      this.followUpOf = followUpOf;
      this.deviations = Common.copy(deviations);
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(protocol, "protocol");
      Objects.requireNonNull(fingerprint, "fingerprint");
      Objects.requireNonNull(supporter, "supporter");
      Objects.requireNonNull(peer, "peer");
      Objects.requireNonNull(followUpOf, "followUpOf");
    }

    @Override
    public ActType type() {
      return ActType.OPEN;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * The conversation moved into an element.
   *
   * @param element its key
   */
  record ElementBegun(
      String session,
      int seq,
      Instant at,
      String by,
      Metadata metadata,
      String element,
      List<Deviation> deviations)
      implements Event {
    /** Copies the list and checks that nothing is null. */
    public ElementBegun(
        String session,
        int seq,
        Instant at,
        String by,
        Metadata metadata,
        String element,
        List<Deviation> deviations) {
      this.session = session;
      this.seq = seq;
      this.at = at;
      this.by = by;
      this.metadata = metadata;
      this.element = element;
      this.deviations = Common.copy(deviations);
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(element, "element");
    }

    @Override
    public ActType type() {
      return ActType.BEGIN;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * A person flagged a concern.
   *
   * @param level its level
   */
  record ConcernRaised(
      String session,
      int seq,
      Instant at,
      String by,
      Metadata metadata,
      String level,
      List<Deviation> deviations)
      implements Event {
    /** Copies the list and checks that nothing is null. */
    public ConcernRaised(
        String session,
        int seq,
        Instant at,
        String by,
        Metadata metadata,
        String level,
        List<Deviation> deviations) {
      this.session = session;
      this.seq = seq;
      this.at = at;
      this.by = by;
      this.metadata = metadata;
      this.level = level;
      this.deviations = Common.copy(deviations);
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(level, "level");
    }

    @Override
    public ActType type() {
      return ActType.CONCERN;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * A resource was offered.
   *
   * @param referral the id of the referral
   * @param resource the key of the resource
   */
  record ReferralOffered(
      String session,
      int seq,
      Instant at,
      String by,
      Metadata metadata,
      String referral,
      String resource,
      List<Deviation> deviations)
      implements ReferralEvent {
    /** Copies the list and checks that nothing is null. */
    public ReferralOffered(
        String session,
        int seq,
        Instant at,
        String by,
        Metadata metadata,
        String referral,
        String resource,
        List<Deviation> deviations) {
      this.session = session;
      this.seq = seq;
      this.at = at;
      this.by = by;
      this.metadata = metadata;
      this.referral = referral;
      this.resource = resource;
      this.deviations = Common.copy(deviations);
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(referral, "referral");
      Objects.requireNonNull(resource, "resource");
    }

    @Override
    public ActType type() {
      return ActType.OFFER;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * The peer accepted.
   *
   * @param referral its id
   */
  record ReferralAccepted(
      String session,
      int seq,
      Instant at,
      String by,
      Metadata metadata,
      String referral,
      List<Deviation> deviations)
      implements ReferralEvent {
    /** Copies the list and checks that nothing is null. */
    public ReferralAccepted(
        String session,
        int seq,
        Instant at,
        String by,
        Metadata metadata,
        String referral,
        List<Deviation> deviations) {
      this.session = session;
      this.seq = seq;
      this.at = at;
      this.by = by;
      this.metadata = metadata;
      this.referral = referral;
      this.deviations = Common.copy(deviations);
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(referral, "referral");
    }

    @Override
    public ActType type() {
      return ActType.ACCEPT;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * The peer declined.
   *
   * @param referral its id
   * @param reason why, a key of the protocol; empty where none was given
   */
  record ReferralDeclined(
      String session,
      int seq,
      Instant at,
      String by,
      Metadata metadata,
      String referral,
      Optional<String> reason,
      List<Deviation> deviations)
      implements ReferralEvent {
    /** Copies the list and checks that nothing is null. */
    public ReferralDeclined(
        String session,
        int seq,
        Instant at,
        String by,
        Metadata metadata,
        String referral,
        Optional<String> reason,
        List<Deviation> deviations) {
      this.session = session;
      this.seq = seq;
      this.at = at;
      this.by = by;
      this.metadata = metadata;
      this.referral = referral;
      this.reason = reason;
      this.deviations = Common.copy(deviations);
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(referral, "referral");
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public ActType type() {
      return ActType.DECLINE;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * The hand-off happened.
   *
   * @param referral its id
   */
  record ReferralConnected(
      String session,
      int seq,
      Instant at,
      String by,
      Metadata metadata,
      String referral,
      List<Deviation> deviations)
      implements ReferralEvent {
    /** Copies the list and checks that nothing is null. */
    public ReferralConnected(
        String session,
        int seq,
        Instant at,
        String by,
        Metadata metadata,
        String referral,
        List<Deviation> deviations) {
      this.session = session;
      this.seq = seq;
      this.at = at;
      this.by = by;
      this.metadata = metadata;
      this.referral = referral;
      this.deviations = Common.copy(deviations);
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(referral, "referral");
    }

    @Override
    public ActType type() {
      return ActType.CONNECT;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * The referral came to a good end.
   *
   * @param referral its id
   */
  record ReferralCompleted(
      String session,
      int seq,
      Instant at,
      String by,
      Metadata metadata,
      String referral,
      List<Deviation> deviations)
      implements ReferralEvent {
    /** Copies the list and checks that nothing is null. */
    public ReferralCompleted(
        String session,
        int seq,
        Instant at,
        String by,
        Metadata metadata,
        String referral,
        List<Deviation> deviations) {
      this.session = session;
      this.seq = seq;
      this.at = at;
      this.by = by;
      this.metadata = metadata;
      this.referral = referral;
      this.deviations = Common.copy(deviations);
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(referral, "referral");
    }

    @Override
    public ActType type() {
      return ActType.COMPLETE;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * The peer took the yes back.
   *
   * @param referral its id
   */
  record ReferralWithdrawn(
      String session,
      int seq,
      Instant at,
      String by,
      Metadata metadata,
      String referral,
      List<Deviation> deviations)
      implements ReferralEvent {
    /** Copies the list and checks that nothing is null. */
    public ReferralWithdrawn(
        String session,
        int seq,
        Instant at,
        String by,
        Metadata metadata,
        String referral,
        List<Deviation> deviations) {
      this.session = session;
      this.seq = seq;
      this.at = at;
      this.by = by;
      this.metadata = metadata;
      this.referral = referral;
      this.deviations = Common.copy(deviations);
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(referral, "referral");
    }

    @Override
    public ActType type() {
      return ActType.WITHDRAW;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * The referral came to nothing.
   *
   * @param referral its id
   * @param reason why, a key of the protocol; empty where none was given
   */
  record ReferralLapsed(
      String session,
      int seq,
      Instant at,
      String by,
      Metadata metadata,
      String referral,
      Optional<String> reason,
      List<Deviation> deviations)
      implements ReferralEvent {
    /** Copies the list and checks that nothing is null. */
    public ReferralLapsed(
        String session,
        int seq,
        Instant at,
        String by,
        Metadata metadata,
        String referral,
        Optional<String> reason,
        List<Deviation> deviations) {
      this.session = session;
      this.seq = seq;
      this.at = at;
      this.by = by;
      this.metadata = metadata;
      this.referral = referral;
      this.reason = reason;
      this.deviations = Common.copy(deviations);
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(referral, "referral");
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public ActType type() {
      return ActType.LAPSE;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * The peer was thanked.
   *
   * @param appreciation for what
   */
  record AppreciationExpressed(
      String session,
      int seq,
      Instant at,
      String by,
      Metadata metadata,
      Appreciation appreciation,
      List<Deviation> deviations)
      implements Event {
    /** Copies the list and checks that nothing is null. */
    public AppreciationExpressed(
        String session,
        int seq,
        Instant at,
        String by,
        Metadata metadata,
        Appreciation appreciation,
        List<Deviation> deviations) {
      this.session = session;
      this.seq = seq;
      this.at = at;
      this.by = by;
      this.metadata = metadata;
      this.appreciation = appreciation;
      this.deviations = Common.copy(deviations);
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(appreciation, "appreciation");
    }

    @Override
    public ActType type() {
      return ActType.THANK;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /** The conversation rests. */
  record SessionPaused(
      String session, int seq, Instant at, String by, Metadata metadata, List<Deviation> deviations)
      implements Event {
    /** Copies the list and checks that nothing is null. */
    public SessionPaused(
        String session,
        int seq,
        Instant at,
        String by,
        Metadata metadata,
        List<Deviation> deviations) {
      this.session = session;
      this.seq = seq;
      this.at = at;
      this.by = by;
      this.metadata = metadata;
      this.deviations = Common.copy(deviations);
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(metadata, "metadata");
    }

    @Override
    public ActType type() {
      return ActType.PAUSE;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /** The conversation goes on. */
  record SessionResumed(
      String session, int seq, Instant at, String by, Metadata metadata, List<Deviation> deviations)
      implements Event {
    /** Copies the list and checks that nothing is null. */
    public SessionResumed(
        String session,
        int seq,
        Instant at,
        String by,
        Metadata metadata,
        List<Deviation> deviations) {
      this.session = session;
      this.seq = seq;
      this.at = at;
      this.by = by;
      this.metadata = metadata;
      this.deviations = Common.copy(deviations);
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(metadata, "metadata");
    }

    @Override
    public ActType type() {
      return ActType.RESUME;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * Someone else took over as supporter.
   *
   * @param supporter the new one
   */
  record SupporterChanged(
      String session,
      int seq,
      Instant at,
      String by,
      Metadata metadata,
      Peer supporter,
      List<Deviation> deviations)
      implements Event {
    /** Copies the list and checks that nothing is null. */
    public SupporterChanged(
        String session,
        int seq,
        Instant at,
        String by,
        Metadata metadata,
        Peer supporter,
        List<Deviation> deviations) {
      this.session = session;
      this.seq = seq;
      this.at = at;
      this.by = by;
      this.metadata = metadata;
      this.supporter = supporter;
      this.deviations = Common.copy(deviations);
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(supporter, "supporter");
    }

    @Override
    public ActType type() {
      return ActType.TRANSFER;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /** The conversation was closed. */
  record SessionClosed(
      String session, int seq, Instant at, String by, Metadata metadata, List<Deviation> deviations)
      implements Event {
    /** Copies the list and checks that nothing is null. */
    public SessionClosed(
        String session,
        int seq,
        Instant at,
        String by,
        Metadata metadata,
        List<Deviation> deviations) {
      this.session = session;
      this.seq = seq;
      this.at = at;
      this.by = by;
      this.metadata = metadata;
      this.deviations = Common.copy(deviations);
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(metadata, "metadata");
    }

    @Override
    public ActType type() {
      return ActType.CLOSE;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * The conversation ended early.
   *
   * @param reason why
   */
  record SessionEnded(
      String session,
      int seq,
      Instant at,
      String by,
      Metadata metadata,
      EndReason reason,
      List<Deviation> deviations)
      implements Event {
    /** Copies the list and checks that nothing is null. */
    public SessionEnded(
        String session,
        int seq,
        Instant at,
        String by,
        Metadata metadata,
        EndReason reason,
        List<Deviation> deviations) {
      this.session = session;
      this.seq = seq;
      this.at = at;
      this.by = by;
      this.metadata = metadata;
      this.reason = reason;
      this.deviations = Common.copy(deviations);
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public ActType type() {
      return ActType.END;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * An earlier event was recorded in error: from now on the session is what its history without
   * that event makes it. The event itself stays in the history. Needs the history to be taken in:
   * {@link Sessions#evolve(Session, Event, List)}.
   *
   * @param corrects the place of that event
   * @param reason what was wrong; confidential, and empty where it was left out
   * @param deviations what the history without the event departs from and none of the events in it
   *     records
   */
  record EventCorrected(
      String session,
      int seq,
      Instant at,
      String by,
      Metadata metadata,
      int corrects,
      Optional<ConfidentialText> reason,
      List<Deviation> deviations)
      implements Event {
    /** Copies the list and checks that nothing is null. */
    public EventCorrected(
        String session,
        int seq,
        Instant at,
        String by,
        Metadata metadata,
        int corrects,
        Optional<ConfidentialText> reason,
        List<Deviation> deviations) {
      this.session = session;
      this.seq = seq;
      this.at = at;
      this.by = by;
      this.metadata = metadata;
      this.corrects = corrects;
      this.reason = reason;
      this.deviations = Common.copy(deviations);
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public ActType type() {
      return ActType.CORRECT;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }

  /**
   * The whole session was entered in error: it counts nowhere any more.
   *
   * @param reason why, the wire name of a {@link org.peersupport.protocol.VoidReason}
   */
  record SessionVoided(
      String session,
      int seq,
      Instant at,
      String by,
      Metadata metadata,
      String reason,
      List<Deviation> deviations)
      implements Event {
    /** Copies the list and checks that nothing is null. */
    public SessionVoided(
        String session,
        int seq,
        Instant at,
        String by,
        Metadata metadata,
        String reason,
        List<Deviation> deviations) {
      this.session = session;
      this.seq = seq;
      this.at = at;
      this.by = by;
      this.metadata = metadata;
      this.reason = reason;
      this.deviations = Common.copy(deviations);
      Objects.requireNonNull(session, "session");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(metadata, "metadata");
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public ActType type() {
      return ActType.VOID;
    }

    @Override
    public String toString() {
      return Common.text(this);
    }
  }
}
