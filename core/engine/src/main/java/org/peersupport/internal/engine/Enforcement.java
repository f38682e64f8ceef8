package org.peersupport.internal.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.ReferralStep;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.automaton.StateSpace;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Status;

/** The rules of a protocol applied to one action: where it leads, or why it is denied. */
final class Enforcement {
  private static final int[] CLOSE = {};

  private Enforcement() {}

  static Answer answer(EngineState here, int action) {
    CompiledProtocol protocol = here.protocol();
    ActionNumbers actions = protocol.actions();
    if (actions.isWord(action)) {
      return word(here, action);
    }
    if (actions.isPair(action)) {
      return answerToAll(here, actions.activities(action));
    }
    int activity = actions.activity(action);
    Denial barred = barred(here, new int[] {activity});
    if (barred != null) {
      return barred;
    }
    boolean finished = here.status().isFinished();
    boolean offers = protocol.rules().step(activity) == ReferralStep.OFFER;
    if (offers && !protocol.rules().allows(here.position(), activity)) {
      return protocol.denial(RefusalCode.REFERRAL_PENDING);
    }
    // After the end a hand-off is as good as a fact: it has happened.
    boolean handsOff = protocol.rules().step(activity) == ReferralStep.CONNECT;
    boolean fact = protocol.rules().fact(activity) || (finished && handsOff);
    char[] after = after(here, action);
    Denial denial = fact || finished ? null : judge(here, after, new int[] {activity});
    return denial == null ? transition(here, after, fact) : denial;
  }

  /** The answer to several activities of the supporter in one breath. */
  static Answer answerToAll(EngineState here, int[] activities) {
    Denial barred = barred(here, activities);
    if (barred != null) {
      return barred;
    }
    char[] after = afterAll(here, activities);
    Denial denial = here.status().isFinished() ? null : judge(here, after, activities);
    return denial == null ? transition(here, after, false) : denial;
  }

  // --- the status

  /** The denial that the status gives to activities, or null. */
  private static @Nullable Denial barred(EngineState here, int[] activities) {
    RuleSystem rules = here.protocol().rules();
    boolean alone = activities.length == 1;
    boolean goesOn =
        here.status() == Status.OPEN
            || (alone && (rules.fact(activities[0]) || rules.step(activities[0]).followsOffer()));
    return goesOn || (here.status() != Status.VOIDED && discharges(here, activities))
        ? barred(here, true)
        : barred(here, false);
  }

  /**
   * The denial that the status gives, or null.
   *
   * @param goesOn whether the act is taken in a rest and after the end too
   */
  static @Nullable Denial barred(EngineState here, boolean goesOn) {
    return switch (here.status()) {
      case OPEN -> null;
      case PAUSED -> goesOn ? null : here.protocol().denial(RefusalCode.SESSION_PAUSED);
      case CLOSED, ENDED -> goesOn ? null : here.protocol().denial(RefusalCode.SESSION_FINISHED);
      case VOIDED -> here.protocol().denial(RefusalCode.SESSION_VOIDED);
    };
  }

  /** Whether the supporter's acts bring the outstanding always rules closer to their discharge. */
  private static boolean discharges(EngineState here, int[] activities) {
    RuleSystem rules = here.protocol().rules();
    StateSpace debts = here.protocol().spaces().of(here.boundAlways());
    int before = debts.distance(here.position());
    if (before == 0 || before == StateSpace.NEVER) {
      return false;
    }
    char[] after = here.position().clone();
    for (int activity : activities) {
      if (rules.fact(activity) || !rules.allows(after, activity)) {
        return false;
      }
      rules.move(after, activity, true);
    }
    return debts.distance(after) < before;
  }

  private static Answer word(EngineState here, int word) {
    CompiledProtocol protocol = here.protocol();
    Status next = protocol.actions().statusAfter(word);
    if (here.status() == Status.VOIDED) {
      return protocol.denial(RefusalCode.SESSION_VOIDED);
    }
    if (here.status().isFinished()) {
      return protocol.denial(RefusalCode.SESSION_FINISHED);
    }
    if (next == Status.OPEN && here.status() != Status.PAUSED) {
      return protocol.denial(RefusalCode.SESSION_NOT_PAUSED);
    }
    boolean whilePaused = next == Status.ENDED || next == Status.OPEN;
    if (here.status() == Status.PAUSED && !whilePaused) {
      return protocol.denial(RefusalCode.SESSION_PAUSED);
    }
    EngineState then = protocol.state(here.position(), here.departed(), next);
    return next == Status.CLOSED ? close(here, then) : Transition.to(then);
  }

  private static Answer close(EngineState here, EngineState closed) {
    BitSet open = here.protocol().rules().unsatisfied(here.position(), here.bound());
    return open.isEmpty()
        ? new Transition(closed, List.of(), fromAdviceAtClose(here))
        : Denial.ofRules(here, CLOSE, open);
  }

  // --- the rules

  /** The denial that the rules give to the supporter's activities, or null. */
  private static @Nullable Denial judge(EngineState here, char[] after, int[] activities) {
    CompiledProtocol protocol = here.protocol();
    BitSet bound = here.bound();
    BitSet dead = protocol.rules().dead(after, bound);
    if (!dead.isEmpty()) {
      return Denial.ofRules(here, activities, dead);
    }
    return protocol.spaces().of(bound).closes(after)
        ? null
        : Denial.ofConflict(here, activities, after);
  }

  private static char[] after(EngineState here, int action) {
    CompiledProtocol protocol = here.protocol();
    RuleSystem rules = protocol.rules();
    int activity = protocol.actions().activity(action);
    char[] after = here.position().clone();
    rules.moveRules(after, activity, here.status().isFinished());
    int x = rules.resource(activity);
    if (x >= 0) {
      rules.setLife(after, x, protocol.actions().cellAfter(action, rules.life(after, x)));
    }
    return after;
  }

  private static char[] afterAll(EngineState here, int[] activities) {
    char[] after = here.position().clone();
    for (int activity : activities) {
      here.protocol().rules().move(after, activity, here.status().isFinished());
    }
    return after;
  }

  private static Transition transition(EngineState here, char[] after, boolean fact) {
    CompiledProtocol protocol = here.protocol();
    List<String> departures = fromAdvice(here, after);
    BitSet departed = here.departed();
    if (fact) {
      boolean finished = here.status().isFinished();
      BitSet broken = Departures.byFact(protocol.spaces(), here.departed(), after, finished);
      if (!broken.isEmpty()) {
        departed = Departures.union(departed, broken);
        departures.addAll(protocol.ids(broken));
      }
    }
    return new Transition(protocol.state(after, departed, here.status()), List.of(), departures);
  }

  /**
   * The transition when the supporter departs from the rules that deny the activities; empty when a
   * rule cannot be overridden or nothing would lead on to a close.
   *
   * @param activities none for a close
   */
  static Optional<Transition> overriding(EngineState here, int[] activities, BitSet violated) {
    CompiledProtocol protocol = here.protocol();
    for (int r = violated.nextSetBit(0); r >= 0; r = violated.nextSetBit(r + 1)) {
      if (!protocol.rules().rule(r).overridable()) {
        return Optional.empty();
      }
    }
    BitSet departed = Departures.union(here.departed(), violated);
    char[] after = afterAll(here, activities);
    boolean closes = activities.length == 0;
    BitSet bound = protocol.rules().bound(departed, false);
    if (!closes && !protocol.spaces().of(bound).closes(after)) {
      return Optional.empty();
    }
    Status status = closes ? Status.CLOSED : here.status();
    return Optional.of(
        new Transition(
            protocol.state(after, departed, status),
            protocol.ids(violated),
            closes ? fromAdviceAtClose(here) : fromAdvice(here, after)));
  }

  private static List<String> fromAdvice(EngineState here, char[] after) {
    CompiledProtocol protocol = here.protocol();
    return here.status().isFinished()
        ? new ArrayList<>(0)
        : protocol.ids(Departures.fromAdvice(protocol.rules(), here.position(), after));
  }

  private static List<String> fromAdviceAtClose(EngineState here) {
    CompiledProtocol protocol = here.protocol();
    return protocol.ids(Departures.fromAdviceAtClose(protocol.rules(), here.position()));
  }

  // --- what was recorded

  /** The state after a recorded action, whatever the rules say now: histories always replay. */
  static EngineState recorded(EngineState here, int action, BitSet departed) {
    CompiledProtocol protocol = here.protocol();
    ActionNumbers actions = protocol.actions();
    if (actions.isPair(action)) {
      return recordedAll(here, actions.activities(action), departed);
    }
    BitSet departedAfter = Departures.union(here.departed(), departed);
    if (!actions.isWord(action)) {
      return protocol.state(after(here, action), departedAfter, here.status());
    }
    // Only the correction of what says that it was entered in error brings a session back.
    boolean voided = here.status() == Status.VOIDED;
    Status next = voided ? Status.VOIDED : actions.statusAfter(action);
    return protocol.state(here.position(), departedAfter, next);
  }

  /** The same for several activities in one breath. */
  static EngineState recordedAll(EngineState here, int[] activities, BitSet departed) {
    return here.protocol()
        .state(
            afterAll(here, activities), Departures.union(here.departed(), departed), here.status());
  }
}
