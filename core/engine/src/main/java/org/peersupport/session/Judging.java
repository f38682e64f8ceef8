package org.peersupport.session;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.Clash;
import org.peersupport.internal.automaton.CompiledRule;
import org.peersupport.internal.automaton.Life;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.automaton.Space;

/** Works out what a situation answers to a move: where it leads, or why it is refused. */
final class Judging {
  private static final int[] CLOSE = {};

  private Judging() {}

  /** A {@link Step} or a {@link Refusal}. */
  static Object answer(Situation here, int move) {
    Script script = here.script();
    if (script.moves.isWord(move)) {
      return word(here, move);
    }
    if (script.moves.isPair(move)) {
      return answerToAll(here, move, script.moves.acts(move));
    }
    int activity = script.moves.activity(move);
    Refusal barred = barred(here, new int[] {activity});
    if (barred != null) {
      return barred;
    }
    boolean offers = script.rules.act(activity) == Life.OFFER;
    if (offers && !script.rules.allows(here.position(), activity)) {
      return script.refusal(RefusalCode.REFERRAL_PENDING);
    }
    boolean fact = script.rules.fact(activity);
    char[] after = after(here, move);
    Refusal refusal =
        fact || here.status().isFinished() ? null : judge(here, after, new int[] {activity});
    return refusal == null ? step(here, move, after, fact) : refusal;
  }

  /** The answer to several acts of the supporter in one breath; -1: they have no number. */
  static Object answerToAll(Situation here, int move, int[] acts) {
    Refusal barred = barred(here, acts);
    if (barred != null) {
      return barred;
    }
    char[] after = afterAll(here, acts);
    Refusal refusal = here.status().isFinished() ? null : judge(here, after, acts);
    return refusal == null ? step(here, move, after, false) : refusal;
  }

  // --- the status

  /** The refusal that the status gives to acts, or null. */
  private static @Nullable Refusal barred(Situation here, int[] acts) {
    Script script = here.script();
    boolean alone = acts.length == 1;
    boolean ofReferral = alone && script.rules.act(acts[0]) > Life.OFFER;
    if (here.status().isFinished() && !ofReferral && !discharges(here, acts)) {
      return script.refusal(RefusalCode.SESSION_FINISHED);
    }
    boolean fact = alone && script.rules.fact(acts[0]);
    return here.status() == Status.PAUSED && !fact
        ? script.refusal(RefusalCode.SESSION_PAUSED)
        : null;
  }

  /** The refusal that the status gives to an act that the protocol does not know, or null. */
  static @Nullable Refusal barredUnknown(Situation here, boolean fact) {
    if (here.status().isFinished()) {
      return here.script().refusal(RefusalCode.SESSION_FINISHED);
    }
    return here.status() == Status.PAUSED && !fact
        ? here.script().refusal(RefusalCode.SESSION_PAUSED)
        : null;
  }

  /** Whether the supporter's acts bring the outstanding always rules closer to their discharge. */
  private static boolean discharges(Situation here, int[] acts) {
    RuleSystem rules = here.script().rules;
    Space debts = here.script().engine.spaces().of(here.bound());
    int before = debts.distance(here.position());
    if (before == 0 || before == Space.NEVER) {
      return false;
    }
    char[] after = here.position().clone();
    for (int activity : acts) {
      if (rules.fact(activity) || !rules.allows(after, activity)) {
        return false;
      }
      rules.move(after, activity, true);
    }
    return debts.distance(after) < before;
  }

  private static Object word(Situation here, int move) {
    Script script = here.script();
    if (here.status().isFinished()) {
      return script.refusal(RefusalCode.SESSION_FINISHED);
    }
    if (move == script.moves.end()) {
      return new Step(here, move, withStatus(here, Status.ENDED), List.of());
    }
    if (move == script.moves.resume()) {
      return here.status() == Status.PAUSED
          ? new Step(here, move, withStatus(here, Status.OPEN), List.of())
          : script.refusal(RefusalCode.SESSION_NOT_PAUSED);
    }
    if (here.status() == Status.PAUSED) {
      return script.refusal(RefusalCode.SESSION_PAUSED);
    }
    if (move == script.moves.pause()) {
      return new Step(here, move, withStatus(here, Status.PAUSED), List.of());
    }
    BitSet open = script.rules.unsatisfied(here.position(), here.bound());
    return open.isEmpty()
        ? new Step(here, move, withStatus(here, Status.CLOSED), advisoriesAtClose(here))
        : Refusal.ofRules(script, here, CLOSE, open);
  }

  private static Situation withStatus(Situation here, Status next) {
    return here.script().remembered(here.position(), here.departed(), next);
  }

  // --- the rules

  /** The refusal that the rules give to the supporter's acts, or null. */
  private static @Nullable Refusal judge(Situation here, char[] after, int[] acts) {
    Script script = here.script();
    BitSet bound = here.bound();
    BitSet dead = script.rules.dead(after, bound);
    if (!dead.isEmpty()) {
      return Refusal.ofRules(script, here, acts, dead);
    }
    return script.engine.spaces().of(bound).closes(after)
        ? null
        : Refusal.ofConflict(script, here, acts, after);
  }

  private static char[] after(Situation here, int move) {
    Script script = here.script();
    int activity = script.moves.activity(move);
    char[] after = here.position().clone();
    script.rules.moveRules(after, activity, here.status().isFinished());
    int x = script.rules.resource(activity);
    if (x >= 0) {
      script.rules.setLife(after, x, script.moves.lifeAfter(move, script.rules.life(after, x)));
    }
    return after;
  }

  private static char[] afterAll(Situation here, int[] acts) {
    char[] after = here.position().clone();
    for (int activity : acts) {
      here.script().rules.move(after, activity, here.status().isFinished());
    }
    return after;
  }

  /** An accepted act: what it departs from, and where it leads. */
  private static Step step(Situation here, int move, char[] after, boolean fact) {
    Script script = here.script();
    List<Deviation> deviations = advisories(here, after);
    BitSet departed = here.departed();
    if (fact && !here.status().isFinished()) {
      BitSet broken = brokenByFact(here, after);
      if (!broken.isEmpty()) {
        departed = union(departed, broken);
        for (String id : script.ids(broken)) {
          deviations.add(Deviation.from(id));
        }
      }
    }
    Situation next = script.remembered(after, departed, here.status());
    return new Step(here, move, next, deviations);
  }

  /** The advisory rules that can no longer be satisfied and could until now. */
  private static List<Deviation> advisories(Situation here, char[] after) {
    List<Deviation> deviations = new ArrayList<>(0);
    RuleSystem rules = here.script().rules;
    for (int r = 0; r < rules.rules() && !here.status().isFinished(); r++) {
      CompiledRule rule = rules.rule(r);
      if (!rule.mandatory() && rule.dfa().live(here.position()[r]) && !rule.dfa().live(after[r])) {
        deviations.add(Deviation.from(here.script().rule(r).id()));
      }
    }
    return deviations;
  }

  /** The advisory rules that are unsatisfied at the close and not departed from before. */
  private static List<Deviation> advisoriesAtClose(Situation here) {
    List<Deviation> deviations = new ArrayList<>(0);
    RuleSystem rules = here.script().rules;
    for (int r = 0; r < rules.rules(); r++) {
      CompiledRule rule = rules.rule(r);
      int state = here.position()[r];
      if (!rule.mandatory() && rule.dfa().live(state) && !rule.dfa().accepts(state)) {
        deviations.add(Deviation.from(here.script().rule(r).id()));
      }
    }
    return deviations;
  }

  /** What a fact has broken: departed from one after the other, until a close can be reached. */
  private static BitSet brokenByFact(Situation here, char[] after) {
    Script script = here.script();
    BitSet broken = new BitSet();
    while (true) {
      BitSet bound = script.rules.bound(union(here.departed(), broken), false);
      BitSet dead = script.rules.dead(after, bound);
      if (dead.isEmpty()) {
        if (script.engine.spaces().of(bound).closes(after)) {
          return broken;
        }
        dead = Clash.smallest(script.rules, bound, after);
      }
      broken.or(dead);
    }
  }

  private static BitSet union(BitSet one, BitSet other) {
    BitSet union = (BitSet) one.clone();
    union.or(other);
    return union;
  }

  // --- departing with a reason

  /**
   * The step when the supporter departs from the rules that refuse the acts; null when a rule
   * cannot be overridden or nothing would lead on to a close.
   *
   * @param acts none for a close
   */
  static @Nullable Step overriding(
      Situation here, int[] acts, BitSet violated, ConfidentialText reason) {
    Script script = here.script();
    List<Deviation> deviations = new ArrayList<>();
    for (int r = violated.nextSetBit(0); r >= 0; r = violated.nextSetBit(r + 1)) {
      if (!script.rules.rule(r).overridable()) {
        return null;
      }
      deviations.add(Deviation.overriding(script.rule(r).id(), reason));
    }
    BitSet departed = union(here.departed(), violated);
    char[] after = afterAll(here, acts);
    boolean closes = acts.length == 0;
    BitSet bound = script.rules.bound(departed, false);
    if (!closes && !script.engine.spaces().of(bound).closes(after)) {
      return null;
    }
    deviations.addAll(closes ? advisoriesAtClose(here) : advisories(here, after));
    Status status = closes ? Status.CLOSED : here.status();
    int move = closes ? script.moves.close() : script.moves.of(acts);
    return new Step(here, move, script.remembered(after, departed, status), deviations);
  }

  // --- what was recorded

  /** Where a recorded move leads, whatever the rules say now: histories always replay. */
  static Situation recorded(Situation here, int move, BitSet departed) {
    Script script = here.script();
    Moves moves = script.moves;
    if (moves.isPair(move)) {
      return recordedAll(here, moves.acts(move), departed);
    }
    BitSet departedAfter = union(here.departed(), departed);
    if (!moves.isWord(move)) {
      return script.remembered(after(here, move), departedAfter, here.status());
    }
    Status status = Status.OPEN;
    if (move == moves.close()) {
      status = Status.CLOSED;
    } else if (move == moves.end()) {
      status = Status.ENDED;
    } else if (move == moves.pause()) {
      status = Status.PAUSED;
    }
    return script.remembered(here.position(), departedAfter, status);
  }

  /** The same for several acts in one breath. */
  static Situation recordedAll(Situation here, int[] acts, BitSet departed) {
    return here.script()
        .remembered(afterAll(here, acts), union(here.departed(), departed), here.status());
  }
}
