package org.peersupport.json.certification.walker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** A rule as a table: from a state by an activity to a state. States are numbers, 0 the first. */
final class Table {
  private final Map<String, Integer> letterOf;
  private final List<int[]> next = new ArrayList<>();
  private final List<Boolean> accepting = new ArrayList<>();
  private boolean[] alive = {};
  private boolean[] fallible = {};

  private Table(Map<String, Integer> letterOf) {
    this.letterOf = letterOf;
  }

  /**
   * Makes a table of a machine whose states are any values, equal ones being one state.
   *
   * @param classOf what the machine sees of an activity, numbers from 0
   */
  static <S> Table of(
      Map<String, Integer> classOf, S start, BiFunction<S, Integer, S> step, Predicate<S> accepts) {
    Table table = new Table(classOf);
    int letters = classOf.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    Map<S, Integer> numbers = new HashMap<>(Map.of(start, 0));
    List<S> states = new ArrayList<>(List.of(start));
    for (int i = 0; i < states.size(); i++) {
      int[] row = new int[letters];
      for (int letter : new HashSet<>(classOf.values())) {
        S to = step.apply(states.get(i), letter);
        if (!numbers.containsKey(to)) {
          numbers.put(to, states.size());
          states.add(to);
        }
        row[letter] = numbers.get(to);
      }
      table.next.add(row);
      table.accepting.add(accepts.test(states.get(i)));
    }
    table.alive = table.reaching(true);
    table.fallible = table.reaching(false);
    return table;
  }

  /** The template of a rule; its states are told apart by what may follow. */
  static Table ofTemplate(Map<String, Integer> letterOf, String template, int count) {
    List<Integer> letters = letterOf.values().stream().distinct().sorted().toList();
    List<List<Integer>> endings = words(letters, Math.max(4, count + 1));
    Map<List<Boolean>, List<Integer>> known = new HashMap<>();
    BiFunction<List<Integer>, Integer, List<Integer>> step =
        (word, letter) -> {
          List<Integer> longer = joined(word, List.of(letter));
          List<Boolean> future = new ArrayList<>();
          endings.forEach(
              ending -> future.add(new Finished(joined(longer, ending)).obeys(template, count)));
          List<Integer> first = known.putIfAbsent(future, longer);
          return first == null ? longer : first;
        };
    List<Boolean> atStart = new ArrayList<>();
    endings.forEach(ending -> atStart.add(new Finished(ending).obeys(template, count)));
    known.put(atStart, List.of());
    return of(
        letterOf, List.<Integer>of(), step, word -> new Finished(word).obeys(template, count));
  }

  private static List<List<Integer>> words(List<Integer> letters, int length) {
    List<List<Integer>> words = new ArrayList<>(List.of(List.of()));
    int from = 0;
    for (int n = 0; n < length; n++) {
      int to = words.size();
      for (int i = from; i < to; i++) {
        for (int letter : letters) {
          words.add(joined(words.get(i), List.of(letter)));
        }
      }
      from = to;
    }
    return words;
  }

  private static List<Integer> joined(List<Integer> one, List<Integer> other) {
    List<Integer> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  /** The states from which one that accepts, or one that does not, can be reached. */
  private boolean[] reaching(boolean accepts) {
    Set<Integer> found = new HashSet<>();
    int before = -1;
    while (before < found.size()) {
      before = found.size();
      for (int state = 0; state < next.size(); state++) {
        if (accepting.get(state) == accepts || reaches(state, found)) {
          found.add(state);
        }
      }
    }
    boolean[] reaching = new boolean[next.size()];
    found.forEach(state -> reaching[state] = true);
    return reaching;
  }

  private boolean reaches(int state, Set<Integer> found) {
    for (int letter : new HashSet<>(letterOf.values())) {
      if (found.contains(next.get(state)[letter])) {
        return true;
      }
    }
    return false;
  }

  int next(int state, String activity) {
    return next(state, letter(activity));
  }

  /** What the table sees of an activity. */
  int letter(String activity) {
    return letterOf.get(activity);
  }

  int next(int state, int letter) {
    return next.get(state)[letter];
  }

  boolean accepts(int state) {
    return accepting.get(state);
  }

  /** Whether it may still be satisfied. */
  boolean isAlive(int state) {
    return alive[state];
  }

  String verdict(int state) {
    if (!isAlive(state)) {
      return "violated";
    } else if (!fallible[state]) {
      return "satisfied";
    }
    return accepts(state) ? "possibly-satisfied" : "possibly-violated";
  }
}
