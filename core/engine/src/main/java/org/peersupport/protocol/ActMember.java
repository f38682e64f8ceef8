package org.peersupport.protocol;

/**
 * The members that commands and events of some types have, beside those that all of them have. The
 * wire format is its source.
 */
public enum ActMember {
  /** The protocol of a session, as {@code id} or {@code id@release}. */
  PROTOCOL("protocol"),
  /** What the protocol demanded when the session was opened, as a hash; in events only. */
  FINGERPRINT("", "fingerprint"),
  /** Who supports. */
  SUPPORTER("supporter"),
  /** Who is supported. */
  PEER("peer"),
  /** The session that this one follows up; may be left out. */
  FOLLOW_UP_OF("followUpOf"),
  /** The key of an element. */
  ELEMENT("element"),
  /** A level of concern. */
  LEVEL("level"),
  /** The id of a referral. */
  REFERRAL("referral"),
  /** The key of a resource. */
  RESOURCE("resource"),
  /** Facets of appreciation. */
  FACETS("facets"),
  /** Why a conversation ended early: a word of {@link EndReason}, or one of the protocol's. */
  END_REASON("reason"),
  /** Why an offer was declined or a referral lapsed, one of the protocol's; may be left out. */
  OUTCOME_REASON("reason"),
  /** The place of the event that was recorded in error. */
  CORRECTED("seq", "corrects"),
  /** What was wrong, as free text; an event may come without it. */
  CORRECTION_REASON("reason"),
  /** Why the whole session was entered in error, a word of {@link VoidReason}. */
  VOID_REASON("reason");

  private final String inCommands;
  private final String inEvents;

  ActMember(String wireName) {
    this(wireName, wireName);
  }

  ActMember(String inCommands, String inEvents) {
    this.inCommands = inCommands;
    this.inEvents = inEvents;
  }

  /** The name in commands. */
  public String commandName() {
    return inCommands;
  }

  /** The name in events. */
  public String eventName() {
    return inEvents;
  }

  /** Whether commands have it at all. */
  public boolean isInCommands() {
    return !inCommands.isEmpty();
  }

  /** Whether a command may come without it. */
  public boolean isOptionalInCommands() {
    return this == FOLLOW_UP_OF || this == OUTCOME_REASON;
  }

  /** Whether an event may come without it. */
  public boolean isOptionalInEvents() {
    return this == FOLLOW_UP_OF
        || this == FINGERPRINT
        || this == OUTCOME_REASON
        || this == CORRECTION_REASON;
  }
}
