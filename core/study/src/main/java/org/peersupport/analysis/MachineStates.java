package org.peersupport.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.engine.Engines;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.ReferralState;
import org.peersupport.protocol.Status;
import org.peersupport.session.Decision;
import org.peersupport.session.HistoryReview;
import org.peersupport.session.Referral;
import org.peersupport.session.Session;

/**
 * The states of the enforced machine, numbered, with one session for each. Two sessions are in the
 * same state when the mandatory rules that bind, the pending referrals and the status agree.
 */
final class MachineStates {
  private final Protocol protocol;
  private final RuleSystem rules;
  private final BitSet watched;
  private final int limit;
  private final Map<List<Object>, Integer> numbers = new HashMap<>();
  private final List<Session> sessions = new ArrayList<>();
  private final List<char[]> positions = new ArrayList<>();

  /**
   * @param start a session that has just been opened; it is in state 0
   * @param watched further rules that tell states apart
   * @param limit how many states are too many
   */
  MachineStates(Session start, BitSet watched, int limit) {
    this.protocol = start.protocol();
    this.rules = Engines.of(protocol).rules();
    this.watched = watched;
    this.limit = limit;
    number(start, rules.start());
  }

  int size() {
    return sessions.size();
  }

  Session session(int state) {
    return sessions.get(state);
  }

  /**
   * The state that the steps lead to from a state.
   *
   * @throws TooManyStatesException when there are too many
   */
  int after(int state, List<ConformanceStep> steps) {
    return number(InputCommands.after(steps), position(positions.get(state), steps));
  }

  private int number(Session session, char[] position) {
    Integer known = numbers.putIfAbsent(state(session, position), sessions.size());
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
      if (step.decision() instanceof Decision.Accepted accepted) {
        for (Activity activity : HistoryReview.activities(step.before(), accepted.event())) {
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
    BitSet distinguishing = rules.bound(new BitSet(), isFinished(session));
    distinguishing.or(watched);
    distinguishing.stream().forEach(r -> state.add(position[r]));
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
}
