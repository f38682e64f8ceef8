package org.peersupport.session;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * An accepted act, as the situation it comes in knows it: what it departs from, and where it leads.
 *
 * <p>It is itself the list of the deviations that its event carries. So an event that was just
 * decided brings along where it leads, and evolving it is one comparison; an event from anywhere
 * else carries another list and is looked up. Immutable.
 */
final class Step extends AbstractList<Deviation> implements RandomAccess {
  private final List<Deviation> deviations;

  /** Where the act comes. */
  final Situation from;

  /** The act's number, see {@link Moves}; -1 for what has none. */
  final int move;

  /** Where it leads. */
  final Situation next;

  Step(Situation from, int move, Situation next, List<Deviation> deviations) {
    this.from = from;
    this.move = move;
    this.next = next;
    this.deviations = List.copyOf(deviations);
  }

  @Override
  public Deviation get(int index) {
    return deviations.get(index);
  }

  @Override
  public int size() {
    return deviations.size();
  }
}
