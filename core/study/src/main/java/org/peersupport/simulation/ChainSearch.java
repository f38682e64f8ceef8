package org.peersupport.simulation;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.peersupport.protocol.Protocol;

/**
 * The search for the chain of a protocol and a behaviour.
 *
 * <p>How many connected referrals matter depends on where nothing that the behaviour says is
 * permitted, and only the chain can tell. So it is explored as if that came to pass nowhere, and
 * once more where it did. One that grows large is explored again with fewer connected referrals.
 */
final class ChainSearch {
  /** With more states than that, fewer connected referrals are told apart. */
  private static final int LARGE = 100_000;

  /** The same where more of them are told apart than anybody will ask about. */
  private static final int LARGE_FOR_MANY = 10_000;

  private static final int MANY = 15;

  private final Protocol protocol;
  private final Behaviour behaviour;
  private final IntConsumer found;
  private final BitSet unsaidRows = new BitSet();

  /** One less than the table counts, so that it is seen where there are more. */
  private int most = TransitionTable.MOST_CONNECTED - 1;

  /**
   * @throws InvalidBehaviourException if the behaviour is none for the protocol
   */
  ChainSearch(Protocol protocol, Behaviour behaviour, IntConsumer found) {
    Objects.requireNonNull(protocol, "protocol");
    Objects.requireNonNull(behaviour, "behaviour");
    Objects.requireNonNull(found, "found");
    List<BehaviourProblem> problems = BehaviourCheck.of(protocol, behaviour);
    if (!problems.isEmpty()) {
      throw new InvalidBehaviourException(problems);
    }
    this.protocol = protocol;
    this.behaviour = behaviour;
    this.found = found;
  }

  /**
   * The structure of the chain.
   *
   * @param atMost so many states may be found
   * @throws InvalidBehaviourException if there are more, or conversations never end
   */
  ChainStructure structure(int atMost) {
    ChainExploration exploration = explored(atMost);
    if (!exploration.isWhole()) {
      throw tooLarge(exploration.states(), atMost);
    }
    return exploration.structure();
  }

  /** Whether it has more than so many states. */
  boolean isLargerThan(int states) {
    ChainExploration exploration = explored(states);
    return !exploration.isWhole() || exploration.states() > states;
  }

  /** What is found in the end; not all of it where there are more states than that. */
  private ChainExploration explored(int states) {
    while (true) {
      ChainExploration exploration = new ChainExploration(protocol, behaviour, most, unsaidRows);
      int toldApart = exploration.toldApart();
      boolean canBeLess = toldApart > 1;
      exploration.run(canBeLess ? large(toldApart) : states, found);
      if (!exploration.isWhole() && canBeLess) {
        most = 2 * toldApart / 3;
      } else if (!exploration.isWhole() || !isNews(exploration.unsaidRows())) {
        return exploration;
      }
    }
  }

  private static int large(int toldApart) {
    return toldApart > MANY ? LARGE_FOR_MANY : LARGE;
  }

  private boolean isNews(BitSet rows) {
    int before = unsaidRows.cardinality();
    unsaidRows.or(rows);
    return unsaidRows.cardinality() > before;
  }

  private InvalidBehaviourException tooLarge(int states, int atMost) {
    String explanation =
        states > atMost
            ? "The protocol and the behaviour have more than "
                + atMost
                + " states together; leave some resources or rules out, or choices of little weight"
                + " (an estimate has fewer with less smoothing)."
            : "The protocol and the behaviour have more than "
                + states
                + " states together, too many for a protocol with "
                + protocol.activities().size()
                + " activities; leave some resources or rules out.";
    return InvalidBehaviourException.of(BehaviourProblemCode.TOO_LARGE, "", explanation, List.of());
  }
}
