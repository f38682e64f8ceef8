package org.peersupport.internal.automaton;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What may still come when a conversation is over: the rest of the life of its referrals, and those
 * acts of the supporter that shorten the way to discharging what still binds.
 *
 * <p>A resource with a connected referral is taken to keep one.
 */
final class Aftermath {
  /** A position, and the acts that lead there. */
  private static final class Reached {
    final char[] position;
    final int[] way;

    Reached(char[] position, int[] way) {
      this.position = position;
      this.way = way;
    }
  }

  private final RuleSystem rules;
  private final Space debts;
  private final BitSet always;
  private final int limit;

  Aftermath(RuleSystem rules, int limit) {
    this.rules = rules;
    this.always = rules.bound(new BitSet(), true);
    this.debts = new Space(rules, always, -1);
    this.limit = limit;
    debts.limitTo(limit);
  }

  /** Whether one of the acts may come after an end at this position. */
  boolean mayBring(char[] position, BitSet acts) {
    return leads(position, acts)
        || (isOwed(acts) && way(position, acts, act -> new BitSet(), new HashSet<>()) != null);
  }

  /**
   * A way from an end at this position to one of the acts after which nothing of what it calls for
   * may come any more; null when there is none.
   *
   * @param wanted by act: what it calls for; nothing when the act itself is all that is asked
   * @param seen positions that have been gone through already
   */
  int @Nullable [] way(char[] position, BitSet acts, IntFunction<BitSet> wanted, Set<String> seen) {
    Deque<Reached> left = new ArrayDeque<>();
    if (seen.add(key(position))) {
      left.add(new Reached(position, new int[0]));
    }
    while (!left.isEmpty()) {
      Reached here = left.remove();
      for (int act = 0; act < rules.activities(); act++) {
        if ((acts.get(act) || matters(act)) && mayCome(here.position, act)) {
          Reached there = moved(here, act);
          if (acts.get(act) && !mayBring(there.position, wanted.apply(act))) {
            return there.way;
          }
          if (seen.add(key(there.position))) {
            left.add(there);
          }
          if (seen.size() > limit) {
            throw new TooLargeException(limit);
          }
        }
      }
    }
    return null;
  }

  /** Whether one of the acts may come at once, or is ahead in the life of a referral. */
  private boolean leads(char[] position, BitSet acts) {
    for (int a = acts.nextSetBit(0); a >= 0; a = acts.nextSetBit(a + 1)) {
      int x = rules.resource(a);
      if ((x >= 0 && Life.isAhead(rules.act(a), rules.life(position, x))) || mayCome(position, a)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a rule that binds always speaks of an act that would bring one of the acts. */
  private boolean isOwed(BitSet acts) {
    for (int a = 0; a < rules.activities(); a++) {
      boolean brings =
          acts.get(a) || (rules.act(a) == Life.OFFER && speaksOf(acts, rules.resource(a)));
      if (brings && rules.act(a) <= Life.OFFER && debts.packing().touches(a)) {
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
    return debts.packing().touches(activity) || x >= 0;
  }

  private boolean mayCome(char[] position, int activity) {
    if (!rules.allows(position, activity)) {
      return false;
    }
    if (rules.act(activity) > Life.OFFER) {
      return true;
    }
    int before = rules.fact(activity) ? 0 : debts.distance(position);
    return before != 0
        && before != Space.NEVER
        && debts.distance(moved(position, activity)) < before;
  }

  private Reached moved(Reached here, int activity) {
    int[] way = Arrays.copyOf(here.way, here.way.length + 1);
    way[here.way.length] = activity;
    return new Reached(moved(here.position, activity), way);
  }

  private char[] moved(char[] position, int activity) {
    char[] moved = position.clone();
    rules.move(moved, activity, true);
    return moved;
  }

  private String key(char[] position) {
    StringBuilder key = new StringBuilder();
    for (int r = always.nextSetBit(0); r >= 0; r = always.nextSetBit(r + 1)) {
      key.append(position[r]);
    }
    for (int x = 0; x < rules.resources(); x++) {
      key.append((char) rules.life(position, x));
    }
    return key.toString();
  }
}
