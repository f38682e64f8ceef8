package org.peersupport.analysis;

/** A topic of a {@link PlainText}: what a section of it is about. */
public enum Topic {
  /** What whoever meets the protocol has to know first; absent when there is nothing. */
  CAUTION("caution"),
  /** What the supporter must do; this and the next three make the first page. */
  MUST("must"),
  /** What the supporter should do; the ids are those of advisory rules and of deadlines. */
  SHOULD("should"),
  /** What the supporter and the peer may do. */
  MAY("may"),
  /** What happens when someone may be in danger. */
  DANGER("danger"),
  /** Where the protocol comes from, and how the text is to be read. */
  ABOUT("about"),
  /** The elements in their order; the ids are their keys. */
  ELEMENTS("elements"),
  /** How the elements follow one another; the ids are those of the rules of the order. */
  ORDER("order"),
  /** What can be offered, and the consent it takes; the ids are keys of resources. */
  RESOURCES("resources"),
  /** Concerns, thanks, and who may meet. */
  PEOPLE("people"),
  /** The document's own rules; the ids are those of expanded rules. */
  RULES("rules"),
  /** The time limits; the ids are those of deadlines. */
  DEADLINES("deadlines"),
  /** The conversations that the protocol was checked with; absent when there are none. */
  EXAMPLES("examples"),
  /** What is agreed to by signing; where there is a caution, that stands here again instead. */
  SIGN_OFF("sign-off");

  private final String wire;

  Topic(String wire) {
    this.wire = wire;
  }

  /** The name in data. */
  public String wireName() {
    return wire;
  }
}
