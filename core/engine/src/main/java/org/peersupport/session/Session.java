package org.peersupport.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.engine.DeadlineTable;
import org.peersupport.internal.engine.EngineState;
import org.peersupport.internal.engine.ObligationChain;
import org.peersupport.internal.engine.ReferralChain;
import org.peersupport.protocol.ActivitySet;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.Verdict;

/**
 * One peer-support conversation and what has come of it, from opening until everything is settled.
 *
 * <p>A session holds what its history comes to, not the history itself, so it stays small however
 * long the conversation goes on. The only ways to one are {@link Sessions#start}, {@link
 * Sessions#evolve} and {@link Sessions#replay}. Immutable and safe to share between threads;
 * compared by value, not by identity. Prints nothing of its participants. Nothing is ever null.
 */
public final class Session {
  /** What never changes in a session. */
  private record Identity(String id, String openedBy, Peer peer, @Nullable String followUpOf) {}

  private final EngineState state;
  private final Identity identity;
  private final Peer supporter;
  private final @Nullable String element;
  private final int seq;
  private final Instant at;
  private final @Nullable ReferralChain referrals;
  private final @Nullable ObligationChain obligations;

  private Session(
      EngineState state,
      Identity identity,
      Peer supporter,
      @Nullable String element,
      int seq,
      Instant at,
      @Nullable ReferralChain referrals,
      @Nullable ObligationChain obligations) {
    this.state = state;
    this.identity = identity;
    this.supporter = supporter;
    this.element = element;
    this.seq = seq;
    this.at = at;
    this.referrals = referrals;
    this.obligations = obligations;
  }

  /** The session that was opened just now. */
  static Session of(
      EngineState state, Event.SessionOpened event, @Nullable ObligationChain obligations) {
    return new Session(
        state,
        new Identity(event.session(), event.by(), event.peer(), event.followUpOf().orElse(null)),
        event.supporter(),
        null,
        event.seq(),
        event.at(),
        null,
        obligations);
  }

  /** The same session one event later. */
  Session next(
      EngineState now,
      int seqNow,
      Instant atNow,
      @Nullable ReferralChain referralsNow,
      @Nullable ObligationChain obligationsNow) {
    return new Session(
        now, identity, supporter, element, seqNow, atNow, referralsNow, obligationsNow);
  }

  /** The same session one event later, in an element. */
  Session begun(
      EngineState now,
      int seqNow,
      Instant atNow,
      @Nullable String elementNow,
      @Nullable ObligationChain obligationsNow) {
    return new Session(
        now, identity, supporter, elementNow, seqNow, atNow, referrals, obligationsNow);
  }

  /** The same session, with another event as its last. */
  Session moved(int seqNow, Instant atNow) {
    return next(state, seqNow, atNow, referrals, obligations);
  }

  /** The same session with another supporter. */
  Session supportedBy(Peer other) {
    return new Session(state, identity, other, element, seq, at, referrals, obligations);
  }

  EngineState state() {
    return state;
  }

  @Nullable String elementOrNull() {
    return element;
  }

  @Nullable ReferralChain referralChain() {
    return referrals;
  }

  @Nullable ObligationChain obligationChain() {
    return obligations;
  }

  /** The session's id, opaque. */
  public String id() {
    return identity.id;
  }

  /** The protocol it follows. */
  public Protocol protocol() {
    return state.protocol().protocol();
  }

  /** The id of whoever opened it. */
  public String openedBy() {
    return identity.openedBy;
  }

  /** The current supporter. */
  public Peer supporter() {
    return supporter;
  }

  /** The colleague who is supported. */
  public Peer peer() {
    return identity.peer;
  }

  /** The session that this one follows up, if it follows one up. */
  public Optional<String> followUpOf() {
    return Optional.ofNullable(identity.followUpOf);
  }

  /** The place of the last event, from 1. */
  public int seq() {
    return seq;
  }

  /** When the last event happened; it may precede what was recorded before it. */
  public Instant at() {
    return at;
  }

  /** Where the session stands. */
  public Status status() {
    return state.status();
  }

  /**
   * Whether it is over, every referral is final, and no rule that binds always is outstanding; or
   * was entered in error. A concern after the end makes a settled session unsettled again.
   */
  public boolean isSettled() {
    return state.isSettled();
  }

  /**
   * What the supporter, or anyone for the peer and the outside, may record now without an override:
   * the activities, and {@code close}, {@code end}, {@code pause}, {@code resume}, {@code
   * transfer}.
   */
  public ActivitySet permitted() {
    return state.permitted();
  }

  /** The ids of the mandatory rules that are unsatisfied as things stand, sorted. */
  public List<String> outstanding() {
    return state.outstanding();
  }

  /** How each rule stands, in the order of {@link Protocol#expandedRules()}. */
  public List<Verdict> verdicts() {
    return state.verdicts();
  }

  /** The referrals, oldest first. */
  public List<Referral> referrals() {
    List<Referral> list = new ArrayList<>();
    for (ReferralChain link = referrals; link != null; link = link.older) {
      String resource = state.protocol().resources().key(link.resource);
      list.add(Referral.of(link.id, resource, link.state));
    }
    Collections.reverse(list);
    return List.copyOf(list);
  }

  /** The referral with this id, if the session has one. */
  public Optional<Referral> referral(String id) {
    ReferralChain link = ReferralChain.find(referrals, id);
    return link == null
        ? Optional.empty()
        : Optional.of(
            Referral.of(link.id, state.protocol().resources().key(link.resource), link.state));
  }

  /** The element last begun that is not continuous; empty before. */
  public Optional<String> element() {
    return Optional.ofNullable(element);
  }

  /**
   * What someone may be in danger without: present while a mandatory rule that holds always is
   * outstanding and was satisfied at the opening.
   */
  public Optional<Urgency> urgency() {
    return Urgency.of(state);
  }

  /**
   * The open obligations, none once it is settled, by due instant, then by the id of the deadline,
   * then by referral.
   */
  public List<Obligation> due() {
    List<Obligation> list = new ArrayList<>();
    if (isSettled()) {
      return List.of();
    }
    for (ObligationChain link = obligations; link != null; link = link.older) {
      var deadline = protocol().deadlines().get(link.deadline);
      Instant dueAt = DeadlineTable.dueAt(link.since, deadline);
      list.add(
          new Obligation(deadline.id(), Optional.ofNullable(link.referral), link.since, dueAt));
    }
    list.sort(
        Comparator.comparing(Obligation::dueAt)
            .thenComparing(Obligation::deadline)
            .thenComparing(obligation -> obligation.referral().orElse("")));
    return List.copyOf(list);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Session that)) {
      return false;
    }
    return identity.equals(that.identity)
        && seq == that.seq
        && at.equals(that.at)
        && (state.equals(that.state)
            || (state.isLike(that.state) && protocol().equals(that.protocol())))
        && Objects.equals(element, that.element)
        && supporter.equals(that.supporter)
        && ReferralChain.same(referrals, that.referrals)
        && ObligationChain.same(obligations, that.obligations);
  }

  @Override
  public int hashCode() {
    return 31 * identity.id.hashCode() + seq;
  }

  @Override
  public String toString() {
    return "Session " + identity.id + " (" + status().wireName() + " at " + seq + ")";
  }
}
