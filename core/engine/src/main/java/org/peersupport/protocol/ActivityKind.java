package org.peersupport.protocol;

/** The kinds of activity that rules speak about, with their wire names. */
public enum ActivityKind {
  /** The conversation moves into an element; the one before it ends. */
  BEGIN("begin", Party.SUPPORTER),
  /** A person, never the software, flagged a concern of a level. */
  CONCERN("concern", Party.PEER),
  /** A resource is offered; this opens a referral. */
  OFFER("offer", Party.SUPPORTER),
  /** The peer consents to the offered resource. */
  ACCEPT("accept", Party.PEER),
  /** The peer declines the offered resource. */
  DECLINE("decline", Party.PEER),
  /** The hand-off happened: an introduction, an appointment, walked over. */
  CONNECT("connect", Party.SUPPORTER),
  /** The referral came to a good end. */
  COMPLETE("complete", Party.OUTSIDE),
  /** The referral came to nothing. */
  LAPSE("lapse", Party.OUTSIDE),
  /** Appreciation for a facet, such as the peer's work. */
  THANK("thank", Party.SUPPORTER);

  private final String wire;
  private final Party party;

  ActivityKind(String wire, Party party) {
    this.wire = wire;
    this.party = party;
  }

  /** The name in documents, commands and logs. */
  public String wire() {
    return wire;
  }

  /** Whose act it is. */
  public Party party() {
    return party;
  }

  /** Whether it is one of the acts in the life of a referral. */
  public boolean isReferral() {
    return compareTo(OFFER) >= 0 && compareTo(LAPSE) <= 0;
  }

  /** The text of an activity of this kind. */
  String text(String qualifier) {
    return wire + ":" + qualifier;
  }
}
