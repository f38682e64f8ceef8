package org.peersupport.session;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.peersupport.protocol.RefusalCode;

/**
 * One reason why a command is refused. Immutable.
 *
 * @param code what kind of reason
 * @param rule the id of the violated rule, for {@link RefusalCode#RULE_VIOLATED}
 * @param rules the ids of the rules that stand in each other's way, for {@link
 *     RefusalCode#RULE_CONFLICT}, in expanded order; otherwise empty
 * @param because the rule's own reason; empty where it gives none
 * @param explanation a sentence or two for people; the words are not stable
 */
public record Violation(
    RefusalCode code,
    Optional<String> rule,
    List<String> rules,
    String because,
    String explanation) {
  /** Copies the list and checks that nothing is null. */
  public Violation {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(rule, "rule");
    rules = List.copyOf(rules);
    Objects.requireNonNull(because, "because");
    Objects.requireNonNull(explanation, "explanation");
  }
}
