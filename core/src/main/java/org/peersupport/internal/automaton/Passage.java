package org.peersupport.internal.automaton;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a way from the middle of a conversation under the first of two systems to where it can
 * go on under the second: its rules can still be satisfied together, no referral is alive that it
 * does not know, and the conversation stands in no element that it does not know.
 */
public final class Passage extends Exploration {
  private final Pair pair;
  private final BitSet ofSecond;
  private final Space secondSpace;
  private final BitSet strangers;
  private final BitSet alive;
  private final int astray;
  private final StateTable joint;
  private final int[] connectedAtFirst;

  private Passage(
      RuleSystem rules,
      Pair pair,
      Space space,
      Packing packing,
      BitSet ofSecond,
      BitSet strangers,
      BitSet alive,
      int[] connected,
      int limit) {
    super(rules, space, packing, alive, limit);
    this.alive = alive;
    this.pair = pair;
    this.ofSecond = ofSecond;
    this.strangers = strangers;
    this.astray = rules.rules() - 1;
    this.secondSpace = new Space(pair.second, ofSecond, -1);
    secondSpace.limitTo(limit);
    this.joint = new StateTable(packing.words());
    this.connectedAtFirst = connected;
  }

  /**
   * A shortest way, in activities of the first system; null when there is none.
   *
   * @param first the rules of the first system that bind
   * @param second those of the second, as the pair numbers them
   * @param begins the beginnings of all elements that have a place in the order of the first system
   * @param done what has happened so far
   * @param position the states of all rules of the pair and the life of all its resources
   * @param connected by resource: how many referrals are connected
   * @throws TooLargeException when there are more joint states than the limit
   */
  public static int @Nullable [] shortest(
      Pair pair,
      BitSet first,
      BitSet second,
      BitSet begins,
      int[] done,
      char[] position,
      int[] connected,
      int limit) {
    BitSet unknown = new BitSet();
    for (int a = 0; a < pair.first.activities(); a++) {
      unknown.set(a, begins.get(a) && !pair.isOfSecond(a));
    }
    RuleSystem rules = pair.first.with(Wishes.last(pair.first, begins, unknown));
    BitSet watched = (BitSet) second.clone();
    watched.set(rules.rules() - 1);
    BitSet strangers = new BitSet();
    for (int a = 0; a < rules.activities(); a++) {
      if (rules.resource(a) >= 0 && pair.isOfFirst(a) && !pair.isOfSecond(a)) {
        strangers.set(rules.resource(a));
      }
    }
    Packing packing = new Packing(rules, first, watched, strangers, strangers);
    Space space = new Space(rules, first, -1);
    space.limitTo(limit);
    Passage search =
        new Passage(rules, pair, space, packing, second, strangers, alive, connected, limit);
    return search.from(wider(rules, pair, position, done));
  }

  /** The position with the state of the rule that tells where the conversation stands. */
  private static char[] wider(RuleSystem rules, Pair pair, char[] position, int[] done) {
    char[] wider = rules.start();
    int own = pair.first.rules();
    System.arraycopy(position, 0, wider, 0, own);
    System.arraycopy(position, own, wider, own + 1, position.length - own);
    for (int activity : done) {
      wider[own] = (char) rules.rule(own).after(wider[own], activity);
    }
    return wider;
  }

  private int @Nullable [] from(char[] position) {
    long[] start = new long[packing.words()];
    packing.pack(position, start);
    if (arrives(start, connectedAtFirst)) {
      return new int[0];
    }
    return run(start, connectedAtFirst) ? trace(size() - 1) : null;
  }

  /** To connect the peer with one more that the second system does not know leads nowhere. */
  @Override
  boolean matters(int activity) {
    int x = rules.resource(activity);
    boolean astray = rules.act(activity) == Life.CONNECT && strangers.get(x) && !alive.get(x);
    return pair.isOfFirst(activity) && packing.matters(activity) && !astray;
  }

  @Override
  int numberOf(long[] state) {
    if (space.distance(packing.unpack(state)) == Space.NEVER) {
      return -1;
    }
    long[] sorted = state.clone();
    packing.sort(sorted);
    return joint.intern(sorted);
  }

  /** What a rule of the second system has lost stays lost. */
  @Override
  boolean enter(long[] before, int activity, long[] after) {
    return pair.second.dead(packing.unpack(after), ofSecond).isEmpty();
  }

  @Override
  boolean met(int node) {
    return arrives(state(node), connected(node));
  }

  private boolean arrives(long[] state, int[] connected) {
    for (int x = strangers.nextSetBit(0); x >= 0; x = strangers.nextSetBit(x + 1)) {
      if (packing.pending(state, x) != Life.NOTHING || connected[x] > 0) {
        return false;
      }
    }
    return packing.stateOf(state, astray) != 1
        && secondSpace.distance(packing.unpack(state)) != Space.NEVER;
  }
}
