package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Need;
import org.peersupport.protocol.Order;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.TemplateMeaning;

/**
 * One rule over the words of two protocols, as a table made from what the rule means on finished
 * traces and from nothing of the library: two beginnings are the same when no short ending tells
 * them apart. A word that the rule's protocol does not have leaves it where it is.
 */
final class DiffLaw {
  private static final Map<List<Object>, DiffLaw> TEMPLATES = new HashMap<>();

  /** The rule; of tables that are shared, the first that was made. */
  final ExpandedRule rule;

  private final int[][] next;
  private final boolean[] accepts;
  private final boolean[] live;

  private DiffLaw(ExpandedRule rule, int[][] next, boolean[] accepts) {
    this.rule = rule;
    this.next = next;
    this.accepts = accepts;
    this.live = accepts.clone();
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int s = 0; s < next.length; s++) {
        for (int there : next[s]) {
          changed |= live[there] && !live[s];
          live[s] |= live[there];
        }
      }
    }
  }

  int states() {
    return next.length;
  }

  int after(int state, int word) {
    return next[state][word];
  }

  boolean accepts(int state) {
    return accepts[state];
  }

  /** Whether some sequence of words still satisfies the rule. */
  boolean live(int state) {
    return live[state];
  }

  boolean heeds(int word) {
    for (int s = 0; s < next.length; s++) {
      if (next[s][word] != s) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param words what the protocol calls each word, if it has it
   */
  static DiffLaw of(Protocol protocol, ExpandedRule rule, List<Optional<Activity>> words) {
    if (rule.template().isEmpty()) {
      return rule.id().equals(ExpandedRule.SKIP)
          ? skip(protocol, rule, words)
          : backward(protocol, rule, words);
    }
    List<Integer> letters = new ArrayList<>();
    for (Optional<Activity> word : words) {
      letters.add(
          word.isEmpty()
              ? -1
              : (matches(word.get(), rule.a()) ? 1 : 0) | (matches(word.get(), rule.b()) ? 2 : 0));
    }
    DiffLaw known =
        TEMPLATES.computeIfAbsent(
            List.of(rule.template().get(), rule.count(), letters), key -> ofLetters(rule, letters));
    return new DiffLaw(rule, known.next, known.accepts);
  }

  private static boolean matches(Activity activity, List<String> patterns) {
    return patterns.contains(activity.text())
        || patterns.contains(activity.kind().wireName() + ":*");
  }

  private static DiffLaw ofLetters(ExpandedRule rule, List<Integer> letters) {
    List<int[]> endings = endings(letters, rule.template().get().isCounting() ? rule.count() : 2);
    Map<BitSet, Integer> numbers = new HashMap<>();
    List<int[]> beginnings = new ArrayList<>();
    number(rule, new int[0], endings, numbers, beginnings);
    List<int[]> table = new ArrayList<>();
    for (int s = 0; s < beginnings.size(); s++) {
      int[] row = new int[letters.size()];
      for (int w = 0; w < row.length; w++) {
        row[w] =
            letters.get(w) < 0
                ? s
                : number(
                    rule, joined(beginnings.get(s), letters.get(w)), endings, numbers, beginnings);
      }
      table.add(row);
    }
    boolean[] accepts = new boolean[table.size()];
    for (int s = 0; s < accepts.length; s++) {
      accepts[s] = holds(rule, beginnings.get(s));
    }
    return new DiffLaw(rule, table.toArray(int[][]::new), accepts);
  }

  private static int number(
      ExpandedRule rule,
      int[] beginning,
      List<int[]> endings,
      Map<BitSet, Integer> numbers,
      List<int[]> beginnings) {
    BitSet obeyed = new BitSet();
    for (int e = 0; e < endings.size(); e++) {
      obeyed.set(e, holds(rule, joined(beginning, endings.get(e))));
    }
    Integer known = numbers.putIfAbsent(obeyed, beginnings.size());
    if (known == null) {
      beginnings.add(beginning);
      return beginnings.size() - 1;
    }
    return known;
  }

  private static boolean holds(ExpandedRule rule, int[] trace) {
    return TemplateMeaning.holds(rule.template().get(), rule.count(), trace, trace.length);
  }

  private static List<int[]> endings(List<Integer> letters, int longest) {
    List<int[]> endings = new ArrayList<>(List.of(new int[0]));
    for (int i = 0; i < endings.size(); i++) {
      for (int letter = 0; letter < 4 && endings.get(i).length < longest; letter++) {
        if (letters.contains(letter)) {
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

  private static List<Element> ordered(Protocol protocol) {
    return protocol.elements().stream().filter(element -> !element.isContinuous()).toList();
  }

  /** By word: the place of the element that it begins, or -1. */
  private static int[] places(List<Element> ordered, List<Optional<Activity>> words) {
    int[] places = new int[words.size()];
    for (int w = 0; w < places.length; w++) {
      places[w] = -1;
      for (int e = 0; e < ordered.size(); e++) {
        Activity begin = new Activity(ActivityKind.BEGIN, ordered.get(e).key());
        if (words.get(w).equals(Optional.of(begin))) {
          places[w] = e;
        }
      }
    }
    return places;
  }

  /** No element begins before a required one that stands before it. A state: what was begun. */
  private static DiffLaw skip(
      Protocol protocol, ExpandedRule rule, List<Optional<Activity>> words) {
    List<Element> ordered = ordered(protocol);
    int required = 0;
    for (int e = 0; e < ordered.size(); e++) {
      required |= ordered.get(e).need() == Need.REQUIRED ? 1 << e : 0;
    }
    int needed = required;
    return placed(
        rule,
        places(ordered, words),
        (begun, e) -> {
          int before = needed & ((1 << e) - 1);
          return (begun & before) == before ? begun | (1 << e) : -1;
        });
  }

  /** No way back but a declared return. A state: the place of the last begun, from 1. */
  private static DiffLaw backward(
      Protocol protocol, ExpandedRule rule, List<Optional<Activity>> words) {
    List<Element> ordered = ordered(protocol);
    return placed(
        rule,
        places(ordered, words),
        (last, e) -> {
          boolean lost =
              last > 0
                  && e < last - 1
                  && !protocol
                      .order()
                      .returns()
                      .contains(
                          new Order.Return(ordered.get(last - 1).key(), ordered.get(e).key()));
          return lost ? -1 : e + 1;
        });
  }

  /** What becomes of a state when an element begins; -1 is where the rule is lost. */
  private interface Step {
    int after(int state, int place);
  }

  private static DiffLaw placed(ExpandedRule rule, int[] places, Step step) {
    List<Integer> states = new ArrayList<>(List.of(0));
    List<int[]> table = new ArrayList<>();
    IntPredicate isLost = s -> states.get(s) < 0;
    for (int s = 0; s < states.size(); s++) {
      int here = s;
      IntUnaryOperator go =
          place ->
              place < 0 || isLost.test(here)
                  ? states.get(here)
                  : step.after(states.get(here), place);
      int[] row = new int[places.length];
      for (int w = 0; w < row.length; w++) {
        int there = go.applyAsInt(places[w]);
        if (!states.contains(there)) {
          states.add(there);
        }
        row[w] = states.indexOf(there);
      }
      table.add(row);
    }
    boolean[] accepts = new boolean[states.size()];
    for (int s = 0; s < accepts.length; s++) {
      accepts[s] = !isLost.test(s);
    }
    return new DiffLaw(rule, table.toArray(int[][]::new), accepts);
  }
}
