package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.peersupport.internal.automaton.EngineAccess;
import org.peersupport.internal.automaton.Mealy;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Protocol;
import org.peersupport.session.Event;
import org.peersupport.session.Referral;
import org.peersupport.session.ReferralState;
import org.peersupport.session.Refusal;
import org.peersupport.session.Session;
import org.peersupport.session.Sessions;
import org.peersupport.session.Status;
import org.peersupport.session.Violation;

/**
 * What a protocol enforces, as a machine: its states are the joint states of the mandatory rules
 * that bind, the pending referrals and the status, and its outputs what an outcome says. It is
 * found by acting in real sessions.
 */
final class EnforcedMachine {
  private final Protocol protocol;
  private final RuleSystem rules;
  private final List<String> inputs;
  private final int limit;
  private final Map<List<Object>, Integer> numbers = new HashMap<>();
  private final List<Session> sessions = new ArrayList<>();
  private final List<char[]> positions = new ArrayList<>();
  private final Map<List<Object>, Integer> outputs = new HashMap<>();

  private EnforcedMachine(Protocol protocol, List<String> inputs, int limit) {
    this.protocol = protocol;
    this.rules = EngineAccess.engineOf(protocol).rules();
    this.inputs = inputs;
    this.limit = limit;
  }

  /**
   * Explores the machine.
   *
   * @param start a session that has just been opened
   * @param inputs what {@link Enactment} knows
   * @throws TooManyStatesException when it has more states than the limit
   */
  static Mealy explore(Session start, List<String> inputs, int limit) {
    return new EnforcedMachine(start.protocol(), inputs, limit).explore(start);
  }

  private Mealy explore(Session start) {
    number(start, rules.start());
    List<int[]> next = new ArrayList<>();
    List<int[]> output = new ArrayList<>();
    for (int s = 0; s < sessions.size(); s++) {
      next.add(new int[inputs.size()]);
      output.add(new int[inputs.size()]);
      for (int i = 0; i < inputs.size(); i++) {
        List<ConformanceStep> steps = Enactment.act(sessions.get(s), inputs.get(i));
        next.get(s)[i] = number(Enactment.after(steps), position(positions.get(s), steps));
        output.get(s)[i] = outputs.computeIfAbsent(told(steps), told -> outputs.size());
      }
    }
    return new Mealy(next.toArray(new int[0][]), output.toArray(new int[0][]));
  }

  private int number(Session session, char[] position) {
    List<Object> state = state(session, position);
    Integer known = numbers.putIfAbsent(state, sessions.size());
    if (known != null) {
      return known;
    }
    if (sessions.size() >= limit) {
      throw new TooManyStatesException(limit);
    }
    sessions.add(session);
    positions.add(position);
    return sessions.size() - 1;
  }

  private char[] position(char[] before, List<ConformanceStep> steps) {
    char[] position = before.clone();
    for (ConformanceStep step : steps) {
      if (step.decision() instanceof Event event) {
        for (Activity activity : Sessions.activities(step.before(), event)) {
          int number = protocol.activities().indexOf(activity);
          rules.moveRules(position, number, isFinished(step.before()));
        }
      }
    }
    return position;
  }

  private List<Object> state(Session session, char[] position) {
    List<Object> state = new ArrayList<>();
    state.add(session.status());
    BitSet bound = rules.bound(new BitSet(), isFinished(session));
    bound.stream().forEach(r -> state.add(position[r]));
    Map<String, ReferralState> pending = new TreeMap<>();
    for (Referral referral : session.referrals()) {
      if (referral.state().isPending()) {
        pending.put(referral.resource(), referral.state());
      }
    }
    state.add(pending);
    return state;
  }

  private static boolean isFinished(Session session) {
    return session.status() == Status.CLOSED || session.status() == Status.ENDED;
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
