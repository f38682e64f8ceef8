package org.peersupport.protocol;

import java.util.List;
import org.peersupport.internal.automaton.Dfa;
import org.peersupport.internal.automaton.Machine;

/**
 * The steps of a template. A letter says whether an activity matches {@code a} (bit 0) and whether
 * it matches {@code b} (bit 1).
 *
 * <p>States are small numbers, 0 at the start, {@link #LOST} where no continuation helps. The two
 * halves of a succession are kept in one state: four times that of the precedence half, plus that
 * of the response half.
 */
final class TemplateMachine implements Machine {
  static final int OTHER = 0;
  static final int A = 1;
  static final int B = 2;

  private static final int LOST = 1 << 20;

  private final Template template;
  private final int count;

  TemplateMachine(Template template, int count) {
    this.template = template;
    this.count = count;
  }

  /**
   * The minimal automaton of a template.
   *
   * @param letters what its letters 0, 1, … mean: which of {@link #A} and {@link #B} they match
   */
  static Dfa automaton(Template template, int count, List<Integer> letters) {
    Machine machine = new TemplateMachine(template, count);
    return Dfa.of(
        letters.size(),
        new Machine() {
          @Override
          public int step(int state, int letter) {
            return machine.step(state, letters.get(letter));
          }

          @Override
          public boolean accepts(int state) {
            return machine.accepts(state);
          }
        });
  }

  @Override
  public int step(int state, int letter) {
    if (state == LOST) {
      return LOST;
    }
    boolean a = (letter & A) != 0;
    boolean b = (letter & B) != 0;
    return switch (template) {
      case EXISTENCE, ABSENCE -> Math.min(count, state + (a ? 1 : 0));
      case EXACTLY -> Math.min(count + 1, state + (a ? 1 : 0));
      case INIT -> state != 0 ? state : a ? 1 : LOST;
      case END -> a ? 1 : 0;
      case CHOICE,
          EXCLUSIVE_CHOICE,
          RESPONDED_EXISTENCE,
          CO_EXISTENCE,
          NOT_CO_EXISTENCE,
          NOT_RESPONDED_EXISTENCE ->
          state | letter;
      case RESPONSE -> response(state, a, b);
      case ALTERNATE_RESPONSE -> alternateResponse(state, a, b);
      case CHAIN_RESPONSE -> state == 1 && !b ? LOST : a ? 1 : 0;
      case PRECEDENCE -> precedence(state, a, b);
      case ALTERNATE_PRECEDENCE -> alternatePrecedence(state, a, b);
      case CHAIN_PRECEDENCE -> b && state == 0 ? LOST : a ? 1 : 0;
      case SUCCESSION -> both(precedence(state / 4, a, b), response(state % 4, a, b));
      case ALTERNATE_SUCCESSION ->
          both(alternatePrecedence(state / 4, a, b), alternateResponse(state % 4, a, b));
      case CHAIN_SUCCESSION -> b != (state == 1) ? LOST : a ? 1 : 0;
      case NOT_SUCCESSION, NOT_RESPONSE, NOT_PRECEDENCE -> b && state == 1 ? LOST : a ? 1 : state;
      case NOT_CHAIN_SUCCESSION, NOT_CHAIN_RESPONSE, NOT_CHAIN_PRECEDENCE ->
          b && state == 1 ? LOST : a ? 1 : 0;
    };
  }

  /** 1: an a waits for a b. */
  private static int response(int state, boolean a, boolean b) {
    return a ? 1 : b ? 0 : state;
  }

  /** 1: an a waits for a b, and another a must not come first. */
  private static int alternateResponse(int state, boolean a, boolean b) {
    return a && !b && state == 1 ? LOST : response(state, a, b);
  }

  /** 1: there was an a. */
  private static int precedence(int state, boolean a, boolean b) {
    return b && state == 0 ? LOST : a ? 1 : state;
  }

  /** 1: there was an a since the last b. */
  private static int alternatePrecedence(int state, boolean a, boolean b) {
    return b && state == 0 ? LOST : a ? 1 : b ? 0 : state;
  }

  private static int both(int precedence, int response) {
    return precedence == LOST || response == LOST ? LOST : 4 * precedence + response;
  }

  @Override
  public boolean accepts(int state) {
    return switch (template) {
      case EXISTENCE -> state >= count;
      case ABSENCE -> state < count;
      case EXACTLY -> state == count;
      case INIT, END -> state == 1;
      case CHOICE -> state != OTHER;
      case EXCLUSIVE_CHOICE -> state == A || state == B;
      case RESPONDED_EXISTENCE -> state != A;
      case CO_EXISTENCE -> state == OTHER || state == (A | B);
      case NOT_CO_EXISTENCE, NOT_RESPONDED_EXISTENCE -> state != (A | B);
      case RESPONSE, ALTERNATE_RESPONSE, CHAIN_RESPONSE, CHAIN_SUCCESSION -> state == 0;
      case SUCCESSION, ALTERNATE_SUCCESSION -> state != LOST && state % 4 == 0;
      case PRECEDENCE,
          ALTERNATE_PRECEDENCE,
          CHAIN_PRECEDENCE,
          NOT_SUCCESSION,
          NOT_RESPONSE,
          NOT_PRECEDENCE,
          NOT_CHAIN_SUCCESSION,
          NOT_CHAIN_RESPONSE,
          NOT_CHAIN_PRECEDENCE ->
          state != LOST;
    };
  }
}
