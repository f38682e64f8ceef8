package org.peersupport.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.peersupport.protocol.ActType;
import org.peersupport.protocol.Status;
import org.peersupport.protocol.Verdict;

/**
 * What may happen in a session now and why not, how its rules stand, and what is due. Immutable.
 *
 * @param status where the session stands
 * @param options every activity of the protocol, and {@code close}, {@code end}, {@code pause},
 *     {@code resume}, {@code transfer}, in code-point order; an act of a referral once for each
 *     referral of the resource that it fits, oldest first, or once for the latest when it fits none
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
   * @param activity its text, or a word such as {@code close}
   * @param act the type of the command that asks for it
   * @param referral the referral that the command would name, for an act of one
   * @param refusal why it is refused; empty when it is permitted
   */
  public record Option(
      String activity, ActType act, Optional<String> referral, Optional<Refusal> refusal) {
    /** Whether it would be accepted. */
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
}
