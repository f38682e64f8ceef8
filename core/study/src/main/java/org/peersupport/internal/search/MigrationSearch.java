package org.peersupport.internal.search;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.CompiledRule;
import org.peersupport.internal.automaton.Exploration;
import org.peersupport.internal.automaton.ReferralCells;
import org.peersupport.internal.automaton.ReferralStep;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.automaton.StateCodec;
import org.peersupport.internal.automaton.StateSpace;
import org.peersupport.internal.automaton.TooLargeException;

/**
 * The search for a way from the middle of a conversation under one system to a state in which it
 * can go on under another. There the other's rules can still be satisfied together, and it knows
 * the element at hand and every referral that is alive.
 */
public final class MigrationSearch extends Exploration {
  /** Where a conversation stands. */
  public static final class StartingPoint {
    final int[] done;
    final char[] position;
    final int[] connected;

    /**
     * @param done the activities so far, as the pair numbers them
     * @param position the states of all rules of the pair, and what is pending of all its resources
     * @param connected by resource: how many referrals are connected
     */
    public StartingPoint(int[] done, char[] position, int[] connected) {
      this.done = done.clone();
      this.position = position.clone();
      this.connected = connected.clone();
    }
  }

  private final ProductSystem product;
  private final BitSet ofSecond;
  private final StateSpace secondSpace;
  private final BitSet counted;
  private final int astray;

  private MigrationSearch(
      ProductSystem product,
      StateSpace space,
      StateCodec codec,
      BitSet ofSecond,
      BitSet counted,
      int limit) {
    super(product.first, space, codec, new BitSet(), limit);
    this.product = product;
    this.ofSecond = ofSecond;
    this.counted = counted;
    this.astray = product.first.rules() - 1;
    this.secondSpace = new StateSpace(product.second, ofSecond, -1);
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
      ProductSystem product,
      BitSet first,
      BitSet second,
      BitSet begins,
      StartingPoint here,
      int limit) {
    BitSet unknownBegins = (BitSet) begins.clone();
    BitSet strangers = new BitSet();
    BitSet actsOfStrangers = new BitSet();
    BitSet counted = new BitSet();
    for (int a = 0; a < product.first.activities(); a++) {
      unknownBegins.set(a, begins.get(a) && !product.isOfSecond(a));
      int x = product.first.resource(a);
      if (x >= 0 && !product.isOfSecond(a)) {
        actsOfStrangers.set(a);
        strangers.set(x);
        if (here.connected[x] > 0 || isHandOffNoticed(product.first, first, a)) {
          counted.set(x);
        }
      }
    }
    CompiledRule astray = Monitors.last(product.first, begins, unknownBegins, actsOfStrangers);
    ProductSystem wider = product.with(astray);
    BitSet watched = (BitSet) second.clone();
    watched.set(wider.first.rules() - 1);
    StateSpace space = new StateSpace(wider.first, first, -1);
    space.limitTo(limit);
    StateCodec codec = new StateCodec(wider.first, first, watched, strangers, counted);
    return new MigrationSearch(wider, space, codec, second, counted, limit).from(here);
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

  private int @Nullable [] from(StartingPoint here) {
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
    long[] start = new long[codec.words()];
    codec.packAsItIs(position, start); // the way is one for these very resources
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
    if (!product.isOfFirst(activity)) {
      return false;
    }
    int x = rules.resource(activity);
    if (x < 0 || product.isOfSecond(activity)) {
      return codec.matters(activity);
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
    return product.second.dead(codec.unpack(after), ofSecond).isEmpty();
  }

  @Override
  protected boolean met(int node) {
    return arrives(state(node), connected(node));
  }

  private boolean arrives(long[] state, int[] connected) {
    for (int a = 0; a < rules.activities(); a++) {
      int x = rules.resource(a);
      if (x >= 0
          && !product.isOfSecond(a)
          && (codec.pending(state, x) != ReferralCells.NOTHING || connected[x] > 0)) {
        return false;
      }
    }
    return codec.stateOf(state, astray) != 1
        && secondSpace.distance(codec.unpack(state)) != StateSpace.NEVER;
  }
}
