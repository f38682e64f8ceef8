package org.peersupport.internal.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.EngineLog;
import org.peersupport.internal.automaton.Engine;
import org.peersupport.internal.automaton.IntList;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.automaton.StateSpaces;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Consent;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ReferralState;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Resource;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.TitledKey;

/**
 * A protocol made ready for sessions: keys by number, actions by number, and the states met so far.
 *
 * <p>Safe to share between threads.
 */
public final class CompiledProtocol implements Engine.Attachment {
  /** How many states of one protocol are remembered. */
  public static final int REMEMBERED = 1 << 16;

  static final String CLOSE = ActType.CLOSE.commandName();
  static final String END = ActType.END.commandName();
  static final String PAUSE = ActType.PAUSE.commandName();
  static final String RESUME = ActType.RESUME.commandName();
  static final String TRANSFER = ActType.TRANSFER.commandName();

  private static final int[] NO_MOMENTS = {};

  private final Protocol protocol;
  private final Engine engine;
  private final RuleSystem rules;
  private final KeyIndex resources;
  private final KeyIndex begins;
  private final KeyIndex concerns;
  private final KeyIndex thanks;
  private final KeyIndex names;
  private final ActionNumbers actions;
  private final Consent[] consents;

  /** By the ordinal of the act, and by resource; empty for an act of no referral. */
  private final int[][] ofReferral;

  private final int[] nameOf;
  private final String[] qualifiers;

  /** By activity: whether it moves the conversation into an element that is not continuous. */
  private final boolean[] moves;

  private final DeadlineTable deadlines;
  private final Map<RefusalCode, Denial> structural = new EnumMap<>(RefusalCode.class);

  /** What a step that does not fit a referral depends on. */
  private record Misstep(RefusalCode code, ReferralState state, Consent consent) {}

  private final ConcurrentHashMap<Misstep, Denial> missteps = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<EngineState, EngineState> states = new ConcurrentHashMap<>();
  private final EngineState start;

  private CompiledProtocol(Protocol protocol, Engine engine) {
    this.protocol = protocol;
    this.engine = engine;
    this.rules = engine.rules();
    this.resources = new KeyIndex(resourceKeys(protocol));
    this.consents = protocol.resources().stream().map(Resource::consent).toArray(Consent[]::new);
    this.begins = activities(protocol, ActivityKind.BEGIN);
    this.concerns = activities(protocol, ActivityKind.CONCERN);
    this.thanks = activities(protocol, ActivityKind.THANK);
    this.ofReferral = ofReferral(protocol.activities());
    for (RefusalCode code : RefusalCode.values()) {
      structural.put(code, new Denial(this, code));
    }
    this.actions = new ActionNumbers(rules, ofReferral, knownThanks(protocol.appreciation()));
    this.names = new KeyIndex(names(protocol.activities()));
    this.nameOf = new int[protocol.activities().size()];
    this.qualifiers = new String[nameOf.length];
    this.moves = new boolean[nameOf.length];
    for (int a = 0; a < nameOf.length; a++) {
      nameOf[a] = names.find(protocol.activities().get(a).text());
      Activity activity = protocol.activities().get(a);
      qualifiers[a] = activity.qualifier();
      moves[a] =
          activity.kind() == ActivityKind.BEGIN
              && !protocol.element(activity.qualifier()).orElseThrow().isContinuous();
    }
    this.deadlines = new DeadlineTable(protocol);
    this.start = new EngineState(this, rules.start(), new BitSet(), Status.OPEN, true);
    states.put(start, start);
  }

  /** The compiled form of a protocol, made when it is first asked for. */
  public static CompiledProtocol of(Protocol protocol) {
    return Engines.of(protocol)
        .attachment(CompiledProtocol.class, engine -> new CompiledProtocol(protocol, engine));
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

  @SuppressWarnings("EnumOrdinal") // arrays, because it is asked at every step
  private int[][] ofReferral(List<Activity> activities) {
    int[][] numbers = new int[ActType.values().length][0];
    for (int a = 0; a < activities.size(); a++) {
      if (rules.resource(a) >= 0) {
        int act = ActType.of(activities.get(a).kind()).ordinal();
        if (numbers[act].length == 0) {
          numbers[act] = new int[rules.resources()];
        }
        numbers[act][rules.resource(a)] = a;
      }
    }
    return numbers;
  }

  private static List<String> resourceKeys(Protocol protocol) {
    List<String> keys = new ArrayList<>();
    for (Resource resource : protocol.resources()) {
      keys.add(resource.key());
    }
    return keys;
  }

  private static List<String> names(List<Activity> activities) {
    List<String> names = new ArrayList<>(List.of(CLOSE, END, PAUSE, RESUME, TRANSFER));
    for (Activity activity : activities) {
      names.add(activity.text());
    }
    names.sort(null);
    return names;
  }

  // --- the protocol

  /** The protocol. */
  public Protocol protocol() {
    return protocol;
  }

  /** Its rules as automata. */
  public RuleSystem rules() {
    return rules;
  }

  /** What has been found out about its rules together. */
  public StateSpaces spaces() {
    return engine.spaces();
  }

  /** Its deadlines. */
  public DeadlineTable deadlines() {
    return deadlines;
  }

  /** The numbers of its actions. */
  public ActionNumbers actions() {
    return actions;
  }

  /** The keys of its resources. */
  public KeyIndex resources() {
    return resources;
  }

  /** The texts of its activities and the words such as {@code close}, in code-point order. */
  public KeyIndex names() {
    return names;
  }

  /** The place of an activity's text among the {@link #names}. */
  public int name(int activity) {
    return nameOf[activity];
  }

  /** The activity with this number. */
  public Activity activity(int number) {
    return protocol.activities().get(number);
  }

  /** The key that the activity is about, always the same string. */
  public String qualifier(int activity) {
    return qualifiers[activity];
  }

  /** The element that the conversation is in after an activity. */
  public @Nullable String elementAfter(int activity, @Nullable String before) {
    return moves[activity] ? qualifiers[activity] : before;
  }

  /** The consent that the resource takes. */
  public Consent consent(int resource) {
    return consents[resource];
  }

  /** Whether an act of the type may be given this reason of the protocol. */
  public boolean knowsReason(ActType act, String key) {
    return isListed(protocol.reasons().of(act), key);
  }

  /** Whether it is one of the protocol's reasons for an override. */
  public boolean knowsOverride(String key) {
    return isListed(protocol.reasons().override(), key);
  }

  private static boolean isListed(List<TitledKey> reasons, String key) {
    for (TitledKey reason : reasons) {
      if (reason.key().equals(key)) {
        return true;
      }
    }
    return false;
  }

  // --- activities

  /** The number of an activity, or -1. */
  public int number(Activity activity) {
    ActivityKind kind = activity.kind();
    return switch (kind) {
      case BEGIN -> begins.find(activity.qualifier());
      case CONCERN -> concerns.find(activity.qualifier());
      case THANK -> thanks.find(activity.qualifier());
      case OFFER, ACCEPT, DECLINE, CONNECT, COMPLETE, WITHDRAW, LAPSE -> {
        int resource = resources.find(activity.qualifier());
        yield resource < 0 ? -1 : ofReferral(ActType.of(kind), resource);
      }
    };
  }

  /** The activity {@code begin:<element>}, or -1. */
  public int begin(String element) {
    return begins.find(element);
  }

  /** The activity {@code concern:<level>}, or -1. */
  public int concern(String level) {
    return concerns.find(level);
  }

  /** The activity of a referral of the resource. */
  @SuppressWarnings("EnumOrdinal") // arrays, because it is asked at every step
  public int ofReferral(ActType act, int resource) {
    return ofReferral[act.ordinal()][resource];
  }

  /**
   * The action that an act of this referral is: it matters whether others stay connected. What a
   * history records of a referral that is at its end already leaves the others as they are too.
   */
  public int actionOf(@Nullable ReferralChain chain, ReferralChain link, ActType act) {
    int connected =
        link.state.isPending()
            ? -1
            : actions.endConnected(act, link.resource, link.leavesConnected(chain));
    return connected < 0 ? ofReferral(act, link.resource) : connected;
  }

  /** The activities {@code thank:<facet>} of those facets that the protocol knows. */
  public int[] knownThanks(List<String> facets) {
    int[] known = new int[facets.size()];
    int count = 0;
    for (int i = 0; i < known.length; i++) {
      int activity = thanks.find(facets.get(i));
      if (activity >= 0) {
        known[count++] = activity;
      }
    }
    return count == known.length ? known : Arrays.copyOf(known, count);
  }

  // --- thanks, of which there may be several in one breath

  /** The moments of the thanks, in the order said; none when no deadline is about thanks. */
  public int[] momentsOfThanks(List<String> facets) {
    return deadlines.concernThanks() ? knownThanks(facets) : NO_MOMENTS;
  }

  /** The answer to the thanks; null when one of the facets is unknown. */
  public @Nullable Answer answerToThanks(EngineState here, List<String> facets) {
    int action = thanksAction(facets);
    if (action >= 0) {
      return here.answer(action);
    }
    int[] known = knownThanks(facets);
    return known.length < facets.size() ? null : Enforcement.answerToAll(here, known);
  }

  /** The state after recorded thanks; facets that are unknown are passed over. */
  public EngineState afterThanks(EngineState here, List<String> facets, BitSet departed) {
    int action = thanksAction(facets);
    return action >= 0
        ? after(here, action, departed)
        : Enforcement.recordedAll(here, knownThanks(facets), departed);
  }

  /** The action that the thanks are; -1 when they have no number. */
  private int thanksAction(List<String> facets) {
    int size = facets.size();
    int first = thanks.find(facets.get(0));
    if (size == 1 || first < 0) {
      return size == 1 ? first : -1;
    }
    int second = size == 2 ? thanks.find(facets.get(1)) : -1;
    return second < 0 ? -1 : actions.pair(first, second);
  }

  // --- rules

  /** The rule with this number, in expanded order. */
  public ExpandedRule rule(int number) {
    return protocol.expandedRules().get(number);
  }

  /** The number of an expanded rule, or -1 for any other id, such as a deadline's. */
  public int ruleNumber(String id) {
    List<ExpandedRule> expanded = protocol.expandedRules();
    for (int r = 0; r < expanded.size(); r++) {
      if (expanded.get(r).id().equals(id)) {
        return r;
      }
    }
    return -1;
  }

  /** Whether it is the id of a mandatory rule. */
  public boolean isMandatory(String id) {
    int rule = ruleNumber(id);
    return rule >= 0 && rules.rule(rule).mandatory();
  }

  /** The ids of the rules, in expanded order. */
  public List<String> ids(BitSet numbers) {
    List<String> ids = new ArrayList<>();
    for (int r = numbers.nextSetBit(0); r >= 0; r = numbers.nextSetBit(r + 1)) {
      ids.add(rule(r).id());
    }
    return ids;
  }

  // --- answers and states

  /** The denial with a structural code; it is the same for every action. */
  public Denial denial(RefusalCode code) {
    return Objects.requireNonNull(structural.get(code));
  }

  /** The denial of a step that does not fit a referral in the state. */
  public Denial misstep(RefusalCode code, ReferralState state, Consent consent) {
    return missteps.computeIfAbsent(
        new Misstep(code, state, consent),
        key -> new Denial(this, code, new Denial.Detail(state, consent, List.of())));
  }

  /** The denial of a reason that is none of these. */
  public Denial unknownReason(List<TitledKey> known) {
    return new Denial(this, RefusalCode.REASON_UNKNOWN, new Denial.Detail(null, null, known));
  }

  /**
   * The denial of an act about something that the protocol does not know, or that the status bars.
   *
   * @param fact whether the act is the peer's or the outside's
   */
  public Denial unknown(EngineState here, RefusalCode code, boolean fact) {
    Denial barred = Enforcement.barred(here, fact);
    return barred == null ? denial(code) : barred;
  }

  /** The state of a session that was opened just now. */
  public EngineState start() {
    return start;
  }

  /**
   * The state after a recorded action, whatever the rules say now: histories always replay.
   *
   * @param departed the mandatory rules that are departed from, by number
   */
  public EngineState after(EngineState here, int action, BitSet departed) {
    return departed.isEmpty() && here.answer(action) instanceof Transition taken && taken.isPlain()
        ? taken.next()
        : Enforcement.recorded(here, action, departed);
  }

  /** The state as it is remembered; a new one is remembered while there is room. */
  public EngineState state(char[] position, BitSet departed, Status status) {
    EngineState fresh = new EngineState(this, position, departed, status, true);
    EngineState known = states.get(fresh);
    return known == null ? add(fresh) : known;
  }

  /** Under a lock, so that the bound is kept. */
  private synchronized EngineState add(EngineState fresh) {
    int size = states.size();
    if (size >= REMEMBERED) {
      return states.getOrDefault(fresh, fresh.forgotten());
    }
    EngineState known = states.putIfAbsent(fresh, fresh);
    if (known != null) {
      return known;
    }
    if (size + 1 == REMEMBERED) {
      EngineLog.boundReached("remembered states", REMEMBERED, protocol.reference());
    }
    return fresh;
  }

  /** How many states are remembered. */
  public int remembered() {
    return states.size();
  }
}
