package org.peersupport.simulation;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.peersupport.internal.study.Choices;
import org.peersupport.protocol.Protocol;

/**
 * A protocol and a behaviour together: an absorbing Markov chain whose states are the protocol's
 * states, each with the activity that came last, and which is absorbed by a close or an end.
 *
 * <pre>{@code
 * ConversationChain chain = ConversationChain.of(protocol, behaviour);
 * }</pre>
 *
 * <p>From a state the behaviour draws a choice. One that the protocol refuses counts as a refused
 * attempt; then one that is permitted is drawn from the same row with the refused ones left out;
 * when none is left, from {@code otherwise}; when none is left there, evenly among the permitted
 * activities and {@code close}. What was refused did not happen: the activity before it stays the
 * last. An act of a referral means the oldest one of its resource that it fits, as in {@link
 * TransitionTable}. All states that conversations can come to are found when the chain is made.
 *
 * <p>Source of the words: J. G. Kemeny, J. L. Snell, Finite Markov Chains, 1960, chapter 3.
 * Immutable and safe to share between threads.
 */
public final class ConversationChain {
  /**
   * How many states a chain may have. With a large alphabet it is fewer: the states that the
   * protocol comes to, times its activities, are at most {@value #MOST_ENTRIES}.
   */
  public static final int MOST_STATES = 2_000_000;

  /** More of the protocol's table take a gigabyte and a minute to find. */
  static final int MOST_ENTRIES = 1 << 26;

  /** A target that is no state: the conversation is closed. */
  static final int CLOSED = -1;

  /** A target that is no state: {@code ENDED - reason}, the conversation has ended early. */
  static final int ENDED = -2;

  /** A target that is no state: {@code REFUSED - reason}, the protocol refuses the choice. */
  static final int REFUSED = -16;

  private final Protocol protocol;
  private final Behaviour behaviour;
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
  ConversationChain(
      Protocol protocol,
      Behaviour behaviour,
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
    this.protocol = protocol;
    this.behaviour = behaviour;
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

  /**
   * The chain of a protocol and a behaviour.
   *
   * @throws InvalidBehaviourException with every problem there is: what the protocol does not know,
   *     weights and durations out of range, and conversations that can never end
   */
  public static ConversationChain of(Protocol protocol, Behaviour behaviour) {
    return of(protocol, behaviour, states -> {});
  }

  /**
   * The same, while somebody watches: with a large alphabet it may take a minute.
   *
   * @param found told now and then how many states are found so far
   */
  public static ConversationChain of(Protocol protocol, Behaviour behaviour, IntConsumer found) {
    return new ChainSearch(
            Objects.requireNonNull(protocol, "protocol"),
            Objects.requireNonNull(behaviour, "behaviour"),
            Objects.requireNonNull(found, "found"))
        .chain();
  }

  /**
   * Whether the chain has more than so many states, which is found out without finding all of them.
   *
   * @throws InvalidBehaviourException as {@link #of(Protocol, Behaviour)}, except for conversations
   *     that can never end
   */
  public static boolean hasMoreStatesThan(int states, Protocol protocol, Behaviour behaviour) {
    return new ChainSearch(
            Objects.requireNonNull(protocol, "protocol"),
            Objects.requireNonNull(behaviour, "behaviour"),
            found -> {})
        .isLargerThan(states);
  }

  /** The protocol. */
  public Protocol protocol() {
    return protocol;
  }

  /** The behaviour. */
  public Behaviour behaviour() {
    return behaviour;
  }

  /** How many states conversations can come to. */
  public int states() {
    return drawn.length;
  }

  /**
   * How many connected referrals of one resource are told apart at a time, where conversations come
   * to more that matter: these are reckoned as so many, so figures are not exact. Empty for most
   * behaviours. Where referrals are completed or lapse again and again any number may matter; then
   * it is 254, or as many as make at most 10,000 states, or at most 15 and as many as make at most
   * 100,000 states; but always one.
   */
  public OptionalInt mostConnected() {
    return mostConnected;
  }

  /**
   * In how many of them nothing that the behaviour says is permitted, so that anything that is
   * permitted is drawn, all alike. Figures tell little of people where conversations often come
   * there: {@link Quantity#WITH_EVEN_DRAW}.
   */
  public int unsaid() {
    return unsaid.cardinality();
  }

  boolean isUnsaid(int state) {
    return unsaid.get(state);
  }

  /** The activities of a shortest conversation that comes to such a state; or none. */
  public List<String> unsaidAfter() {
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
