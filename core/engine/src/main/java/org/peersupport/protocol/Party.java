package org.peersupport.protocol;

/** Whose act an activity is. Only the supporter's acts can be refused; the others are facts. */
public enum Party {
  /** The peer supporter, who is about to do something. */
  SUPPORTER,
  /** The peer: a concern, or the answer to an offer. It happened, so no rule refuses it. */
  PEER,
  /** The world outside the conversation: what became of a referral. No rule refuses it. */
  OUTSIDE
}
