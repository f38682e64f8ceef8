package org.peersupport.json.deidentification;

/** By what someone who knows something already could find a session or a person again. */
public enum RiskKind {
  /** A rare protocol. */
  PROTOCOL("protocol", true, "a protocol", "Who knows which programme it was finds them by it."),
  /** What happened, one thing after the other, without who and when. */
  ACTIVITIES(
      "activities",
      true,
      "a course of activities",
      "Who knows how such a conversation went may find it by that."),
  /** How long it took from the first event to the last, in units; the long ones are rare. */
  DURATION("duration", true, "a duration", "Who knows how long it all took may find it by that."),
  /** Closed, still open, or why it ended early. */
  ENDING("ending", true, "an ending", "Who knows how it ended may find it by that."),
  /** The departments of supporter and peer at the opening, as they are written. */
  DEPARTMENTS(
      "departments",
      true,
      "a pair of departments",
      "Who knows where the two worked may find them by that; a larger k helps."),
  /** All of these at once. */
  TOGETHER(
      "together",
      true,
      "a combination of all these",
      "A larger unit helps, and so does giving away fewer sessions."),
  /** In how many sessions someone takes part. */
  SESSIONS_OF_A_PERSON(
      "sessions-of-a-person",
      false,
      "a number of sessions",
      "Who knows how often a colleague supports, or was supported, may find them by that.");

  private final String wire;
  private final boolean ofSessions;
  private final String what;
  private final String advice;

  RiskKind(String wire, boolean ofSessions, String what, String advice) {
    this.wire = wire;
    this.ofSessions = ofSessions;
    this.what = what;
    this.advice = advice;
  }

  /** The name in reports. */
  public String wireName() {
    return wire;
  }

  /** The figures in a sentence. */
  String told(long of, long few, long alone, int k) {
    String counted = ofSessions ? "session" : "person";
    if (few == 0) {
      return "No " + counted + " has " + what + " that fewer than " + k + " have.";
    }
    String all = of + (ofSessions ? " sessions" : " people");
    String has = few == 1 ? " has " : " have ";
    String none = alone == 0 ? "none" : alone + "";
    return few
        + " of "
        + all
        + has
        + what
        + " that fewer than "
        + k
        + " have, "
        + none
        + " of them one that no other has. "
        + advice;
  }
}
