package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.peersupport.protocol.Protocol;

/**
 * Every situation that the life of referrals and some enforced laws lead to, written out as a
 * graph, with further laws that only look on. An enforced law must always be obeyable; the
 * supporter only acts where a continuation can satisfy all enforced laws together afterwards.
 */
final class Situations {
  /** More than any protocol of the tests needs; one that does is passed over. */
  static final int MANY = 150_000;

  private static final int FAR = Integer.MAX_VALUE;

  /** Thrown for a protocol that is too large to be gone through here. */
  static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  final World world;
  private final int enforced;
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final List<int[]> states = new ArrayList<>();
  private final List<int[]> acts = new ArrayList<>();
  private final List<int[]> targets = new ArrayList<>();
  private int[] way = {};
  private int[] depth = {};

  private Situations(World world, int enforced) {
    this.world = world;
    this.enforced = enforced;
  }

  /** The situations under the enforced laws; the others look on. */
  static Situations under(Protocol protocol, List<Law> enforced, Law... watching) {
    List<Law> laws = new ArrayList<>(enforced);
    laws.addAll(List.of(watching));
    Situations situations = new Situations(World.of(protocol, laws, 5), enforced.size());
    situations.writeOut();
    situations.findWays();
    situations.findDepths();
    return situations;
  }

  private void writeOut() {
    number(world.start());
    // An activity leads to three situations at most.
    int[] act = new int[3 * world.activities.size()];
    int[] target = new int[act.length];
    for (int n = 0; n < states.size(); n++) {
      int count = 0;
      for (int a = 0; a < world.activities.size(); a++) {
        for (int[] there : world.after(states.get(n), a)) {
          if (isLive(there)) {
            act[count] = a;
            target[count++] = number(there);
          }
        }
      }
      acts.add(Arrays.copyOf(act, count));
      targets.add(Arrays.copyOf(target, count));
    }
  }

  private int number(int[] state) {
    Integer known = numbers.putIfAbsent(world.key(state), states.size());
    if (known != null) {
      return known;
    }
    if (states.size() == MANY) {
      throw new TooMany();
    }
    states.add(state);
    return states.size() - 1;
  }

  private boolean isLive(int[] state) {
    for (int l = 0; l < enforced; l++) {
      if (!world.laws.get(l).live(state[l])) {
        return false;
      }
    }
    return true;
  }

  /** How far each situation is from one that satisfies all enforced laws, by moves. */
  private void findWays() {
    way = new int[states.size()];
    int[] first = new int[way.length + 2];
    int[] todo = new int[way.length];
    int end = 0;
    for (int n = 0; n < way.length; n++) {
      way[n] = satisfies(n) ? 0 : FAR;
      if (way[n] == 0) {
        todo[end++] = n;
      }
      int[] act = acts.get(n);
      for (int e = 0; e < act.length; e++) {
        first[targets.get(n)[e] + 2] += world.isMove(act[e]) ? 1 : 0;
      }
    }
    for (int n = 0; n < way.length; n++) {
      first[n + 2] += first[n + 1];
    }
    int[] before = new int[first[way.length + 1]];
    for (int n = 0; n < way.length; n++) {
      int[] act = acts.get(n);
      for (int e = 0; e < act.length; e++) {
        if (world.isMove(act[e])) {
          before[first[targets.get(n)[e] + 1]++] = n;
        }
      }
    }
    for (int i = 0; i < end; i++) {
      for (int e = first[todo[i]]; e < first[todo[i] + 1]; e++) {
        if (way[before[e]] == FAR) {
          way[before[e]] = way[todo[i]] + 1;
          todo[end++] = before[e];
        }
      }
    }
  }

  /** How many activities a shortest conversation has that leads to each situation. */
  private void findDepths() {
    depth = new int[states.size()];
    Arrays.fill(depth, FAR);
    int[] todo = new int[depth.length];
    int end = 1;
    depth[0] = 0;
    for (int i = 0; i < end; i++) {
      int n = todo[i];
      for (int e = 0; e < targets.get(n).length; e++) {
        int there = targets.get(n)[e];
        if (isPermitted(n, e) && depth[there] == FAR) {
          depth[there] = depth[n] + 1;
          todo[end++] = there;
        }
      }
    }
  }

  private boolean isPermitted(int n, int edge) {
    return world.isFact(acts.get(n)[edge]) || way[targets.get(n)[edge]] != FAR;
  }

  int size() {
    return states.size();
  }

  int[] state(int n) {
    return states.get(n);
  }

  boolean isReached(int n) {
    return depth[n] != FAR;
  }

  int depth(int n) {
    return depth[n];
  }

  /** The length of a shortest continuation that satisfies all enforced laws, or a huge number. */
  int way(int n) {
    return way[n];
  }

  /** The same for a state that conversations lead to, perhaps of a world that counts more. */
  int way(int[] state) {
    Integer n = isLive(state) ? numbers.get(world.key(world.reduced(state))) : null;
    return n == null ? FAR : way[n];
  }

  /** Whether all enforced laws are satisfied. */
  boolean satisfies(int n) {
    for (int l = 0; l < enforced; l++) {
      if (!world.laws.get(l).accepts(states.get(n)[l])) {
        return false;
      }
    }
    return true;
  }

  /** The state of a law that looks on. */
  boolean watchedAccepts(int n) {
    for (int l = enforced; l < world.laws.size(); l++) {
      if (!world.laws.get(l).accepts(states.get(n)[l])) {
        return false;
      }
    }
    return true;
  }

  /**
   * The length of a shortest conversation that closes and ends where every watching law is
   * satisfied; -1 when there is none.
   */
  int shortest() {
    int best = -1;
    for (int n = 0; n < states.size(); n++) {
      if (isReached(n) && satisfies(n) && watchedAccepts(n) && (best < 0 || depth[n] < best)) {
        best = depth[n];
      }
    }
    return best;
  }

  /** The activities that some conversation that closes contains. */
  BitSet occurring() {
    boolean[] ends = new boolean[states.size()];
    for (int n = 0; n < ends.length; n++) {
      ends[n] = isReached(n) && satisfies(n);
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int n = ends.length - 1; n >= 0; n--) {
        for (int e = 0; !ends[n] && isReached(n) && e < targets.get(n).length; e++) {
          if (isPermitted(n, e) && ends[targets.get(n)[e]]) {
            ends[n] = true;
            changed = true;
          }
        }
      }
    }
    BitSet occurring = new BitSet();
    for (int n = 0; n < ends.length; n++) {
      for (int e = 0; isReached(n) && e < targets.get(n).length; e++) {
        if (isPermitted(n, e) && ends[targets.get(n)[e]]) {
          occurring.set(acts.get(n)[e]);
        }
      }
    }
    return occurring;
  }

  /** Whether some conversation that closes does not contain the activity. */
  boolean canAvoid(int activity) {
    BitSet seen = new BitSet();
    List<Integer> todo = new ArrayList<>(List.of(0));
    seen.set(0);
    for (int i = 0; i < todo.size(); i++) {
      int n = todo.get(i);
      if (satisfies(n)) {
        return true;
      }
      for (int e = 0; e < targets.get(n).length; e++) {
        int there = targets.get(n)[e];
        if (acts.get(n)[e] != activity && isPermitted(n, e) && !seen.get(there)) {
          seen.set(there);
          todo.add(there);
        }
      }
    }
    return false;
  }

  /**
   * The length of a shortest conversation whose last act is one of these acts of the supporter,
   * which the life of referrals allows and the enforced laws do not; 0 when there is none.
   */
  int shortestRefused(BitSet refused) {
    int best = 0;
    for (int n = 0; n < states.size(); n++) {
      for (int a = refused.nextSetBit(0); a >= 0; a = refused.nextSetBit(a + 1)) {
        boolean better = isReached(n) && (best == 0 || depth[n] + 1 < best);
        if (better && !world.isFact(a) && isRefused(n, a)) {
          best = depth[n] + 1;
        }
      }
    }
    return best;
  }

  private boolean isRefused(int n, int activity) {
    List<int[]> after = world.after(states.get(n), activity);
    for (int[] there : after) {
      if (way(there) != FAR) {
        return false;
      }
    }
    return !after.isEmpty();
  }

  /** An activity leads from one situation to another. */
  interface Steps {
    void step(int from, int activity, int to);
  }

  /** Every step that a conversation may take. */
  void forEachStep(Steps steps) {
    for (int n = 0; n < states.size(); n++) {
      for (int e = 0; isReached(n) && e < targets.get(n).length; e++) {
        if (isPermitted(n, e)) {
          steps.step(n, acts.get(n)[e], targets.get(n)[e]);
        }
      }
    }
  }

  /** Whether every situation that fits can still be closed. */
  boolean allReached(IntPredicate fits) {
    for (int n = 0; n < states.size(); n++) {
      if (isReached(n) && !fits.test(n)) {
        return false;
      }
    }
    return true;
  }
}
