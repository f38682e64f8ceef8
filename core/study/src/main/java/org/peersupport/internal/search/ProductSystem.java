package org.peersupport.internal.search;

import java.util.Arrays;
import java.util.BitSet;
import org.peersupport.internal.automaton.CompiledRule;
import org.peersupport.internal.automaton.ReferralStep;
import org.peersupport.internal.automaton.RuleSystem;

/**
 * Two rule systems over the activities of both: those of the first keep their numbers, and what
 * only the second knows comes after them. Rules and resources likewise. A rule does not notice what
 * its system does not know.
 *
 * <p>Both {@link #first} and {@link #second} have all the rules, so that a position fits both; they
 * differ in how resources are consented to and in what a continuation is made of. Immutable.
 */
public final class ProductSystem {
  /** All rules, with the consents and the moves of the first system. */
  public final RuleSystem first;

  /** All rules, with the consents and the moves of the second system. */
  public final RuleSystem second;

  private final RuleSystem one;
  private final RuleSystem two;
  private final int[] numberOf;
  private final int[] resourceOf;
  private final boolean[] ofSecond;
  private final int activities;
  private final int resources;

  /**
   * @param match by activity of the second system: that of the first which is the same, or -1; acts
   *     of the same kind, and all acts of a resource or none
   */
  public ProductSystem(RuleSystem one, RuleSystem two, int[] match) {
    this.one = one;
    this.two = two;
    this.numberOf = match.clone();
    int next = one.activities();
    for (int a = 0; a < numberOf.length; a++) {
      numberOf[a] = numberOf[a] < 0 ? next++ : numberOf[a];
    }
    this.activities = next;
    this.resourceOf = new int[two.resources()];
    Arrays.fill(resourceOf, -1);
    int nextResource = one.resources();
    for (int a = 0; a < numberOf.length; a++) {
      int x = two.resource(a);
      if (x >= 0 && resourceOf[x] < 0) {
        resourceOf[x] = match[a] < 0 ? nextResource++ : one.resource(match[a]);
      }
    }
    this.resources = nextResource;
    CompiledRule[] rules = new CompiledRule[one.rules() + two.rules()];
    for (int r = 0; r < rules.length; r++) {
      rules[r] =
          r < one.rules()
              ? widened(one.rule(r), null)
              : widened(two.rule(r - one.rules()), numberOf);
    }
    this.first = system(rules, true);
    this.second = system(rules, false);
    this.ofSecond = new boolean[activities];
    for (int number : numberOf) {
      ofSecond[number] = true;
    }
  }

  private ProductSystem(ProductSystem narrower, CompiledRule more) {
    this.one = narrower.one;
    this.two = narrower.two;
    this.numberOf = narrower.numberOf;
    this.resourceOf = narrower.resourceOf;
    this.activities = narrower.activities;
    this.resources = narrower.resources;
    this.ofSecond = narrower.ofSecond;
    this.first = narrower.first.with(more);
    this.second = narrower.second.with(more);
  }

  /** The same with one more rule that is neither's, the last. */
  ProductSystem with(CompiledRule more) {
    return new ProductSystem(this, more);
  }

  /** The rule over all activities; those it does not know get a letter that changes nothing. */
  private CompiledRule widened(
      CompiledRule rule, int @org.jspecify.annotations.Nullable [] numbers) {
    int known = numbers == null ? one.activities() : numbers.length;
    int[] letter = new int[activities];
    Arrays.fill(letter, rule.dfa().letters());
    for (int a = 0; a < known; a++) {
      letter[numbers == null ? a : numbers[a]] = rule.letter(a);
    }
    return rule.over(rule.dfa().withInertLetter(), letter);
  }

  private RuleSystem system(CompiledRule[] rules, boolean ofFirst) {
    ReferralStep[] step = new ReferralStep[activities];
    int[] resource = new int[activities];
    boolean[] fact = new boolean[activities];
    boolean[] notice = new boolean[resources];
    for (int a = 0; a < two.activities(); a++) {
      int number = numberOf[a];
      step[number] = two.step(a);
      fact[number] = two.fact(a);
      resource[number] = two.resource(a) < 0 ? -1 : resourceOf[two.resource(a)];
    }
    for (int a = 0; a < one.activities(); a++) {
      step[a] = one.step(a);
      fact[a] = one.fact(a);
      resource[a] = one.resource(a);
    }
    for (int x = 0; x < one.resources(); x++) {
      notice[x] = one.notice(x);
    }
    for (int x = 0; x < two.resources(); x++) {
      if (!ofFirst || resourceOf[x] >= one.resources()) {
        notice[resourceOf[x]] = two.notice(x);
      }
    }
    RuleSystem own = ofFirst ? one : two;
    int[] moves = new int[own.moves()];
    for (int i = 0; i < moves.length; i++) {
      moves[i] = ofFirst ? own.move(i) : numberOf[own.move(i)];
    }
    return new RuleSystem(rules, step, resource, fact, notice, moves);
  }

  /** The place that an activity of the second system has here. */
  public int number(int activityOfSecond) {
    return numberOf[activityOfSecond];
  }

  /** Whether the first system knows the activity. */
  public boolean isOfFirst(int activity) {
    return activity < one.activities();
  }

  /** Whether the second system knows the activity. */
  public boolean isOfSecond(int activity) {
    return ofSecond[activity];
  }

  /** The numbers that these rules of the second system have here. */
  public BitSet ofSecond(BitSet rules) {
    BitSet here = new BitSet();
    for (int r = rules.nextSetBit(0); r >= 0; r = rules.nextSetBit(r + 1)) {
      here.set(one.rules() + r);
    }
    return here;
  }

  /** The numbers that rules of the second system have there, by those they have here. */
  public BitSet inSecond(BitSet rules) {
    BitSet there = new BitSet();
    for (int r = rules.nextSetBit(one.rules()); r >= 0; r = rules.nextSetBit(r + 1)) {
      there.set(r - one.rules());
    }
    return there;
  }

  /** Resources of the first system that the second does not know, or does not consent to alike. */
  BitSet strangers() {
    BitSet strangers = unlike();
    for (int a = 0; a < one.activities(); a++) {
      if (one.resource(a) >= 0 && !ofSecond[a]) {
        strangers.set(one.resource(a));
      }
    }
    return strangers;
  }

  /** Resources that both know and do not consent to alike. */
  BitSet unlike() {
    BitSet unlike = new BitSet();
    for (int x = 0; x < resources; x++) {
      unlike.set(x, first.notice(x) != second.notice(x));
    }
    return unlike;
  }
}
