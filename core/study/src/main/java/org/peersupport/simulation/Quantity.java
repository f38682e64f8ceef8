package org.peersupport.simulation;

/** What is told of conversations, drawn or worked out. */
public enum Quantity {
  /** The share of sessions that were closed. */
  CLOSED("closed", Unit.SHARE),
  /** The share of sessions that ended early, for whatever reason. */
  ENDED("ended", Unit.SHARE),
  /** By end reason: the share of sessions that ended early for it. */
  ENDED_FOR("endedFor", Unit.SHARE),
  /** By element: the share of sessions that ended early while they were in it. */
  ENDED_IN("endedIn", Unit.SHARE),
  /** How many activities a session has. */
  ACTIVITIES("activities", Unit.COUNT),
  /** How long a session takes. */
  DURATION("duration", Unit.MILLIS),
  /** How many attempts of a session are refused. */
  REFUSED("refused", Unit.COUNT),
  /** The share of sessions in which at least one attempt is refused. */
  WITH_REFUSAL("withRefusal", Unit.SHARE),
  /**
   * The share of sessions in which an even draw decides at least once: nothing that the behaviour
   * says is permitted there. The more there are, the less the other quantities tell of people.
   */
  WITH_EVEN_DRAW("withEvenDraw", Unit.SHARE),
  /** By rule: how many attempts of a session it refuses, alone or with others. */
  REFUSED_BY_RULE("refusedByRule", Unit.COUNT),
  /** By element: how long a session is in it. */
  TIME_IN_ELEMENT("timeInElement", Unit.MILLIS),
  /**
   * By activity: how often it happens in a session. {@code offer:*} and the other acts of referrals
   * are of any resource.
   */
  HAPPENED("happened", Unit.COUNT),
  /** By activity, likewise: the share of sessions in which it happens at all. */
  SESSIONS_WITH("sessionsWith", Unit.SHARE);

  /** What a quantity is measured in. */
  public enum Unit {
    /** From 0 to 1: a share of sessions, or a probability. */
    SHARE,
    /** How many in a session. */
    COUNT,
    /** A time in milliseconds. */
    MILLIS
  }

  private final String wire;
  private final Unit unit;

  Quantity(String wire, Unit unit) {
    this.wire = wire;
    this.unit = unit;
  }

  /** How it is written in JSON. */
  public String wireName() {
    return wire;
  }

  /** What it is measured in. */
  public Unit unit() {
    return unit;
  }
}
