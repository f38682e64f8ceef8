package org.peersupport.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.peersupport.internal.automaton.Life;

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
    Script script = session.situation().script();
    List<Option> options = new ArrayList<>();
    for (int i = 0; i < script.acts.size(); i++) {
      String act = script.acts.key(i);
      int activity = activity(script, i);
      if (activity >= 0) {
        options.add(option(act, answer(session, activity)));
      } else if (act.equals(Script.CLOSE)) {
        options.add(option(act, session.situation().answer(script.moves.close())));
      }
    }
    List<RuleVerdict> rules = new ArrayList<>();
    List<Verdict> verdicts = session.verdicts();
    for (int r = 0; r < verdicts.size(); r++) {
      rules.add(new RuleVerdict(script.rule(r).id(), verdicts.get(r)));
    }
    return new Options(session.status(), options, rules, session.due(), now);
  }

  /** The activity at this place of the acts, or -1 for a word. */
  private static int activity(Script script, int place) {
    for (int a = 0; a < script.rules.activities(); a++) {
      if (script.bit(a) == place) {
        return a;
      }
    }
    return -1;
  }

  private static Option option(String act, Object answer) {
    return new Option(
        act, answer instanceof Refusal refusal ? Optional.of(refusal) : Optional.empty());
  }

  /**
   * The answer to an act. One of a referral is judged for the referral that it means, see {@link
   * DecidingReferrals#meant}.
   */
  private static Object answer(Session session, int activity) {
    Situation here = session.situation();
    Script script = here.script();
    int act = script.rules.act(activity);
    if (act <= Life.OFFER) {
      return here.answer(activity);
    }
    if (act == Life.CONNECT && session.status() == Status.PAUSED) {
      return script.refusal(RefusalCode.SESSION_PAUSED);
    }
    int resource = script.rules.resource(activity);
    ReferralChain link = DecidingReferrals.meant(session, resource, act);
    RefusalCode misstep = DecidingReferrals.misstep(session, link, act);
    return link == null || misstep != null
        ? script.refusal(Objects.requireNonNull(misstep))
        : here.answer(Evolving.move(session, link, act));
  }
}
