package org.peersupport.internal.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.CompiledRule;
import org.peersupport.internal.automaton.MinimalConflict;
import org.peersupport.internal.automaton.ReferralCells;
import org.peersupport.internal.automaton.RuleSystem;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.ActivitySet;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.Verdict;

/**
 * Everything about a session that bears on what may come next: the states of the rules, the
 * referrals of each resource, the rules departed from, and the status.
 *
 * <p>Many sessions share one state. What it answers is worked out once, by {@link Enforcement}, and
 * kept in it; the fields that hold it are written without a lock, because two threads that race
 * write equal, immutable values.
 */
public final class EngineState {
  private final CompiledProtocol protocol;
  private final char[] position;
  private final BitSet departed;
  private final Status status;
  private final boolean remembers;
  private final int hash;
  private final @Nullable Answer[] answers;
  private @Nullable ActivitySet permitted;
  private @Nullable List<String> outstanding;
  private @Nullable List<Verdict> verdicts;

  /**
   * @param remembers whether answers are kept; not in a state that itself is not remembered,
   *     because what it would keep would have no bound
   */
  EngineState(
      CompiledProtocol protocol,
      char[] position,
      BitSet departed,
      Status status,
      boolean remembers) {
    this.protocol = protocol;
    this.position = position;
    this.departed = departed;
    this.status = status;
    this.remembers = remembers;
    this.hash =
        31 * (31 * Arrays.hashCode(position) + departed.hashCode()) + status.wireName().hashCode();
    this.answers = remembers ? new Answer[protocol.actions().count()] : new Answer[0];
  }

  /** The same, not remembered. */
  public EngineState forgotten() {
    return new EngineState(protocol, position, departed, status, false);
  }

  /** The answer to an action; see {@link ActionNumbers} for the numbers. */
  public Answer answer(int action) {
    Answer known = remembers ? answers[action] : null;
    return known == null ? work(action) : known;
  }

  /** The answer to a word such as {@code close}. */
  public Answer answerToWord(ActType word) {
    return answer(protocol.actions().word(word));
  }

  private Answer work(int action) {
    Answer answer = Enforcement.answer(this, action);
    if (remembers && !(answer instanceof Transition taken && !taken.next().remembers)) {
      answers[action] = answer;
    }
    return answer;
  }

  /** The protocol. */
  public CompiledProtocol protocol() {
    return protocol;
  }

  /** The status of the session. */
  public Status status() {
    return status;
  }

  /** The states of the rules and the cell of each resource; not to be written to. */
  public char[] position() {
    return position;
  }

  /** The rules departed from; not to be written to. */
  public BitSet departed() {
    return departed;
  }

  /** The mandatory rules that bind as things stand; none once all was entered in error. */
  public BitSet bound() {
    return status == Status.VOIDED
        ? new BitSet()
        : protocol.rules().bound(departed, status.isFinished());
  }

  /** The mandatory rules that hold always and bind, whether the conversation goes on or not. */
  BitSet boundAlways() {
    return status == Status.VOIDED ? new BitSet() : protocol.rules().bound(departed, true);
  }

  /**
   * The rules that someone in need waits for: mandatory ones that hold always, were satisfied at
   * the opening and are not now.
   */
  public BitSet urgent() {
    RuleSystem rules = protocol.rules();
    BitSet urgent = rules.unsatisfied(position, boundAlways());
    urgent.andNot(rules.unsatisfied(rules.start(), urgent));
    return urgent;
  }

  /** A shortest continuation that satisfies these rules, any other aside; null without one. */
  public int @Nullable [] pathToSatisfy(BitSet someRules) {
    return protocol.spaces().of(someRules).pathToClose(position);
  }

  /** The activities and words that are permitted. */
  public ActivitySet permitted() {
    ActivitySet known = permitted;
    if (known == null) {
      known = workPermitted();
      permitted = known;
    }
    return known;
  }

  private ActivitySet workPermitted() {
    long[] members = new long[protocol.names().size() / 64 + 1];
    for (int a = 0; a < protocol.rules().activities(); a++) {
      add(members, protocol.name(a), protocol.rules().allows(position, a) && takes(a));
    }
    ActionNumbers actions = protocol.actions();
    add(members, protocol.names().find(CompiledProtocol.CLOSE), takes(actions.word(ActType.CLOSE)));
    add(members, protocol.names().find(CompiledProtocol.END), takes(actions.word(ActType.END)));
    add(members, protocol.names().find(CompiledProtocol.PAUSE), takes(actions.word(ActType.PAUSE)));
    add(
        members,
        protocol.names().find(CompiledProtocol.RESUME),
        takes(actions.word(ActType.RESUME)));
    add(members, protocol.names().find(CompiledProtocol.TRANSFER), !isSettled());
    return new ActivityBits(protocol.names(), members);
  }

  private boolean takes(int action) {
    return answer(action) instanceof Transition;
  }

  private static void add(long[] members, int bit, boolean isMember) {
    if (isMember) {
      members[bit >> 6] |= 1L << bit;
    }
  }

  /** The ids of the bound rules that are unsatisfied as things stand, sorted. */
  public List<String> outstanding() {
    List<String> known = outstanding;
    if (known == null) {
      List<String> ids = protocol.ids(protocol.rules().unsatisfied(position, bound()));
      ids.sort(null);
      known = List.copyOf(ids);
      outstanding = known;
    }
    return known;
  }

  /** The running verdicts, in expanded order. */
  public List<Verdict> verdicts() {
    List<Verdict> known = verdicts;
    if (known == null) {
      List<Verdict> list = new ArrayList<>();
      for (int r = 0; r < protocol.rules().rules(); r++) {
        list.add(verdict(protocol.rules().rule(r), position[r]));
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

  /**
   * Whether it is over, every referral is final, and nothing always binding is outstanding; or all
   * was entered in error.
   */
  public boolean isSettled() {
    if (status == Status.VOIDED) {
      return true;
    }
    if (!status.isFinished() || !outstanding().isEmpty()) {
      return false;
    }
    for (int x = 0; x < protocol.rules().resources(); x++) {
      if (protocol.rules().life(position, x) != ReferralCells.NOTHING) {
        return false;
      }
    }
    return true;
  }

  /** The same state, where these rules are departed from too. */
  public EngineState departing(BitSet rules) {
    return protocol.state(position, Departures.union(departed, rules), status);
  }

  /**
   * Why no continuation satisfies the bound rules any more: first those that nothing can satisfy,
   * then conflicts, each without the rules before it; none where a continuation does.
   */
  public List<Denial> deadEnds() {
    List<Denial> why = new ArrayList<>();
    EngineState here = this;
    BitSet dead = protocol.rules().dead(position, bound());
    if (!dead.isEmpty()) {
      why.add(Denial.ofRules(here, new int[0], dead));
      here = here.departing(dead);
    }
    while (!protocol.spaces().of(here.bound()).closes(position)) {
      Denial conflict = Denial.ofConflict(here, new int[0], position);
      why.add(conflict);
      here = here.departing(MinimalConflict.find(protocol.rules(), here.bound(), position));
    }
    return why;
  }

  /** The same state, entered in error. */
  public EngineState voided() {
    return protocol.state(position, departed, Status.VOIDED);
  }

  /** The same state with another position. */
  public EngineState at(char[] otherPosition) {
    return protocol.state(otherPosition, departed, status);
  }

  /** Whether the other one is the same under a protocol that is the same. */
  public boolean isLike(EngineState that) {
    return status == that.status
        && Arrays.equals(position, that.position)
        && departed.equals(that.departed);
  }

  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof EngineState that)) {
      return false;
    }
    return hash == that.hash && protocol == that.protocol && isLike(that);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
