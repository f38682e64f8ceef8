package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Protocol;

/**
 * What a deadline calls for, and whether it can still come: all situations of a conversation and of
 * the time after its end are gone through, one referral at most being kept apart from its like.
 *
 * <p>While a conversation is open, everything may come that the mandatory rules and the life of
 * referrals allow, and an end at any time. Afterwards concerns may be raised, the referrals live
 * on, and the supporter may take steps that shorten the way to satisfying the mandatory rules that
 * hold always. A fact or a hand-off may break such rules then: what it loses binds no more, and of
 * those that clash a smallest set, the first of several, until a way is left for the rest.
 *
 * <p>A deadline that only elements and thanks can meet is discharged by the end, and opens no more
 * from then on. It is one that nothing can meet where that is the only thing that discharges it.
 */
final class Promises {
  private static final int NOBODY = 0;
  private static final int PENDING = 1;
  private static final int CONNECTED = 2;
  private static final int FINAL = 3;

  /**
   * A situation: whether it is over, which of the rules that hold always were broken since, and
   * what has become of the referral that is kept apart.
   */
  private static final class Node {
    private final boolean over;
    private final int departed;
    private final int apart;
    private final int fate;
    private final int[] state;

    private Node(boolean over, int departed, int apart, int fate, int[] state) {
      this.over = over;
      this.departed = departed;
      this.apart = apart;
      this.fate = fate;
      this.state = state;
    }
  }

  /** An obligation of a moment: how long the conversation is by then, and where it leads. */
  private record Call(int length, int node) {}

  private final Protocol protocol;
  private final List<Law> laws;
  private final World world;
  private final Situations open;
  private final List<Integer> always;

  /** By the rules that hold always and still bind: all situations under them. */
  private final Map<Integer, Situations> under = new HashMap<>();

  private final boolean isOverAtTheEnd;
  private final boolean[] from;
  private final boolean[] to;
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Integer> depths = new ArrayList<>();
  private final List<List<Integer>> before = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();
  private final List<Integer> met = new ArrayList<>();

  private Promises(Oracle oracle, Deadline deadline) {
    this.protocol = oracle.protocol;
    this.laws = oracle.mandatoryLaws();
    this.always = oracle.alwaysAmongMandatory();
    this.open = oracle.whole();
    this.from = moments(deadline.from());
    this.to = moments(deadline.to());
    this.isOverAtTheEnd = isOverAtTheEnd();
    boolean[] counted = new boolean[protocol.resources().size()];
    for (int x = 0; x < counted.length; x++) {
      counted[x] = open.world.isCounted(x) || under(0).world.isCounted(x);
    }
    for (int a = 0; a < protocol.activities().size(); a++) {
      if (World.isOutcome(protocol.activities().get(a).kind()) && (from[a] || to[a])) {
        counted[open.world.resourceOf(a)] = true;
      }
    }
    this.world = new World(protocol, laws, 5, counted);
  }

  /** All situations under the rules that hold always but for those departed from. */
  private Situations under(int departed) {
    Situations known = under.get(departed);
    if (known == null) {
      known = Situations.under(protocol, binding(departed).stream().map(laws::get).toList());
      under.put(departed, known);
    }
    return known;
  }

  /** The places among all laws of those that hold always and still bind. */
  private List<Integer> binding(int departed) {
    List<Integer> binding = new ArrayList<>();
    for (int i = 0; i < always.size(); i++) {
      if ((departed >> i & 1) == 0) {
        binding.add(always.get(i));
      }
    }
    return binding;
  }

  private boolean isOverAtTheEnd() {
    for (int a = 0; a < protocol.activities().size(); a++) {
      ActivityKind kind = protocol.activities().get(a).kind();
      if (to[a] && kind != ActivityKind.BEGIN && kind != ActivityKind.THANK) {
        return false;
      }
    }
    return true;
  }

  /**
   * The length of a shortest conversation whose last moment, the opening not counted, opens an
   * obligation that nothing can discharge any more; -1 when there is none.
   */
  static int shortestStranded(Oracle oracle, Deadline deadline) {
    return new Promises(oracle, deadline).find();
  }

  private boolean[] moments(List<String> patterns) {
    boolean[] moments = new boolean[protocol.activities().size() + 3];
    for (int a = 0; a < protocol.activities().size(); a++) {
      Activity activity = protocol.activities().get(a);
      moments[a] = Law.matches(activity, patterns);
    }
    moments[opening()] = patterns.contains("open");
    moments[closing()] = patterns.contains("close");
    moments[ending()] = patterns.contains("end");
    return moments;
  }

  private int opening() {
    return protocol.activities().size();
  }

  private int closing() {
    return protocol.activities().size() + 1;
  }

  private int ending() {
    return protocol.activities().size() + 2;
  }

  private int find() {
    int start = number(new Node(false, 0, -1, NOBODY, world.start()), 0);
    if (from[opening()]) {
      calls.add(new Call(0, start));
    }
    for (int n = 0; n < nodes.size(); n++) {
      follow(n);
    }
    boolean[] hope = new boolean[nodes.size()];
    for (int i = 0; i < met.size(); i++) {
      if (!hope[met.get(i)]) {
        hope[met.get(i)] = true;
        met.addAll(before.get(met.get(i)));
      }
    }
    if (isOverAtTheEnd && calls.stream().anyMatch(call -> hope[call.node])) {
      return -1;
    }
    int best = -1;
    for (Call call : calls) {
      if (!hope[call.node] && (best < 0 || call.length < best)) {
        best = call.length;
      }
    }
    return best;
  }

  private long key(Node node) {
    long key = (world.key(node.state) << always.size()) + node.departed;
    key = 2 * key + (node.over ? 1 : 0);
    return (key * (protocol.resources().size() + 1) + node.apart + 1) * (FINAL + 1) + node.fate;
  }

  /** Nodes with nobody apart are met breadth first; the depth of others means nothing. */
  private int number(Node node, int depth) {
    Integer known = numbers.putIfAbsent(key(node), nodes.size());
    if (known != null) {
      if (node.apart < 0 && depth < depths.get(known)) {
        depths.set(known, depth);
      }
      return known;
    }
    if (nodes.size() == Situations.MANY) {
      throw new Situations.TooMany();
    }
    nodes.add(node);
    depths.add(depth);
    before.add(new ArrayList<>());
    return nodes.size() - 1;
  }

  private void follow(int n) {
    Node here = nodes.get(n);
    int[] state = here.state;
    for (int a = 0; a < protocol.activities().size(); a++) {
      int x = world.resourceOf(a);
      if (x < 0) {
        arrive(n, a, state.clone(), true, here.fate, FINAL);
        continue;
      }
      List<int[]> pending = new ArrayList<>();
      world.onPending(state, a, x, pending);
      for (int[] there : pending) {
        boolean own = here.apart == x && here.fate == PENDING;
        arrive(n, a, there, own, own ? fate(a) : here.fate, fate(a));
      }
      List<int[]> connected = new ArrayList<>();
      world.onConnected(state, a, x, connected);
      for (int[] there : connected) {
        boolean mine = here.apart == x && here.fate == CONNECTED;
        if (mine) {
          arrive(n, a, there, true, FINAL, FINAL);
        }
        if (!mine || !world.isCounted(x) || state[world.connectedCell(x)] > 1) {
          arrive(n, a, there, false, here.fate, FINAL);
        }
      }
    }
    if (!here.over) {
      end(n, ending(), state);
      if (open.way(state) == 0) {
        end(n, closing(), state);
      }
    }
  }

  private int fate(int activity) {
    return switch (world.kind(activity)) {
      case OFFER, ACCEPT -> PENDING;
      case CONNECT -> CONNECTED;
      default -> FINAL;
    };
  }

  private void end(int n, int moment, int[] state) {
    Node here = nodes.get(n);
    Node over = new Node(true, 0, here.apart, here.fate, over(state, 0));
    int there = number(over, depths.get(n) + 1);
    if (isOverAtTheEnd) {
      return;
    }
    note(n, moment, there, true);
    if (from[moment] && here.apart < 0) {
      calls.add(new Call(depths.get(n) + 1, there));
    }
  }

  /** What still matters when it is over. */
  private int[] over(int[] state, int departed) {
    int[] left = state.clone();
    List<Integer> binding = binding(departed);
    for (int l = 0; l < world.laws.size(); l++) {
      left[l] = binding.contains(l) ? left[l] : 0;
    }
    return left;
  }

  /** What is departed from once something has happened after the end, whatever it breaks. */
  private int departed(int before, int[] moved) {
    int departed = before;
    while (true) {
      int lost = 0;
      for (int i = 0; i < always.size(); i++) {
        boolean binds = (departed >> i & 1) == 0;
        lost |= binds && !laws.get(always.get(i)).live(moved[always.get(i)]) ? 1 << i : 0;
      }
      if (lost == 0 && wayAfterwards(moved, departed) != Integer.MAX_VALUE) {
        return departed;
      }
      departed |= lost == 0 ? clash(departed, moved) : lost;
    }
  }

  /**
   * A smallest set of the rules that bind and cannot be satisfied together, the first of several.
   */
  private int clash(int departed, int[] moved) {
    int all = (1 << always.size()) - 1;
    int best = 0;
    for (int set = 1; set <= all; set++) {
      int fewer = Integer.bitCount(best) - Integer.bitCount(set);
      boolean isFirst = fewer == 0 && (set & Integer.lowestOneBit(set ^ best)) != 0;
      if ((set & departed) == 0
          && (best == 0 || fewer > 0 || isFirst)
          && wayAfterwards(moved, all & ~set) == Integer.MAX_VALUE) {
        best = set;
      }
    }
    return best;
  }

  /**
   * An activity may come.
   *
   * @param discharging whether it can discharge the obligation in question
   * @param fate of the referral that is kept apart
   * @param fateOfOwn what has become of the referral whose act it is
   */
  private void arrive(
      int n, int activity, int[] moved, boolean discharging, int fate, int fateOfOwn) {
    Node here = nodes.get(n);
    world.moveLaws(moved, activity);
    boolean comes =
        here.over
            ? comesAfterwards(here, activity, moved)
            : world.isFact(activity) || open.way(moved) != Integer.MAX_VALUE;
    if (!comes) {
      return;
    }
    int departed = here.over && happens(activity) ? departed(here.departed, moved) : here.departed;
    int[] result = here.over ? over(moved, departed) : moved;
    Node next = new Node(here.over, departed, here.apart, fate, result);
    int there = number(next, depths.get(n) + 1);
    note(n, activity, there, here.apart < 0 || discharging);
    if (from[activity] && here.apart < 0 && !(here.over && isOverAtTheEnd)) {
      int x = world.resourceOf(activity);
      Node called = new Node(here.over, departed, x, x < 0 ? NOBODY : fateOfOwn, result);
      calls.add(new Call(depths.get(n) + 1, number(called, depths.get(n) + 1)));
    }
  }

  private void note(int n, int moment, int there, boolean discharging) {
    before.get(there).add(n);
    if (discharging && to[moment]) {
      met.add(n);
    }
  }

  /** Facts are never refused, and a hand-off is none after the end. */
  private boolean happens(int activity) {
    return world.isFact(activity) || world.kind(activity) == ActivityKind.CONNECT;
  }

  private boolean comesAfterwards(Node here, int activity, int[] moved) {
    if (happens(activity)) {
      return true;
    }
    int way = wayAfterwards(here.state, here.departed);
    return way != 0 && way != Integer.MAX_VALUE && wayAfterwards(moved, here.departed) < way;
  }

  private int wayAfterwards(int[] state, int departed) {
    List<Integer> binding = binding(departed);
    int[] part = new int[binding.size() + state.length - laws.size()];
    for (int i = 0; i < binding.size(); i++) {
      part[i] = state[binding.get(i)];
    }
    System.arraycopy(state, laws.size(), part, binding.size(), state.length - laws.size());
    return under(departed).way(part);
  }
}
