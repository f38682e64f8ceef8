package org.peersupport.internal.automaton;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.peersupport.internal.EngineLog;

/**
 * The state spaces of one protocol: that of its mandatory rules, and others as overrides and early
 * ends call for them.
 *
 * <p>Only {@value #KEPT} of them, and no larger ones than {@value #LARGEST} states, are remembered;
 * the rest is worked out again when it is asked for, so what is forgotten changes no answer. Safe
 * to share between threads.
 */
public final class StateSpaces {
  /** How many spaces are remembered beside that of the mandatory rules. */
  public static final int KEPT = 32;

  /** The largest space that is remembered beside that of the mandatory rules, in joint states. */
  public static final int LARGEST = 500_000;

  /** The joint states after which a question about a protocol is given up. */
  public static final int BOUND = 1_000_000;

  private record Key(BitSet bound, int apart) {}

  private final String name;
  private final RuleSystem rules;
  private final StateSpace whole;
  private final BitSet mandatory;
  private final Map<Key, StateSpace> others = new HashMap<>();

  /** The bounds that were logged as reached. */
  private final Set<String> logged = new HashSet<>();

  StateSpaces(String name, RuleSystem rules) {
    this.name = name;
    this.rules = rules;
    this.mandatory = rules.bound(new BitSet(), false);
    this.whole = new StateSpace(rules, mandatory, -1);
  }

  public RuleSystem rules() {
    return rules;
  }

  /** The space of all mandatory rules. */
  public StateSpace whole() {
    return whole;
  }

  /** The space of the bound rules. */
  public StateSpace of(BitSet bound) {
    return of(bound, -1);
  }

  /** The space of the bound rules in which one resource is not confused with its like. */
  public synchronized StateSpace of(BitSet bound, int apart) {
    if (apart < 0 && bound.equals(mandatory)) {
      return whole;
    }
    Key key = new Key(bound, apart);
    StateSpace space = others.get(key);
    if (space == null || space.size() > LARGEST) {
      if (space != null) {
        log("states of a space", LARGEST);
      }
      if (others.size() >= KEPT) {
        log("state spaces", KEPT);
        others.clear();
      }
      space = new StateSpace(rules, bound, apart);
      others.put(key, space);
    }
    return space;
  }

  private void log(String bound, int limit) {
    if (logged.add(bound)) {
      EngineLog.boundReached(bound, limit, name);
    }
  }
}
