package org.peersupport.simulation;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
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
   * protocol comes to, times its activities, are at most {@value ChainExploration#MOST_ENTRIES}.
   */
  public static final int MOST_STATES = 2_000_000;

  private final Protocol protocol;
  private final Behaviour behaviour;
  private final ChainStructure structure;

  ConversationChain(Protocol protocol, Behaviour behaviour, ChainStructure structure) {
    this.protocol = protocol;
    this.behaviour = behaviour;
    this.structure = structure;
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
    return new ConversationChain(
        protocol, behaviour, new ChainSearch(protocol, behaviour, found).structure(MOST_STATES));
  }

  /**
   * Whether the chain has more than so many states, which is found out without finding all of them.
   *
   * @throws InvalidBehaviourException as {@link #of(Protocol, Behaviour)}, except for conversations
   *     that can never end
   */
  public static boolean hasMoreStatesThan(int states, Protocol protocol, Behaviour behaviour) {
    return new ChainSearch(protocol, behaviour, found -> {}).isLargerThan(states);
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
    return structure.states();
  }

  /**
   * How many connected referrals of one resource are told apart at a time, where conversations come
   * to more that matter: these are reckoned as so many, so figures are not exact. Empty for most
   * behaviours. Where referrals are completed or lapse again and again any number may matter; then
   * it is 254, or as many as make at most 10,000 states, or at most 15 and as many as make at most
   * 100,000 states; but always one.
   */
  public OptionalInt mostConnected() {
    return structure.mostConnected();
  }

  /**
   * In how many of them nothing that the behaviour says is permitted, so that anything that is
   * permitted is drawn, all alike. Figures tell little of people where conversations often come
   * there: {@link Quantity#WITH_EVEN_DRAW}.
   */
  public int unsaid() {
    return structure.unsaid();
  }

  /** The activities of a shortest conversation that comes to such a state; or none. */
  public List<String> unsaidAfter() {
    return structure.unsaidAfter();
  }

  /** Its states by number. */
  ChainStructure structure() {
    return structure;
  }
}
