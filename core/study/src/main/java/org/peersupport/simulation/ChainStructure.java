package org.peersupport.simulation;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.peersupport.internal.study.Choices;

/**
 * The structure of a {@link ConversationChain}: its states by number, with what is drawn in each of
 * them and where it leads. Immutable.
 */
final class ChainStructure {
  /** A target that is no state: the conversation is closed. */
  static final int CLOSED = -1;

  /** A target that is no state: {@code ENDED - reason}, the conversation has ended early. */
  static final int ENDED = -2;

  /**
   * A target that is no state: {@code REFUSED - reason}, the protocol refuses the choice. Far below
   * the ends, of which a protocol may have many.
   */
  static final int REFUSED = -1_000_000;

  private final Choices choices;
  private final List<Row> rows;
  private final List<TransitionTable.Reason> reasons;
  private final OptionalInt mostConnected;
  private final int[] drawn;
  private final int[] drawnTargets;
  private final int[] instead;
  private final int[] insteadTargets;
  private final int[] targets;
  private final BitSet unsaid;
  private final List<String> unsaidAfter;

  /**
   * @param mostConnected how many connected referrals of a resource are told apart; empty: all
   * @param drawn by state: the row that is drawn from
   * @param drawnTargets by state: where its targets begin
   * @param instead by state: the row that is drawn from after a refusal, or -1
   * @param insteadTargets by state: where its targets begin
   */
  ChainStructure(
      Choices choices,
      List<Row> rows,
      List<TransitionTable.Reason> reasons,
      OptionalInt mostConnected,
      int[] drawn,
      int[] drawnTargets,
      int[] instead,
      int[] insteadTargets,
      int[] targets,
      BitSet unsaid,
      List<String> unsaidAfter) {
    this.choices = choices;
    this.rows = List.copyOf(rows);
    this.reasons = List.copyOf(reasons);
    this.mostConnected = mostConnected;
    this.drawn = drawn;
    this.drawnTargets = drawnTargets;
    this.instead = instead;
    this.insteadTargets = insteadTargets;
    this.targets = targets;
    this.unsaid = unsaid;
    this.unsaidAfter = List.copyOf(unsaidAfter);
  }

  /** How many states there are. */
  int states() {
    return drawn.length;
  }

  /** How many connected referrals of a resource are told apart; empty: all. */
  OptionalInt mostConnected() {
    return mostConnected;
  }

  /** In how many nothing that the behaviour says is permitted. */
  int unsaid() {
    return unsaid.cardinality();
  }

  /** Whether nothing that the behaviour says is permitted in a state. */
  boolean isUnsaid(int state) {
    return unsaid.get(state);
  }

  /** The activities of a shortest conversation that comes to such a state; or none. */
  List<String> unsaidAfter() {
    return unsaidAfter;
  }

  Choices choices() {
    return choices;
  }

  List<Row> rows() {
    return rows;
  }

  /** Why choices are refused, by number. */
  List<TransitionTable.Reason> reasons() {
    return reasons;
  }

  /** The row that is drawn from in a state. */
  int drawn(int state) {
    return drawn[state];
  }

  /** Where a choice of that row leads: a state, or one of the targets that are none. */
  int target(int state, int place) {
    return targets[drawnTargets[state] + place];
  }

  /** The row that is drawn from after a refusal; -1 where nothing is refused. */
  int instead(int state) {
    return instead[state];
  }

  /** Where a choice of that row leads; never to a refusal. */
  int targetInstead(int state, int place) {
    return targets[insteadTargets[state] + place];
  }
}
