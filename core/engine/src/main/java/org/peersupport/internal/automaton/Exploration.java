package org.peersupport.internal.automaton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Meets, breadth first, the joint states that conversations lead to: by the supporter's acts after
 * which a close is still possible, and by whatever the peer and the outside may do. The way to each
 * state is therefore a shortest one, and among those the first in the order of the moves, facts
 * last.
 *
 * <p>Connected referrals of a resource whose outcome a rule speaks of are counted up to the states
 * that such rules have together, at most 15, or further where a subclass says so. A subclass says
 * what is looked for.
 */
public abstract class Exploration {
  /** Up to how many connected referrals are counted where nothing else is said. */
  static final int MOST = 15;

  public final RuleSystem rules;
  public final StateSpace space;
  public final StateCodec codec;
  private final int limit;
  private final int[] order;
  private final int[] many;
  private StateTable seen;
  private long[] key;
  private int bits;
  private int countsPerWord;
  private final StateTable table;

  /** By the number of a state in the table: how far it is from a close. */
  private final IntList distances = new IntList();

  private final long[] after;
  private final long[] sorted;
  private final List<long[]> states = new ArrayList<>();
  private final List<int[]> connected = new ArrayList<>();
  private final IntList numbers = new IntList();
  private final IntList parents = new IntList();
  private final IntList arrivals = new IntList();

  /**
   * @param counted resources whose connected referrals are kept in mind whatever the rules say;
   *     each told apart in the space
   * @param limit the number of joint states at which it gives up, in a {@link TooLargeException}
   */
  protected Exploration(RuleSystem rules, StateSpace space, BitSet counted, int limit) {
    this(rules, space, space.codec(), counted, limit);
  }

  /**
   * @param codec how states are kept here: more of them than the space needs
   */
  protected Exploration(
      RuleSystem rules, StateSpace space, StateCodec codec, BitSet counted, int limit) {
    this.rules = rules;
    this.space = space;
    this.codec = codec;
    this.limit = limit;
    this.order = order(rules);
    this.table = new StateTable(codec.words());
    this.after = new long[codec.words()];
    this.sorted = new long[codec.words()];
    this.many = many(counted);
    this.seen = new StateTable(1);
    this.key = new long[1];
  }

  /** Counts so many more connected referrals of a resource; only before it runs. */
  public final void count(int resource, int more) {
    many[resource] += more;
  }

  /**
   * Counts more connected referrals where their outcome matters, since a rule that counts something
   * else may call for more of them; only before it runs. Whether any are counted at all.
   */
  public final boolean countMore() {
    boolean counts = false;
    for (int x = 0; x < many.length; x++) {
      if (many[x] > 0) {
        many[x] = Math.max(many[x], Math.min(MOST, codec.statesOfAll()));
        counts = true;
      }
    }
    return counts;
  }

  /** The moves, then everything else. */
  private static int[] order(RuleSystem rules) {
    IntList order = new IntList();
    for (int i = 0; i < rules.moves(); i++) {
      order.add(rules.move(i));
    }
    for (int activity = 0; activity < rules.activities(); activity++) {
      if (order.indexOf(activity) < 0) {
        order.add(activity);
      }
    }
    return order.toArray();
  }

  private void countIn(int resources) {
    int largest = 1;
    for (int most : many) {
      largest = Math.max(largest, most);
    }
    bits = Integer.SIZE - Integer.numberOfLeadingZeros(largest);
    countsPerWord = Long.SIZE / bits;
    key = new long[1 + (resources + countsPerWord - 1) / countsPerWord];
    seen = new StateTable(key.length);
  }

  /** By resource: up to how many connected referrals are counted. */
  private int[] many(BitSet counted) {
    int[] many = new int[rules.resources()];
    for (int activity = 0; activity < rules.activities(); activity++) {
      ReferralStep act = rules.step(activity);
      if (act.endsConnected()) {
        int x = rules.resource(activity);
        many[x] = Math.min(MOST, Math.max(many[x], codec.statesOfTouched(activity)));
      }
    }
    for (int activity = 0; activity < rules.activities(); activity++) {
      int x = rules.resource(activity);
      if (rules.step(activity) == ReferralStep.CONNECT && counted.get(x)) {
        // Where no rule speaks of the outcome, one can always come to its end before the next.
        int more = many[x] == 0 ? 1 : codec.statesOfTouched(activity);
        many[x] = Math.min(MOST, many[x] + more);
      }
    }
    return many;
  }

  /** Explores from the start until something is found; false when nothing is. */
  public final boolean run() {
    long[] start = new long[codec.words()];
    codec.pack(rules.start(), start);
    return run(start, new int[rules.resources()]);
  }

  /** Explores from a state from which a close is possible. */
  public final boolean run(long[] start, int[] counts) {
    countIn(counts.length);
    if (arrive(start.clone(), true, counts, -1, -1)) {
      return true;
    }
    for (int node = 0; node < states.size(); node++) {
      for (int activity : order) {
        if (matters(activity) && follow(node, activity)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the activity is worth following. */
  protected boolean matters(int activity) {
    return codec.matters(activity);
  }

  /** Whether the life of referrals allows the activity on what is pending. */
  protected boolean allows(long[] state, int activity) {
    return codec.allows(state, activity);
  }

  /** Changes a state further that an activity has led to, in place; false when it is given up. */
  protected boolean enter(long[] before, int activity, long[] after) {
    return true;
  }

  /** An activity leads from one node to another. */
  protected void stepped(int from, int activity, int to) {}

  /**
   * Whether the activity is followed even where no close is possible after it, but each rule alone
   * could still be satisfied.
   */
  protected boolean comesAnyway(int activity) {
    return false;
  }

  /** An activity leads to where no close is possible; true when that is what was looked for. */
  protected boolean lost(int node, int activity) {
    return false;
  }

  /** A new node; true when it is what was looked for. */
  protected boolean met(int node) {
    return false;
  }

  /** The number of a state, the same for all that are alike; -1 where it is not gone on. */
  private int numberAfter(int activity, long[] state) {
    System.arraycopy(state, 0, sorted, 0, state.length);
    if (codec == space.codec()) {
      int number = space.numberOf(sorted);
      return space.closes(number) || comesAnyway(activity) ? number : -1;
    }
    codec.sort(sorted);
    int number = table.intern(sorted);
    if (number == distances.size()) {
      distances.add(space.distance(codec.unpack(state)));
    }
    return distances.get(number) == StateSpace.NEVER && !comesAnyway(activity) ? -1 : number;
  }

  private boolean follow(int node, int activity) {
    int x = rules.resource(activity);
    long[] state = states.get(node);
    int[] counts = connected.get(node);
    return switch (rules.step(activity)) {
      case COMPLETE, WITHDRAW, LAPSE ->
          (isOfPending(state, activity) && take(node, activity, counts))
              || (counts[x] > 0 && endOne(node, activity));
      case NONE -> take(node, activity, counts);
      case OFFER, ACCEPT, DECLINE, CONNECT ->
          allows(state, activity)
              && !codec.shadowed(state, x)
              && !(rules.step(activity) == ReferralStep.CONNECT
                  && counts[x] == many[x]
                  && isFull(x))
              && take(node, activity, countedAfter(counts, activity));
    };
  }

  /** Whether an act that may end a connected referral may also end the pending one here. */
  private boolean isOfPending(long[] state, int activity) {
    int x = rules.resource(activity);
    return ReferralCells.isOfPending(
        rules.step(activity), codec.pending(state, x), rules.notice(x));
  }

  private int[] countedAfter(int[] counts, int activity) {
    int x = rules.resource(activity);
    if (rules.step(activity) != ReferralStep.CONNECT || counts[x] == many[x]) {
      return counts;
    }
    int[] more = counts.clone();
    more[x]++;
    return more;
  }

  /** A connected referral comes to its end: the rules move, what is pending stays. */
  private boolean endOne(int node, int activity) {
    int x = rules.resource(activity);
    int[] counts = connected.get(node);
    int[] fewer = counts.clone();
    fewer[x]--;
    return ended(node, activity, fewer)
        || (counts[x] == many[x] && endless() && ended(node, activity, counts));
  }

  /**
   * Whether a resource with as many connected referrals as are counted is taken to have any number
   * of them; otherwise it is taken to have no more.
   */
  protected boolean endless() {
    return false;
  }

  /**
   * Whether a resource with as many connected referrals as are counted gets no more of them, so
   * that every count is exact; otherwise some of them are overlooked.
   */
  protected boolean isFull(int resource) {
    return false;
  }

  private boolean ended(int node, int activity, int[] counts) {
    copy(node);
    return arrive(after, codec.stepRules(after, activity), counts, node, activity);
  }

  private boolean take(int node, int activity, int[] counts) {
    copy(node);
    return arrive(after, codec.step(after, activity), counts, node, activity);
  }

  private void copy(int node) {
    System.arraycopy(states.get(node), 0, after, 0, after.length);
  }

  private boolean arrive(long[] state, boolean live, int[] counts, int parent, int activity) {
    if (parent >= 0 && !enter(states.get(parent), activity, state)) {
      return false;
    }
    int number = live ? numberAfter(activity, state) : -1;
    if (number < 0) {
      return lost(parent, activity);
    }
    fillKey(number, counts);
    int node = seen.intern(key);
    boolean isNew = node == states.size();
    if (isNew) {
      add(state, counts, number, parent, activity);
    }
    if (parent >= 0) {
      stepped(parent, activity, node);
    }
    return isNew && met(node);
  }

  private void add(long[] state, int[] counts, int number, int parent, int activity) {
    if (states.size() == limit) {
      throw new TooLargeException(limit);
    }
    states.add(state.clone());
    connected.add(counts);
    numbers.add(number);
    parents.add(parent);
    arrivals.add(activity);
  }

  private void fillKey(int number, int[] counts) {
    Arrays.fill(key, 0);
    key[0] = number;
    for (int x = 0; x < counts.length; x++) {
      key[1 + x / countsPerWord] |= (long) counts[x] << (x % countsPerWord * bits);
    }
  }

  /** How many nodes have been met. */
  public final int size() {
    return states.size();
  }

  public final long[] state(int node) {
    return states.get(node);
  }

  public final int[] connected(int node) {
    return connected.get(node);
  }

  /** By resource: up to how many connected referrals are counted. */
  public final int[] mostConnected() {
    return many.clone();
  }

  /** The number of the node's state in the space. */
  public final int number(int node) {
    return numbers.get(node);
  }

  /** The activities that lead to a node, and more after them. */
  public final int[] trace(int node, int... more) {
    int length = 0;
    for (int n = node; parents.get(n) >= 0; n = parents.get(n)) {
      length++;
    }
    int[] trace = new int[length + more.length];
    System.arraycopy(more, 0, trace, length, more.length);
    for (int n = node; parents.get(n) >= 0; n = parents.get(n)) {
      trace[--length] = arrivals.get(n);
    }
    return trace;
  }
}
