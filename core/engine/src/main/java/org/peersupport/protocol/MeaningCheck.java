package org.peersupport.protocol;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.peersupport.internal.automaton.Engine;
import org.peersupport.internal.automaton.EngineHolder;
import org.peersupport.internal.automaton.FactCheck;
import org.peersupport.internal.automaton.MinimalConflict;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.automaton.StateSpace;
import org.peersupport.internal.automaton.StateSpaces;
import org.peersupport.internal.automaton.TooLargeException;

/** The two deep checks: can a conversation close, and would one have to refuse the peer? */
final class MeaningCheck {
  private static final String PLACE = "/rules";

  private final Protocol protocol;
  private final Engine engine;
  private final RuleSystem rules;
  private final BitSet mandatory;

  private MeaningCheck(Protocol protocol) {
    this.protocol = protocol;
    this.engine = ((EngineHolder) protocol).engine();
    this.rules = engine.rules();
    this.mandatory = rules.bound(new BitSet(), false);
  }

  static List<Problem> problems(Protocol protocol) {
    MeaningCheck check = new MeaningCheck(protocol);
    StateSpace space = check.engine.spaces().whole();
    space.limitTo(StateSpaces.BOUND);
    try {
      return check.problems();
    } catch (TooLargeException e) {
      String explanation =
          "The mandatory rules, those of the order among them, have more than "
              + e.limit()
              + " joint states, more than are worked through. Make elements repeatable or optional,"
              + " make rules advisory, or let them speak of fewer activities.";
      return List.of(new Problem(ProblemCode.TOO_LARGE, PLACE, explanation, List.of(), List.of()));
    }
  }

  private List<Problem> problems() {
    StateSpace space = engine.spaces().whole();
    if (space.distance(rules.start()) == StateSpace.NEVER) {
      return List.of(cannotClose());
    }
    int[] trace = FactCheck.refusedFact(engine.spaces());
    return trace == null ? List.of() : List.of(refusesThePeer(trace));
  }

  private Problem cannotClose() {
    List<String> conflict = ids(MinimalConflict.find(rules, mandatory, rules.start()));
    String explanation =
        "No conversation can satisfy "
            + named(conflict)
            + (conflict.size() == 1 ? "" : " together")
            + (speaksOfFacts(conflict)
                ? ", unless it counts on what no one can: a concern, a withdrawal, a completion or a lapse"
                : "")
            + ". Change one of them, or make it advisory.";
    return new Problem(ProblemCode.CANNOT_CLOSE, PLACE, explanation, conflict, List.of());
  }

  private Problem refusesThePeer(int[] trace) {
    char[] position = rules.start();
    List<String> conversation = new ArrayList<>();
    for (int activity : trace) {
      rules.move(position, activity, false);
      conversation.add(protocol.activities().get(activity).text());
    }
    BitSet dead = rules.dead(position, mandatory);
    List<String> conflict =
        ids(dead.isEmpty() ? MinimalConflict.find(rules, mandatory, position) : dead);
    String explanation =
        "After "
            + String.join(", ", conversation)
            + " no conversation could still satisfy "
            + named(conflict)
            + ", but what the peer or the outside does is never refused. Make the rule advisory, or"
            + " leave a way to satisfy it.";
    return new Problem(ProblemCode.REFUSES_THE_PEER, PLACE, explanation, conflict, conversation);
  }

  /** Whether one of the rules speaks of what neither supporter nor peer brings about. */
  private boolean speaksOfFacts(List<String> ids) {
    for (ExpandedRule rule : protocol.expandedRules()) {
      if (ids.contains(rule.id()) && (speaksOfFact(rule.a()) || speaksOfFact(rule.b()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean speaksOfFact(List<String> patterns) {
    for (String pattern : patterns) {
      if (pattern.startsWith("concern:")
          || pattern.startsWith("withdraw:")
          || pattern.startsWith("complete:")
          || pattern.startsWith("lapse:")) {
        return true;
      }
    }
    return false;
  }

  private static String named(List<String> ids) {
    return (ids.size() == 1 ? "the rule " : "the rules ") + String.join(", ", ids);
  }

  private List<String> ids(BitSet set) {
    List<String> ids = new ArrayList<>();
    for (int r = set.nextSetBit(0); r >= 0; r = set.nextSetBit(r + 1)) {
      ids.add(protocol.expandedRules().get(r).id());
    }
    return ids;
  }
}
