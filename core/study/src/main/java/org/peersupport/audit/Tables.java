package org.peersupport.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.Element;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Holds;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.Template;
import org.peersupport.protocol.Verdict;
import org.peersupport.session.Event;
import org.peersupport.session.Session;

/** A protocol made ready for audits. Not safe to share between threads: it remembers answers. */
final class Tables {
  /** What an activity does to rules and deadlines. */
  static final class Effect {
    private final int referralAct;
    private final long[] activates;
    private final int[] opens;

    Effect(int referralAct, long[] activates, int[] opens) {
      this.referralAct = referralAct;
      this.activates = activates;
      this.opens = opens;
    }

    /** The number of the act among those of referrals; -1 for an act of none. */
    int referralAct() {
      return referralAct;
    }

    /** Adds the rules that it activates, a bit for each. */
    void addTo(long[] activated) {
      for (int i = 0; i < activates.length; i++) {
        activated[i] |= activates[i];
      }
    }

    /** The deadlines of which it opens an obligation each; not to be written to. */
    int[] opens() {
      return opens;
    }
  }

  private static final int REMEMBERED = 1 << 16;

  final Protocol protocol;
  final List<ExpandedRule> rules;
  final List<Deadline> deadlines;

  /** The rules that every session activates, a bit for each; not to be written to. */
  final long[] always;

  /** Whether it is another protocol than the one that the sessions name. */
  final boolean foreign;

  /** The language of explanations. */
  final Locale locale;

  /** The acts of referrals, by number. */
  final List<String> referralActs = new ArrayList<>();

  /** What sessions did and a foreign protocol has no word for. */
  final SortedSet<String> unknown = new TreeSet<>();

  private final Set<String> ids = new HashSet<>();
  private final Set<String> mandatory = new HashSet<>();
  private final Set<String> overridable = new HashSet<>();
  private final Set<String> overrideCodes = new HashSet<>();
  private final Set<String> reasons = new HashSet<>();
  private final BitSet overAtTheEnd = new BitSet();
  private final Map<ActivityKind, Map<String, Effect>> effects = new EnumMap<>(ActivityKind.class);
  private final Map<String, Effect> moments = new HashMap<>();
  private final IdentityHashMap<List<Verdict>, List<RuleStanding>> open = new IdentityHashMap<>();
  private final IdentityHashMap<List<Verdict>, List<RuleStanding>> closed = new IdentityHashMap<>();
  private final Map<BitSet, List<Boolean>> activations = new HashMap<>();

  Tables(Protocol protocol, boolean foreign, Locale locale) {
    this.locale = locale;
    this.protocol = protocol;
    this.foreign = foreign;
    this.rules = protocol.expandedRules();
    this.deadlines = protocol.expandedDeadlines();
    for (int d = 0; d < deadlines.size(); d++) {
      overAtTheEnd.set(d, deadlines.get(d).isOverAtTheEnd(protocol.activities()));
    }
    this.always = new long[(rules.size() + 63) / 64];
    deadlines.forEach(deadline -> ids.add(deadline.id()));
    for (int r = 0; r < rules.size(); r++) {
      ids.add(rules.get(r).id());
      if (rules.get(r).isMandatory()) {
        mandatory.add(rules.get(r).id());
      }
      if (rules.get(r).overridable()) {
        overridable.add(rules.get(r).id());
      }
      if (rules.get(r).template().map(Template::isAlwaysActivated).orElse(false)) {
        set(always, r);
      }
    }
    for (Activity activity : protocol.activities()) {
      effects
          .computeIfAbsent(activity.kind(), kind -> new HashMap<>())
          .put(
              activity.qualifier(),
              new Effect(number(activity), activates(activity), opens(activity)));
    }
    protocol.reasons().override().forEach(reason -> overrideCodes.add(reason.key()));
    protocol.endReasons().forEach(reason -> reasons.add("end:" + reason.key()));
    protocol.reasons().decline().forEach(reason -> reasons.add("decline:" + reason.key()));
    protocol.reasons().lapse().forEach(reason -> reasons.add("lapse:" + reason.key()));
    overrideCodes.forEach(code -> reasons.add("override:" + code));
  }

  private int number(Activity activity) {
    if (!activity.kind().isReferral()) {
      return -1;
    }
    referralActs.add(activity.text());
    return referralActs.size() - 1;
  }

  private static void set(long[] bits, int bit) {
    bits[bit / 64] |= 1L << bit % 64;
  }

  private long[] activates(Activity activity) {
    long[] activated = new long[always.length];
    for (int r = 0; r < rules.size(); r++) {
      ExpandedRule rule = rules.get(r);
      boolean a = activity.matchesAny(rule.a());
      boolean b = activity.matchesAny(rule.b());
      if (rule.template().map(each -> each.isActivatedBy(a, b)).orElse(isOrdered(activity))) {
        set(activated, r);
      }
    }
    return activated;
  }

  /** Whether the order of the elements concerns the activity. */
  private boolean isOrdered(Activity activity) {
    if (activity.kind() != ActivityKind.BEGIN) {
      return false;
    }
    for (Element element : protocol.elements()) {
      if (element.key().equals(activity.qualifier())) {
        return !element.isContinuous();
      }
    }
    return false;
  }

  private int[] opens(Activity activity) {
    return matching(deadline -> activity.matchesAny(deadline.from()));
  }

  /** Whether the protocol lists the reason, such as {@code end:declined}. */
  boolean hasReason(String reason) {
    return reasons.contains(reason);
  }

  /** Whether the deadline opens no more once the conversation is over, nor with its end. */
  boolean isOverAtTheEnd(int deadline) {
    return overAtTheEnd.get(deadline);
  }

  private int[] matching(Predicate<Deadline> matches) {
    List<Integer> numbers = new ArrayList<>();
    for (int d = 0; d < deadlines.size(); d++) {
      if (matches.test(deadlines.get(d))) {
        numbers.add(d);
      }
    }
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Whether it is the id of a rule or a deadline. */
  boolean isKnown(String rule) {
    return ids.contains(rule);
  }

  /** Whether it is the id of a rule. */
  boolean isRule(String rule) {
    return ids.contains(rule) && deadlines.stream().noneMatch(each -> each.id().equals(rule));
  }

  boolean isMandatory(String rule) {
    return mandatory.contains(rule);
  }

  boolean isOverridable(String rule) {
    return overridable.contains(rule);
  }

  /** Whether it is one of the protocol's reasons for an override. */
  boolean isOverrideCode(String code) {
    return overrideCodes.contains(code);
  }

  /**
   * Whether the protocol demands what it demanded when the session was opened, as far as is known;
   * not asked of another protocol.
   */
  boolean isSame(Event.SessionOpened event) {
    return foreign
        || event.fingerprint().isEmpty()
        || event.fingerprint().get().equals(protocol.fingerprint());
  }

  /** What the activity does; null when the protocol does not know it. */
  @Nullable Effect effect(ActivityKind kind, String qualifier) {
    Map<String, Effect> ofKind = effects.get(kind);
    return ofKind == null ? null : ofKind.get(qualifier);
  }

  /** The deadlines that {@code open}, {@code close} or {@code end} opens. */
  int[] opens(String moment) {
    return moments
        .computeIfAbsent(
            moment,
            word ->
                new Effect(-1, new long[0], matching(deadline -> deadline.from().contains(word))))
        .opens();
  }

  /** How the rules stand, always the same list for sessions that stand alike. */
  List<RuleStanding> standings(Session session) {
    IdentityHashMap<List<Verdict>, List<RuleStanding>> known =
        session.status() == Status.CLOSED ? closed : open;
    List<Verdict> verdicts = session.verdicts();
    List<RuleStanding> standings = known.get(verdicts);
    if (standings == null) {
      standings = standings(verdicts, session.status());
      if (known.size() < REMEMBERED) {
        known.put(verdicts, standings);
      }
    }
    return standings;
  }

  private List<RuleStanding> standings(List<Verdict> verdicts, Status status) {
    List<RuleStanding> standings = new ArrayList<>();
    for (int r = 0; r < verdicts.size(); r++) {
      boolean goesOn = rules.get(r).holds() == Holds.ALWAYS;
      standings.add(RuleStanding.of(verdicts.get(r), status, goesOn));
    }
    return List.copyOf(standings);
  }

  /** The rules as a list of yes and no, the same one for the same rules. */
  List<Boolean> activated(long[] activated) {
    BitSet bits = BitSet.valueOf(activated);
    List<Boolean> known = activations.get(bits);
    if (known == null) {
      List<Boolean> list = new ArrayList<>();
      for (int r = 0; r < rules.size(); r++) {
        list.add(bits.get(r));
      }
      known = List.copyOf(list);
      if (activations.size() < REMEMBERED) {
        activations.put(bits, known);
      }
    }
    return known;
  }
}
