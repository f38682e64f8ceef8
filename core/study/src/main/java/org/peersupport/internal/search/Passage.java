package org.peersupport.internal.search;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.CompiledRule;
import org.peersupport.internal.automaton.Exploration;
import org.peersupport.internal.automaton.Packing;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.automaton.Space;
import org.peersupport.internal.automaton.TooLargeException;
import org.peersupport.internal.automaton.ReferralCells;
import org.peersupport.internal.automaton.ReferralStep;

/**
 * Looks for a way from the middle of a conversation under the first of two systems to where it can
 * go on under the second: its rules can still be satisfied together, no referral is alive that it
 * does not know, and the conversation stands in no element that it does not know.
 */
public final class Passage extends Exploration {
  /** Where a conversation stands. */
  public static final class Here {
    final int[] done;
    final char[] position;
    final int[] connected;

    /**
     * @param done the activities so far, as the pair numbers them
     * @param position the states of all rules of the pair, and what is pending of all its resources
     * @param connected by resource: how many referrals are connected
     */
    public Here(int[] done, char[] position, int[] connected) {
      this.done = done.clone();
      this.position = position.clone();
      this.connected = connected.clone();
    }
  }

  private final Pair pair;
  private final BitSet ofSecond;
  private final Space secondSpace;
  private final BitSet counted;
  private final int astray;

  private Passage(
      Pair pair, Space space, Packing packing, BitSet ofSecond, BitSet counted, int limit) {
    super(pair.first, space, packing, new BitSet(), limit);
    this.pair = pair;
    this.ofSecond = ofSecond;
    this.counted = counted;
    this.astray = pair.first.rules() - 1;
    this.secondSpace = new Space(pair.second, ofSecond, -1);
    secondSpace.limitTo(limit);
  }

  /**
   * A shortest way, in activities of the first system; null when there is none.
   *
   * @param first the rules of the first system that bind
   * @param second those of the second, as the pair numbers them
   * @param begins the beginnings of all elements that have a place in the order of the first system
   * @throws TooLargeException when there are more joint states than the limit
   */
  public static int @Nullable [] shortest(
      Pair pair, BitSet first, BitSet second, BitSet begins, Here here, int limit) {
    BitSet unknownBegins = (BitSet) begins.clone();
    BitSet strangers = new BitSet();
    BitSet actsOfStrangers = new BitSet();
    BitSet counted = new BitSet();
    for (int a = 0; a < pair.first.activities(); a++) {
      unknownBegins.set(a, begins.get(a) && !pair.isOfSecond(a));
      int x = pair.first.resource(a);
      if (x >= 0 && !pair.isOfSecond(a)) {
        actsOfStrangers.set(a);
        strangers.set(x);
        if (here.connected[x] > 0 || isHandOffNoticed(pair.first, first, a)) {
          counted.set(x);
        }
      }
    }
    CompiledRule astray = Wishes.last(pair.first, begins, unknownBegins, actsOfStrangers);
    Pair wider = pair.with(astray);
    BitSet watched = (BitSet) second.clone();
    watched.set(wider.first.rules() - 1);
    Space space = new Space(wider.first, first, -1);
    space.limitTo(limit);
    Packing packing = new Packing(wider.first, first, watched, strangers, counted);
    return new Passage(wider, space, packing, second, counted, limit).from(here);
  }

  /**
   * Whether the activity connects a peer or lapses, and a rule speaks of it: otherwise a referral
   * that has to come to its end may as well lapse as be connected first.
   */
  private static boolean isHandOffNoticed(RuleSystem rules, BitSet bound, int activity) {
    ReferralStep act = rules.step(activity);
    boolean noticed = false;
    for (int r = bound.nextSetBit(0); r >= 0; r = bound.nextSetBit(r + 1)) {
      noticed |= !rules.rule(r).ignores(activity);
    }
    return noticed && (act == ReferralStep.CONNECT || act == ReferralStep.LAPSE);
  }

  private int @Nullable [] from(Here here) {
    char[] position = rules.start();
    for (int r = 0; r < astray; r++) {
      position[r] = here.position[r];
    }
    for (int activity : here.done) {
      position[astray] = (char) rules.rule(astray).after(position[astray], activity);
    }
    for (int x = 0; x < rules.resources(); x++) {
      rules.setLife(position, x, here.position[astray + x]);
    }
    long[] start = new long[packing.words()];
    packing.packAsItIs(position, start); // the way is one for these very resources
    int[] connected = here.connected.clone();
    for (int x = 0; x < connected.length; x++) {
      if (counted.get(x)) {
        count(x, connected[x] + 1); // another one can come to its end before the next
      }
      connected[x] = Math.min(connected[x], mostConnected()[x]);
    }
    if (arrives(start, connected)) {
      return new int[0]; // also where the first system itself has no way to a close any more
    }
    return run(start, connected) ? trace(size() - 1) : null;
  }

  /** Where connected referrals are not counted, none that has to come to its end is connected. */
  @Override
  protected boolean matters(int activity) {
    if (!pair.isOfFirst(activity)) {
      return false;
    }
    int x = rules.resource(activity);
    if (x < 0 || pair.isOfSecond(activity)) {
      return packing.matters(activity);
    }
    return rules.step(activity) != ReferralStep.CONNECT || counted.get(x);
  }

  /** None of those that have to come to their end is overlooked. */
  @Override
  protected boolean isFull(int resource) {
    return counted.get(resource);
  }

  /** What a rule of the second system has lost stays lost. */
  @Override
  protected boolean enter(long[] before, int activity, long[] after) {
    return pair.second.dead(packing.unpack(after), ofSecond).isEmpty();
  }

  @Override
  protected boolean met(int node) {
    return arrives(state(node), connected(node));
  }

  private boolean arrives(long[] state, int[] connected) {
    for (int a = 0; a < rules.activities(); a++) {
      int x = rules.resource(a);
      if (x >= 0
          && !pair.isOfSecond(a)
          && (packing.pending(state, x) != ReferralCells.NOTHING || connected[x] > 0)) {
        return false;
      }
    }
    return packing.stateOf(state, astray) != 1
        && secondSpace.distance(packing.unpack(state)) != Space.NEVER;
  }
}
