package org.peersupport.protocol;

/** Why a session ended early. */
public enum EndReason {
  /** The peer did not want support. */
  DECLINED("declined"),
  /** The peer could not be reached. */
  UNREACHABLE("unreachable"),
  /** The peer stopped the conversation. */
  STOPPED("stopped"),
  /** Something else broke it off. */
  INTERRUPTED("interrupted"),
  /** Someone's safety came first. */
  SAFETY("safety");

  private final String wire;

  EndReason(String wire) {
    this.wire = wire;
  }

  /** The name in commands and logs. */
  public String wireName() {
    return wire;
  }
}
