package org.peersupport.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Need;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Template;
import org.peersupport.protocol.TemplateMeaning;

/**
 * One rule as a table of its residuals: what has happened so far, as far as it bears on whether the
 * finished trace obeys. Made from the meaning of the rule on finished traces, not from the library:
 * two beginnings are the same when no short ending tells them apart. Activities are numbered as
 * {@link Protocol#activities()} lists them; state 0 is where a conversation starts.
 */
final class Law {
  private static final Map<List<Object>, Law> OF_LETTERS = new HashMap<>();

  private final int[][] next;
  private final boolean[] accepts;
  private final boolean[] live;

  private Law(int[][] next, boolean[] accepts) {
    this.next = next;
    this.accepts = accepts;
    this.live = accepts.clone();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int s = 0; s < next.length; s++) {
        for (int there : next[s]) {
          if (live[there] && !live[s]) {
            live[s] = true;
            changed = true;
          }
        }
      }
    }
  }

  int states() {
    return next.length;
  }

  int after(int state, int activity) {
    return next[state][activity];
  }

  /** By state and activity: the state after it; not to be changed. */
  int[][] table() {
    return next;
  }

  boolean accepts(int state) {
    return accepts[state];
  }

  /** Whether some sequence of activities still satisfies the law. */
  boolean live(int state) {
    return live[state];
  }

  /** Whether the activity changes what is left of the law anywhere. */
  boolean heeds(int activity) {
    for (int s = 0; s < next.length; s++) {
      if (next[s][activity] != s) {
        return true;
      }
    }
    return false;
  }

  boolean isObeyedBy(List<Integer> trace) {
    int state = 0;
    for (int activity : trace) {
      state = next[state][activity];
    }
    return accepts[state];
  }

  /** Whether the law can be obeyed without the activity. */
  boolean canDoWithout(int activity) {
    BitSet seen = new BitSet();
    Deque<Integer> todo = new ArrayDeque<>(List.of(0));
    seen.set(0);
    while (!todo.isEmpty()) {
      int s = todo.remove();
      if (accepts[s]) {
        return true;
      }
      for (int a = 0; a < next[s].length; a++) {
        if (a != activity && !seen.get(next[s][a])) {
          seen.set(next[s][a]);
          todo.add(next[s][a]);
        }
      }
    }
    return false;
  }

  /** That the law is broken. */
  Law broken() {
    boolean[] other = new boolean[accepts.length];
    for (int s = 0; s < other.length; s++) {
      other[s] = !accepts[s];
    }
    return new Law(next, other);
  }

  /** That one of the activities comes. */
  static Law occurs(int activities, BitSet of) {
    int[][] next = new int[2][activities];
    for (int a = 0; a < activities; a++) {
      next[0][a] = of.get(a) ? 1 : 0;
      next[1][a] = 1;
    }
    return new Law(next, new boolean[] {false, true});
  }

  /** All expanded rules of the protocol, in order. */
  static List<Law> allOf(Protocol protocol) {
    List<Law> laws = new ArrayList<>();
    for (ExpandedRule rule : protocol.expandedRules()) {
      laws.add(of(protocol, rule));
    }
    return laws;
  }

  static Law of(Protocol protocol, ExpandedRule rule) {
    if (rule.template().isPresent()) {
      return ofTemplate(protocol, rule.template().get(), rule.count(), rule.a(), rule.b());
    }
    return rule.id().equals(ExpandedRule.SKIP) ? skip(protocol) : backward(protocol);
  }

  // --- templates

  static Law ofTemplate(
      Protocol protocol, Template template, int count, List<String> a, List<String> b) {
    List<Integer> letters = new ArrayList<>();
    for (Activity activity : protocol.activities()) {
      letters.add((matches(activity, a) ? 1 : 0) | (matches(activity, b) ? 2 : 0));
    }
    return OF_LETTERS.computeIfAbsent(
        List.of(template, count, letters), key -> ofLetters(template, count, letters));
  }

  static boolean matches(Activity activity, List<String> patterns) {
    return patterns.contains(activity.text())
        || patterns.contains(activity.kind().wireName() + ":*");
  }

  private static Law ofLetters(Template template, int count, List<Integer> letters) {
    List<int[]> endings = endings(letters, template.isCounting() ? count + 1 : 3);
    Map<BitSet, Integer> numbers = new HashMap<>();
    List<int[]> beginnings = new ArrayList<>();
    List<int[]> table = new ArrayList<>();
    Function<int[], Integer> number =
        beginning -> {
          BitSet promise = new BitSet();
          for (int e = 0; e < endings.size(); e++) {
            int[] trace = joined(beginning, endings.get(e));
            promise.set(e, TemplateMeaning.holds(template, count, trace, trace.length));
          }
          Integer known = numbers.putIfAbsent(promise, beginnings.size());
          if (known == null) {
            beginnings.add(beginning);
            return beginnings.size() - 1;
          }
          return known;
        };
    int first = number.apply(new int[0]);
    for (int s = first; s < beginnings.size(); s++) {
      int[] row = new int[letters.size()];
      for (int activity = 0; activity < row.length; activity++) {
        row[activity] = number.apply(joined(beginnings.get(s), letters.get(activity)));
      }
      table.add(row);
    }
    boolean[] accepts = new boolean[table.size()];
    for (int s = 0; s < accepts.length; s++) {
      int[] trace = beginnings.get(s);
      accepts[s] = TemplateMeaning.holds(template, count, trace, trace.length);
    }
    return new Law(table.toArray(int[][]::new), accepts);
  }

  private static List<int[]> endings(List<Integer> letters, int longest) {
    List<Integer> different = letters.stream().distinct().toList();
    List<int[]> endings = new ArrayList<>();
    endings.add(new int[0]);
    for (int i = 0; i < endings.size(); i++) {
      if (endings.get(i).length < longest) {
        for (int letter : different) {
          endings.add(joined(endings.get(i), letter));
        }
      }
    }
    return endings;
  }

  private static int[] joined(int[] beginning, int... ending) {
    int[] joined = java.util.Arrays.copyOf(beginning, beginning.length + ending.length);
    System.arraycopy(ending, 0, joined, beginning.length, ending.length);
    return joined;
  }

  // --- the order

  private static List<Element> ordered(Protocol protocol) {
    return protocol.elements().stream().filter(element -> !element.isContinuous()).toList();
  }

  /** The place of the element that the activity begins, or -1. */
  private static int place(List<Element> ordered, Activity activity) {
    for (int e = 0; e < ordered.size(); e++) {
      if (activity.kind() == ActivityKind.BEGIN
          && activity.qualifier().equals(ordered.get(e).key())) {
        return e;
      }
    }
    return -1;
  }

  /** No element begins while a required one before it was never begun. A state: what was begun. */
  private static Law skip(Protocol protocol) {
    List<Element> ordered = ordered(protocol);
    int lost = 1 << ordered.size();
    return explored(
        protocol,
        state ->
            activity -> {
              int e = place(ordered, activity);
              if (state == lost || e < 0) {
                return state;
              }
              for (int before = 0; before < e; before++) {
                boolean required = ordered.get(before).need() == Need.REQUIRED;
                if (required && (state & (1 << before)) == 0) {
                  return lost;
                }
              }
              return state | (1 << e);
            },
        state -> state != lost);
  }

  /** No way back but by a declared return. A state: the place of the last begun, from 1. */
  private static Law backward(Protocol protocol) {
    List<Element> ordered = ordered(protocol);
    int lost = -1;
    return explored(
        protocol,
        state ->
            activity -> {
              int e = place(ordered, activity);
              if (state == lost || e < 0) {
                return state;
              }
              boolean back = state > 0 && e < state - 1;
              return back
                      && !protocol
                          .order()
                          .returns()
                          .contains(
                              new Order.Return(ordered.get(state - 1).key(), ordered.get(e).key()))
                  ? lost
                  : e + 1;
            },
        state -> state != lost);
  }

  private static Law explored(
      Protocol protocol, IntFunction<Function<Activity, Integer>> step, IntPredicate accepts) {
    List<Integer> states = new ArrayList<>(List.of(0));
    List<int[]> table = new ArrayList<>();
    for (int s = 0; s < states.size(); s++) {
      int[] row = new int[protocol.activities().size()];
      for (int a = 0; a < row.length; a++) {
        int there = step.apply(states.get(s)).apply(protocol.activities().get(a));
        if (!states.contains(there)) {
          states.add(there);
        }
        row[a] = states.indexOf(there);
      }
      table.add(row);
    }
    boolean[] accepting = new boolean[states.size()];
    for (int s = 0; s < accepting.length; s++) {
      accepting[s] = accepts.test(states.get(s));
    }
    return new Law(table.toArray(int[][]::new), accepting);
  }
}
