package org.peersupport.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.peersupport.internal.engine.Answer;
import org.peersupport.internal.engine.Denial;
import org.peersupport.protocol.Activity;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.protocol.RefusalCode;

/**
 * Why a command is refused, and what would mend it.
 *
 * <p>A structural refusal stands alone. One by the rules lists every violated rule, in expanded
 * order; one by a conflict names the smallest set of rules that no continuation could satisfy
 * together. What is not asked for is not worked out: a refusal that nobody reads costs nothing.
 * Immutable and safe to share between threads; compares by what it says.
 */
public final class Refusal implements Decision {
  private final RefusalCode code;
  private final @Nullable Denial denial;
  private final @Nullable Correction correction;

  private Refusal(RefusalCode code, @Nullable Denial denial, @Nullable Correction correction) {
    this.code = code;
    this.denial = denial;
    this.correction = correction;
  }

  /** One refusal serves every command that is denied so. */
  private record Kept(Refusal refusal) implements Denial.Presentation {}

  /** The refusal of a command that the engine has denied. */
  static Refusal of(Answer denied) {
    return ((Denial) denied).presentation(Kept.class, Refusal::kept).refusal;
  }

  private static Kept kept(Denial denial) {
    return new Kept(new Refusal(denial.code(), denial, null));
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
      throw new IllegalArgumentException("only the protocol gives the code " + code.wireName());
    }
    return new Refusal(code, null, null);
  }

  /** The same, of a correction. */
  Refusal ofCorrection(Correction refused) {
    return new Refusal(code, denial, refused);
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

  /** The denial behind it; empty for a refusal without a session to ask. */
  Optional<Denial> denial() {
    return Optional.ofNullable(denial);
  }

  /** The code of the first violation. */
  public RefusalCode code() {
    return code;
  }

  /** Every reason, in order, each with what is wrong in English; what to do is said elsewhere. */
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
    for (ExpandedRule rule : violated(words)) {
      violations.add(ofRule(rule, words.rules(this).reason(rule)));
    }
    if (violations.isEmpty()) {
      List<String> rules = conflict();
      violations.add(without(code, rules, words.reason(this, code, rules)));
    }
    override()
        .ifPresent(
            why -> violations.add(without(why, List.of(), words.reason(this, why, List.of()))));
    return violations;
  }

  private Violation ofRule(ExpandedRule rule, String explanation) {
    return new Violation(code, Optional.of(rule.id()), List.of(), rule.because(), explanation);
  }

  /** A violation that is no single rule's. */
  private static Violation without(RefusalCode code, List<String> rules, String explanation) {
    return new Violation(code, Optional.empty(), rules, "", explanation);
  }

  /**
   * Every reason, in order, explained in English without what to do next: for those who judge
   * afterwards, when it is too late to do anything. What would mend it is not worked out.
   */
  public List<Violation> inHindsight() {
    return inHindsight(Locale.ROOT);
  }

  /** The same in the language of the locale, where there is one. */
  public List<Violation> inHindsight(Locale locale) {
    Explanations words = Explanations.in(locale);
    List<Violation> reasons = new ArrayList<>();
    for (ExpandedRule rule : violated(words)) {
      reasons.add(ofRule(rule, words.rules(this).inHindsight(rule)));
    }
    if (reasons.isEmpty()) {
      List<String> rules = conflict();
      reasons.add(without(code, rules, words.inHindsight(this, code, rules)));
    }
    override()
        .ifPresent(
            why -> reasons.add(without(why, List.of(), words.inHindsight(this, why, List.of()))));
    return reasons;
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
    return explanation(locale, Optional.empty());
  }

  /**
   * The same of a session in which someone may be in danger: that comes first, and steps that are
   * the same are said once.
   *
   * @param urgency of the session as it stands, see {@link Session#urgency()}
   */
  public String explanation(Locale locale, Optional<Urgency> urgency) {
    return Explanations.in(locale).whole(this, urgency);
  }

  /**
   * All reasons, without what to do next; of several rules the deeds alone, because the reasons
   * would take longer to read than to keep to.
   */
  String reasons(Explanations words) {
    StringBuilder text = new StringBuilder();
    List<ExpandedRule> violated = violated(words);
    if (violated.size() > 1) {
      text.append(words.rules(this).deeds(violated)).append(' ');
    } else {
      violated.forEach(rule -> text.append(words.rules(this).reason(rule)).append(' '));
    }
    if (violated.isEmpty()) {
      text.append(words.reason(this, code, conflict())).append(' ');
    }
    override().ifPresent(why -> text.append(words.reason(this, why, List.of())).append(' '));
    return text.toString();
  }

  /** All reasons, as those who judge afterwards are told. */
  String reasonsInHindsight(Explanations words) {
    StringBuilder text = new StringBuilder();
    List<ExpandedRule> violated = violated(words);
    for (ExpandedRule rule : violated) {
      text.append(words.rules(this).inHindsight(rule)).append(' ');
    }
    if (violated.isEmpty()) {
      text.append(words.inHindsight(this, code, conflict()));
    }
    return text.toString().strip();
  }

  /** The violated rules with their words as they are told. */
  private List<ExpandedRule> violated(Explanations words) {
    List<ExpandedRule> rules = new ArrayList<>();
    if (denial != null) {
      for (int rule : denial.violated()) {
        rules.add(words.told(denial.protocol().protocol(), denial.protocol().rule(rule)));
      }
    }
    return rules;
  }

  private List<String> conflict() {
    return denial == null ? List.of() : denial.conflict();
  }

  private Optional<RefusalCode> override() {
    return denial().flatMap(Denial::refusedOverride);
  }

  /**
   * A shortest continuation, of the supporter's acts and the peer's answers, after which the
   * refused command is accepted; the first in the protocol's own order among equals. Empty when
   * there is none, for a structural refusal, and for a refused override.
   *
   * <p>Where an activity's party is not the supporter, a person has to say it first: ask, record
   * what they said, and decide again. Never record an answer because a remedy names it. Only
   * mandatory rules count; advice may be departed from on the way.
   */
  public Optional<List<Activity>> remedy() {
    return denial().flatMap(Denial::remedy);
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
    if (denial == null || code != RefusalCode.RULE_VIOLATED) {
      return List.of();
    }
    int number = denial.protocol().ruleNumber(rule);
    if (number < 0) {
      return List.of();
    }
    ActivityHistory told = ActivityHistory.of(denial.protocol(), history);
    List<Integer> witness = new ArrayList<>();
    for (int place : denial.witness(number, told.activities())) {
      witness.add(told.seq(place));
    }
    return List.copyOf(witness);
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
      text.append(' ').append(violation.code().wireName());
      violation.rule().ifPresent(rule -> text.append(' ').append(rule));
    }
    return text.toString();
  }
}
