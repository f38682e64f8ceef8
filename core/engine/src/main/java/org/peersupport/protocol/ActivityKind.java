package org.peersupport.protocol;

import java.util.Optional;
import java.util.stream.Stream;
import org.peersupport.internal.automaton.ReferralStep;

/** The kinds of activity that rules speak about, with their wire names. */
public enum ActivityKind {
  /** The conversation moves into an element; the one before it ends. */
  BEGIN("begin", Party.SUPPORTER, ReferralStep.NONE),
  /** A person, never the software, flagged a concern of a level. */
  CONCERN("concern", Party.PEER, ReferralStep.NONE),
  /** A resource is offered; this opens a referral. */
  OFFER("offer", Party.SUPPORTER, ReferralStep.OFFER),
  /** The peer consents to the offered resource. */
  ACCEPT("accept", Party.PEER, ReferralStep.ACCEPT),
  /** The peer declines the offered resource. */
  DECLINE("decline", Party.PEER, ReferralStep.DECLINE),
  /** The hand-off happened: an introduction, an appointment, walked over. */
  CONNECT("connect", Party.SUPPORTER, ReferralStep.CONNECT),
  /** The referral came to a good end. */
  COMPLETE("complete", Party.OUTSIDE, ReferralStep.COMPLETE),
  /** The peer takes the yes back. */
  WITHDRAW("withdraw", Party.PEER, ReferralStep.WITHDRAW),
  /** The referral came to nothing. */
  LAPSE("lapse", Party.OUTSIDE, ReferralStep.LAPSE),
  /** Appreciation for a facet, such as the peer's work. */
  THANK("thank", Party.SUPPORTER, ReferralStep.NONE);

  private final String wire;
  private final Party party;
  private final ReferralStep step;

  ActivityKind(String wire, Party party, ReferralStep step) {
    this.wire = wire;
    this.party = party;
    this.step = step;
  }

  /** The kind with this name in documents; empty for any other word. */
  public static Optional<ActivityKind> named(String wireName) {
    return Stream.of(values()).filter(kind -> kind.wire.equals(wireName)).findFirst();
  }

  /** The name in documents, commands and logs. */
  public String wireName() {
    return wire;
  }

  /** Whose act it is. */
  public Party party() {
    return party;
  }

  /** Whether it is one of the acts in the life of a referral. */
  public boolean isReferral() {
    return step != ReferralStep.NONE;
  }

  /** The step in the life of a referral. */
  ReferralStep step() {
    return step;
  }

  /** The text of an activity of this kind. */
  String text(String qualifier) {
    return wire + ":" + qualifier;
  }
}
