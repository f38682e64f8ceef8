package org.peersupport.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.CompiledRule;

/**
 * Everything about a session that bears on what may come next: the states of the rules, the life of
 * the referrals of each resource, the rules departed from, and the status.
 *
 * <p>Many sessions share one situation. What it answers is worked out once, by {@link Judging}, and
 * kept in it; the fields that hold it are written without a lock, because two threads that race
 * write equal, immutable values.
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

  /**
   * @param remembers whether answers are kept; not in a situation that itself is not remembered,
   *     because what it would keep would have no bound
   */
  Situation(Script script, char[] position, BitSet departed, Status status, boolean remembers) {
    this.script = script;
    this.position = position;
    this.departed = departed;
    this.status = status;
    this.remembers = remembers;
    this.hash =
        31 * (31 * Arrays.hashCode(position) + departed.hashCode()) + status.wire().hashCode();
    this.answers = remembers ? new Object[script.moves.count()] : new Object[0];
  }

  /** The same, not remembered. */
  Situation forgotten() {
    return new Situation(script, position, departed, status, false);
  }

  /** A {@link Step} or a {@link Refusal}; see {@link Moves} for the numbers. */
  Object answer(int move) {
    Object answer = remembers ? answers[move] : null;
    return answer == null ? work(move) : answer;
  }

  private Object work(int move) {
    Object answer = Judging.answer(this, move);
    if (remembers && !(answer instanceof Step step && !step.next.remembers)) {
      answers[move] = answer;
    }
    return answer;
  }

  Script script() {
    return script;
  }

  Status status() {
    return status;
  }

  /** The states of the rules and the life of each resource; not to be written to. */
  char[] position() {
    return position;
  }

  /** The rules departed from; not to be written to. */
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
    Moves moves = script.moves;
    long[] members = new long[script.acts.size() / 64 + 1];
    for (int a = 0; a < script.rules.activities(); a++) {
      add(members, script.bit(a), script.rules.allows(position, a) && answer(a) instanceof Step);
    }
    add(members, script.acts.find(Script.CLOSE), answer(moves.close()) instanceof Step);
    add(members, script.acts.find(Script.END), answer(moves.end()) instanceof Step);
    add(members, script.acts.find(Script.PAUSE), answer(moves.pause()) instanceof Step);
    add(members, script.acts.find(Script.RESUME), answer(moves.resume()) instanceof Step);
    add(members, script.acts.find(Script.TRANSFER), !isSettled());
    return new Acts(script.acts, members);
  }

  private static void add(long[] members, int bit, boolean isMember) {
    if (isMember) {
      members[bit >> 6] |= 1L << bit;
    }
  }

  /** The ids of the bound rules that are unsatisfied as things stand, sorted. */
  List<String> outstanding() {
    List<String> known = outstanding;
    if (known == null) {
      List<String> ids = script.ids(script.rules.unsatisfied(position, bound()));
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

  /** Whether the other one is the same under a protocol that is the same. */
  boolean isLike(Situation that) {
    return status == that.status
        && Arrays.equals(position, that.position)
        && departed.equals(that.departed);
  }

  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof Situation that)) {
      return false;
    }
    return hash == that.hash && script == that.script && isLike(that);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
