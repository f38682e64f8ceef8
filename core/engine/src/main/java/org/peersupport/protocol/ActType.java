package org.peersupport.protocol;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.ReferralStep;

/**
 * The types of act: everything that can be recorded in a session, once. A command asks for an act,
 * and an event records it.
 *
 * <p>Each type has a word in commands, a word in events, the kind of activity that rules see (or
 * none), the people who may record it, its members, and its step in the life of a referral (or
 * none). Code that treats types differently switches over this enum without a default, so that the
 * compiler names each place that a new type needs.
 */
public enum ActType {
  /** Opens a session. */
  OPEN(
      "open",
      "session-opened",
      Recorder.ANYONE,
      ActMember.PROTOCOL,
      ActMember.FINGERPRINT,
      ActMember.SUPPORTER,
      ActMember.PEER,
      ActMember.FOLLOW_UP_OF),
  /** Moves the conversation into an element. */
  BEGIN(ActivityKind.BEGIN, "element-begun", Recorder.SUPPORTER, ActMember.ELEMENT),
  /** Raises a concern. */
  CONCERN(ActivityKind.CONCERN, "concern-raised", Recorder.ANYONE, ActMember.LEVEL),
  /** Offers a resource. */
  OFFER(
      ActivityKind.OFFER,
      "referral-offered",
      Recorder.SUPPORTER,
      ActMember.REFERRAL,
      ActMember.RESOURCE),
  /** Consents to an offer. */
  ACCEPT(ActivityKind.ACCEPT, "referral-accepted", Recorder.PARTICIPANT, ActMember.REFERRAL),
  /** Declines an offer. */
  DECLINE(
      ActivityKind.DECLINE,
      "referral-declined",
      Recorder.PARTICIPANT,
      ActMember.REFERRAL,
      ActMember.OUTCOME_REASON),
  /** Hands off. */
  CONNECT(ActivityKind.CONNECT, "referral-connected", Recorder.SUPPORTER, ActMember.REFERRAL),
  /** Brings a referral to a good end. */
  COMPLETE(ActivityKind.COMPLETE, "referral-completed", Recorder.ANYONE, ActMember.REFERRAL),
  /** Takes the consent to an offer back. */
  WITHDRAW(ActivityKind.WITHDRAW, "referral-withdrawn", Recorder.ANYONE, ActMember.REFERRAL),
  /** Records that a referral came to nothing. */
  LAPSE(
      ActivityKind.LAPSE,
      "referral-lapsed",
      Recorder.ANYONE,
      ActMember.REFERRAL,
      ActMember.OUTCOME_REASON),
  /** Thanks the peer. */
  THANK(ActivityKind.THANK, "appreciation-expressed", Recorder.SUPPORTER, ActMember.FACETS),
  /** Lets the conversation rest. */
  PAUSE("pause", "session-paused", Recorder.PARTICIPANT),
  /** Goes on after a rest. */
  RESUME("resume", "session-resumed", Recorder.PARTICIPANT),
  /** Makes somebody else the supporter. */
  TRANSFER("transfer", "supporter-changed", Recorder.ANYONE, ActMember.SUPPORTER),
  /** Closes the conversation. */
  CLOSE("close", "session-closed", Recorder.SUPPORTER),
  /** Ends the conversation early. */
  END("end", "session-ended", Recorder.PARTICIPANT, ActMember.END_REASON),
  /**
   * Corrects an earlier event. Besides the supporter everybody may correct what they recorded
   * themselves; what the peer recorded, and a concern, only who recorded it.
   */
  CORRECT(
      "correct",
      "event-corrected",
      Recorder.SUPPORTER,
      ActMember.CORRECTED,
      ActMember.CORRECTION_REASON),
  /** Says that the whole session was entered in error. Who opened it may do so too. */
  VOID("void", "session-voided", Recorder.SUPPORTER, ActMember.VOID_REASON);

  private final String command;
  private final String event;
  private final @Nullable ActivityKind kind;
  private final Recorder recorder;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<ActMember> members;

  ActType(String command, String event, Recorder recorder, ActMember... members) {
    this(command, event, null, recorder, members);
  }

  ActType(ActivityKind kind, String event, Recorder recorder, ActMember... members) {
    this(kind.wireName(), event, kind, recorder, members);
  }

  ActType(
      String command,
      String event,
      @Nullable ActivityKind kind,
      Recorder recorder,
      ActMember... members) {
    this.command = command;
    this.event = event;
    this.kind = kind;
    this.recorder = recorder;
    this.members = List.of(members);
  }

  /** The type of act that an activity of the kind is. */
  public static ActType of(ActivityKind kind) {
    return switch (kind) {
      case BEGIN -> BEGIN;
      case CONCERN -> CONCERN;
      case OFFER -> OFFER;
      case ACCEPT -> ACCEPT;
      case DECLINE -> DECLINE;
      case CONNECT -> CONNECT;
      case COMPLETE -> COMPLETE;
      case WITHDRAW -> WITHDRAW;
      case LAPSE -> LAPSE;
      case THANK -> THANK;
    };
  }

  /** The type with this word in commands, such as {@code begin}; empty for any other word. */
  public static Optional<ActType> ofCommand(String word) {
    for (ActType type : values()) {
      if (type.command.equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The word in commands, such as {@code begin}. */
  public String commandName() {
    return command;
  }

  /** The word in events, such as {@code element-begun}. */
  public String eventName() {
    return event;
  }

  /** The kind of activity that rules see; empty for an act that rules do not see. */
  public Optional<ActivityKind> activityKind() {
    return Optional.ofNullable(kind);
  }

  /** The people who may record it. */
  public Recorder recorder() {
    return recorder;
  }

  /** The members beside those that all commands or events have. */
  public List<ActMember> members() {
    return members;
  }

  /** Whether it is a step in the life of a referral. */
  public boolean isReferral() {
    return step() != ReferralStep.NONE;
  }

  /** Whether it is a step of a referral that has been offered. */
  public boolean followsOffer() {
    return step().followsOffer();
  }

  ReferralStep step() {
    return kind == null ? ReferralStep.NONE : kind.step();
  }
}
