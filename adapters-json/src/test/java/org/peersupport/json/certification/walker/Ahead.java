package org.peersupport.json.certification.walker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The continuations that keep some laws satisfiable. */
final class Ahead {
  private final Paper paper;
  private final List<Law> laws;
  private final Map<Place, Boolean> closable = new HashMap<>();
  private final Map<Map.Entry<Place, List<String>>, Optional<List<String>>> remedies =
      new HashMap<>();

  Ahead(Paper paper, List<Law> laws) {
    this.paper = paper;
    this.laws = laws;
  }

  /** Whether the life of referrals allows an act. */
  static boolean isPossible(Paper paper, Map<String, String> pending, String activity) {
    String resource = activity.substring(activity.indexOf(':') + 1);
    String state = pending.getOrDefault(resource, "");
    return switch (activity.substring(0, activity.indexOf(':'))) {
      case "offer" -> state.isEmpty();
      case "accept", "decline" -> state.equals("offered");
      case "connect" ->
          state.equals("accepted")
              || (state.equals("offered") && "notice".equals(paper.consents.get(resource)));
      default -> true;
    };
  }

  static Map<String, String> after(Map<String, String> pending, String activity) {
    String resource = activity.substring(activity.indexOf(':') + 1);
    Map<String, String> after = new TreeMap<>(pending);
    switch (activity.substring(0, activity.indexOf(':'))) {
      case "offer" -> after.put(resource, "offered");
      case "accept" -> after.put(resource, "accepted");
      case "decline", "connect", "lapse" -> after.remove(resource);
      default -> {
        return pending;
      }
    }
    return after;
  }

  Place step(Place place, String activity) {
    List<Integer> states = new ArrayList<>();
    for (int i = 0; i < laws.size(); i++) {
      states.add(laws.get(i).table().next(place.states().get(i), activity));
    }
    return new Place(states, after(place.pending(), activity));
  }

  boolean isAlive(Place place) {
    boolean alive = true;
    for (int i = 0; i < laws.size(); i++) {
      alive &= laws.get(i).table().isAlive(place.states().get(i));
    }
    return alive;
  }

  boolean accepts(Place place) {
    boolean accepts = true;
    for (int i = 0; i < laws.size(); i++) {
      accepts &= laws.get(i).table().accepts(place.states().get(i));
    }
    return accepts;
  }

  /** The places one act further, by the act, in the order in which remedies prefer them. */
  private List<Map.Entry<String, Place>> onward(Place place) {
    List<Map.Entry<String, Place>> onward = new ArrayList<>();
    for (String activity : paper.onward) {
      if (isPossible(paper, place.pending(), activity)) {
        Place next = step(place, activity);
        if (isAlive(next)) {
          onward.add(Map.entry(activity, next));
        }
      }
    }
    return onward;
  }

  /** A shortest way to where these acts can follow, or without acts to where a close can. */
  Optional<List<String>> remedy(Place from, List<String> acts) {
    return remedies.computeIfAbsent(
        Map.entry(from, acts),
        key -> shortest(from, place -> acts.isEmpty() ? accepts(place) : canFollow(place, acts)));
  }

  private boolean canFollow(Place place, List<String> acts) {
    Place after = place;
    for (String act : acts) {
      if (!isPossible(paper, after.pending(), act)) {
        return false;
      }
      after = step(after, act);
    }
    return canClose(after);
  }

  /** A shortest way, the first among equals. */
  Optional<List<String>> shortest(Place from, Predicate<Place> goal) {
    Map<Place, List<String>> ways = new HashMap<>(Map.of(from, List.of()));
    Deque<Place> todo = new ArrayDeque<>(List.of(from));
    while (!todo.isEmpty()) {
      Place place = todo.remove();
      List<String> way = ways.get(place);
      if (goal.test(place)) {
        return Optional.of(way);
      }
      for (Map.Entry<String, Place> next : onward(place)) {
        if (!ways.containsKey(next.getValue())) {
          List<String> longer = new ArrayList<>(way);
          longer.add(next.getKey());
          ways.put(next.getValue(), longer);
          todo.add(next.getValue());
        }
      }
    }
    return Optional.empty();
  }

  /** Whether some continuation satisfies all the laws. */
  boolean canClose(Place from) {
    if (!isAlive(from)) {
      return false;
    }
    if (!closable.containsKey(from)) {
      explore(from);
    }
    return closable.get(from);
  }

  /** Goes forward over everything new, then back from where a close is possible. */
  private void explore(Place from) {
    Set<Place> seen = new LinkedHashSet<>(List.of(from));
    Map<Place, List<Place>> before = new HashMap<>();
    Deque<Place> todo = new ArrayDeque<>(seen);
    Deque<Place> good = new ArrayDeque<>();
    while (!todo.isEmpty()) {
      Place place = todo.remove();
      if (closable.getOrDefault(place, accepts(place))) {
        good.add(place);
      }
      if (!closable.containsKey(place)) {
        for (Map.Entry<String, Place> next : onward(place)) {
          before.computeIfAbsent(next.getValue(), key -> new ArrayList<>()).add(place);
          if (seen.add(next.getValue())) {
            todo.add(next.getValue());
          }
        }
      }
    }
    Set<Place> found = new HashSet<>(good);
    while (!good.isEmpty()) {
      for (Place place : before.getOrDefault(good.remove(), List.of())) {
        if (found.add(place)) {
          good.add(place);
        }
      }
    }
    seen.forEach(place -> closable.put(place, found.contains(place)));
  }
}
