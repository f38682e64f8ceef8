package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.peersupport.internal.search.Mealy;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Violation;

/**
 * What a protocol enforces, as a machine: its states are {@link MachineStates}, and its outputs
 * what an outcome says. It is found by acting in real sessions.
 */
final class EnforcedMachine {
  private EnforcedMachine() {}

  /**
   * Explores the machine.
   *
   * @param start a session that has just been opened
   * @param inputs what {@link InputCommands} knows
   * @throws TooManyStatesException when it has more states than the limit
   */
  static Mealy explore(Session start, List<String> inputs, int limit) {
    MachineStates states = new MachineStates(start, new BitSet(), limit);
    Map<List<Object>, Integer> outputs = new HashMap<>();
    List<int[]> next = new ArrayList<>();
    List<int[]> output = new ArrayList<>();
    for (int s = 0; s < states.size(); s++) {
      next.add(new int[inputs.size()]);
      output.add(new int[inputs.size()]);
      for (int i = 0; i < inputs.size(); i++) {
        List<ConformanceStep> steps = InputCommands.act(states.session(s), inputs.get(i));
        next.get(s)[i] = states.after(s, steps);
        output.get(s)[i] = outputs.computeIfAbsent(told(steps), told -> outputs.size());
      }
    }
    return new Mealy(next.toArray(new int[0][]), output.toArray(new int[0][]));
  }

  /** What the outcomes say, as far as the suite compares it. */
  static List<Object> told(List<ConformanceStep> steps) {
    List<Object> told = new ArrayList<>();
    for (ConformanceStep step : steps) {
      if (step.decision() instanceof Refusal refusal) {
        for (Violation violation : refusal.violations()) {
          told.add(violation.code());
          told.add(violation.rule());
        }
      } else {
        Session after = step.after();
        told.add(after.status());
        told.add(after.isSettled());
        told.add(after.permitted());
        told.add(after.outstanding());
      }
    }
    return told;
  }
}
