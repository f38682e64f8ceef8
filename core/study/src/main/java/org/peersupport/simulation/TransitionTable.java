package org.peersupport.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.peersupport.internal.automaton.ReferralCells;
import org.peersupport.internal.automaton.ReferralStep;
import org.peersupport.internal.engine.Answer;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.internal.engine.Denial;
import org.peersupport.internal.engine.EngineState;
import org.peersupport.internal.engine.Transition;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.Protocol;
import org.peersupport.protocol.RefusalCode;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.Verdict;

/**
 * A protocol as a table of numbers, for those who follow millions of conversations: states, an
 * alphabet, and what each letter does in each state.
 *
 * <pre>{@code
 * TransitionTable table = TransitionTable.of(protocol);
 * int state = table.next(table.start(), table.letter("begin:reach-out"));
 * }</pre>
 *
 * <p>The alphabet is the protocol's activities, in their order, then {@code close} and {@code end}.
 * A state is all that bears on what may come next: the rules, the referrals, the rules departed
 * from, and whether the conversation is over. People, instants, pauses and transfers are left out;
 * what is said of letters is what the session engine says of their commands otherwise. An act of a
 * referral means the oldest one of its resource that it fits, as in examples of protocols; up to
 * {@value #MOST_CONNECTED} connected ones of a resource are counted.
 *
 * <p>States are numbered as they are met, so numbers mean something in one table only; the memory
 * grows with the states that were met, up to {@value #LARGEST} entries. Not safe to share between
 * threads. No argument may be null, and no result is.
 */
public final class TransitionTable {
  /** Where more referrals of a resource are connected at a time, so many are counted. */
  public static final int MOST_CONNECTED = CountedState.MOST;

  private static final int UNKNOWN = Integer.MIN_VALUE;
  private static final int LARGEST = 1 << 28;
  private static final int FEW = 64;

  private final CompiledProtocol compiled;
  private final List<String> alphabet;
  private final int close;

  /** Rows begin at multiples of a power of two, and a state is the place where its row begins. */
  private final int shift;

  private final List<CountedState> states = new ArrayList<>();
  private final Map<CountedState, Integer> numbers = new HashMap<>();
  private final List<Reason> reasons = new ArrayList<>();
  private final Map<Reason, Integer> reasonNumbers = new HashMap<>();
  private final Map<Integer, Integer> departing = new HashMap<>();
  private int[] next;

  /**
   * Why a letter is refused.
   *
   * @param code the code of the refusal
   * @param rules the rules that it violates, or that clash, in expanded order; empty for other
   *     codes
   */
  public record Reason(RefusalCode code, List<String> rules) {
    /** Copies the list. */
    public Reason {
      rules = List.copyOf(rules);
    }
  }

  private TransitionTable(Protocol protocol) {
    this.compiled = CompiledProtocol.of(protocol);
    List<String> letters = new ArrayList<>();
    protocol.activities().stream().map(Activity::text).forEach(letters::add);
    letters.add(ActType.CLOSE.commandName());
    letters.add(ActType.END.commandName());
    this.alphabet = List.copyOf(letters);
    this.close = letters.size() - 2;
    this.shift = Integer.SIZE - Integer.numberOfLeadingZeros(letters.size() - 1);
    this.next = new int[0];
    number(CountedState.start(compiled));
  }

  /** An empty table of the protocol; it fills as it is used. */
  public static TransitionTable of(Protocol protocol) {
    return new TransitionTable(protocol);
  }

  /** The protocol. */
  public Protocol protocol() {
    return compiled.protocol();
  }

  /** The letters, by number. */
  public List<String> alphabet() {
    return alphabet;
  }

  /**
   * The number of a letter.
   *
   * @return -1 for what is no letter
   */
  public int letter(String text) {
    return alphabet.indexOf(text);
  }

  /** The letter {@code close}; {@code end} is the one after it. */
  public int close() {
    return close;
  }

  /** The state of a conversation that was opened just now. */
  public int start() {
    return 0;
  }

  /** How many states were met so far. */
  public int states() {
    return states.size();
  }

  /** The place of a state among those that were met, from 0. */
  public int place(int state) {
    return state >> shift;
  }

  /**
   * Where a letter leads.
   *
   * @param state one that this table gave
   * @param letter from 0 to the size of the alphabet
   * @return the next state; negative when the letter is refused, see {@link #reason}
   * @throws IndexOutOfBoundsException for a state or a letter that is not there
   * @throws IllegalStateException when the table grows too large
   */
  public int next(int state, int letter) {
    int known = next[state + letter];
    return known >= 0 ? known : refusedOrNew(state, letter, known);
  }

  private int refusedOrNew(int state, int letter, int known) {
    return known == UNKNOWN ? work(state, letter) : known;
  }

  /**
   * Why a letter was refused.
   *
   * @param refused the negative number that {@link #next} gave
   */
  public Reason reason(int refused) {
    return reasons.get(~refused);
  }

  /**
   * Where a conversation stands after a letter that was recorded although it is refused: the rules
   * that it breaks bind no more, and what could not happen has changed nothing.
   *
   * @param refused what {@link #next} gave for the letter, negative
   */
  public int departing(int state, int letter, int refused) {
    Integer known = departing.get(state + letter);
    if (known == null) {
      known = recorded(state, letter, reason(refused));
      departing.put(state + letter, known);
    }
    return known;
  }

  private int recorded(int state, int letter, Reason reason) {
    if (reason.rules().isEmpty() && reason.code() != RefusalCode.REFERRAL_NO_CONSENT) {
      return state;
    }
    CountedState here = counted(state);
    BitSet departed = new BitSet();
    reason.rules().forEach(id -> departed.set(compiled.ruleNumber(id)));
    EngineState next = compiled.after(here.state(), action(here, letter), departed);
    return number(after(here, letter, next));
  }

  /**
   * Where a conversation stands for somebody who tells only so many connected referrals of a
   * resource apart: more of them count as so many.
   *
   * @param most by resource, in the protocol's order: at least 0
   */
  public int withAtMost(int state, int[] most) {
    CountedState here = counted(state);
    return here.isWithin(most) ? state : number(here.withAtMost(most));
  }

  /** Whether the conversation goes on, is closed or has ended early. */
  public Status status(int state) {
    return engineState(state).status();
  }

  /** The running verdict of every rule, in expanded order. */
  public List<Verdict> verdicts(int state) {
    return engineState(state).verdicts();
  }

  /** The mandatory rules that were departed from, by id, in expanded order. */
  public List<String> departed(int state) {
    return compiled.ids(engineState(state).departed());
  }

  // --- working it out

  private CountedState counted(int state) {
    return states.get(state >> shift);
  }

  private EngineState engineState(int state) {
    return counted(state).state();
  }

  private int work(int state, int letter) {
    CountedState here = counted(state);
    Answer answer = answer(here, letter);
    int known =
        answer instanceof Transition taken
            ? number(after(here, letter, taken.next()))
            : ~number((Denial) answer);
    next[state + letter] = known;
    return known;
  }

  private Answer answer(CountedState counted, int letter) {
    EngineState here = counted.state();
    if (letter < close()) {
      int x = compiled.rules().resource(letter);
      if (x >= 0 && !fits(here, letter, x)) {
        return here.status().isFinished() && compiled.rules().step(letter) == ReferralStep.OFFER
            ? compiled.denial(RefusalCode.SESSION_FINISHED)
            : compiled.denial(misfit(here, letter, x));
      }
    }
    return here.answer(action(counted, letter));
  }

  /** Whether a referral of the resource is there for the act. */
  private boolean fits(EngineState here, int letter, int resource) {
    int cell = compiled.rules().life(here.position(), resource);
    return ReferralCells.allows(
        compiled.rules().step(letter), cell, compiled.rules().notice(resource));
  }

  private RefusalCode misfit(EngineState here, int letter, int resource) {
    ReferralStep act = compiled.rules().step(letter);
    int pending = ReferralCells.pending(compiled.rules().life(here.position(), resource));
    if (act == ReferralStep.OFFER) {
      return RefusalCode.REFERRAL_PENDING;
    }
    return act == ReferralStep.CONNECT && pending == ReferralCells.OFFERED
        ? RefusalCode.REFERRAL_NO_CONSENT
        : RefusalCode.REFERRAL_WRONG_STATE;
  }

  private int action(CountedState here, int letter) {
    if (letter >= close()) {
      return letter == close()
          ? compiled.actions().word(ActType.CLOSE)
          : compiled.actions().word(ActType.END);
    }
    return here.action(letter);
  }

  private CountedState after(CountedState here, int letter, EngineState next) {
    return letter < close() ? here.after(letter, next) : new CountedState(next, here.connected());
  }

  private int number(CountedState state) {
    Integer known = numbers.get(state);
    return known == null ? add(state) : known;
  }

  private int add(CountedState fresh) {
    if (states.size() == LARGEST >> shift) {
      throw new IllegalStateException(
          "the protocol has more than " + states.size() + " states, too many for a table");
    }
    int state = states.size() << shift;
    if (state == next.length) {
      next = Arrays.copyOf(next, Math.max(FEW << shift, 2 * state));
      Arrays.fill(next, state, next.length, UNKNOWN);
    }
    states.add(fresh);
    numbers.put(fresh, state);
    return state;
  }

  private int number(Denial denial) {
    Reason reason = new Reason(denial.code(), denial.rules());
    return reasonNumbers.computeIfAbsent(
        reason,
        fresh -> {
          reasons.add(fresh);
          return reasons.size() - 1;
        });
  }
}
