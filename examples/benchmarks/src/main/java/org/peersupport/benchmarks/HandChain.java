package org.peersupport.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.peersupport.protocol.Catalogue;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.Status;
import org.peersupport.simulation.Behaviour;
import org.peersupport.simulation.TransitionTable;

/**
 * The chain of {@code ama-six-elements} and a behaviour, made here from the transition table alone:
 * what the others that are measured are given. A state is a state of the protocol and the weights
 * of what comes next. A refused choice is left out beforehand and its share given to those that are
 * drawn instead, so a step is one draw.
 */
final class HandChain {
  /** A target that is no state: the session is closed. */
  static final int CLOSED = -1;

  /** A target that is no state: the session has ended early. */
  static final int ENDED = -2;

  /**
   * What can happen next.
   *
   * @param activity its number in the alphabet of the table
   * @param target the state after it, or {@link #CLOSED} or {@link #ENDED}
   */
  record Step(int activity, int target, double probability) {}

  private record State(int protocolState, SortedMap<String, Double> weights) {}

  private final Behaviour behaviour;
  private final TransitionTable table;
  private final List<State> states = new ArrayList<>();
  private final Map<State, Integer> numbers = new HashMap<>();
  private final List<List<Step>> steps = new ArrayList<>();

  HandChain(Behaviour behaviour) {
    Protocol protocol = Catalogue.amaSixElements();
    this.behaviour = behaviour;
    this.table = TransitionTable.of(protocol);
    number(new State(table.start(), behaviour.start()));
    for (int s = 0; s < states.size(); s++) {
      steps.add(explore(states.get(s)));
    }
  }

  int states() {
    return steps.size();
  }

  List<Step> steps(int state) {
    return steps.get(state);
  }

  /** The text of an activity. */
  String text(int activity) {
    return table.alphabet().get(activity);
  }

  private int number(State state) {
    Integer known = numbers.putIfAbsent(state, states.size());
    if (known == null) {
      states.add(state);
      return states.size() - 1;
    }
    return known;
  }

  private List<Step> explore(State state) {
    List<Step> found = new ArrayList<>();
    shares(state)
        .forEach(
            (choice, share) -> {
              int letter = letter(choice);
              found.add(new Step(letter, target(state, choice, letter), share));
            });
    return found;
  }

  private int letter(String choice) {
    return choice.startsWith("end:") ? table.close() + 1 : table.letter(choice);
  }

  private boolean isPermitted(State state, String choice) {
    return table.next(state.protocolState(), letter(choice)) >= 0;
  }

  /** What is permitted of the weights, as shares of one; what is refused is shared out again. */
  private SortedMap<String, Double> shares(State state) {
    SortedMap<String, Double> permitted = permitted(state, state.weights());
    if (permitted.isEmpty()) {
      permitted = permitted(state, behaviour.otherwise());
    }
    if (permitted.isEmpty()) {
      throw new IllegalStateException("the behaviour leaves nothing that is permitted somewhere");
    }
    double sum = permitted.values().stream().mapToDouble(Double::doubleValue).sum();
    permitted.replaceAll((choice, weight) -> weight / sum);
    return permitted;
  }

  private SortedMap<String, Double> permitted(State state, SortedMap<String, Double> weights) {
    SortedMap<String, Double> permitted = new TreeMap<>(weights);
    permitted.keySet().removeIf(choice -> !isPermitted(state, choice));
    return permitted;
  }

  private int target(State state, String choice, int letter) {
    int next = table.next(state.protocolState(), letter);
    if (choice.startsWith("end:")) {
      return ENDED;
    }
    return table.status(next) == Status.CLOSED
        ? CLOSED
        : number(
            new State(
                forgetting(next), behaviour.after().getOrDefault(choice, behaviour.otherwise())));
  }

  /** Nothing of connected referrals is kept, because the behaviour never completes one. */
  private int forgetting(int state) {
    return table.withAtMost(state, new int[table.protocol().resources().size()]);
  }
}
