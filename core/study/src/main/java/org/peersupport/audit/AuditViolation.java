package org.peersupport.audit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.peersupport.protocol.RefusalCode;

/**
 * Something that happened although it would have been refused, and that is not recorded as a
 * departure. Immutable.
 *
 * @param seq the place of the event in its session
 * @param rule the id of the violated rule, for {@link RefusalCode#RULE_VIOLATED}
 * @param rules the ids of rules that stand in each other's way, for {@link
 *     RefusalCode#RULE_CONFLICT}; otherwise empty
 * @param code why it would have been refused
 * @param explanation a sentence for people; the words are not stable
 */
public record AuditViolation(
    int seq, Optional<String> rule, List<String> rules, RefusalCode code, String explanation) {
  /** Copies the list and checks that nothing is null. */
  public AuditViolation {
    Objects.requireNonNull(rule, "rule");
    rules = List.copyOf(rules);
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(explanation, "explanation");
  }

  /** Whether it is about the rule. */
  boolean names(String id) {
    return rules.contains(id) || (rule.isPresent() && rule.get().equals(id));
  }
}
