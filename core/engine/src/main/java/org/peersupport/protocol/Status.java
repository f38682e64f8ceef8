package org.peersupport.protocol;

/** Where a session stands. */
public enum Status {
  /** The conversation goes on. */
  OPEN("open"),
  /** The conversation rests; what the peer and the outside do still happens. */
  PAUSED("paused"),
  /** The conversation was closed with every mandatory rule satisfied or departed from. */
  CLOSED("closed"),
  /** The conversation ended early. */
  ENDED("ended"),
  /** The whole session was entered in error and counts nowhere. */
  VOIDED("voided");

  private final String wire;

  Status(String wire) {
    this.wire = wire;
  }

  /** The name in outcomes. */
  public String wireName() {
    return wire;
  }

  /** Whether the conversation is over: closed or ended. */
  public boolean isFinished() {
    return this == CLOSED || this == ENDED;
  }
}
