package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.peersupport.protocol.Protocol;

/**
 * The rules and clauses that an answer covers by itself: by its codes, its events and its
 * departures.
 */
final class CoveredClauses {
  private static final String RULE_VIOLATED = "rule.violated";
  private static final Set<String> OVER = Set.of("closed", "ended");
  private static final Set<String> ENDING =
      Set.of("session-closed", "session-ended", "event-corrected");

  private final Protocol protocol;
  private final Set<String> rules;
  private final Set<String> clauses;

  /**
   * @param rules where the ids of rules are added
   * @param clauses where the ids of clauses are added
   */
  CoveredClauses(Protocol protocol, Set<String> rules, Set<String> clauses) {
    this.protocol = protocol;
    this.rules = rules;
    this.clauses = clauses;
  }

  /** Adds what an answer shows. */
  void of(ObjectNode answer) {
    if (answer.has("seq")) {
      clauses.add("outcome.seq");
    }
    if (answer.has("urgent")) {
      clauses.add("outcome.urgent");
    }
    if (answer.path("outcome").asText().equals("accepted")) {
      clauses.addAll(List.of("outcome.outstanding", "outcome.permitted", "outcome.status"));
    }
    violations(answer.path("violations"));
    if (answer.path("violations").path(0).has("rules")) {
      clauses.add("refusal.smallest-clash");
    }
    answer.path("events").forEach(this::event);
    if (OVER.contains(answer.path("status").asText())) {
      answer.path("events").forEach(this::afterTheEnd);
    }
  }

  /** What a fact breaks after the end. */
  private void afterTheEnd(JsonNode event) {
    if (!ENDING.contains(event.get("type").textValue())) {
      for (JsonNode deviation : event.path("deviations")) {
        if (deviation.size() == 1 && isMandatory(deviation.get("rule").textValue())) {
          clauses.add("fact.departs-after-end");
        }
      }
    }
  }

  private void violations(JsonNode violations) {
    int violated = 0;
    for (JsonNode violation : violations) {
      String code = violation.get("code").textValue();
      clauses.add("code." + code);
      if (violation.has("rule")) {
        rules.add(violation.get("rule").textValue());
      }
      violated += code.equals(RULE_VIOLATED) ? 1 : 0;
    }
    if (violated > 1) {
      clauses.add("refusal.every-rule");
    }
  }

  private void event(JsonNode event) {
    String type = event.get("type").textValue();
    clauses.add("event." + type);
    if (event.has("fingerprint")) {
      clauses.add("event.fingerprint");
    }
    JsonNode deviations = event.path("deviations");
    deviations.forEach(this::deviation);
    if (deviations.size() > 1) {
      clauses.add("deviations.order");
    }
    if (deviations.size() > 0 && type.equals("event-corrected")) {
      clauses.add("correction.departures");
    }
  }

  private void deviation(JsonNode deviation) {
    String rule = deviation.get("rule").textValue();
    if (!deviation.has("aheadBy")) {
      rules.add(rule);
    }
    if (deviation.has("lateBy")) {
      clauses.add("deadline.late");
    } else if (deviation.has("aheadBy")) {
      clauses.add("time.recorded-instead");
    } else if (deviation.has("reason")) {
      clauses.add("override.recorded");
      if (deviation.has("code")) {
        clauses.add("override.code");
      }
    } else if (isMandatory(rule)) {
      clauses.add("fact.departs");
    }
  }

  private boolean isMandatory(String rule) {
    return protocol.expandedRules().stream()
        .anyMatch(each -> each.id().equals(rule) && each.isMandatory());
  }
}
