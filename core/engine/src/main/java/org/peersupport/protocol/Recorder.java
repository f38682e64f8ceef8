package org.peersupport.protocol;

/** The people who may record an act. */
public enum Recorder {
  /** The current supporter only. */
  SUPPORTER,
  /** The current supporter and the peer. */
  PARTICIPANT,
  /** Anyone, also somebody who is not in the session. */
  ANYONE
}
