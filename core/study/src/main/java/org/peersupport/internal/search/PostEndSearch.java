package org.peersupport.internal.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.BrokenRules;
import org.peersupport.internal.automaton.ReferralCells;
import org.peersupport.internal.automaton.ReferralStep;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.automaton.StateCodec;
import org.peersupport.internal.automaton.StateSpace;
import org.peersupport.internal.automaton.TooLargeException;

/**
 * What may still come when a conversation is over: concerns, the rest of the life of its referrals,
 * and those acts of the supporter that shorten the way to discharging what still binds. Facts and
 * hand-offs are never refused then; what they break binds no more.
 *
 * <p>Connected referrals are counted where the exploration that leads here counts them; elsewhere
 * nothing depends on what becomes of them.
 */
final class PostEndSearch {
  /**
   * What is left of a conversation: a position, how many referrals are connected, and the rules
   * that something has broken since.
   */
  static final class Remainder {
    final char[] position;
    final int[] connected;
    final BitSet departed;

    Remainder(char[] position, int[] connected) {
      this(position, connected, new BitSet());
    }

    private Remainder(char[] position, int[] connected, BitSet departed) {
      this.position = position;
      this.connected = connected;
      this.departed = departed;
    }
  }

  /** Something left, and the moments that lead there. */
  private static final class Reached {
    final Remainder left;
    final int[] way;

    Reached(Remainder left, int[] way) {
      this.left = left;
      this.way = way;
    }
  }

  private final RuleSystem rules;
  private final BitSet always;

  /** By rules that bind: the space of their debts. */
  private final Map<BitSet, StateSpace> spaces = new HashMap<>();

  private final StateCodec codec;
  private final BitSet counted;
  private final int[] most;
  private final int limit;

  /** By acts: whether one of them may come, by what is left. */
  private final Map<BitSet, Map<String, Boolean>> known = new HashMap<>();

  /**
   * @param counted resources of which no connected referral is overlooked: of those that are full
   *     one comes to its end before the next is connected
   * @param most by resource: up to how many connected referrals are counted
   */
  PostEndSearch(RuleSystem rules, BitSet counted, int[] most, int limit) {
    this.rules = rules;
    this.always = rules.bound(new BitSet(), true);
    this.counted = counted;
    this.most = most;
    this.limit = limit;
    this.codec = debts(always).codec();
  }

  private StateSpace debts(BitSet bound) {
    return spaces.computeIfAbsent(
        bound,
        fresh -> {
          StateSpace space = new StateSpace(rules, fresh, -1);
          space.limitTo(limit);
          return space;
        });
  }

  /** Whether one of the acts may come when this is left. */
  boolean mayBring(Remainder left, BitSet acts) {
    if (leads(left, acts)) {
      return true;
    }
    if (!isOwed(acts)) {
      return false;
    }
    Map<String, Boolean> brought = known.computeIfAbsent(acts, key -> new HashMap<>());
    String key = key(left);
    if (!brought.containsKey(key)) {
      IncrementalSearch search = search(acts, act -> new BitSet());
      search.start(left, new int[0]);
      boolean found = search.until(Integer.MAX_VALUE) != null;
      brought.put(key, found);
      if (!found) {
        search.seen.forEach(there -> brought.put(there, false));
      }
    }
    return Boolean.TRUE.equals(brought.get(key));
  }

  /**
   * A search, shortest ways first, for one of the acts after which nothing of what it calls for may
   * come any more.
   *
   * @param wanted by act: what it calls for; nothing when the act itself is all that is asked
   */
  IncrementalSearch search(BitSet acts, IntFunction<BitSet> wanted) {
    return new IncrementalSearch(acts, wanted);
  }

  /** Such a search, from what is left after several conversations, the shorter ones first. */
  final class IncrementalSearch {
    private final BitSet acts;
    private final IntFunction<BitSet> wanted;
    private final Set<String> seen = new HashSet<>();
    private final Deque<Reached> open = new ArrayDeque<>();

    private IncrementalSearch(BitSet acts, IntFunction<BitSet> wanted) {
      this.acts = acts;
      this.wanted = wanted;
    }

    /** Another start, the way to it no shorter than any that was searched so far. */
    void start(Remainder left, int[] way) {
      if (seen.add(key(left))) {
        open.add(new Reached(left, way));
      }
    }

    /** Searches on until the ways are this long; null when nothing is found up to there. */
    int @Nullable [] until(int length) {
      while (!open.isEmpty() && open.element().way.length <= length) {
        Reached here = open.remove();
        for (int act = 0; act < rules.activities(); act++) {
          if ((acts.get(act) || matters(act)) && mayCome(here.left, act)) {
            int[] way = Arrays.copyOf(here.way, here.way.length + 1);
            way[here.way.length] = act;
            for (Remainder there : after(here.left, act)) {
              if (acts.get(act) && !mayBring(there, wanted.apply(act))) {
                return way;
              }
              start(there, way);
            }
          }
        }
        if (seen.size() > limit) {
          throw new TooLargeException(limit);
        }
      }
      return null;
    }
  }

  /** Whether one of the acts may come at once, or is ahead in the life of a referral. */
  private boolean leads(Remainder left, BitSet acts) {
    for (int a = acts.nextSetBit(0); a >= 0; a = acts.nextSetBit(a + 1)) {
      int x = rules.resource(a);
      if ((x >= 0 && ReferralCells.isAhead(rules.step(a), rules.life(left.position, x)))
          || mayCome(left, a)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an act that a rule which binds always calls for might bring one of the acts. */
  private boolean isOwed(BitSet acts) {
    for (int a = 0; a < rules.activities(); a++) {
      int x = rules.resource(a);
      boolean owed =
          rules.step(a) == ReferralStep.OFFER
              ? speaksOf(acts, x) && codec.knows(x)
              : rules.step(a) == ReferralStep.NONE && acts.get(a) && codec.touches(a);
      if (owed) {
        return true;
      }
    }
    return false;
  }

  private boolean speaksOf(BitSet acts, int resource) {
    for (int a = acts.nextSetBit(0); a >= 0; a = acts.nextSetBit(a + 1)) {
      if (rules.resource(a) == resource) {
        return true;
      }
    }
    return false;
  }

  private boolean matters(int activity) {
    int x = rules.resource(activity);
    return codec.touches(activity) || x >= 0;
  }

  private boolean mayCome(Remainder left, int activity) {
    if (!rules.allows(left.position, activity)) {
      return false;
    }
    if (happens(activity)) {
      return true;
    }
    StateSpace debts = debts(rules.bound(left.departed, true));
    int before = debts.distance(left.position);
    if (before == 0 || before == StateSpace.NEVER) {
      return false;
    }
    char[] after = left.position.clone();
    rules.move(after, activity, true);
    return debts.distance(after) < before;
  }

  /** Whether the act is a fact, or a hand-off, which is as good as one then. */
  private boolean happens(int activity) {
    return rules.fact(activity) || rules.step(activity).followsOffer();
  }

  /** What is left after an act that may come: an end may be of what is pending, or connected. */
  private List<Remainder> after(Remainder left, int activity) {
    List<Remainder> after = new ArrayList<>(2);
    int x = rules.resource(activity);
    ReferralStep act = rules.step(activity);
    boolean ends = act.endsConnected();
    if (ends && ReferralCells.connected(rules.life(left.position, x))) {
      after.add(ended(left, activity, x));
    }
    boolean pends =
        x >= 0
            && ReferralCells.isOfPending(
                act, ReferralCells.pending(rules.life(left.position, x)), rules.notice(x));
    boolean full = act == ReferralStep.CONNECT && counted.get(x) && left.connected[x] == most[x];
    if ((!ends || pends) && !full) {
      after.add(moved(left, activity, x));
    }
    return after;
  }

  private Remainder moved(Remainder left, int activity, int x) {
    char[] position = left.position.clone();
    rules.move(position, activity, true);
    int[] connected = left.connected;
    if (rules.step(activity) == ReferralStep.CONNECT && connected[x] < most[x]) {
      connected = connected.clone();
      connected[x]++;
    }
    return departing(left, activity, position, connected);
  }

  /** One connected referral less; where none is counted, one is taken to be left. */
  private Remainder ended(Remainder left, int activity, int x) {
    char[] position = left.position.clone();
    rules.moveRules(position, activity, true);
    int[] connected = left.connected;
    if (connected[x] > 0) {
      connected = connected.clone();
      connected[x]--;
      int pending = ReferralCells.pending(rules.life(position, x));
      rules.setLife(position, x, ReferralCells.of(pending, connected[x] > 0));
    }
    return departing(left, activity, position, connected);
  }

  private Remainder departing(Remainder left, int activity, char[] position, int[] connected) {
    if (!happens(activity)) {
      return new Remainder(position, connected, left.departed);
    }
    BitSet departed = BrokenRules.find(rules, this::debts, left.departed, position, true);
    departed.or(left.departed);
    return new Remainder(position, connected, departed);
  }

  private String key(Remainder left) {
    StringBuilder key = new StringBuilder();
    for (int r = always.nextSetBit(0); r >= 0; r = always.nextSetBit(r + 1)) {
      // What binds no more is alike wherever it stands.
      key.append(left.departed.get(r) ? Character.MAX_VALUE : left.position[r]);
    }
    for (int x = 0; x < rules.resources(); x++) {
      key.append((char) rules.life(left.position, x)).append((char) left.connected[x]);
    }
    return key.toString();
  }
}
