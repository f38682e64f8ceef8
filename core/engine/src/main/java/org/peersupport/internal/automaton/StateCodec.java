package org.peersupport.internal.automaton;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Positions cut down to what the bound rules can tell apart, and packed into a few longs.
 *
 * <p>Left out are rules that do not bind and resources that no bound rule speaks of.
 * Interchangeable resources are sorted, see {@link Symmetry}. Other rules may be watched: their
 * states are kept too, but it does not matter whether they are satisfied. Immutable.
 */
public final class StateCodec {
  private final RuleSystem rules;
  private final int[] ruleOf;
  private final int bound;
  private final int[] fieldOfRule;
  private final int[] fieldOfResource;
  private final int[][] touchedFields;
  private final int[] word;
  private final int[] shift;
  private final long[] mask;
  private final int words;
  private final int[][][] orbits;

  /**
   * @param apart a resource that is told apart from those it is interchangeable with, or -1
   */
  public StateCodec(RuleSystem rules, BitSet boundRules, int apart) {
    this(rules, boundRules, new BitSet(), new BitSet(), only(apart));
  }

  private static BitSet only(int resource) {
    BitSet set = new BitSet();
    if (resource >= 0) {
      set.set(resource);
    }
    return set;
  }

  /**
   * @param watchedRules rules whose states are kept as well; none of the bound ones
   * @param followed resources whose referrals are kept also where no rule speaks of them
   * @param apart resources that are told apart from those they are interchangeable with
   */
  public StateCodec(
      RuleSystem rules, BitSet boundRules, BitSet watchedRules, BitSet followed, BitSet apart) {
    this.rules = rules;
    this.bound = boundRules.cardinality();
    this.ruleOf = members(boundRules, watchedRules);
    this.fieldOfResource = new int[rules.resources()];
    IntList relevant = new IntList();
    IntList interchangeable = new IntList();
    for (int x = 0; x < rules.resources(); x++) {
      fieldOfResource[x] = -1;
      if (isSpokenOf(x) || followed.get(x)) {
        fieldOfResource[x] = ruleOf.length + relevant.size();
        relevant.add(x);
        if (!apart.get(x) && !isOutcomeSpokenOf(x)) {
          interchangeable.add(x);
        }
      }
    }
    int fields = ruleOf.length + relevant.size();
    this.word = new int[fields];
    this.shift = new int[fields];
    this.mask = new long[fields];
    this.words = layOut();
    this.touchedFields = new int[rules.activities()][];
    for (int a = 0; a < touchedFields.length; a++) {
      touchedFields[a] = touched(a);
    }
    this.fieldOfRule = new int[rules.rules()];
    for (int f = 0; f < ruleOf.length; f++) {
      fieldOfRule[ruleOf[f]] = f;
    }
    this.orbits =
        Symmetry.orbits(
            rules, ruleOf, bound, interchangeable.toArray(), fieldOfRule, fieldOfResource);
  }

  private static int[] members(BitSet... sets) {
    IntList members = new IntList();
    for (BitSet set : sets) {
      for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
        members.add(i);
      }
    }
    return members.toArray();
  }

  private boolean isSpokenOf(int x) {
    for (int a = 0; a < rules.activities(); a++) {
      if (rules.resource(a) == x && touched(a).length > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a rule that is kept speaks of what became of the resource's referrals. */
  boolean isOutcomeSpokenOf(int x) {
    for (int a = 0; a < rules.activities(); a++) {
      if (rules.resource(a) == x && rules.step(a).endsConnected() && touched(a).length > 0) {
        return true;
      }
    }
    return false;
  }

  /** How many states the rules have together that are kept and speak of the activity. */
  int statesOfTouched(int activity) {
    int states = 0;
    for (int f : touchedFields[activity]) {
      states += rules.rule(ruleOf[f]).dfa().states();
    }
    return states;
  }

  /** How many states the rules have together that are kept. */
  int statesOfAll() {
    int states = 0;
    for (int rule : ruleOf) {
      states += rules.rule(rule).dfa().states();
    }
    return states;
  }

  private int[] touched(int activity) {
    IntList fields = new IntList();
    for (int f = 0; f < ruleOf.length; f++) {
      if (!rules.rule(ruleOf[f]).ignores(activity)) {
        fields.add(f);
      }
    }
    return fields.toArray();
  }

  private int layOut() {
    int w = 0;
    int used = 0;
    for (int f = 0; f < word.length; f++) {
      int states = f < ruleOf.length ? rules.rule(ruleOf[f]).dfa().states() : 3;
      int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(states - 1));
      if (used + bits > Long.SIZE) {
        w++;
        used = 0;
      }
      word[f] = w;
      shift[f] = used;
      mask[f] = (1L << bits) - 1;
      used += bits;
    }
    return w + 1;
  }

  public int words() {
    return words;
  }

  /** Whether the activity changes anything here, a rule or a resource that a rule speaks of. */
  public boolean matters(int activity) {
    int x = rules.resource(activity);
    return touchedFields[activity].length > 0 || (x >= 0 && fieldOfResource[x] >= 0);
  }

  /** Whether a bound rule speaks of the activity. */
  public boolean touches(int activity) {
    return touchedFields[activity].length > 0;
  }

  public boolean knows(int resource) {
    return fieldOfResource[resource] >= 0;
  }

  /** Packs a position; false when one of the bound rules cannot be satisfied any more. */
  public boolean pack(char[] position, long[] into) {
    boolean live = packAsItIs(position, into);
    sort(into);
    return live;
  }

  /** The same, every resource in its own place. */
  public boolean packAsItIs(char[] position, long[] into) {
    Arrays.fill(into, 0);
    boolean live = true;
    for (int f = 0; f < ruleOf.length; f++) {
      put(into, f, position[ruleOf[f]]);
      live &= f >= bound || rules.rule(ruleOf[f]).dfa().live(position[ruleOf[f]]);
    }
    for (int x = 0; x < fieldOfResource.length; x++) {
      if (fieldOfResource[x] >= 0) {
        put(into, fieldOfResource[x], ReferralCells.pending(rules.life(position, x)));
      }
    }
    return live;
  }

  /** The position of a state, in which what is left out stands as at the start. */
  public char[] unpack(long[] state) {
    char[] position = rules.start();
    for (int f = 0; f < ruleOf.length; f++) {
      position[ruleOf[f]] = (char) get(state, f);
    }
    for (int x = 0; x < fieldOfResource.length; x++) {
      if (fieldOfResource[x] >= 0) {
        rules.setLife(position, x, ReferralCells.of(get(state, fieldOfResource[x]), false));
      }
    }
    return position;
  }

  /** How many of the bound rules are not satisfied. */
  public int unsatisfied(long[] state) {
    int unsatisfied = 0;
    for (int f = 0; f < bound; f++) {
      unsatisfied += rules.rule(ruleOf[f]).dfa().accepts(get(state, f)) ? 0 : 1;
    }
    return unsatisfied;
  }

  public boolean accepts(long[] state) {
    for (int f = 0; f < bound; f++) {
      if (!rules.rule(ruleOf[f]).dfa().accepts(get(state, f))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the bound rules that hold always are satisfied. */
  boolean acceptsAlways(long[] state) {
    for (int f = 0; f < bound; f++) {
      CompiledRule rule = rules.rule(ruleOf[f]);
      if (rule.always() && !rule.dfa().accepts(get(state, f))) {
        return false;
      }
    }
    return true;
  }

  /** The state of a rule that is kept. */
  public int stateOf(long[] state, int rule) {
    return get(state, fieldOfRule[rule]);
  }

  /** Puts a rule that is kept into a state, in place. */
  public void setState(long[] state, int rule, int to) {
    put(state, fieldOfRule[rule], to);
  }

  /** What is pending of a resource that is kept. */
  public int pending(long[] state, int resource) {
    return get(state, fieldOfResource[resource]);
  }

  /** Whether the life of the pending referrals allows the activity. */
  public boolean allows(long[] state, int activity) {
    int x = rules.resource(activity);
    return x < 0
        || fieldOfResource[x] < 0
        || ReferralCells.allows(rules.step(activity), pending(state, x), rules.notice(x));
  }

  /** Moves rules and pending referral in place; false when a bound rule is lost by it. */
  public boolean step(long[] state, int activity) {
    boolean live = stepRules(state, activity);
    int x = rules.resource(activity);
    if (x >= 0 && fieldOfResource[x] >= 0) {
      put(
          state,
          fieldOfResource[x],
          ReferralCells.pendingAfter(rules.step(activity), pending(state, x)));
    }
    return live;
  }

  /** Moves the rules alone, in place; false when a bound rule is lost by it. */
  boolean stepRules(long[] state, int activity) {
    boolean live = true;
    for (int f : touchedFields[activity]) {
      CompiledRule rule = rules.rule(ruleOf[f]);
      int after = rule.after(get(state, f), activity);
      put(state, f, after);
      live &= f >= bound || rule.dfa().live(after);
    }
    return live;
  }

  private int get(long[] state, int field) {
    return (int) ((state[word[field]] >>> shift[field]) & mask[field]);
  }

  private void put(long[] state, int field, int value) {
    state[word[field]] =
        (state[word[field]] & ~(mask[field] << shift[field])) | ((long) value << shift[field]);
  }

  /** Whether two resources are interchangeable. */
  public boolean areAlike(int one, int other) {
    for (int[][] members : orbits) {
      if (isMember(members, one) && isMember(members, other)) {
        return true;
      }
    }
    return false;
  }

  private boolean isMember(int[][] members, int resource) {
    for (int[] fields : members) {
      if (fields[fields.length - 1] == fieldOfResource[resource]) {
        return true;
      }
    }
    return false;
  }

  /** Whether an interchangeable resource before this one is in the same state. */
  public boolean shadowed(long[] state, int resource) {
    for (int[][] members : orbits) {
      for (int m = 1; m < members.length; m++) {
        if (members[m][members[m].length - 1] == fieldOfResource[resource]) {
          return hasTwin(state, members, m);
        }
      }
    }
    return false;
  }

  private boolean hasTwin(long[] state, int[][] members, int m) {
    for (int before = 0; before < m; before++) {
      if (compare(state, members[before], members[m]) == 0) {
        return true;
      }
    }
    return false;
  }

  /** Puts what belongs to interchangeable resources in order, in place. */
  public void sort(long[] state) {
    for (int[][] members : orbits) {
      for (int m = 1; m < members.length; m++) {
        for (int k = m; k > 0 && compare(state, members[k - 1], members[k]) > 0; k--) {
          swap(state, members[k - 1], members[k]);
        }
      }
    }
  }

  private int compare(long[] state, int[] left, int[] right) {
    for (int i = 0; i < left.length; i++) {
      int difference = get(state, left[i]) - get(state, right[i]);
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private void swap(long[] state, int[] left, int[] right) {
    for (int i = 0; i < left.length; i++) {
      int value = get(state, left[i]);
      put(state, left[i], get(state, right[i]));
      put(state, right[i], value);
    }
  }
}
