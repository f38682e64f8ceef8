package org.peersupport.json.certification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.peersupport.json.data.Issue;
import org.peersupport.json.data.IssueCode;

/** What can be expected of an answer. A misspelt expectation would hold for every subject. */
final class ExpectedMembers {
  private static final Set<String> OUTCOMES =
      Set.of("accepted", "refused", "options", "state", "due", "malformed");

  /** The members, and what each must look like. */
  private static final SortedMap<String, Predicate<JsonNode>> SHAPES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("outcome", value -> value.isTextual() && OUTCOMES.contains(value.asText())),
              Map.entry("repeated", value -> value.isNull() || value.isBoolean()),
              Map.entry("seq", value -> value.isNull() || value.isInt()),
              Map.entry("urgent", value -> value.isNull() || value.isObject()),
              Map.entry("at", JsonNode::isTextual),
              Map.entry("protocol", JsonNode::isTextual),
              Map.entry("supporter", JsonNode::isObject),
              Map.entry("peer", JsonNode::isObject),
              Map.entry("element", value -> value.isNull() || value.isTextual()),
              Map.entry("referrals", value -> isArrayOf(value, JsonNode::isObject)),
              Map.entry("options", value -> isArrayOf(value, JsonNode::isObject)),
              Map.entry("issues", value -> isArrayOf(value, JsonNode::isObject)),
              Map.entry("status", JsonNode::isTextual),
              Map.entry("settled", JsonNode::isBoolean),
              Map.entry("permitted", value -> isArrayOf(value, JsonNode::isTextual)),
              Map.entry("outstanding", value -> isArrayOf(value, JsonNode::isTextual)),
              Map.entry("remedy", value -> value.isNull() || isArrayOf(value, JsonNode::isTextual)),
              Map.entry("remedyLength", JsonNode::isInt),
              Map.entry("due", value -> isArrayOf(value, JsonNode::isObject)),
              Map.entry("rules", value -> isArrayOf(value, JsonNode::isObject)),
              Map.entry("violations", value -> isArrayOf(value, JsonNode::isObject)),
              Map.entry(
                  "witnesses", value -> isArrayOf(value, each -> each.isArray() || each.isNull())),
              Map.entry("events", value -> isArrayOf(value, JsonNode::isObject))));

  private ExpectedMembers() {}

  /** Reports what cannot be expected. */
  static void check(ObjectNode expect, int line, List<Issue> issues) {
    Fields fields = new Fields(expect, "/expect", line, issues);
    fields.needed("outcome");
    fields.only(new TreeSet<>(SHAPES.keySet()));
    SHAPES.forEach(
        (member, shape) -> {
          if (expect.has(member) && !shape.test(expect.get(member))) {
            fields.report(IssueCode.ILL_FORMED, member, "No answer can have this here.");
          }
        });
  }

  private static boolean isArrayOf(JsonNode value, Predicate<JsonNode> entry) {
    boolean fits = value.isArray();
    for (JsonNode each : value) {
      fits &= entry.test(each);
    }
    return fits;
  }
}
