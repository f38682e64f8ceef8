package org.peersupport.internal.automaton;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The joint states of a set of rules, and how far each is from where all of them are satisfied.
 *
 * <p>States are met forwards, by what a continuation may be made of (the supporter's acts and the
 * peer's answers, as the life of referrals allows); distances are found backwards, by relaxation in
 * place until nothing changes (Bellman and Ford). A state that no path leads on from is a dead end,
 * even where each rule alone could still be satisfied: that is what makes joint enforcement exact.
 *
 * <p>Safe to share between threads: all work is done under its lock.
 */
public final class StateSpace {
  /** The distance of what cannot be reached. */
  public static final int NEVER = Integer.MAX_VALUE;

  /** So many questions are answered by looking ahead before the space is explored. */
  private static final int LOOKS = 32;

  private final RuleSystem rules;
  private final StateCodec codec;
  private final int[] moves;
  private final StateTable table;
  private final IntList edgesFrom = new IntList();
  private final IntList targets = new IntList();
  private final IntList labels = new IntList();
  private final Map<Integer, int[]> towards = new HashMap<>();
  private int[] closing = new int[0];
  private int looks;
  private int limit = Integer.MAX_VALUE;
  private final StateTable closable;

  /**
   * @param bound the rules to satisfy together
   * @param apart a resource not to be confused with its like, or -1
   */
  public StateSpace(RuleSystem rules, BitSet bound, int apart) {
    this(rules, new StateCodec(rules, bound, apart));
  }

  public StateSpace(RuleSystem rules, StateCodec codec) {
    this.rules = rules;
    this.codec = codec;
    this.table = new StateTable(codec.words());
    this.closable = new StateTable(codec.words());
    IntList matter = new IntList();
    for (int i = 0; i < rules.moves(); i++) {
      if (codec.matters(rules.move(i))) {
        matter.add(rules.move(i));
      }
    }
    this.moves = matter.toArray();
    edgesFrom.add(0);
  }

  /** The number of joint states at which exploring gives up, in a {@link TooLargeException}. */
  public synchronized void limitTo(int states) {
    limit = states;
  }

  /** How many joint states have been met so far. */
  public synchronized int size() {
    return table.size();
  }

  /**
   * The length of a shortest continuation after which all bound rules are satisfied, or {@link
   * #NEVER}.
   *
   * @throws TooLargeException when the limit is reached on the way
   */
  public synchronized int distance(char[] position) {
    long[] state = new long[codec.words()];
    if (!codec.pack(position, state)) {
      return NEVER;
    }
    int number = number(state);
    return closing[number];
  }

  public StateCodec codec() {
    return codec;
  }

  /** The number of a live packed state, which is put in order for it. */
  public synchronized int numberOf(long[] state) {
    codec.sort(state);
    return number(state);
  }

  /** Whether a continuation from this state satisfies all bound rules. */
  public synchronized boolean closes(int number) {
    return closing[number] != NEVER;
  }

  /** The length of a shortest such continuation, or {@link #NEVER}. */
  public synchronized int distanceFrom(int number) {
    return closing[number];
  }

  /**
   * Whether some continuation satisfies all bound rules: the same as a distance that is not {@link
   * #NEVER}, but a quick look ahead answers for the first few questions, so that a process with one
   * short session need not explore the whole space.
   *
   * @throws TooLargeException when the limit is reached on the way
   */
  public synchronized boolean closes(char[] position) {
    long[] state = new long[codec.words()];
    if (!codec.pack(position, state)) {
      return false;
    }
    boolean unexplored = table.size() == 0;
    if (unexplored && looks < LOOKS) {
      looks++;
      if (LookAhead.finds(rules, codec, moves, closable, state)) {
        return true;
      }
    }
    return distance(position) != NEVER;
  }

  /** The number of a live packed state; what it leads to is explored when it is new. */
  private int number(long[] state) {
    int number = table.find(state);
    if (number < 0) {
      int first = table.size();
      number = table.intern(state);
      explore(first);
      closing = relax(closing, first);
    }
    return number;
  }

  private void explore(int first) {
    long[] state = new long[codec.words()];
    long[] next = new long[codec.words()];
    for (int n = first; n < table.size(); n++) {
      if (table.size() > limit) {
        throw new TooLargeException(limit);
      }
      table.read(n, state);
      for (int activity : moves) {
        if (codec.allows(state, activity) && !isShadowed(state, activity)) {
          System.arraycopy(state, 0, next, 0, state.length);
          if (codec.step(next, activity)) {
            codec.sort(next);
            targets.add(table.intern(next));
            labels.add(activity);
          }
        }
      }
      edgesFrom.add(targets.size());
    }
  }

  private boolean isShadowed(long[] state, int activity) {
    int x = rules.resource(activity);
    return x >= 0 && codec.shadowed(state, x);
  }

  /** Distances of the states from the first on; those before it are known. */
  private int[] relax(int[] known, int first) {
    int[] distance = Arrays.copyOf(known, table.size());
    long[] state = new long[codec.words()];
    for (int n = first; n < distance.length; n++) {
      table.read(n, state);
      distance[n] = codec.accepts(state) ? 0 : NEVER;
    }
    relax(distance, first, -1);
    return distance;
  }

  private void relax(int[] distance, int first, int forbidden) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int n = distance.length - 1; n >= first; n--) {
        for (int e = edgesFrom.get(n); e < edgesFrom.get(n + 1); e++) {
          int there = distance[targets.get(e)];
          if (there < distance[n] - 1 && labels.get(e) != forbidden) {
            distance[n] = there + 1;
            changed = true;
          }
        }
      }
    }
  }

  /**
   * A shortest continuation after which all bound rules are satisfied, safety first; null when
   * there is none.
   */
  public synchronized int @Nullable [] pathToClose(char[] position) {
    distance(position);
    return path(position, closing, -1);
  }

  /**
   * A shortest continuation after which the acts may follow one another and all bound rules can
   * still be satisfied together, safety first; null when there is none.
   *
   * @param forbidden an activity that the continuation may not contain, or -1
   */
  public synchronized int @Nullable [] pathTo(char[] position, int[] acts, int forbidden) {
    distance(position);
    return path(
        position,
        acts.length == 1 ? kept(acts, forbidden) : distancesTo(acts, forbidden),
        forbidden);
  }

  /** The distances to where one act may come: asked for often, so they are kept. */
  private int[] kept(int[] acts, int forbidden) {
    int[] distances = towards.get(acts[0]);
    if (distances == null || distances.length < table.size()) {
      distances = distancesTo(acts, forbidden);
      towards.put(acts[0], distances);
    }
    return distances;
  }

  private int[] distancesTo(int[] acts, int forbidden) {
    int[] distance = new int[table.size()];
    long[] state = new long[codec.words()];
    for (int n = 0; n < distance.length; n++) {
      table.read(n, state);
      distance[n] = canFollow(state, acts) ? 0 : NEVER;
    }
    relax(distance, 0, forbidden);
    return distance;
  }

  /** Whether the acts can come now, one after the other, and a close after them. */
  private boolean canFollow(long[] state, int[] acts) {
    boolean live = true;
    for (int activity : acts) {
      if (!codec.allows(state, activity)) {
        return false;
      }
      live &= codec.step(state, activity);
    }
    if (!live) {
      return false;
    }
    codec.sort(state);
    int number = table.find(state);
    return number >= 0 && closing[number] != NEVER;
  }

  /**
   * Among the shortest paths one that comes after the fewest steps to where the rules that hold
   * always are satisfied, and among those the first in the order of the moves.
   */
  private int @Nullable [] path(char[] position, int[] goal, int forbidden) {
    char[] here = position.clone();
    int left = distanceIn(here, goal);
    if (left == NEVER) {
      return null;
    }
    SafetyDistance safety = new SafetyDistance(goal, forbidden);
    int unsafe = safety.from(number(here));
    int[] path = new int[left];
    for (int i = 0; i < path.length; i++) {
      path[i] = stepCloser(here, safety, left - i, unsafe);
      unsafe = unsafe == NEVER ? NEVER : Math.max(0, unsafe - 1);
    }
    return path;
  }

  /** Takes the first move that comes one closer to the goal, and to safety, in place. */
  private int stepCloser(char[] here, SafetyDistance safety, int left, int unsafe) {
    char[] there = new char[here.length];
    for (int activity : moves) {
      if (activity != safety.forbidden && rules.allows(here, activity)) {
        System.arraycopy(here, 0, there, 0, here.length);
        rules.move(there, activity, false);
        if (distanceIn(there, safety.goal) == left - 1
            && (unsafe == 0 || unsafe == NEVER || safety.from(number(there)) == unsafe - 1)) {
          System.arraycopy(there, 0, here, 0, here.length);
          return activity;
        }
      }
    }
    throw new AssertionError("no move comes closer");
  }

  /**
   * How many steps of a shortest path to the goal it takes at least until the rules that hold
   * always are satisfied for the first time, worked out where it is asked for.
   */
  private final class SafetyDistance {
    private final int[] goal;
    private final int forbidden;
    private final Map<Integer, Integer> known = new HashMap<>();

    private SafetyDistance(int[] goal, int forbidden) {
      this.goal = goal;
      this.forbidden = forbidden;
    }

    /** {@link #NEVER} where no shortest path leads there. */
    private int from(int number) {
      Integer before = known.get(number);
      if (before != null) {
        return before;
      }
      int fewest = isSafe(number) ? 0 : NEVER;
      for (int e = edgesFrom.get(number); fewest > 0 && e < edgesFrom.get(number + 1); e++) {
        int target = targets.get(e);
        if (labels.get(e) != forbidden
            && target < goal.length
            && goal[target] == goal[number] - 1) {
          int there = from(target);
          fewest = there == NEVER ? fewest : Math.min(fewest, there + 1);
        }
      }
      known.put(number, fewest);
      return fewest;
    }

    private boolean isSafe(int number) {
      long[] state = new long[codec.words()];
      table.read(number, state);
      return codec.acceptsAlways(state);
    }
  }

  private int number(char[] position) {
    long[] state = new long[codec.words()];
    codec.pack(position, state);
    return number(state);
  }

  private int distanceIn(char[] position, int[] goal) {
    long[] state = new long[codec.words()];
    if (!codec.pack(position, state)) {
      return NEVER;
    }
    int number = number(state);
    return number < goal.length ? goal[number] : NEVER;
  }
}
