package org.peersupport.json.data;

/** The kinds of answers to a line. The wire names are stable. */
public enum Outcome {
  /** The command was accepted; its event is in the answer. */
  ACCEPTED("accepted"),
  /** The command, or the query about a session, was refused. */
  REFUSED("refused"),
  /** The query {@code options} was answered. */
  OPTIONS("options"),
  /** The query {@code state} was answered. */
  STATE("state"),
  /** The query {@code due} was answered. */
  DUE("due"),
  /** The line could not be read, or its event could not be read again. */
  MALFORMED("malformed");

  private final String wire;

  Outcome(String wire) {
    this.wire = wire;
  }

  /** The stable name. */
  public String wireName() {
    return wire;
  }
}
