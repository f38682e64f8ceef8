package org.peersupport.protocol;

/**
 * The DECLARE templates, with their usual meaning on finite traces (LTLf).
 *
 * <p>{@code a} and {@code b} are sets of activities (branched DECLARE: any of them). Followed and
 * preceded mean by another activity, strictly later or earlier. Source: M. Pesic, H. Schonenberg,
 * W. M. P. van der Aalst, DECLARE: Full support for loosely-structured processes, EDOC 2007; the
 * finite-trace reading: G. De Giacomo, R. De Masellis, M. Montali, Reasoning on LTL on finite
 * traces, AAAI 2014.
 */
public enum Template {
  /** At least {@code count} times an {@code a}. */
  EXISTENCE("existence", 1, true),
  /** Fewer than {@code count} times an {@code a}. */
  ABSENCE("absence", 1, true),
  /** Exactly {@code count} times an {@code a}. */
  EXACTLY("exactly", 1, true),
  /** The first activity is an {@code a}; fails on an empty trace. */
  INIT("init", 1, false),
  /** The last activity is an {@code a}; fails on an empty trace. */
  END("end", 1, false),
  /** An {@code a} or a {@code b}, or both. */
  CHOICE("choice", 2, false),
  /** An {@code a} or a {@code b}, and not both. */
  EXCLUSIVE_CHOICE("exclusive-choice", 2, false),
  /** If there is an {@code a}, there is a {@code b}, before or after it. */
  RESPONDED_EXISTENCE("responded-existence", 2, false),
  /** An {@code a} and a {@code b}, or neither. */
  CO_EXISTENCE("co-existence", 2, false),
  /** Each {@code a} is followed by a {@code b}. */
  RESPONSE("response", 2, false),
  /** Each {@code a} is followed by a {@code b} before the next {@code a}. */
  ALTERNATE_RESPONSE("alternate-response", 2, false),
  /** Each {@code a} is followed at once by a {@code b}. */
  CHAIN_RESPONSE("chain-response", 2, false),
  /** Each {@code b} is preceded by an {@code a}. */
  PRECEDENCE("precedence", 2, false),
  /** Each {@code b} is preceded by an {@code a}, with no other {@code b} since. */
  ALTERNATE_PRECEDENCE("alternate-precedence", 2, false),
  /** Each {@code b} is preceded at once by an {@code a}. */
  CHAIN_PRECEDENCE("chain-precedence", 2, false),
  /** Response and precedence. */
  SUCCESSION("succession", 2, false),
  /** Alternate response and alternate precedence. */
  ALTERNATE_SUCCESSION("alternate-succession", 2, false),
  /** Chain response and chain precedence. */
  CHAIN_SUCCESSION("chain-succession", 2, false),
  /** Not both an {@code a} and a {@code b}. */
  NOT_CO_EXISTENCE("not-co-existence", 2, false),
  /** No {@code b} after an {@code a}. */
  NOT_SUCCESSION("not-succession", 2, false),
  /** No {@code b} at once after an {@code a}. */
  NOT_CHAIN_SUCCESSION("not-chain-succession", 2, false),
  /** As {@link #NOT_SUCCESSION}, activated by {@code a}. */
  NOT_RESPONSE("not-response", 2, false),
  /** As {@link #NOT_SUCCESSION}, activated by {@code b}. */
  NOT_PRECEDENCE("not-precedence", 2, false),
  /** As {@link #NOT_CO_EXISTENCE}, activated by {@code a}. */
  NOT_RESPONDED_EXISTENCE("not-responded-existence", 2, false),
  /** As {@link #NOT_CHAIN_SUCCESSION}, activated by {@code a}. */
  NOT_CHAIN_RESPONSE("not-chain-response", 2, false),
  /** As {@link #NOT_CHAIN_SUCCESSION}, activated by {@code b}. */
  NOT_CHAIN_PRECEDENCE("not-chain-precedence", 2, false);

  private final String wire;
  private final int sides;
  private final boolean counts;

  Template(String wire, int sides, boolean counts) {
    this.wire = wire;
    this.sides = sides;
    this.counts = counts;
  }

  /** The name in documents. */
  public String wireName() {
    return wire;
  }

  /** Whether it has a side {@code b} beside {@code a}. */
  public boolean isBinary() {
    return sides == 2;
  }

  /**
   * Whether every conversation activates the rule, so that it can never be vacuous: so it is where
   * the rule asks for something whatever happens, or forbids something outright.
   */
  public boolean isAlwaysActivated() {
    return switch (this) {
      case EXISTENCE, ABSENCE, EXACTLY, INIT, END, CHOICE, EXCLUSIVE_CHOICE -> true;
      default -> false;
    };
  }

  /**
   * Whether an activity activates the rule: it makes the rule ask for something, or forbid it. A
   * rule that nothing activates is satisfied vacuously. For rules with two sides, as DECLARE has
   * it: {@code a} for responses, {@code b} for precedences, both where both are bound. Negated
   * templates that allow the same conversations differ in this alone, so that measures of support
   * and confidence come out as those of miners such as MINERful. Source: A. Burattin, F. M. Maggi,
   * A. Sperduti, Conformance checking based on multi-perspective declarative process models, Expert
   * Systems with Applications 65, 2016.
   *
   * @param a whether the activity matches the first side
   * @param b whether it matches the second
   */
  public boolean isActivatedBy(boolean a, boolean b) {
    return switch (this) {
      case EXISTENCE, ABSENCE, EXACTLY, INIT, END, CHOICE, EXCLUSIVE_CHOICE -> true;
      case RESPONDED_EXISTENCE,
          RESPONSE,
          ALTERNATE_RESPONSE,
          CHAIN_RESPONSE,
          NOT_RESPONSE,
          NOT_RESPONDED_EXISTENCE,
          NOT_CHAIN_RESPONSE ->
          a;
      case PRECEDENCE,
          ALTERNATE_PRECEDENCE,
          CHAIN_PRECEDENCE,
          NOT_PRECEDENCE,
          NOT_CHAIN_PRECEDENCE ->
          b;
      case CO_EXISTENCE,
          SUCCESSION,
          ALTERNATE_SUCCESSION,
          CHAIN_SUCCESSION,
          NOT_CO_EXISTENCE,
          NOT_SUCCESSION,
          NOT_CHAIN_SUCCESSION ->
          a || b;
    };
  }

  /** Whether {@code count} means something to it. */
  public boolean isCounting() {
    return counts;
  }
}
