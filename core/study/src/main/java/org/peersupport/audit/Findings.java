package org.peersupport.audit;

import java.util.ArrayList;
import java.util.List;
import org.peersupport.protocol.ExpandedRule;
import org.peersupport.session.Violation;

/** What an audit has to say of one session. Most sessions give it nothing, and pay for no list. */
final class Findings {
  private List<AuditViolation> violations = List.of();
  private List<Departure> departures = List.of();
  private List<Flaw> flaws = List.of();
  private boolean isMissed;

  /** Events are missing: what comes after them may have been in order, so it is no violation. */
  void missed() {
    isMissed = true;
  }

  void violated(int seq, Violation violation) {
    if (isMissed) {
      return;
    }
    violations =
        plus(
            violations,
            new AuditViolation(
                seq,
                violation.rule(),
                violation.rules(),
                violation.code(),
                violation.explanation()));
  }

  void departed(Departure departure) {
    departures = plus(departures, departure);
  }

  /** A correction has recorded a departure from this rule that the events before did not. */
  void recorded(String rule) {
    if (departures.isEmpty()) {
      return;
    }
    departures.replaceAll(
        each ->
            each.rule().equals(rule)
                ? new Departure(each.seq(), rule, each.kind(), true, each.lateBy())
                : each);
  }

  void flawed(Flaw flaw) {
    flaws = plus(flaws, flaw);
  }

  private static <T> List<T> plus(List<T> list, T more) {
    List<T> longer = list.isEmpty() ? new ArrayList<>(2) : list;
    longer.add(more);
    return longer;
  }

  List<AuditViolation> violations() {
    return violations;
  }

  List<Departure> departures() {
    return departures;
  }

  List<Flaw> flaws() {
    return flaws;
  }

  /**
   * What all of it comes to.
   *
   * @param rules the rules, and how each came out
   */
  SessionVerdict verdict(List<ExpandedRule> rules, List<RuleStanding> standings) {
    if (!flaws.isEmpty()) {
      return SessionVerdict.UNREADABLE;
    }
    if (!violations.isEmpty()) {
      return SessionVerdict.DEVIATING;
    }
    for (int r = 0; r < standings.size(); r++) {
      ExpandedRule rule = rules.get(r);
      boolean isOpen = standings.get(r) == RuleStanding.PENDING && rule.isMandatory();
      if (isOpen && !isDeparted(rule.id())) {
        return SessionVerdict.INCOMPLETE;
      }
    }
    return SessionVerdict.CONFORMANT;
  }

  private boolean isDeparted(String rule) {
    for (Departure departure : departures) {
      if (departure.rule().equals(rule)) {
        return true;
      }
    }
    return false;
  }
}
