package org.peersupport.internal.engine;

import java.util.BitSet;
import org.peersupport.internal.automaton.BrokenRules;
import org.peersupport.internal.automaton.CompiledRule;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.automaton.StateSpaces;

/** The rules, by number, that an action departs from although it is taken. */
final class Departures {
  private Departures() {}

  /** The advisory rules that can no longer be satisfied and could until now. */
  static BitSet fromAdvice(RuleSystem rules, char[] before, char[] after) {
    BitSet departed = new BitSet();
    for (int r = 0; r < rules.rules(); r++) {
      CompiledRule rule = rules.rule(r);
      if (!rule.mandatory() && rule.dfa().live(before[r]) && !rule.dfa().live(after[r])) {
        departed.set(r);
      }
    }
    return departed;
  }

  /** The advisory rules that are unsatisfied at the close and not departed from before. */
  static BitSet fromAdviceAtClose(RuleSystem rules, char[] position) {
    BitSet departed = new BitSet();
    for (int r = 0; r < rules.rules(); r++) {
      CompiledRule rule = rules.rule(r);
      int state = position[r];
      if (!rule.mandatory() && rule.dfa().live(state) && !rule.dfa().accepts(state)) {
        departed.set(r);
      }
    }
    return departed;
  }

  /**
   * What a fact breaks: departed from one after the other, until a continuation satisfies the rest.
   *
   * @param finished whether only the rules that hold always bind any more
   */
  static BitSet byFact(StateSpaces spaces, BitSet departed, char[] after, boolean finished) {
    return BrokenRules.find(spaces.rules(), spaces::of, departed, after, finished);
  }

  static BitSet union(BitSet one, BitSet other) {
    BitSet union = (BitSet) one.clone();
    union.or(other);
    return union;
  }
}
