package org.peersupport.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;

/**
 * Searches for a shortest conversation in which one rule shows: it refuses, or is departed from.
 */
final class RuleSearch {
  private final String rule;
  private final List<String> inputs;
  private final MachineStates states;
  private final List<Integer> from = new ArrayList<>(List.of(-1));
  private final List<String> by = new ArrayList<>(List.of(""));

  private RuleSearch(Session start, String rule, List<String> inputs, int limit) {
    this.rule = rule;
    this.inputs = inputs;
    this.states = new MachineStates(start, watched(start, rule), limit);
  }

  /** Advice does not tell states apart, but for the rule that is looked for. */
  private static BitSet watched(Session start, String rule) {
    BitSet watched = new BitSet();
    List<ExpandedRule> rules = start.protocol().expandedRules();
    for (int r = 0; r < rules.size(); r++) {
      watched.set(r, rules.get(r).id().equals(rule));
    }
    return watched;
  }

  /**
   * The inputs, the last of which the rule refuses or is a departure from it; empty when there are
   * none.
   *
   * @param start a session that has just been opened
   * @throws TooManyStatesException when there are too many states to look at
   */
  static Optional<List<String>> find(Session start, String rule, List<String> inputs, int limit) {
    return new RuleSearch(start, rule, inputs, limit).find();
  }

  private Optional<List<String>> find() {
    for (int s = 0; s < states.size(); s++) {
      for (String input : inputs) {
        List<ConformanceStep> steps = InputCommands.act(states.session(s), input);
        if (steps.stream().anyMatch(this::shows)) {
          return Optional.of(path(s, input));
        }
        if (states.after(s, steps) == from.size()) {
          from.add(s);
          by.add(input);
        }
      }
    }
    return Optional.empty();
  }

  private boolean shows(ConformanceStep step) {
    if (step.decision() instanceof Refusal refusal) {
      return refusal.violations().stream()
          .anyMatch(violation -> violation.rule().filter(rule::equals).isPresent());
    }
    return step.decision().orElseThrow().event().deviations().stream()
        .anyMatch(deviation -> deviation.rule().equals(rule));
  }

  private List<String> path(int last, String input) {
    ArrayDeque<String> path = new ArrayDeque<>(List.of(input));
    for (int s = last; s > 0; s = from.get(s)) {
      path.addFirst(by.get(s));
    }
    return List.copyOf(path);
  }
}
