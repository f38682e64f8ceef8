package org.peersupport.workbench.transcripts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A conversation of a corpus: who did what and when, and nothing of what was said. */
final class Transcript {
  /** More than anybody says in one conversation. */
  static final int TURNS = 100_000;

  private static final int FLAWS = 100;

  private final int number;
  private final int line;
  private final List<Turn> turns = new ArrayList<>();
  private final List<String> flaws = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private Duration length = Duration.ZERO;

  /**
   * @param number the place of the conversation in its corpus, from 1
   * @param line where it begins
   */
  Transcript(int number, int line) {
    this.number = number;
    this.line = line;
  }

  int number() {
    return number;
  }

  int line() {
    return line;
  }

  /** The turns of the supporter, in their order. */
  List<Turn> turns() {
    return turns;
  }

  void add(Turn turn) {
    turns.add(turn);
  }

  /** From its beginning to its end, the turns of the peer included. */
  Duration length() {
    return length;
  }

  void length(Duration whole) {
    length = whole;
  }

  /** Why it cannot be used, each with its line; empty when it can. */
  List<String> flaws() {
    return flaws;
  }

  /** It cannot be used. */
  void flaw(int where, String what) {
    if (flaws.size() < FLAWS) {
      flaws.add(where + ": conversation " + number + ": " + what);
    } else if (flaws.size() == FLAWS) {
      flaws.add(where + ": conversation " + number + ": there is more that is wrong with it");
    }
  }

  /** What was settled in it, each with its line; it can be used all the same. */
  List<String> notes() {
    return notes;
  }

  void note(int where, String what) {
    notes.add(where + ": conversation " + number + ": " + what);
  }
}
