package org.peersupport.protocol;

/**
 * Why a command is refused. The wire names are stable; the explanations are not. Where several
 * apply, the first in this order is the one that stands.
 */
public enum RefusalCode {
  /** There is no session with this id. */
  SESSION_UNKNOWN("session.unknown"),
  /** The history of the session is broken. */
  SESSION_UNREADABLE("session.unreadable"),
  /** Another command was recorded under this command's id. */
  COMMAND_ID_REUSED("command.id-reused"),
  /** There is a session with this id already. */
  SESSION_ALREADY_OPEN("session.already-open"),
  /** There is no protocol with this id. */
  PROTOCOL_UNKNOWN("protocol.unknown"),
  /** The sender does not know the last event of the session. */
  SESSION_CHANGED("session.changed"),
  /** The session was entered in error; only correcting that brings it back. */
  SESSION_VOIDED("session.voided"),
  /** The conversation is over; anything new belongs in a follow-up session. */
  SESSION_FINISHED("session.finished"),
  /** The conversation rests. */
  SESSION_PAUSED("session.paused"),
  /** Only a paused conversation can resume. */
  SESSION_NOT_PAUSED("session.not-paused"),
  /** Neither the current supporter nor the peer. */
  ACTOR_NOT_IN_SESSION("actor.not-in-session"),
  /** The peer cannot record this act. */
  ACTOR_NOT_ALLOWED("actor.not-allowed"),
  /** It is said to happen more than five minutes after it was told. */
  TIME_IN_FUTURE("time.in-future"),
  /** These two may not meet under this protocol. */
  PAIRING_NOT_ALLOWED("pairing.not-allowed"),
  /** The protocol has no such element. */
  ELEMENT_UNKNOWN("element.unknown"),
  /** The protocol has no such resource. */
  RESOURCE_UNKNOWN("resource.unknown"),
  /** The protocol has no such level of concern. */
  LEVEL_UNKNOWN("level.unknown"),
  /** The protocol has no such facet of appreciation. */
  FACET_UNKNOWN("facet.unknown"),
  /** The protocol has no such reason. */
  REASON_UNKNOWN("reason.unknown"),
  /** The session has no such referral. */
  REFERRAL_UNKNOWN("referral.unknown"),
  /** The session has a referral with this id already. */
  REFERRAL_DUPLICATE("referral.duplicate"),
  /** The resource has a referral that is offered or accepted and not yet connected. */
  REFERRAL_PENDING("referral.pending"),
  /** The referral is past or before this step. */
  REFERRAL_WRONG_STATE("referral.wrong-state"),
  /** The peer has not said yes, or has taken it back, and the resource needs consent. */
  REFERRAL_NO_CONSENT("referral.no-consent"),
  /** The session has no event with this seq. */
  CORRECTION_UNKNOWN_EVENT("correction.unknown-event"),
  /**
   * The opening, or what does not stand any more; of a whole session, that someone may still need
   * something first.
   */
  CORRECTION_NOT_ALLOWED("correction.not-allowed"),
  /** Without the event a later one could not have happened. */
  CORRECTION_IMPOSSIBLE("correction.impossible"),
  /** A mandatory rule forbids the act, or is unsatisfied at the close. */
  RULE_VIOLATED("rule.violated"),
  /** After the act no continuation could satisfy all mandatory rules together. */
  RULE_CONFLICT("rule.conflict"),
  /** The rule cannot be overridden, or nothing would lead on from there. */
  OVERRIDE_NOT_ALLOWED("override.not-allowed"),
  /** An override needs a reason. */
  OVERRIDE_NO_REASON("override.no-reason");

  private final String wire;

  RefusalCode(String wire) {
    this.wire = wire;
  }

  /** The stable name. */
  public String wireName() {
    return wire;
  }

  /** Whether it is about who, when and what, and not about a rule. */
  public boolean isStructural() {
    return compareTo(RULE_VIOLATED) < 0;
  }
}
