package org.peersupport.json.certification.walker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The continuations that keep some laws satisfiable. */
final class Ahead {
  private static final int NEVER = Integer.MAX_VALUE;

  private final Paper paper;
  private final List<Law> laws;
  private final Map<Place, Node> nodes = new HashMap<>();
  private final Map<Map.Entry<Place, List<String>>, Optional<List<String>>> remedies =
      new HashMap<>();

  /** By the acts that are to follow. */
  private final Map<List<String>, Map<Node, Integer>> distances = new HashMap<>();

  /** What each law sees of an activity. */
  private final Map<String, int[]> letters = new HashMap<>();

  /** A place; where it leads and whether it can be closed are worked out once. */
  private static final class Node {
    final Place place;
    final boolean accepts;
    @Nullable Node @Nullable [] onward;
    @Nullable Boolean closable;

    Node(Place place, boolean accepts) {
      this.place = place;
      this.accepts = accepts;
    }
  }

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
      case "decline", "connect", "complete", "withdraw", "lapse" -> after.remove(resource);
      default -> {
        return pending;
      }
    }
    return after;
  }

  Place step(Place place, String activity) {
    int[] seen = letters.computeIfAbsent(activity, this::letters);
    int[] states = new int[seen.length];
    for (int i = 0; i < seen.length; i++) {
      states[i] = laws.get(i).table().next(place.state(i), seen[i]);
    }
    return new Place(states, after(place.pending(), activity));
  }

  private int[] letters(String activity) {
    return laws.stream().mapToInt(law -> law.table().letter(activity)).toArray();
  }

  boolean isAlive(Place place) {
    boolean alive = true;
    for (int i = 0; i < laws.size(); i++) {
      alive &= laws.get(i).table().isAlive(place.state(i));
    }
    return alive;
  }

  boolean accepts(Place place) {
    boolean accepts = true;
    for (int i = 0; i < laws.size(); i++) {
      accepts &= laws.get(i).table().accepts(place.state(i));
    }
    return accepts;
  }

  private Node node(Place place) {
    Node known = nodes.get(place);
    if (known == null) {
      known = new Node(place, accepts(place));
      nodes.put(place, known);
    }
    return known;
  }

  /** The places one act further, each where the act stands on the paper; null where none is. */
  private @Nullable Node[] onward(Node node) {
    @Nullable Node @Nullable [] known = node.onward;
    if (known != null) {
      return known;
    }
    @Nullable Node[] onward = new Node[paper.onward.size()];
    for (int a = 0; a < onward.length; a++) {
      String activity = paper.onward.get(a);
      if (isPossible(paper, node.place.pending(), activity)) {
        Place next = step(node.place, activity);
        onward[a] = isAlive(next) ? node(next) : null;
      }
    }
    node.onward = onward;
    return onward;
  }

  /**
   * A shortest way to where these acts can follow, or without acts to where a close can. Among
   * equals the one that is safe after the fewest steps, among these the first in order.
   */
  Optional<List<String>> remedy(Place from, List<String> acts) {
    return remedies.computeIfAbsent(
        Map.entry(from, acts), key -> shortest(node(from), distances(node(from), acts)));
  }

  private boolean canFollow(Node node, List<String> acts) {
    Node after = node;
    for (String act : acts) {
      int place = paper.onward.indexOf(act);
      Node next = place < 0 ? null : onward(after)[place];
      if (next == null) {
        return false;
      }
      after = next;
    }
    return canClose(after);
  }

  /** A shortest way to where a close can follow, the first among equals. */
  Optional<List<String>> toClose(Place from) {
    return remedy(from, List.of());
  }

  /** How many acts lead from a place, and from all that can come of it, to where these can. */
  private Map<Node, Integer> distances(Node from, List<String> acts) {
    Map<Node, Integer> known = distances.computeIfAbsent(acts, key -> new HashMap<>());
    if (!known.containsKey(from)) {
      measure(from, acts, known);
    }
    return known;
  }

  /** Goes forward over what is new, then back from the goals and from what is known already. */
  private void measure(Node from, List<String> acts, Map<Node, Integer> known) {
    Set<Node> fresh = new LinkedHashSet<>(List.of(from));
    Map<Node, List<Node>> before = new HashMap<>();
    List<Set<Node>> byDistance = new ArrayList<>();
    Deque<Node> todo = new ArrayDeque<>(fresh);
    while (!todo.isEmpty()) {
      Node node = todo.remove();
      int nearest = (acts.isEmpty() ? node.accepts : canFollow(node, acts)) ? 0 : NEVER;
      for (Node to : onward(node)) {
        if (to != null && known.containsKey(to)) {
          int distance = known.get(to);
          nearest = Math.min(nearest, distance == NEVER ? NEVER : distance + 1);
        } else if (to != null) {
          before.computeIfAbsent(to, key -> new ArrayList<>()).add(node);
          if (fresh.add(to)) {
            todo.add(to);
          }
        }
      }
      put(byDistance, nearest, node);
    }
    for (int distance = 0; distance < byDistance.size(); distance++) {
      for (Node node : byDistance.get(distance)) {
        if (known.putIfAbsent(node, distance) == null) {
          int further = distance + 1;
          before.getOrDefault(node, List.of()).forEach(each -> put(byDistance, further, each));
        }
      }
    }
    fresh.forEach(node -> known.putIfAbsent(node, NEVER));
  }

  private static void put(List<Set<Node>> byDistance, int distance, Node node) {
    if (distance == NEVER) {
      return;
    }
    while (byDistance.size() <= distance) {
      byDistance.add(new LinkedHashSet<>());
    }
    byDistance.get(distance).add(node);
  }

  /** Whether all that binds always is satisfied there. */
  private boolean isSafe(Node node) {
    boolean safe = true;
    for (int i = 0; i < laws.size(); i++) {
      safe &= !laws.get(i).always() || laws.get(i).table().accepts(node.place.state(i));
    }
    return safe;
  }

  /** A way so far: where it leads, and after how many steps it was safe first. */
  private record Way(Node at, int safeAfter) {}

  /** Step by step: of all ways that come nearer, the first for each place and safety. */
  private Optional<List<String>> shortest(Node from, Map<Node, Integer> distances) {
    int length = distances.get(from);
    if (length == NEVER) {
      return Optional.empty();
    }
    Map<Way, List<String>> ways = new LinkedHashMap<>();
    ways.put(new Way(from, isSafe(from) ? 0 : NEVER), List.of());
    for (int steps = 1; steps <= length; steps++) {
      Map<Way, List<String>> longer = new LinkedHashMap<>();
      for (Map.Entry<Way, List<String>> way : ways.entrySet()) {
        int safeAfter = way.getKey().safeAfter();
        @Nullable Node[] onward = onward(way.getKey().at());
        for (int a = 0; a < onward.length; a++) {
          Node to = onward[a];
          if (to != null && distances.get(to) == length - steps) {
            int safe = safeAfter == NEVER && isSafe(to) ? steps : safeAfter;
            String act = paper.onward.get(a);
            longer.computeIfAbsent(new Way(to, safe), key -> joined(way.getValue(), act));
          }
        }
      }
      ways = longer;
    }
    return Optional.of(best(ways));
  }

  private static List<String> joined(List<String> way, String act) {
    List<String> joined = new ArrayList<>(way);
    joined.add(act);
    return joined;
  }

  private static List<String> best(Map<Way, List<String>> ways) {
    Map.Entry<Way, List<String>> best = ways.entrySet().iterator().next();
    for (Map.Entry<Way, List<String>> way : ways.entrySet()) {
      if (way.getKey().safeAfter() < best.getKey().safeAfter()) {
        best = way;
      }
    }
    return best.getValue();
  }

  /** Whether some continuation satisfies all the laws. */
  boolean canClose(Place from) {
    return isAlive(from) && canClose(node(from));
  }

  private boolean canClose(Node from) {
    if (from.closable == null) {
      explore(from);
    }
    return Boolean.TRUE.equals(from.closable);
  }

  /** Goes forward over everything new, then back from where a close is possible. */
  private void explore(Node from) {
    Set<Node> seen = new LinkedHashSet<>(List.of(from));
    Map<Node, List<Node>> before = new HashMap<>();
    Deque<Node> todo = new ArrayDeque<>(seen);
    Deque<Node> good = new ArrayDeque<>();
    while (!todo.isEmpty()) {
      Node node = todo.remove();
      if (node.closable == null ? node.accepts : node.closable) {
        good.add(node);
      }
      if (node.closable == null) {
        for (Node to : onward(node)) {
          if (to != null) {
            before.computeIfAbsent(to, key -> new ArrayList<>()).add(node);
            if (seen.add(to)) {
              todo.add(to);
            }
          }
        }
      }
    }
    Set<Node> found = new HashSet<>(good);
    while (!good.isEmpty()) {
      for (Node node : before.getOrDefault(good.remove(), List.of())) {
        if (found.add(node)) {
          good.add(node);
        }
      }
    }
    seen.forEach(node -> node.closable = found.contains(node));
  }
}
