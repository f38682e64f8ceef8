package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ActivityKind;
import org.peersupport.protocol.Deadline;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.Holds;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Template;

/**
 * What there is to find out about a small protocol, by going through everything, from the
 * definitions: nothing is taken from the library but the words of the protocol and its expanded
 * rules. Rules are numbered in expanded order.
 */
final class Oracle {
  /** A finding: its kind, what it is about, and how many acts a shortest witness has. */
  record Found(FindingKind kind, String about, int length) {
    static Found of(Finding finding) {
      return new Found(finding.kind(), finding.about(), finding.witness().size());
    }
  }

  private static final int LONGER = 3;

  final Protocol protocol;
  private final List<Activity> activities;
  private final List<ExpandedRule> rules;
  private final List<Law> laws;
  private final BitSet mandatory = new BitSet();
  private @Nullable Situations whole;
  private @Nullable BitSet dead;

  Oracle(Protocol protocol) {
    this.protocol = protocol;
    this.activities = protocol.activities();
    this.rules = protocol.expandedRules();
    this.laws = Law.allOf(protocol);
    for (int r = 0; r < rules.size(); r++) {
      mandatory.set(r, rules.get(r).isMandatory());
    }
  }

  BitSet mandatory() {
    return (BitSet) mandatory.clone();
  }

  /** All situations that conversations lead to. */
  Situations whole() {
    Situations made = whole == null ? under(mandatory) : whole;
    whole = made;
    return made;
  }

  Law law(int rule) {
    return laws.get(rule);
  }

  List<Law> mandatoryLaws() {
    return chosen(mandatory);
  }

  /** Which of the mandatory laws, as they are listed, hold always. */
  List<Integer> alwaysAmongMandatory() {
    List<Integer> always = new ArrayList<>();
    int place = 0;
    for (int r = mandatory.nextSetBit(0); r >= 0; r = mandatory.nextSetBit(r + 1), place++) {
      if (rules.get(r).holds() == Holds.ALWAYS) {
        always.add(place);
      }
    }
    return always;
  }

  private List<Law> chosen(BitSet set) {
    return set.stream().mapToObj(laws::get).toList();
  }

  Situations under(BitSet enforced, Law... watching) {
    return Situations.under(protocol, chosen(enforced), watching);
  }

  List<Found> findings() {
    List<Found> found = new ArrayList<>();
    findDead(found);
    findRedundant(found);
    findForced(found);
    traps()
        .forEach(
            (act, length) ->
                found.add(new Found(FindingKind.TRAP, activities.get(act).text(), length)));
    for (Deadline deadline : protocol.expandedDeadlines()) {
      int length = Promises.shortestStranded(this, deadline);
      if (length >= 0) {
        found.add(new Found(FindingKind.UNMEETABLE_DEADLINE, deadline.id(), length));
      }
    }
    for (Activity activity : activities) {
      if (activity.kind() == ActivityKind.CONCERN && isUnanswered(activity)) {
        found.add(new Found(FindingKind.CONCERN_UNANSWERED, activity.text(), 2));
      }
    }
    return found;
  }

  // --- concerns

  private boolean isUnanswered(Activity concern) {
    BitSet answering = asking(concern.text());
    answering.stream().filter(r -> !isLasting(r)).forEach(answering::clear);
    return answering.isEmpty();
  }

  private boolean isLasting(int r) {
    return rules.get(r).isMandatory() && rules.get(r).holds() == Holds.ALWAYS;
  }

  /** The rules that an empty conversation satisfies and one of this concern alone does not, yet. */
  BitSet asking(String concern) {
    BitSet asking = new BitSet();
    for (int r = 0; r < rules.size(); r++) {
      int after = laws.get(r).after(0, number(concern));
      asking.set(
          r, laws.get(r).accepts(0) && !laws.get(r).accepts(after) && laws.get(r).live(after));
    }
    return asking;
  }

  // --- dead

  /** The activities of no conversation that closes. */
  private BitSet dead() {
    BitSet made = dead;
    if (made == null) {
      made = new BitSet();
      made.set(0, activities.size());
      made.andNot(whole().occurring());
      dead = made;
    }
    return made;
  }

  private void findDead(List<Found> found) {
    BitSet dead = dead();
    for (int a = dead.nextSetBit(0); a >= 0; a = dead.nextSetBit(a + 1)) {
      Activity activity = activities.get(a);
      FindingKind kind =
          switch (activity.kind()) {
            case BEGIN -> FindingKind.DEAD_ELEMENT;
            case OFFER -> FindingKind.DEAD_RESOURCE;
            case THANK -> FindingKind.DEAD_ACTIVITY;
            case CONNECT ->
                dead.get(number(ActivityKind.OFFER, activity.qualifier()))
                    ? null
                    : FindingKind.DEAD_ACTIVITY;
            default -> null;
          };
      if (kind != null) {
        found.add(new Found(kind, activity.text(), whole().shortestRefused(only(a))));
      }
    }
  }

  private int number(ActivityKind kind, String key) {
    return activities.indexOf(new Activity(kind, key));
  }

  int number(String text) {
    for (int a = 0; a < activities.size(); a++) {
      if (activities.get(a).text().equals(text)) {
        return a;
      }
    }
    throw new IllegalArgumentException(text);
  }

  private static BitSet only(int number) {
    BitSet set = new BitSet();
    set.set(number);
    return set;
  }

  /** Whether no conversation that closes under these rules has one of the activities. */
  boolean keepOut(BitSet enforced, BitSet some) {
    return under(enforced, Law.occurs(activities.size(), some)).shortest() < 0;
  }

  // --- redundant and vacuous

  private boolean isOfDocument(int r) {
    return !rules.get(r).id().startsWith("order.");
  }

  private void findRedundant(List<Found> found) {
    for (int r = 0; r < rules.size(); r++) {
      if (!isOfDocument(r)) {
        continue;
      }
      BitSet activating = activating(r);
      if (activating != null) {
        BitSet alive = (BitSet) activating.clone();
        alive.andNot(dead());
        if (alive.isEmpty()) {
          found.add(
              new Found(
                  FindingKind.VACUOUS_RULE,
                  rules.get(r).id(),
                  whole().shortestRefused(attempts(activating))));
          continue;
        }
      }
      if (imply(implying(r), r)) {
        int breach = under(new BitSet(), laws.get(r).broken()).shortest();
        found.add(new Found(FindingKind.REDUNDANT_RULE, rules.get(r).id(), breach + 1));
      }
    }
  }

  /** The activities that activate the rule; null when every conversation does. */
  @Nullable BitSet activating(int r) {
    Template template = rules.get(r).template().orElseThrow();
    if (template.isAlwaysActivated()) {
      return null;
    }
    BitSet activating = new BitSet();
    for (int a = 0; a < activities.size(); a++) {
      Activity activity = activities.get(a);
      boolean first = Law.matches(activity, rules.get(r).a());
      boolean second = Law.matches(activity, rules.get(r).b());
      activating.set(a, template.isActivatedBy(first, second));
    }
    return activating;
  }

  /** Dead acts of the supporter that would activate a rule or lead to what does. */
  private BitSet attempts(BitSet activating) {
    BitSet attempts = new BitSet();
    for (int a = activating.nextSetBit(0); a >= 0; a = activating.nextSetBit(a + 1)) {
      Activity activity = activities.get(a);
      attempts.set(a);
      if (activity.kind().isReferral()) {
        attempts.set(number(ActivityKind.OFFER, activity.qualifier()));
        attempts.set(number(ActivityKind.CONNECT, activity.qualifier()));
      }
    }
    attempts.and(dead());
    return attempts;
  }

  /** The rules that may make another one redundant. */
  BitSet implying(int r) {
    BitSet others = mandatory();
    others.clear(r);
    if (rules.get(r).holds() == Holds.ALWAYS) {
      for (int other = 0; other < rules.size(); other++) {
        if (rules.get(other).holds() != Holds.ALWAYS) {
          others.clear(other);
        }
      }
    }
    for (int other = 0; other < rules.size(); other++) {
      if (rules.get(other).overridable() && !rules.get(r).overridable()) {
        others.clear(other);
      }
    }
    return others;
  }

  /** Whether the rules leave no conversation that breaks another one. */
  boolean imply(BitSet some, int r) {
    if (rules.get(r).holds() != Holds.ALWAYS) {
      return under(some, laws.get(r).broken()).shortest() < 0;
    }
    List<Law> watching = new ArrayList<>(chosen(some));
    watching.add(laws.get(r).broken());
    return under(new BitSet(), watching.toArray(Law[]::new)).shortest() < 0;
  }

  // --- forced and traps

  private void findForced(List<Found> found) {
    for (int a = 0; a < activities.size(); a++) {
      boolean asked = false;
      for (Law law : mandatoryLaws()) {
        asked |= !law.canDoWithout(a);
      }
      if (!asked && !whole().canAvoid(a)) {
        found.add(new Found(FindingKind.FORCED, activities.get(a).text(), whole().shortest() + 1));
      }
    }
  }

  private Map<Integer, Integer> traps() {
    Map<Integer, Integer> traps = new TreeMap<>();
    whole()
        .forEachStep(
            (from, act, to) -> {
              if (whole().way(to) >= whole().way(from) + LONGER) {
                traps.merge(act, whole().depth(from) + 1, Math::min);
              }
            });
    return traps;
  }

  /** A step of a conversation, as states of all mandatory rules and the referrals. */
  static final class Detour {
    private final int[] before;
    private final int[] after;

    private Detour(int[] before, int[] after) {
      this.before = before;
      this.after = after;
    }
  }

  /** Every way in which the acts may go whose last one makes the way to a close so much longer. */
  List<Detour> detours(List<String> acts) {
    List<Detour> steps = List.of(new Detour(whole().world.start(), whole().world.start()));
    for (String act : acts) {
      List<Detour> next = new ArrayList<>();
      for (Detour step : steps) {
        for (int[] there : whole().world.after(step.after, number(act))) {
          next.add(new Detour(step.after, there));
        }
      }
      steps = next;
    }
    return steps.stream()
        .filter(step -> whole().way(step.after) - whole().way(step.before) >= LONGER)
        .toList();
  }

  /** Whether these rules make the way after the step as long as is said. */
  boolean lengthen(BitSet enforced, Detour step) {
    Situations situations = under(enforced);
    int[] after = situations.world.start();
    int place = 0;
    int kept = 0;
    for (int r = mandatory.nextSetBit(0); r >= 0; r = mandatory.nextSetBit(r + 1), place++) {
      if (enforced.get(r)) {
        after[kept++] = step.after[place];
      }
    }
    System.arraycopy(step.after, place, after, kept, after.length - kept);
    return situations.way(after) >= whole().way(step.before) + LONGER;
  }

  // --- properties and sets of rules

  /** The length of a shortest conversation that closes and breaks the law, or -1. */
  int shortestBreach(Law law) {
    return under(mandatory, law.broken()).shortest();
  }

  /** Whether the set brings something about, and no set with fewer of the candidates does. */
  static boolean isSmallest(BitSet set, BitSet candidates, Predicate<BitSet> works) {
    return works.test(set)
        && (set.isEmpty() || !some(new BitSet(), candidates, 0, set.cardinality() - 1, works));
  }

  /** Whether a set of this many candidates, and those chosen already, brings it about. */
  static boolean some(
      BitSet chosen, BitSet candidates, int from, int missing, Predicate<BitSet> works) {
    if (missing == 0) {
      return works.test((BitSet) chosen.clone());
    }
    for (int r = candidates.nextSetBit(from); r >= 0; r = candidates.nextSetBit(r + 1)) {
      chosen.set(r);
      boolean found = some(chosen, candidates, r + 1, missing - 1, works);
      chosen.clear(r);
      if (found) {
        return true;
      }
    }
    return false;
  }

  /** The rules with these ids. */
  BitSet numbers(List<String> ids) {
    BitSet numbers = new BitSet();
    for (int r = 0; r < rules.size(); r++) {
      numbers.set(r, ids.contains(rules.get(r).id()));
    }
    return numbers;
  }
}
