package org.peersupport.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.peersupport.internal.engine.Answer;
import org.peersupport.internal.engine.CompiledProtocol;
import org.peersupport.internal.engine.Denial;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.Verdict;

/**
 * What may happen in a session now and why not, how its rules stand, and what is due. Immutable.
 *
 * @param status where the session stands
 * @param options every activity of the protocol and {@code close}, in code-point order
 * @param rules how each rule stands, in expanded order
 * @param due the open obligations, in the order of {@link Session#due()}
 * @param now the instant that tells what is overdue
 */
public record Options(
    Status status,
    List<Option> options,
    List<RuleVerdict> rules,
    List<Obligation> due,
    Instant now) {
  /**
   * One act and whether it is permitted.
   *
   * @param activity its text, or {@code close}
   * @param refusal why it is refused; empty when it is permitted
   */
  public record Option(String activity, Optional<Refusal> refusal) {
    /** Whether the supporter may record it. */
    public boolean isPermitted() {
      return refusal.isEmpty();
    }
  }

  /**
   * How one rule stands.
   *
   * @param id the id of the expanded rule
   * @param verdict its running verdict
   */
  public record RuleVerdict(String id, Verdict verdict) {}

  /** Copies the lists. */
  public Options {
    options = List.copyOf(options);
    rules = List.copyOf(rules);
    due = List.copyOf(due);
  }

  static Options of(Session session, Instant now) {
    Objects.requireNonNull(now, "now");
    CompiledProtocol protocol = session.state().protocol();
    SortedMap<String, Answer> answers = new TreeMap<>();
    for (int a = 0; a < protocol.rules().activities(); a++) {
      answers.put(protocol.activity(a).text(), Answers.toActivity(session, a));
    }
    answers.put(ActType.CLOSE.commandName(), session.state().answerToWord(ActType.CLOSE));
    List<Option> options = new ArrayList<>();
    answers.forEach((act, answer) -> options.add(option(act, answer)));
    List<RuleVerdict> rules = new ArrayList<>();
    List<Verdict> verdicts = session.verdicts();
    for (int r = 0; r < verdicts.size(); r++) {
      rules.add(new RuleVerdict(protocol.rule(r).id(), verdicts.get(r)));
    }
    return new Options(session.status(), options, rules, session.due(), now);
  }

  private static Option option(String act, Answer answer) {
    return new Option(
        act, answer instanceof Denial denial ? Optional.of(Refusal.of(denial)) : Optional.empty());
  }
}
