package org.peersupport.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.Clash;
import org.peersupport.internal.automaton.CompiledRule;
import org.peersupport.internal.automaton.Life;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.internal.automaton.Space;

/**
 * Everything about a session that bears on what may come next: the states of the rules, the life of
 * the referrals of each resource, the rules departed from, and the status.
 *
 * <p>Many sessions share one situation. What it answers is worked out once and kept in it; the
 * fields that hold it are written without a lock, because two threads that race write equal,
 * immutable values.
 *
 * <p>A <em>move</em> is an activity together with what it does to the referrals: an activity
 * number, or one of the variants and words numbered after them.
 */
final class Situation {
  private final Script script;
  private final char[] position;
  private final BitSet departed;
  private final Status status;
  private final boolean remembers;
  private final int hash;
  private final @Nullable Object[] answers;
  private @Nullable Acts permitted;
  private @Nullable List<String> outstanding;
  private @Nullable List<Verdict> verdicts;

  Situation(Script script, char[] position, BitSet departed, Status status, boolean remembers) {
    this.script = script;
    this.position = position;
    this.departed = departed;
    this.status = status;
    this.remembers = remembers;
    this.hash =
        31 * (31 * Arrays.hashCode(position) + departed.hashCode()) + status.wire().hashCode();
    this.answers = remembers ? new Object[moves(script)] : new Object[0];
  }

  // --- moves

  private static int moves(Script script) {
    return firstPair(script.rules) + script.pairs() + 4;
  }

  private static int firstPair(RuleSystem rules) {
    return rules.activities() + 3 * rules.resources();
  }

  /** The move that thanks for these facets are; -1 for what is said too rarely to have one. */
  int thanks(int[] acts) {
    if (acts.length == 1) {
      return acts[0];
    }
    int pair = acts.length == 2 ? script.pair(acts[0], acts[1]) : -1;
    return pair < 0 ? -1 : firstPair(script.rules) + pair;
  }

  /** A referral of the resource is completed, and another one stays connected. */
  int completeLeavingMore(int resource) {
    return script.rules.activities() + resource;
  }

  /** A connected referral of the resource lapses; {@code more}: another one stays connected. */
  int lapseConnected(int resource, boolean more) {
    return script.rules.activities() + (more ? 2 : 1) * script.rules.resources() + resource;
  }

  int close() {
    return moves(script) - 4;
  }

  int end() {
    return moves(script) - 3;
  }

  int pause() {
    return moves(script) - 2;
  }

  int resume() {
    return moves(script) - 1;
  }

  private int[] acts(int move) {
    int pair = move - firstPair(script.rules);
    return pair < 0 ? new int[] {activity(move)} : script.pair(pair);
  }

  private int activity(int move) {
    int activities = script.rules.activities();
    if (move < activities) {
      return move;
    }
    int resource = (move - activities) % script.rules.resources();
    boolean completes = move < activities + script.rules.resources();
    return script.ofReferral(completes ? Life.COMPLETE : Life.LAPSE, resource);
  }

  // --- answers

  /** A {@link Step} or a {@link Refusal}. */
  Object answer(int move) {
    if (!remembers) {
      return work(move);
    }
    Object answer = answers[move];
    if (answer == null) {
      answer = work(move);
      boolean keeps = !(answer instanceof Step) || ((Step) answer).next.remembers;
      if (keeps) {
        answers[move] = answer;
      }
    }
    return answer;
  }

  private Object work(int move) {
    if (move >= close()) {
      return word(move);
    }
    if (move >= firstPair(script.rules)) {
      return workAll(acts(move));
    }
    int activity = activity(move);
    Refusal early = barred(new int[] {activity});
    if (early != null) {
      return early;
    }
    if (script.rules.act(activity) == Life.OFFER && !script.rules.allows(position, activity)) {
      return script.refusal(RefusalCode.REFERRAL_PENDING);
    }
    boolean judged = !script.rules.fact(activity) && !status.isFinished();
    char[] after = after(move);
    Refusal refusal = judged ? judge(after, new int[] {activity}) : null;
    return refusal == null ? step(after, script.rules.fact(activity)) : refusal;
  }

  /** The refusal that the status gives an act whatever it is about, or null. */
  @Nullable Refusal barred(int[] acts) {
    boolean ofReferral = acts.length == 1 && script.rules.act(acts[0]) > Life.OFFER;
    boolean fact = acts.length == 1 && script.rules.fact(acts[0]);
    if (status.isFinished() && !ofReferral && !discharges(acts)) {
      return script.refusal(RefusalCode.SESSION_FINISHED);
    }
    return status == Status.PAUSED && !fact ? script.refusal(RefusalCode.SESSION_PAUSED) : null;
  }

  /** The refusal that the status gives an act that the protocol does not know, or null. */
  @Nullable Refusal barredUnknown(boolean fact) {
    if (status.isFinished()) {
      return script.refusal(RefusalCode.SESSION_FINISHED);
    }
    return status == Status.PAUSED && !fact ? script.refusal(RefusalCode.SESSION_PAUSED) : null;
  }

  /** Whether the supporter's acts bring the outstanding always rules closer to their discharge. */
  private boolean discharges(int[] acts) {
    Space debts = script.engine.spaces().of(bound());
    int before = debts.distance(position);
    if (before == 0 || before == Space.NEVER) {
      return false;
    }
    char[] after = position.clone();
    for (int activity : acts) {
      if (script.rules.fact(activity) || !script.rules.allows(after, activity)) {
        return false;
      }
      script.rules.move(after, activity, true);
    }
    return debts.distance(after) < before;
  }

  private Object word(int move) {
    if (status.isFinished()) {
      return script.refusal(RefusalCode.SESSION_FINISHED);
    }
    if (move == resume()) {
      return status == Status.PAUSED
          ? new Step(withStatus(Status.OPEN), List.of())
          : script.refusal(RefusalCode.SESSION_NOT_PAUSED);
    }
    if (move == end()) {
      return new Step(withStatus(Status.ENDED), List.of());
    }
    if (status == Status.PAUSED) {
      return script.refusal(RefusalCode.SESSION_PAUSED);
    }
    if (move == pause()) {
      return new Step(withStatus(Status.PAUSED), List.of());
    }
    BitSet open = script.rules.unsatisfied(position, bound());
    return open.isEmpty()
        ? new Step(withStatus(Status.CLOSED), advisoriesAtClose())
        : Refusal.ofRules(script, this, new int[0], open);
  }

  private Situation withStatus(Status next) {
    return script.remembered(position, departed, next);
  }

  /** The refusal that the rules give the supporter's acts, whose position after them is given. */
  private @Nullable Refusal judge(char[] after, int[] acts) {
    BitSet bound = bound();
    BitSet dead = script.rules.dead(after, bound);
    if (!dead.isEmpty()) {
      return Refusal.ofRules(script, this, acts, dead);
    }
    return script.engine.spaces().of(bound).distance(after) == Space.NEVER
        ? Refusal.ofConflict(script, this, acts, after)
        : null;
  }

  /** The answer to several acts in one breath. */
  Object answerToAll(int[] acts) {
    int move = thanks(acts);
    return move < 0 ? workAll(acts) : answer(move);
  }

  private Object workAll(int[] acts) {
    Refusal early = barred(acts);
    if (early != null) {
      return early;
    }
    char[] after = afterAll(acts);
    Refusal refusal = status.isFinished() ? null : judge(after, acts);
    return refusal == null ? step(after, false) : refusal;
  }

  private char[] after(int move) {
    char[] after = position.clone();
    int activity = activity(move);
    script.rules.moveRules(after, activity, status.isFinished());
    int x = script.rules.resource(activity);
    if (x >= 0) {
      int cell = script.rules.life(after, x);
      script.rules.setLife(after, x, lifeAfter(move, activity, cell, x));
    }
    return after;
  }

  private int lifeAfter(int move, int activity, int cell, int x) {
    int act = script.rules.act(activity);
    int pending = Life.pending(cell);
    if (move == activity) {
      return act == Life.COMPLETE
          ? Life.of(pending, false)
          : Life.of(Life.pendingAfter(act, pending), act == Life.CONNECT || Life.connected(cell));
    }
    boolean more = move == completeLeavingMore(x) || move == lapseConnected(x, true);
    return Life.of(pending, more);
  }

  private char[] afterAll(int[] acts) {
    char[] after = position.clone();
    for (int activity : acts) {
      script.rules.move(after, activity, status.isFinished());
    }
    return after;
  }

  /** An accepted act: what it departs from, and where it leads. */
  private Step step(char[] after, boolean fact) {
    List<Deviation> deviations = advisories(after);
    BitSet departedAfter = departed;
    if (fact && !status.isFinished()) {
      BitSet broken = brokenByFact(after);
      if (!broken.isEmpty()) {
        departedAfter = union(departed, broken);
        addDeviations(broken, deviations);
      }
    }
    return new Step(script.remembered(after, departedAfter, status), List.copyOf(deviations));
  }

  /** The advisory rules that can no longer be satisfied and could until now. */
  private List<Deviation> advisories(char[] after) {
    List<Deviation> deviations = new ArrayList<>(0);
    for (int r = 0; r < script.rules.rules() && !status.isFinished(); r++) {
      CompiledRule rule = script.rules.rule(r);
      if (!rule.mandatory() && rule.dfa().live(position[r]) && !rule.dfa().live(after[r])) {
        deviations.add(Deviation.from(script.rule(r).id()));
      }
    }
    return deviations;
  }

  private List<Deviation> advisoriesAtClose() {
    List<Deviation> deviations = new ArrayList<>(0);
    for (int r = 0; r < script.rules.rules(); r++) {
      CompiledRule rule = script.rules.rule(r);
      if (!rule.mandatory() && rule.dfa().live(position[r]) && !rule.dfa().accepts(position[r])) {
        deviations.add(Deviation.from(script.rule(r).id()));
      }
    }
    return List.copyOf(deviations);
  }

  /** What a fact has broken, until a close can be reached again. */
  private BitSet brokenByFact(char[] after) {
    BitSet broken = new BitSet();
    while (true) {
      BitSet bound = script.rules.bound(union(departed, broken), false);
      BitSet dead = script.rules.dead(after, bound);
      if (dead.isEmpty()) {
        if (script.engine.spaces().of(bound).distance(after) != Space.NEVER) {
          return broken;
        }
        dead = Clash.smallest(script.rules, bound, after);
      }
      broken.or(dead);
    }
  }

  private void addDeviations(BitSet numbers, List<Deviation> into) {
    for (int r = numbers.nextSetBit(0); r >= 0; r = numbers.nextSetBit(r + 1)) {
      into.add(Deviation.from(script.rule(r).id()));
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
   */
  @Nullable Step overriding(int[] acts, BitSet violated, ConfidentialText reason) {
    List<Deviation> deviations = new ArrayList<>();
    for (int r = violated.nextSetBit(0); r >= 0; r = violated.nextSetBit(r + 1)) {
      if (!script.rules.rule(r).overridable()) {
        return null;
      }
      deviations.add(Deviation.overriding(script.rule(r).id(), reason));
    }
    BitSet departedAfter = union(departed, violated);
    char[] after = afterAll(acts);
    boolean closes = acts.length == 0;
    BitSet bound = script.rules.bound(departedAfter, false);
    if (!closes && script.engine.spaces().of(bound).distance(after) == Space.NEVER) {
      return null;
    }
    deviations.addAll(closes ? advisoriesAtClose() : advisories(after));
    Situation next = script.remembered(after, departedAfter, closes ? Status.CLOSED : status);
    return new Step(next, List.copyOf(deviations));
  }

  /** Where a recorded move leads, whatever the rules say now: histories always replay. */
  Situation recorded(int move, BitSet alsoDeparted) {
    BitSet departedAfter = alsoDeparted.isEmpty() ? departed : union(departed, alsoDeparted);
    Status next = status;
    if (move >= close()) {
      next =
          move == close()
              ? Status.CLOSED
              : move == end() ? Status.ENDED : move == pause() ? Status.PAUSED : Status.OPEN;
    }
    return script.remembered(afterRecorded(move), departedAfter, next);
  }

  private char[] afterRecorded(int move) {
    if (move >= close()) {
      return position;
    }
    return move >= firstPair(script.rules) ? afterAll(acts(move)) : after(move);
  }

  /** The same for several acts in one breath. */
  Situation recordedAll(int[] acts, BitSet alsoDeparted) {
    BitSet departedAfter = alsoDeparted.isEmpty() ? departed : union(departed, alsoDeparted);
    return script.remembered(afterAll(acts), departedAfter, status);
  }

  // --- questions

  Script script() {
    return script;
  }

  Status status() {
    return status;
  }

  char[] position() {
    return position;
  }

  BitSet departed() {
    return departed;
  }

  /** The mandatory rules that bind as things stand. */
  BitSet bound() {
    return script.rules.bound(departed, status.isFinished());
  }

  Acts permitted() {
    Acts known = permitted;
    if (known == null) {
      known = workPermitted();
      permitted = known;
    }
    return known;
  }

  private Acts workPermitted() {
    long[] members = new long[script.acts.size() / 64 + 1];
    for (int a = 0; a < script.rules.activities(); a++) {
      if (script.rules.allows(position, a) && answer(a) instanceof Step) {
        add(members, script.bit(a));
      }
    }
    if (answer(close()) instanceof Step) {
      add(members, script.acts.find(Script.CLOSE));
    }
    if (answer(end()) instanceof Step) {
      add(members, script.acts.find(Script.END));
    }
    if (answer(pause()) instanceof Step) {
      add(members, script.acts.find(Script.PAUSE));
    }
    if (answer(resume()) instanceof Step) {
      add(members, script.acts.find(Script.RESUME));
    }
    if (!isSettled()) {
      add(members, script.acts.find(Script.TRANSFER));
    }
    return new Acts(script.acts, members);
  }

  private static void add(long[] members, int bit) {
    members[bit >> 6] |= 1L << bit;
  }

  /** The ids of the bound rules that are unsatisfied as things stand, sorted. */
  List<String> outstanding() {
    List<String> known = outstanding;
    if (known == null) {
      List<String> ids = new ArrayList<>();
      BitSet open = script.rules.unsatisfied(position, bound());
      for (int r = open.nextSetBit(0); r >= 0; r = open.nextSetBit(r + 1)) {
        ids.add(script.rule(r).id());
      }
      ids.sort(null);
      known = List.copyOf(ids);
      outstanding = known;
    }
    return known;
  }

  /** The running verdicts, in expanded order. */
  List<Verdict> verdicts() {
    List<Verdict> known = verdicts;
    if (known == null) {
      List<Verdict> list = new ArrayList<>();
      for (int r = 0; r < script.rules.rules(); r++) {
        list.add(verdict(script.rules.rule(r), position[r]));
      }
      known = List.copyOf(list);
      verdicts = known;
    }
    return known;
  }

  private static Verdict verdict(CompiledRule rule, int state) {
    if (!rule.dfa().live(state)) {
      return Verdict.VIOLATED;
    }
    if (!rule.dfa().doubtful(state)) {
      return Verdict.SATISFIED;
    }
    return rule.dfa().accepts(state) ? Verdict.POSSIBLY_SATISFIED : Verdict.POSSIBLY_VIOLATED;
  }

  /** Whether it is over, every referral is final, and nothing always binding is outstanding. */
  boolean isSettled() {
    if (!status.isFinished() || !outstanding().isEmpty()) {
      return false;
    }
    for (int x = 0; x < script.rules.resources(); x++) {
      if (script.rules.life(position, x) != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof Situation that)) {
      return false;
    }
    return hash == that.hash
        && script == that.script
        && status == that.status
        && Arrays.equals(position, that.position)
        && departed.equals(that.departed);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
