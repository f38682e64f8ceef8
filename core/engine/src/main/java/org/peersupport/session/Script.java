package org.peersupport.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.Engine;
import org.peersupport.internal.automaton.EngineAccess;
import org.peersupport.internal.automaton.IntList;
import org.peersupport.internal.automaton.Life;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Resource;

/**
 * A protocol made ready for sessions: keys by number, acts by bit, and the situations met so far.
 *
 * <p>Safe to share between threads.
 */
final class Script {
  /** The acts that are no activities, as {@code permitted} names them. */
  static final String CLOSE = "close";

  static final String END = "end";
  static final String PAUSE = "pause";
  static final String RESUME = "resume";
  static final String TRANSFER = "transfer";

  /** No move: a facet that the protocol does not know. */
  static final int UNKNOWN = -1;

  /** No move, but several acts that are worked out each time. */
  static final int UNNUMBERED = -2;

  final Protocol protocol;

  /** {@code id@release}. */
  final String reference;

  final Engine engine;
  final RuleSystem rules;
  final KeyIndex resources;

  /** The activities and the words, in code-point order. */
  final KeyIndex acts;

  /** The numbers of what can happen. */
  final Moves moves;

  private final KeyIndex begins;
  private final KeyIndex concerns;
  private final KeyIndex thanks;
  private final int[][] referralActs;
  private final int[] bits;
  private final String[] qualifiers;
  private final @Nullable String[] beginnings;
  private final @Nullable Appreciation[] appreciations;
  private final Deadlines deadlines;
  private final Map<RefusalCode, Refusal> structural = new EnumMap<>(RefusalCode.class);
  private final ConcurrentHashMap<Situation, Situation> situations = new ConcurrentHashMap<>();
  final Situation start;

  private Script(Protocol protocol) {
    this.protocol = protocol;
    this.reference = protocol.reference();
    this.engine = EngineAccess.engineOf(protocol);
    this.rules = engine.rules();
    this.resources = new KeyIndex(resourceKeys(protocol));
    this.begins = activities(protocol, ActivityKind.BEGIN);
    this.concerns = activities(protocol, ActivityKind.CONCERN);
    this.thanks = activities(protocol, ActivityKind.THANK);
    this.referralActs = referralActs(rules);
    for (RefusalCode code : RefusalCode.values()) {
      structural.put(code, new Refusal(this, code));
    }
    this.moves = new Moves(rules, referralActs, thanks(protocol.appreciation()));
    this.acts = new KeyIndex(universe(protocol.activities()));
    this.bits = new int[protocol.activities().size()];
    this.qualifiers = new String[bits.length];
    this.beginnings = new String[moves.count()];
    for (int a = 0; a < bits.length; a++) {
      bits[a] = acts.find(protocol.activities().get(a).text());
      Activity activity = protocol.activities().get(a);
      qualifiers[a] = activity.qualifier();
      beginnings[a] = activity.kind() == ActivityKind.BEGIN ? activity.qualifier() : null;
    }
    this.appreciations = appreciations();
    this.deadlines = new Deadlines(protocol);
    this.start = new Situation(this, rules.start(), new BitSet(), Status.OPEN, true);
    situations.put(start, start);
  }

  /** The script of a protocol, made when it is first asked for. */
  static Script of(Protocol protocol) {
    Engine engine = EngineAccess.engineOf(protocol);
    Object attached = engine.attachment();
    return (Script) (attached == null ? engine.attach(new Script(protocol)) : attached);
  }

  /** The activities of a kind, found by what they are about. */
  private static KeyIndex activities(Protocol protocol, ActivityKind kind) {
    List<String> keys = new ArrayList<>();
    IntList numbers = new IntList();
    List<Activity> activities = protocol.activities();
    for (int a = 0; a < activities.size(); a++) {
      if (activities.get(a).kind() == kind) {
        keys.add(activities.get(a).qualifier());
        numbers.add(a);
      }
    }
    return new KeyIndex(keys, numbers.toArray());
  }

  private static int[][] referralActs(RuleSystem rules) {
    int[][] acts = new int[Life.LAPSE + 1][rules.resources()];
    for (int a = 0; a < rules.activities(); a++) {
      if (rules.resource(a) >= 0) {
        acts[rules.act(a)][rules.resource(a)] = a;
      }
    }
    return acts;
  }

  private static List<String> resourceKeys(Protocol protocol) {
    List<String> keys = new ArrayList<>();
    for (Resource resource : protocol.resources()) {
      keys.add(resource.key());
    }
    return keys;
  }

  private static List<String> universe(List<Activity> activities) {
    List<String> universe = new ArrayList<>(List.of(CLOSE, END, PAUSE, RESUME, TRANSFER));
    for (Activity activity : activities) {
      universe.add(activity.text());
    }
    universe.sort(null);
    return universe;
  }

  /** The activity {@code begin:<element>}, or -1. */
  int begin(String element) {
    return begins.find(element);
  }

  /** The activity {@code concern:<level>}, or -1. */
  int concern(String level) {
    return concerns.find(level);
  }

  /** The activity {@code thank:<facet>}, or -1. */
  int thank(String facet) {
    return thanks.find(facet);
  }

  /** The move that the thanks are; {@link #UNKNOWN} or {@link #UNNUMBERED} where they are none. */
  int thanksMove(List<String> facets) {
    int size = facets.size();
    int first = thank(facets.get(0));
    if (size == 1 || first < 0) {
      return first;
    }
    int second = thank(facets.get(1));
    if (size > 2 || second < 0) {
      return thanks(facets).length < size ? UNKNOWN : UNNUMBERED;
    }
    int pair = moves.pair(first, second);
    return pair < 0 ? UNNUMBERED : pair;
  }

  /** The thanks that a move of thanks is, always the same object; null for any other move. */
  @Nullable Appreciation appreciation(int move) {
    return move < 0 ? null : appreciations[move];
  }

  private @Nullable Appreciation[] appreciations() {
    Appreciation[] said = new Appreciation[moves.count()];
    for (int move = 0; move < said.length; move++) {
      if (moves.isPair(move)) {
        int[] pair = moves.acts(move);
        said[move] = Appreciation.of(qualifiers[pair[0]], qualifiers[pair[1]]);
      } else if (move < qualifiers.length && thank(qualifiers[move]) == move) {
        said[move] = Appreciation.of(qualifiers[move]);
      }
    }
    return said;
  }

  /** The activities {@code thank:<facet>} of those facets that the protocol knows. */
  int[] thanks(List<String> said) {
    int[] known = new int[said.size()];
    int count = 0;
    for (int i = 0; i < known.length; i++) {
      int activity = thank(said.get(i));
      if (activity >= 0) {
        known[count++] = activity;
      }
    }
    return count == known.length ? known : Arrays.copyOf(known, count);
  }

  /** The activity of a referral of the resource; the act is a constant of {@link Life}. */
  int ofReferral(int act, int resource) {
    return referralActs[act][resource];
  }

  /** The key that the activity is about, always the same string. */
  String qualifier(int activity) {
    return qualifiers[activity];
  }

  /** The element that the move begins, always the same string; null for any other move. */
  @Nullable String beginning(int move) {
    return move < 0 ? null : beginnings[move];
  }

  int bit(int activity) {
    return bits[activity];
  }

  boolean isByNotice(int resource) {
    return protocol.resources().get(resource).consent() == Consent.NOTICE;
  }

  ExpandedRule rule(int number) {
    return protocol.expandedRules().get(number);
  }

  /** The number of an expanded rule, or -1 for any other id, such as a deadline's. */
  int ruleNumber(String id) {
    List<ExpandedRule> expanded = protocol.expandedRules();
    for (int r = 0; r < expanded.size(); r++) {
      if (expanded.get(r).id().equals(id)) {
        return r;
      }
    }
    return -1;
  }

  /** The ids of the rules, in expanded order. */
  List<String> ids(BitSet numbers) {
    List<String> ids = new ArrayList<>();
    for (int r = numbers.nextSetBit(0); r >= 0; r = numbers.nextSetBit(r + 1)) {
      ids.add(rule(r).id());
    }
    return ids;
  }

  Deadlines deadlines() {
    return deadlines;
  }

  Deadline deadline(int number) {
    return protocol.deadlines().get(number);
  }

  /** The refusal with a structural code; it is the same for every act. */
  Refusal refusal(RefusalCode code) {
    return Objects.requireNonNull(structural.get(code));
  }

  /** The situation as it is remembered; a new one is remembered while there is room. */
  Situation remembered(char[] position, BitSet departed, Status status) {
    Situation fresh = new Situation(this, position, departed, status, true);
    Situation known = situations.get(fresh);
    return known == null ? add(fresh) : known;
  }

  /** Under a lock, so that the bound is kept. */
  private synchronized Situation add(Situation fresh) {
    if (situations.size() >= Sessions.REMEMBERED) {
      return situations.getOrDefault(fresh, fresh.forgotten());
    }
    Situation known = situations.putIfAbsent(fresh, fresh);
    return known == null ? fresh : known;
  }

  /** How many situations are remembered. */
  int remembered() {
    return situations.size();
  }
}
