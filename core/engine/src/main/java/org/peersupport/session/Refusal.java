package org.peersupport.session;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.automaton.Clash;
import org.peersupport.internal.automaton.Life;
import org.peersupport.internal.automaton.Space;
import org.peersupport.internal.automaton.Witness;
import org.peersupport.protocol.Activity;

/**
 * Why a command is refused, and what would mend it.
 *
 * <p>A structural refusal stands alone. One by the rules lists every violated rule, in expanded
 * order; one by a conflict names the smallest set of rules that no continuation could satisfy
 * together. What is not asked for is not worked out: a refusal that nobody reads costs nothing.
 * Immutable and safe to share between threads; compares by what it says.
 */
public final class Refusal implements Decision {
  private final @Nullable Script script;
  private final RefusalCode code;
  private final @Nullable Situation situation;
  private final int[] acts;
  private final BitSet violated;
  private final char @Nullable [] conflictAfter;
  private final @Nullable RefusalCode override;
  private final @Nullable Correction correction;

  private Refusal(
      @Nullable Script script,
      RefusalCode code,
      @Nullable Situation situation,
      int[] acts,
      BitSet violated,
      char @Nullable [] conflictAfter,
      @Nullable RefusalCode override,
      @Nullable Correction correction) {
    this.script = script;
    this.code = code;
    this.situation = situation;
    this.acts = acts;
    this.violated = violated;
    this.conflictAfter = conflictAfter;
    this.override = override;
    this.correction = correction;
  }

  Refusal(@Nullable Script script, RefusalCode code) {
    this(script, code, null, new int[0], new BitSet(), null, null, null);
  }

  /**
   * A refusal that the keeper of sessions finds before there is a session to ask: {@link
   * RefusalCode#SESSION_UNKNOWN}, {@link RefusalCode#SESSION_ALREADY_OPEN} or {@link
   * RefusalCode#PROTOCOL_UNKNOWN}.
   *
   * @throws IllegalArgumentException for a code that is not structural
   */
  public static Refusal of(RefusalCode code) {
    if (!code.isStructural()) {
      throw new IllegalArgumentException("only the protocol gives the code " + code.wire());
    }
    return new Refusal(null, code);
  }

  /** The acts, none for a close, violate these rules. */
  static Refusal ofRules(Script script, Situation situation, int[] acts, BitSet violated) {
    return new Refusal(
        script, RefusalCode.RULE_VIOLATED, situation, acts, violated, null, null, null);
  }

  /** After the acts no continuation satisfies all rules. */
  static Refusal ofConflict(Script script, Situation situation, int[] acts, char[] after) {
    return new Refusal(
        script, RefusalCode.RULE_CONFLICT, situation, acts, new BitSet(), after, null, null);
  }

  /** The same, and an override that does not help. */
  Refusal overridden(RefusalCode why) {
    return new Refusal(script, code, situation, acts, violated, conflictAfter, why, correction);
  }

  /** The same, of a correction. */
  Refusal ofCorrection(Correction refused) {
    return new Refusal(script, code, situation, acts, violated, conflictAfter, override, refused);
  }

  /** What was to be corrected; null unless this refuses a correction. */
  @Nullable Correction correction() {
    return correction;
  }

  /**
   * The place of the first event that could not have happened without the one that was to be
   * corrected: it stands in the way, and has to be corrected first. Empty unless the code is {@link
   * RefusalCode#CORRECTION_IMPOSSIBLE}.
   */
  public OptionalInt inTheWay() {
    return correction == null || correction.inTheWay() == null
        ? OptionalInt.empty()
        : OptionalInt.of(correction.inTheWay().seq());
  }

  /** Whether the status of the session bars the command, whoever sends it. */
  boolean isEarly() {
    return code == RefusalCode.SESSION_FINISHED
        || code == RefusalCode.SESSION_PAUSED
        || code == RefusalCode.SESSION_NOT_PAUSED;
  }

  /** The rules that an override would depart from; null for any other refusal. */
  @Nullable BitSet overridable() {
    return code == RefusalCode.RULE_VIOLATED ? violated : null;
  }

  /** Whether there might be a remedy: not after a structural refusal or a refused override. */
  boolean isMendable() {
    return !code.isStructural() && override == null;
  }

  int[] acts() {
    return acts;
  }

  /** The code of the first violation. */
  public RefusalCode code() {
    return code;
  }

  /** Every reason, in order, explained in English. */
  public List<Violation> violations() {
    return violations(Locale.ROOT);
  }

  /**
   * Every reason, in order.
   *
   * @param locale the language of the explanations; English where there is no file for it
   */
  public List<Violation> violations(Locale locale) {
    Explanations words = Explanations.in(locale);
    List<Violation> violations = new ArrayList<>();
    if (code == RefusalCode.RULE_VIOLATED) {
      for (int r = violated.nextSetBit(0); r >= 0; r = violated.nextSetBit(r + 1)) {
        violations.add(ofRule(r, words));
      }
    } else {
      List<String> rules = clash();
      violations.add(
          new Violation(
              code, Optional.empty(), rules, "", words.explain(this, code, rules, remedy())));
    }
    if (override != null) {
      violations.add(
          new Violation(
              override,
              Optional.empty(),
              List.of(),
              "",
              words.explain(this, override, List.of(), Optional.empty())));
    }
    return violations;
  }

  private Violation ofRule(int r, Explanations words) {
    return ofRule(r, words.explain(this, inScript().rule(r), remedy()));
  }

  private Violation ofRule(int r, String explanation) {
    return new Violation(
        code,
        Optional.of(inScript().rule(r).id()),
        List.of(),
        inScript().rule(r).because(),
        explanation);
  }

  /**
   * Every reason, in order, explained in English without what to do next: for those who judge
   * afterwards, when it is too late to do anything. What would mend it is not worked out.
   */
  public List<Violation> inHindsight() {
    Explanations words = Explanations.in(Locale.ROOT);
    List<Violation> reasons = new ArrayList<>();
    for (int r = violated.nextSetBit(0); r >= 0; r = violated.nextSetBit(r + 1)) {
      reasons.add(ofRule(r, words.reason(this, inScript().rule(r), Optional.of(List.of()))));
    }
    if (reasons.isEmpty()) {
      reasons.add(inHindsight(code, clash(), words));
    }
    if (override != null) {
      reasons.add(inHindsight(override, List.of(), words));
    }
    return reasons;
  }

  private Violation inHindsight(RefusalCode reason, List<String> rules, Explanations words) {
    return new Violation(
        reason, Optional.empty(), rules, "", words.inHindsight(this, reason, rules));
  }

  /** All reasons in English, and at the end what to do next. */
  public String explanation() {
    return explanation(Locale.ROOT);
  }

  /**
   * All reasons, and at the end what to do next, in the language of the locale where there is one.
   * What mends one reason mends all, so it is said once.
   */
  public String explanation(Locale locale) {
    Explanations words = Explanations.in(locale);
    return (reasons(words, remedy()) + words.next(this, remedy())).strip();
  }

  /** All reasons, without what to do next. */
  String reasons(Explanations words, Optional<List<Activity>> remedy) {
    StringBuilder text = new StringBuilder();
    for (int r = violated.nextSetBit(0); r >= 0; r = violated.nextSetBit(r + 1)) {
      text.append(words.reason(this, inScript().rule(r), remedy)).append(' ');
    }
    if (violated.isEmpty()) {
      text.append(words.reason(this, code, clash())).append(' ');
    }
    if (override != null) {
      text.append(words.reason(this, override, List.of())).append(' ');
    }
    return text.toString();
  }

  /** The ids of the rules that are violated or clash; none for any other refusal. */
  List<String> rules() {
    return violated.isEmpty() ? clash() : inScript().ids(violated);
  }

  /** The ids of a smallest set of rules that clash; empty unless this is a conflict. */
  private List<String> clash() {
    if (conflictAfter == null) {
      return List.of();
    }
    return inScript().ids(Clash.smallest(inScript().rules, inSituation().bound(), conflictAfter));
  }

  /**
   * A shortest continuation, of the supporter's acts and the peer's answers, after which the
   * refused command is accepted; the first in the protocol's own order among equals. Empty when
   * there is none, for a structural refusal, and for a refused override.
   */
  public Optional<List<Activity>> remedy() {
    if (!isMendable()) {
      return Optional.empty();
    }
    int[] path = path();
    if (path == null) {
      return Optional.empty();
    }
    List<Activity> remedy = new ArrayList<>();
    for (int activity : path) {
      remedy.add(inScript().protocol.activities().get(activity));
    }
    return Optional.of(List.copyOf(remedy));
  }

  private int @Nullable [] path() {
    Situation here = inSituation();
    if (acts.length == 0) {
      return inScript().engine.spaces().of(here.bound()).pathToClose(here.position());
    }
    int resource = inScript().rules.resource(acts[0]);
    Space space = inScript().engine.spaces().of(here.bound(), resource);
    boolean connects = inScript().rules.act(acts[0]) == Life.CONNECT;
    // A referral that is declined on the way could not be connected any more.
    int forbidden = connects ? inScript().ofReferral(Life.DECLINE, resource) : -1;
    return space.pathTo(here.position(), acts, forbidden);
  }

  /**
   * The smallest set of earlier events that is enough to break the rule, the one with the latest
   * events among equals.
   *
   * @param rule the id of a rule that this refusal names
   * @param history the session's events so far, oldest first; more than those of the conversation
   *     does no harm
   * @return their places in the history; empty when the rule misses something that never happened
   */
  public List<Integer> witness(String rule, List<Event> history) {
    if (code != RefusalCode.RULE_VIOLATED) {
      return List.of();
    }
    History told = History.of(inScript(), history);
    int number = inScript().ruleNumber(rule);
    if (number < 0) {
      return List.of();
    }
    int[] places = Witness.of(inScript().rules.rule(number), told.acts(), acts);
    List<Integer> witness = new ArrayList<>();
    for (int place : places) {
      witness.add(told.seq(place));
    }
    return List.copyOf(witness);
  }

  Script inScript() {
    if (script == null) {
      throw new AssertionError("a refusal without a session has no protocol");
    }
    return script;
  }

  /** Whether there is a protocol to speak of. */
  boolean hasScript() {
    return script != null;
  }

  private Situation inSituation() {
    if (situation == null) {
      throw new AssertionError("a structural refusal has no situation");
    }
    return situation;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Refusal that && says().equals(that.says());
  }

  @Override
  public int hashCode() {
    return says().hashCode();
  }

  private List<Object> says() {
    return List.of(violations(), remedy());
  }

  /** The codes and the rules, nothing of a participant. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("refused:");
    for (Violation violation : violations()) {
      text.append(' ').append(violation.code().wire());
      violation.rule().ifPresent(rule -> text.append(' ').append(rule));
    }
    return text.toString();
  }
}
