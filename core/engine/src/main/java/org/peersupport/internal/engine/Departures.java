package org.peersupport.internal.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.peersupport.internal.automaton.CompiledRule;
import org.peersupport.internal.automaton.MinimalConflict;
import org.peersupport.internal.automaton.RuleSystem;

/** The rules that an action departs from although it is taken. */
final class Departures {
  private Departures() {}

  /** The advisory rules that can no longer be satisfied and could until now. */
  static List<String> fromAdvice(EngineState here, char[] after) {
    List<String> ids = new ArrayList<>(0);
    RuleSystem rules = here.protocol().rules();
    for (int r = 0; r < rules.rules() && !here.status().isFinished(); r++) {
      CompiledRule rule = rules.rule(r);
      if (!rule.mandatory() && rule.dfa().live(here.position()[r]) && !rule.dfa().live(after[r])) {
        ids.add(here.protocol().rule(r).id());
      }
    }
    return ids;
  }

  /** The advisory rules that are unsatisfied at the close and not departed from before. */
  static List<String> fromAdviceAtClose(EngineState here) {
    List<String> ids = new ArrayList<>(0);
    RuleSystem rules = here.protocol().rules();
    for (int r = 0; r < rules.rules(); r++) {
      CompiledRule rule = rules.rule(r);
      int state = here.position()[r];
      if (!rule.mandatory() && rule.dfa().live(state) && !rule.dfa().accepts(state)) {
        ids.add(here.protocol().rule(r).id());
      }
    }
    return ids;
  }

  /** What a fact breaks: departed from one after the other, until a close can be reached. */
  static BitSet byFact(EngineState here, char[] after) {
    CompiledProtocol protocol = here.protocol();
    BitSet broken = new BitSet();
    while (true) {
      BitSet bound = protocol.rules().bound(union(here.departed(), broken), false);
      BitSet dead = protocol.rules().dead(after, bound);
      if (dead.isEmpty()) {
        if (protocol.spaces().of(bound).closes(after)) {
          return broken;
        }
        dead = MinimalConflict.find(protocol.rules(), bound, after);
      }
      broken.or(dead);
    }
  }

  static BitSet union(BitSet one, BitSet other) {
    BitSet union = (BitSet) one.clone();
    union.or(other);
    return union;
  }
}
