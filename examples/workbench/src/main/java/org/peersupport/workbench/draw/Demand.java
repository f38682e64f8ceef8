package org.peersupport.workbench.draw;

/**
 * Something that must come, or should, before a conversation closes.
 *
 * @param kind of whom it is asked
 * @param words what it is
 * @param rule the id of the rule that asks for it
 */
record Demand(Kind kind, String words, String rule) {
  /** Of which conversations something is asked, and how firmly. */
  enum Kind {
    /** Of every conversation. */
    ALWAYS("In every conversation:"),
    /** Of conversations in which something else has happened. */
    WHEN("When it comes up:"),
    /** Of conversations that follow the advice. */
    ADVISED("Advised, not enforced:");

    private final String heading;

    Kind(String heading) {
      this.heading = heading;
    }

    /** What stands above a list of them. */
    String heading() {
      return heading;
    }
  }

  /** What it is, and by which rule. */
  String line() {
    return words + " (" + rule + ")";
  }
}
