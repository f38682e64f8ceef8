package org.peersupport.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.Party;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ReferralState;

/**
 * Answers by trying everything, what the library answers with prepared distances: slow, plain, and
 * with nothing in common but the automata of the single rules. A state lists the states of all
 * rules, then for each resource what is pending (0 nothing, 1 offered, 2 accepted) and how many are
 * connected.
 */
final class Exhaustive {
  private static final int MANY = 4;

  private final Protocol protocol;
  private final RuleSystem rules;
  private final List<Activity> activities;
  private final Map<List<Object>, Boolean> closes = new HashMap<>();

  Exhaustive(Protocol protocol) {
    this.protocol = protocol;
    this.rules = CompiledProtocol.of(protocol).rules();
    this.activities = protocol.activities();
  }

  int[] start() {
    return new int[rules.rules() + 2 * protocol.resources().size()];
  }

  /** The state of a session. */
  int[] of(Session session) {
    int[] state = start();
    for (int r = 0; r < rules.rules(); r++) {
      state[r] = session.state().position()[r];
    }
    for (Referral referral : session.referrals()) {
      int cell = cell(referral.resource());
      if (referral.state().isPending()) {
        state[cell] = referral.state() == ReferralState.OFFERED ? 1 : 2;
      } else if (referral.state() == ReferralState.CONNECTED) {
        state[cell + 1] = Math.min(MANY, state[cell + 1] + 1);
      }
    }
    return state;
  }

  private int cell(String resource) {
    for (int x = 0; x < protocol.resources().size(); x++) {
      if (protocol.resources().get(x).key().equals(resource)) {
        return rules.rules() + 2 * x;
      }
    }
    throw new IllegalArgumentException(resource);
  }

  /** Where the activity may lead: nowhere, or to one state, or to several. */
  List<int[]> after(int[] state, Activity activity) {
    int[] moved = state.clone();
    for (int r = 0; r < rules.rules(); r++) {
      moved[r] = rules.rule(r).after(state[r], activities.indexOf(activity));
    }
    if (!activity.kind().isReferral()) {
      return List.of(moved);
    }
    int cell = cell(activity.qualifier());
    int pending = state[cell];
    return switch (activity.kind()) {
      case OFFER -> pending == 0 ? List.of(with(moved, cell, 1)) : List.of();
      case ACCEPT -> pending == 1 ? List.of(with(moved, cell, 2)) : List.of();
      case DECLINE -> pending == 1 ? List.of(with(moved, cell, 0)) : List.of();
      case CONNECT ->
          pending == 2 || (pending == 1 && isByNotice(activity.qualifier()))
              ? List.of(with(with(moved, cell, 0), cell + 1, Math.min(MANY, state[cell + 1] + 1)))
              : List.of();
      case COMPLETE, WITHDRAW -> over(moved, cell, 2);
      case LAPSE -> over(moved, cell, 1);
      case BEGIN, CONCERN, THANK -> throw new AssertionError(activity.text());
    };
  }

  /** A connected referral is over, or one that is pending and at least so far. */
  private static List<int[]> over(int[] moved, int cell, int least) {
    List<int[]> after = new ArrayList<>(ended(moved, cell + 1));
    if (moved[cell] >= least) {
      after.add(with(moved, cell, 0));
    }
    return after;
  }

  /** One of so many is over; of many, many may be left. */
  private static List<int[]> ended(int[] moved, int cell) {
    int connected = moved[cell];
    if (connected == 0) {
      return List.of();
    }
    int[] fewer = with(moved, cell, connected - 1);
    return connected < MANY ? List.of(fewer) : List.of(fewer, moved);
  }

  private boolean isByNotice(String resource) {
    return protocol.resource(resource).orElseThrow().consent() == Consent.NOTICE;
  }

  private static int[] with(int[] state, int place, int value) {
    int[] changed = state.clone();
    changed[place] = value;
    return changed;
  }

  BitSet dead(int[] state, BitSet bound) {
    BitSet dead = new BitSet();
    for (int r = bound.nextSetBit(0); r >= 0; r = bound.nextSetBit(r + 1)) {
      dead.set(r, !rules.rule(r).dfa().live(state[r]));
    }
    return dead;
  }

  private boolean accepts(int[] state, BitSet bound) {
    for (int r = bound.nextSetBit(0); r >= 0; r = bound.nextSetBit(r + 1)) {
      if (!rules.rule(r).dfa().accepts(state[r])) {
        return false;
      }
    }
    return true;
  }

  /** What the rules and the referrals have in them that bears on the bound rules. */
  private List<Object> key(int[] state, BitSet bound) {
    List<Object> key = new ArrayList<>();
    for (int i = 0; i < state.length; i++) {
      boolean rule = i < rules.rules();
      boolean pending = !rule && (i - rules.rules()) % 2 == 0;
      if (pending || (rule && bound.get(i))) {
        key.add(state[i]);
      }
    }
    key.add(bound);
    return key;
  }

  /** Whether some continuation satisfies all bound rules. */
  boolean closes(int[] from, BitSet bound) {
    List<Object> first = key(from, bound);
    Boolean known = closes.get(first);
    if (known != null) {
      return known;
    }
    Set<List<Object>> seen = new HashSet<>(List.of(first));
    Deque<int[]> todo = new ArrayDeque<>(List.of(from));
    boolean found = false;
    while (!todo.isEmpty() && !found) {
      int[] state = todo.remove();
      found = accepts(state, bound) || Boolean.TRUE.equals(closes.get(key(state, bound)));
      for (Activity activity : activities) {
        if (isMove(activity)) {
          for (int[] next : after(state, activity)) {
            if (dead(next, bound).isEmpty() && seen.add(key(next, bound))) {
              todo.add(next);
            }
          }
        }
      }
    }
    if (!found) {
      seen.forEach(each -> closes.put(each, false));
    }
    closes.put(first, found);
    return found;
  }

  static boolean isMove(Activity activity) {
    return switch (activity.kind()) {
      case CONCERN, COMPLETE, WITHDRAW, LAPSE -> false;
      case BEGIN, OFFER, ACCEPT, DECLINE, CONNECT, THANK -> true;
    };
  }

  static boolean isFact(Activity activity) {
    return activity.kind().party() != Party.SUPPORTER;
  }

  /** The first of the smallest sets of bound rules that no continuation satisfies together. */
  BitSet clash(int[] from, BitSet bound) {
    int[] members = bound.stream().toArray();
    for (int size = 1; size <= members.length; size++) {
      BitSet found = clash(from, members, new BitSet(), 0, size);
      if (found != null) {
        return found;
      }
    }
    return new BitSet();
  }

  private @Nullable BitSet clash(int[] from, int[] members, BitSet chosen, int next, int missing) {
    if (missing == 0) {
      return closes(from, chosen) ? null : chosen;
    }
    for (int m = next; m <= members.length - missing; m++) {
      BitSet more = (BitSet) chosen.clone();
      more.set(members[m]);
      BitSet found = clash(from, members, more, m + 1, missing - 1);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /**
   * How many activities a shortest conversation has whose last one is a fact that leaves no way to
   * a close; null when there is none. Supporters act only as they may.
   */
  @Nullable Integer refusedFact(BitSet bound) {
    Map<List<Object>, Integer> length = new HashMap<>();
    Deque<int[]> todo = new ArrayDeque<>(List.of(start()));
    length.put(wholeKey(start(), bound), 0);
    while (!todo.isEmpty()) {
      int[] state = todo.remove();
      int far = length.getOrDefault(wholeKey(state, bound), 0);
      for (Activity activity : activities) {
        for (int[] next : after(state, activity)) {
          if (!dead(next, bound).isEmpty() || !closes(next, bound)) {
            if (isFact(activity)) {
              return far + 1;
            }
          } else if (length.putIfAbsent(wholeKey(next, bound), far + 1) == null) {
            todo.add(next);
          }
        }
      }
    }
    return null;
  }

  /** The same with the connected referrals whose outcome some bound rule looks at. */
  private List<Object> wholeKey(int[] state, BitSet bound) {
    List<Object> key = new ArrayList<>(key(state, bound));
    for (int x = 0; x < protocol.resources().size(); x++) {
      String resource = protocol.resources().get(x).key();
      if (matters(ActivityKind.COMPLETE, resource, bound)
          || matters(ActivityKind.WITHDRAW, resource, bound)
          || matters(ActivityKind.LAPSE, resource, bound)) {
        key.add(state[cell(resource) + 1]);
      }
    }
    return key;
  }

  private boolean matters(ActivityKind kind, String resource, BitSet bound) {
    int activity = activities.indexOf(new Activity(kind, resource));
    for (int r = bound.nextSetBit(0); r >= 0; r = bound.nextSetBit(r + 1)) {
      for (int s = 0; s < rules.rule(r).dfa().states(); s++) {
        if (rules.rule(r).after(s, activity) != s) {
          return true;
        }
      }
    }
    return false;
  }
}
