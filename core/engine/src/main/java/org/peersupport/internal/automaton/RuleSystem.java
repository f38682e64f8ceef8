package org.peersupport.internal.automaton;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A protocol as the automata see it: numbered activities, numbered rules, numbered resources.
 *
 * <p>A <em>position</em> is an array with the state of each rule, then the {@link ReferralCells
 * cell} of each resource. Immutable and safe to share between threads.
 */
public final class RuleSystem {
  private final CompiledRule[] rules;
  private final ReferralStep[] step;
  private final int[] resource;
  private final boolean[] fact;
  private final boolean[] notice;
  private final int[] canonical;
  private final int[][] touched;

  /**
   * @param rules in expanded order
   * @param step by activity: its step in the life of a referral
   * @param resource by activity: the resource, or -1
   * @param fact by activity: whether it is the peer's or the outside's
   * @param notice by resource: whether consent is by notice
   * @param canonical the activities that a continuation is made of, in the order remedies prefer
   */
  public RuleSystem(
      CompiledRule[] rules,
      ReferralStep[] step,
      int[] resource,
      boolean[] fact,
      boolean[] notice,
      int[] canonical) {
    this.rules = rules.clone();
    this.step = step.clone();
    this.resource = resource.clone();
    this.fact = fact.clone();
    this.notice = notice.clone();
    this.canonical = canonical.clone();
    this.touched = new int[step.length][];
    for (int activity = 0; activity < step.length; activity++) {
      IntList concerned = new IntList();
      for (int r = 0; r < rules.length; r++) {
        if (!rules[r].ignores(activity)) {
          concerned.add(r);
        }
      }
      touched[activity] = concerned.toArray();
    }
  }

  /** The same with more rules, which come after those that are there. */
  public RuleSystem with(CompiledRule... more) {
    CompiledRule[] all = Arrays.copyOf(rules, rules.length + more.length);
    System.arraycopy(more, 0, all, rules.length, more.length);
    return new RuleSystem(all, step, resource, fact, notice, canonical);
  }

  public int rules() {
    return rules.length;
  }

  public CompiledRule rule(int number) {
    return rules[number];
  }

  public int activities() {
    return step.length;
  }

  public int resources() {
    return notice.length;
  }

  /** The activity's step in the life of a referral. */
  public ReferralStep step(int activity) {
    return step[activity];
  }

  /** The activity's resource, or -1. */
  public int resource(int activity) {
    return resource[activity];
  }

  public boolean fact(int activity) {
    return fact[activity];
  }

  public boolean notice(int resourceNumber) {
    return notice[resourceNumber];
  }

  /** How many activities a continuation may be made of. */
  public int moves() {
    return canonical.length;
  }

  /** The activity at this place of the order that remedies prefer. */
  public int move(int index) {
    return canonical[index];
  }

  /** The rules to which the activity means something. */
  public int[] touched(int activity) {
    return touched[activity];
  }

  /** Where every conversation starts. */
  public char[] start() {
    return new char[rules.length + notice.length];
  }

  public int life(char[] position, int resourceNumber) {
    return position[rules.length + resourceNumber];
  }

  public void setLife(char[] position, int resourceNumber, int cell) {
    position[rules.length + resourceNumber] = (char) cell;
  }

  /** Moves the rules, and not the referrals, in place. */
  public void moveRules(char[] position, int activity, boolean alwaysOnly) {
    for (int r : touched[activity]) {
      if (!alwaysOnly || rules[r].always()) {
        position[r] = (char) rules[r].after(position[r], activity);
      }
    }
  }

  /** Whether the life of referrals allows the activity here. */
  public boolean allows(char[] position, int activity) {
    int x = resource[activity];
    return x < 0 || ReferralCells.allows(step[activity], life(position, x), notice[x]);
  }

  /**
   * Moves the rules and the pending referral, in place. What may end a connected referral ends the
   * pending one where it fits that one, and leaves the connected ones as they are.
   */
  public void move(char[] position, int activity, boolean alwaysOnly) {
    moveRules(position, activity, alwaysOnly);
    int x = resource[activity];
    if (x < 0) {
      return;
    }
    int cell = life(position, x);
    int pending = ReferralCells.pending(cell);
    if (ReferralCells.isOfPending(step[activity], pending, notice[x])) {
      setLife(
          position,
          x,
          ReferralCells.of(
              ReferralCells.pendingAfter(step[activity], pending),
              ReferralCells.connected(cell) || step[activity] == ReferralStep.CONNECT));
    }
  }

  /** The mandatory rules but those departed from; only the always ones once it has ended. */
  public BitSet bound(BitSet departed, boolean finished) {
    BitSet bound = new BitSet(rules.length);
    for (int r = 0; r < rules.length; r++) {
      if (rules[r].mandatory() && !departed.get(r) && (rules[r].always() || !finished)) {
        bound.set(r);
      }
    }
    return bound;
  }

  /** Which of the bound rules no sequence of activities can satisfy any more. */
  public BitSet dead(char[] position, BitSet bound) {
    BitSet dead = new BitSet();
    for (int r = bound.nextSetBit(0); r >= 0; r = bound.nextSetBit(r + 1)) {
      if (!rules[r].dfa().live(position[r])) {
        dead.set(r);
      }
    }
    return dead;
  }

  /** Which of the bound rules are unsatisfied as things stand. */
  public BitSet unsatisfied(char[] position, BitSet bound) {
    BitSet open = new BitSet();
    for (int r = bound.nextSetBit(0); r >= 0; r = bound.nextSetBit(r + 1)) {
      if (!rules[r].dfa().accepts(position[r])) {
        open.set(r);
      }
    }
    return open;
  }
}
