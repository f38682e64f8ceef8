package org.peersupport.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Party;
import org.peersupport.protocol.Protocol;

/**
 * Two protocols side by side, seen from the first, gone through breadth first with plain states and
 * nothing left out. What each of them means is told by {@link DiffLaw}; the life of referrals, as
 * the contract tells it, is told here.
 *
 * <p>A state: the rules of the first, the rules of the second, by resource what is pending, by
 * resource how many are connected, and one number for what is looked for.
 */
final class DiffWorld {
  final DiffSide first;
  final DiffSide second;
  final List<Activity> words = new ArrayList<>();
  private final List<Optional<Activity>> ofFirst = new ArrayList<>();
  private final List<Optional<Activity>> ofSecond = new ArrayList<>();
  private final int[] resourceOf;
  private final int resources;
  private final int[] most;
  private final boolean[] exact;

  DiffWorld(Protocol p, Protocol q, Matching matching) {
    this(p, q, matching, Set.of(), Set.of(), 6);
  }

  /**
   * @param many up to how many connected referrals of a resource are counted, where it matters
   */
  DiffWorld(
      Protocol p, Protocol q, Matching matching, Set<String> leftP, Set<String> leftQ, int many) {
    List<Activity> unmet = new ArrayList<>(q.activities());
    for (Activity word : p.activities()) {
      Optional<Activity> image = image(matching, word).filter(q.activities()::contains);
      words.add(word);
      ofFirst.add(Optional.of(word));
      ofSecond.add(image);
      image.ifPresent(unmet::remove);
    }
    for (Activity word : unmet) {
      words.add(word);
      ofFirst.add(Optional.empty());
      ofSecond.add(Optional.of(word));
    }
    resourceOf = new int[words.size()];
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (int w = 0; w < resourceOf.length; w++) {
      Activity word = words.get(w);
      String owner = (ofFirst.get(w).isPresent() ? "p " : "q ") + word.qualifier();
      resourceOf[w] =
          word.kind().isReferral() ? numbers.computeIfAbsent(owner, k -> numbers.size()) : -1;
    }
    resources = numbers.size();
    first = new DiffSide(p, ofFirst, resourceOf, leftP);
    second = new DiffSide(q, ofSecond, resourceOf, leftQ);
    most = new int[resources];
    exact = new boolean[resources];
    for (int w = 0; w < resourceOf.length; w++) {
      if (isOutcome(w) && (heeds(first, w) || heeds(second, w))) {
        most[resourceOf[w]] = many;
      }
    }
  }

  static Optional<Activity> image(Matching matching, Activity word) {
    Map<String, String> named =
        switch (word.kind()) {
          case BEGIN -> matching.elements();
          case CONCERN -> matching.concerns();
          case THANK -> matching.appreciation();
          default -> matching.resources();
        };
    if (named.containsKey(word.qualifier())) {
      return Optional.of(new Activity(word.kind(), named.get(word.qualifier())));
    }
    return named.containsValue(word.qualifier()) ? Optional.empty() : Optional.of(word);
  }

  /** What the second protocol calls a word of the first, if it has it. */
  Optional<Activity> inSecond(String word) {
    return ofSecond.get(number(word));
  }

  /** The number of a word of the first protocol. */
  int number(String word) {
    for (int w = 0; w < words.size(); w++) {
      if (ofFirst.get(w).isPresent() && words.get(w).text().equals(word)) {
        return w;
      }
    }
    throw new IllegalArgumentException(word);
  }

  private boolean isOutcome(int word) {
    ActivityKind kind = words.get(word).kind();
    return kind == ActivityKind.COMPLETE
        || kind == ActivityKind.WITHDRAW
        || kind == ActivityKind.LAPSE;
  }

  private static boolean heeds(DiffSide side, int word) {
    return side.laws.stream().anyMatch(law -> law.heeds(word));
  }

  // --- states

  private int pendingCell(int x) {
    return first.laws.size() + second.laws.size() + x;
  }

  private int connectedCell(int x) {
    return pendingCell(resources) + x;
  }

  private int flagCell() {
    return pendingCell(resources) + resources;
  }

  private String pending(String state) {
    return state.substring(pendingCell(0), pendingCell(resources));
  }

  private String inFirst(String state) {
    return state.substring(0, first.laws.size()) + pending(state);
  }

  private String inSecondSide(String state) {
    return state.substring(first.laws.size(), pendingCell(0)) + pending(state);
  }

  private int flag(String state) {
    return state.charAt(flagCell());
  }

  private String flagged(String state, int flag) {
    char[] cells = state.toCharArray();
    cells[flagCell()] = (char) flag;
    return new String(cells);
  }

  private String start() {
    return new String(new char[flagCell() + 1]);
  }

  /** Where a word of the first protocol may lead; what cannot close there any more is left out. */
  private List<String> after(String state, int word) {
    List<String> after = new ArrayList<>();
    int x = resourceOf[word];
    if (x < 0) {
      after.add(with(state, word, -1, 0, 0));
    } else {
      int pending = state.charAt(pendingCell(x));
      int connected = state.charAt(connectedCell(x));
      int then = first.pendingAfter(word, pending);
      int more = words.get(word).kind() == ActivityKind.CONNECT ? 1 : 0;
      if (then >= 0 && !(exact[x] && connected + more > most[x])) {
        after.add(with(state, word, x, then, Math.min(most[x], connected + more)));
      }
      if (isOutcome(word) && connected > 0) {
        after.add(with(state, word, x, pending, connected - 1));
      }
    }
    after.removeIf(there -> !first.isClosable(inFirst(there)));
    return after;
  }

  private String with(String state, int word, int x, int pending, int connected) {
    char[] cells = state.toCharArray();
    for (int l = 0; l < first.laws.size(); l++) {
      cells[l] = (char) first.laws.get(l).after(cells[l], word);
    }
    for (int l = 0; l < second.laws.size(); l++) {
      int cell = first.laws.size() + l;
      cells[cell] = (char) second.laws.get(l).after(cells[cell], word);
    }
    if (x >= 0) {
      cells[pendingCell(x)] = (char) pending;
      cells[connectedCell(x)] = (char) connected;
    }
    return new String(cells);
  }

  /** How the flag changes by a word; the state that it leads to keeps its flag until then. */
  private interface Watch {
    int flag(String before, int word, String after);
  }

  /** The words of a shortest way, breadth first; empty when there is none. */
  private Optional<List<String>> shortest(String from, Predicate<String> goal, Watch watch) {
    Map<String, String> parents = new HashMap<>();
    Map<String, Integer> arrivals = new HashMap<>();
    Deque<String> todo = new ArrayDeque<>(List.of(from));
    parents.put(from, from);
    while (!todo.isEmpty()) {
      String here = todo.remove();
      if (goal.test(here)) {
        List<String> way = new ArrayList<>();
        for (String s = here; !s.equals(from); s = parents.getOrDefault(s, from)) {
          way.add(words.get(arrivals.getOrDefault(s, -1)).text());
        }
        Collections.reverse(way);
        return Optional.of(way);
      }
      for (int word = 0; word < words.size(); word++) {
        if (ofFirst.get(word).isEmpty()) {
          continue;
        }
        for (String there : after(here, word)) {
          String flagged = flagged(there, watch.flag(here, word, there));
          if (parents.putIfAbsent(flagged, here) == null) {
            arrivals.put(flagged, word);
            todo.add(flagged);
          }
        }
      }
    }
    return Optional.empty();
  }

  // --- what one allows and the other refuses

  /** The activities of a shortest conversation that the first allows and the second refuses. */
  Optional<List<String>> shortestRefused() {
    return shortest(
        start(),
        state ->
            first.accepts(inFirst(state))
                && (flag(state) == 1 || !second.accepts(inSecondSide(state))),
        (before, word, after) -> flag(before) == 1 || isRefused(before, word, after) ? 1 : 0);
  }

  private boolean isRefused(String before, int word, String after) {
    if (!second.knows(word)) {
      return true;
    }
    ActivityKind kind = words.get(word).kind();
    if (kind == ActivityKind.CONNECT
        && before.charAt(pendingCell(resourceOf[word])) == 1
        && second.asks(word)) {
      return true;
    }
    return kind.party() == Party.SUPPORTER && !second.isClosable(inSecondSide(after));
  }

  // --- how a running session may go on

  /** Where a session stands. */
  final class Running {
    private final String state;

    /**
     * @param done the words so far
     * @param pending by resource of the first protocol, by key
     * @param connected the same: how many referrals
     */
    Running(List<String> done, Map<String, Integer> pending, Map<String, Integer> connected) {
      String here = start();
      for (String word : done) {
        here = with(here, number(word), -1, 0, 0);
        here = flagged(here, unknown(flag(here), number(word)));
      }
      char[] cells = here.toCharArray();
      for (int w = 0; w < words.size(); w++) {
        int x = resourceOf[w];
        if (x >= 0 && first.knows(w)) {
          String key = words.get(w).qualifier();
          int alive = connected.getOrDefault(key, 0);
          if (!second.knows(w)) {
            most[x] = Math.max(most[x], alive + 3);
            exact[x] = true; // none of them may be forgotten
          }
          cells[pendingCell(x)] = (char) (int) pending.getOrDefault(key, 0);
          cells[connectedCell(x)] = (char) Math.min(most[x], alive);
        }
      }
      state = new String(cells);
    }

    /** A shortest way to where it may go on; empty when there is none. */
    Optional<List<String>> way() {
      return mayGoOn(state)
          ? Optional.of(List.of())
          : shortest(state, this::mayGoOn, (before, word, after) -> unknown(flag(before), word));
    }

    private boolean mayGoOn(String here) {
      for (int w = 0; w < words.size(); w++) {
        int x = resourceOf[w];
        if (x >= 0
            && !second.knows(w)
            && (here.charAt(pendingCell(x)) > 0 || here.charAt(connectedCell(x)) > 0)) {
          return false;
        }
      }
      return flag(here) == 0 && second.isClosable(inSecondSide(here));
    }

    /** 1 while the last begun element that is not continuous is unknown to the second protocol. */
    private int unknown(int before, int word) {
      Activity activity = words.get(word);
      boolean moves =
          activity.kind() == ActivityKind.BEGIN
              && !first.protocol.element(activity.qualifier()).orElseThrow().isContinuous();
      return moves ? (second.knows(word) ? 0 : 1) : before;
    }

    /** The rules of the second protocol that rule it out as things stand: lost ones, or a clash. */
    List<String> against() {
      String here = inSecondSide(state);
      List<String> lost = new ArrayList<>();
      for (int l = 0; l < second.laws.size(); l++) {
        if (!second.laws.get(l).live(here.charAt(l))) {
          lost.add(second.laws.get(l).rule.id());
        }
      }
      for (int size = 0; lost.isEmpty() && size <= second.laws.size(); size++) {
        lost = clash(here, new int[size], 0, 0);
      }
      return lost;
    }

    private List<String> clash(String here, int[] chosen, int place, int from) {
      if (place == chosen.length) {
        List<DiffLaw> some = new ArrayList<>();
        StringBuilder position = new StringBuilder();
        for (int l : chosen) {
          some.add(second.laws.get(l));
          position.append(here.charAt(l));
        }
        position.append(here.substring(second.laws.size()));
        return second.only(some).isClosable(position.toString())
            ? List.of()
            : some.stream().map(law -> law.rule.id()).toList();
      }
      for (int l = from; l < second.laws.size(); l++) {
        chosen[place] = l;
        List<String> found = clash(here, chosen, place + 1, l + 1);
        if (!found.isEmpty()) {
          return found;
        }
      }
      return List.of();
    }

    /** Whether some set of rules alone rules it out. */
    boolean isOpen() {
      return second.isClosable(inSecondSide(state));
    }
  }

  /** The same words as numbers, for messages. */
  @Override
  public String toString() {
    return words + " " + Arrays.toString(resourceOf);
  }
}
