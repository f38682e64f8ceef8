package org.peersupport.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.CompiledRule;
import org.peersupport.internal.automaton.ReferralCells;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.internal.engine.EngineState;
import org.peersupport.internal.engine.ReferralChain;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.EndReason;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ReferralState;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Status;

/**
 * Every state that the sessions of a protocol can come to, found breadth first by offering every
 * act, legal or not, in every state.
 *
 * <p>Sessions count as one state when nothing that bears on the future tells them apart: kept are
 * the situation, the pending referrals, and up to so many connected ones of each resource; dropped
 * are ids, places, times and referrals that are final; after the end also the states of the rules
 * that no longer bind, since they are frozen.
 */
final class Walk {
  static final Instant AT = Talk.START;

  /** Something that may be tried in any state. */
  interface Act {
    Command in(Session session);
  }

  private static final List<RefusalCode> CODES = List.of(RefusalCode.values());

  private record Key(EngineState state, List<Integer> connected) {}

  private static final Commands SUPPORTER = Commands.of("s-1", Talk.SUPPORTER.id(), AT);

  private final Protocol protocol;
  private final CompiledProtocol compiled;
  private final int connectedKept;
  private final List<String> names = new ArrayList<>();
  private final List<Act> acts = new ArrayList<>();
  private final List<Session> states = new ArrayList<>();
  private final Map<Key, Integer> numbers = new HashMap<>();

  /** By state and act: the next state, or -1 minus the place of the code it is refused with. */
  private final List<int[]> table = new ArrayList<>();

  /** By state and act, counted through: whether the event departs from a rule. */
  private final BitSet departing = new BitSet();

  private Walk(Protocol protocol, int connectedKept) {
    this.protocol = protocol;
    this.compiled = CompiledProtocol.of(protocol);
    this.connectedKept = connectedKept;
    for (Element element : protocol.elements()) {
      add("begin:" + element.key(), s -> SUPPORTER.begin(element.key()));
    }
    for (String level : protocol.concerns()) {
      add("concern:" + level, s -> SUPPORTER.raiseConcern(level));
    }
    for (Resource resource : protocol.resources()) {
      addReferral(resource.key());
    }
    for (String facet : protocol.appreciation()) {
      add("thank:" + facet, s -> SUPPORTER.thank(facet));
    }
    if (protocol.appreciation().size() > 1) {
      String[] all = protocol.appreciation().toArray(new String[0]);
      add("thank:" + String.join("+", all), s -> SUPPORTER.thank(all));
    }
    add("close", s -> SUPPORTER.close());
    add("end", s -> SUPPORTER.end(EndReason.STOPPED));
    add("pause", s -> SUPPORTER.pause());
    add("resume", s -> SUPPORTER.resume());
    add("transfer", s -> SUPPORTER.transfer(Talk.SUPPORTER));
  }

  /** With the pending referrals only: what was connected is not followed any more. */
  static Walk withPendingReferrals(Protocol protocol) {
    return new Walk(protocol, 0).explore();
  }

  /** With the whole life of referrals, up to so many connected ones of each resource. */
  static Walk withWholeLife(Protocol protocol, int connectedKept) {
    return new Walk(protocol, connectedKept).explore();
  }

  private void add(String name, Act act) {
    names.add(name);
    acts.add(act);
  }

  private void addReferral(String key) {
    add("offer:" + key, s -> SUPPORTER.offer("new", key));
    add("accept:" + key, s -> SUPPORTER.accept("p-" + key));
    add("decline:" + key, s -> SUPPORTER.decline("p-" + key));
    add("connect:" + key, s -> SUPPORTER.connect("p-" + key));
    add("complete:" + key, s -> SUPPORTER.complete("p-" + key));
    add("withdraw:" + key, s -> SUPPORTER.withdraw("p-" + key));
    add("lapse:" + key, s -> SUPPORTER.lapse("p-" + key));
    if (connectedKept > 0) {
      add("complete-connected:" + key, s -> SUPPORTER.complete("c-1-" + key));
      add("withdraw-connected:" + key, s -> SUPPORTER.withdraw("c-1-" + key));
      add("lapse-connected:" + key, s -> SUPPORTER.lapse("c-1-" + key));
      add("accept-connected:" + key, s -> SUPPORTER.accept("c-1-" + key));
    }
  }

  private Walk explore() {
    Command.Open open = SUPPORTER.open(protocol.id(), Talk.SUPPORTER, Talk.PEER);
    number(Sessions.open(protocol, open).orElseThrow().session());
    for (int n = 0; n < states.size(); n++) {
      int[] row = new int[acts.size()];
      for (int a = 0; a < row.length; a++) {
        Decision decision = decision(n, a);
        if (decision instanceof Decision.Accepted accepted) {
          row[a] = number(accepted.session());
          departing.set(n * row.length + a, !accepted.event().deviations().isEmpty());
        } else {
          row[a] = -1 - CODES.indexOf(((Refusal) decision).code());
        }
      }
      table.add(row);
    }
    return this;
  }

  /** The number of the session's state. */
  int number(Session session) {
    int[] pending = new int[compiled.rules().resources()];
    int[] connected = new int[pending.length];
    for (Referral referral : session.referrals()) {
      int x = compiled.resources().find(referral.resource());
      if (referral.state().isPending()) {
        pending[x] =
            referral.state() == ReferralState.OFFERED
                ? ReferralCells.OFFERED
                : ReferralCells.ACCEPTED;
      } else if (referral.state() == ReferralState.CONNECTED) {
        connected[x] = Math.min(connectedKept, connected[x] + 1);
      }
    }
    EngineState situation = reduced(session.state(), pending, connected);
    List<Integer> counts = new ArrayList<>();
    for (int count : connected) {
      counts.add(count);
    }
    Key key = new Key(situation, counts);
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    numbers.put(key, states.size());
    states.add(
        session
            .begun(situation, 1, AT, null, null)
            .next(situation, 1, AT, chain(pending, connected), null));
    return states.size() - 1;
  }

  private EngineState reduced(EngineState situation, int[] pending, int[] connected) {
    RuleSystem rules = compiled.rules();
    char[] position = situation.position().clone();
    for (int x = 0; x < pending.length; x++) {
      rules.setLife(position, x, ReferralCells.of(pending[x], connected[x] > 0));
    }
    for (int r = 0; r < rules.rules() && situation.status().isFinished(); r++) {
      position[r] = rules.rule(r).always() ? position[r] : 0;
    }
    return Arrays.equals(position, situation.position())
        ? situation
        : compiled.state(position, situation.departed(), situation.status());
  }

  private @Nullable ReferralChain chain(int[] pending, int[] connected) {
    ReferralChain chain = null;
    for (int x = 0; x < pending.length; x++) {
      String key = compiled.resources().key(x);
      for (int i = 1; i <= connected[x]; i++) {
        chain = new ReferralChain("c-" + i + "-" + key, x, ReferralState.CONNECTED, chain);
      }
      if (pending[x] != ReferralCells.NOTHING) {
        ReferralState state =
            pending[x] == ReferralCells.OFFERED ? ReferralState.OFFERED : ReferralState.ACCEPTED;
        chain = new ReferralChain("p-" + key, x, state, chain);
      }
    }
    return chain;
  }

  Event event(int state, int act) {
    return decision(state, act).orElseThrow().event();
  }

  Decision decision(int state, int act) {
    Session session = states.get(state);
    return Sessions.decide(session, acts.get(act).in(session));
  }

  /** Whether the act is accepted and departs from a rule. */
  boolean departs(int state, int act) {
    return departing.get(state * acts.size() + act);
  }

  int size() {
    return states.size();
  }

  Session state(int number) {
    return states.get(number);
  }

  /** Whether every mandatory rule that holds always is satisfied there; none is departed from. */
  boolean isSafe(int state) {
    char[] position = states.get(state).state().position();
    for (int r = 0; r < compiled.rules().rules(); r++) {
      CompiledRule rule = compiled.rules().rule(r);
      if (rule.mandatory() && rule.always() && !rule.dfa().accepts(position[r])) {
        return false;
      }
    }
    return true;
  }

  int acts() {
    return acts.size();
  }

  String name(int act) {
    return names.get(act);
  }

  int act(String name) {
    return names.indexOf(name);
  }

  /** The state that the act leads to, or -1 when it is refused. */
  int next(int state, int act) {
    return Math.max(-1, table.get(state)[act]);
  }

  /** The code that refuses the act, or null when it is accepted. */
  @Nullable RefusalCode code(int state, int act) {
    int entry = table.get(state)[act];
    return entry >= 0 ? null : CODES.get(-1 - entry);
  }

  int count(Status status) {
    int count = 0;
    for (Session session : states) {
      count += session.status() == status ? 1 : 0;
    }
    return count;
  }

  /** How many acts are accepted, over all states. */
  int transitions() {
    int count = 0;
    for (int[] row : table) {
      for (int entry : row) {
        count += entry >= 0 ? 1 : 0;
      }
    }
    return count;
  }

  /** Whether the act may be part of a continuation: the supporter's, or an answer to an offer. */
  boolean isMove(int act) {
    String name = names.get(act);
    return name.startsWith("begin:")
        || name.startsWith("offer:")
        || name.startsWith("accept:")
        || name.startsWith("decline:")
        || name.startsWith("connect:")
        || (name.startsWith("thank:") && !name.contains("+"));
  }

  /** Whether the act is the peer's or the outside's. */
  boolean isFact(int act) {
    String name = names.get(act);
    return name.startsWith("concern:")
        || name.startsWith("accept")
        || name.startsWith("decline:")
        || name.startsWith("complete")
        || name.startsWith("withdraw")
        || name.startsWith("lapse");
  }

  /** By state, the length of a shortest continuation to where the act is accepted, or -1. */
  int[] distancesTo(int act) {
    Backwards edges = backwards();
    int[] distance = new int[size()];
    int[] queue = new int[size()];
    int end = 0;
    for (int n = 0; n < distance.length; n++) {
      distance[n] = -1;
      if (next(n, act) >= 0) {
        distance[n] = 0;
        queue[end++] = n;
      }
    }
    for (int q = 0; q < end; q++) {
      int target = queue[q];
      for (int e = edges.first[target]; e < edges.first[target + 1]; e++) {
        int source = edges.sources[e];
        if (distance[source] < 0) {
          distance[source] = distance[target] + 1;
          queue[end++] = source;
        }
      }
    }
    return distance;
  }

  /** The accepted moves of continuations, by where they lead. */
  private static final class Backwards {
    final int[] first;
    final int[] sources;

    Backwards(int[] first, int[] sources) {
      this.first = first;
      this.sources = sources;
    }
  }

  private @Nullable Backwards backwards;

  private Backwards backwards() {
    Backwards known = backwards;
    if (known != null) {
      return known;
    }
    int[] first = new int[size() + 2];
    forEachMove((source, target) -> first[target + 2]++);
    for (int n = 0; n < size(); n++) {
      first[n + 2] += first[n + 1];
    }
    int[] sources = new int[first[size() + 1]];
    forEachMove((source, target) -> sources[first[target + 1]++] = source);
    Backwards made = new Backwards(first, sources);
    backwards = made;
    return made;
  }

  private interface Edge {
    void visit(int source, int target);
  }

  private void forEachMove(Edge edge) {
    for (int a = 0; a < acts.size(); a++) {
      for (int n = 0; n < size() && isMove(a); n++) {
        int target = next(n, a);
        if (target >= 0 && states.get(n).status() == Status.OPEN) {
          edge.visit(n, target);
        }
      }
    }
  }
}
